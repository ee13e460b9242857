/** What `serve` is told of the telephone (docs/formats.md 6). */
import { resolve } from 'node:path';
import { UsageError, type OptionValues } from '../../ledger/commands/command.ts';
import type { TelephoneDoorOptions } from './telephone-door.ts';
import { telephonePlace } from './telephone-option-rules.ts';

type Asked = Pick<TelephoneDoorOptions, 'place' | 'prompts' | 'person'>;

/** Null where no calls are to be taken. Throws UsageError for what makes no sense. */
export function telephoneAsked(options: OptionValues): Asked | null {
  const { telephone, 'telephone-prompts': prompts, 'telephone-person': person } = options;
  if (telephone === undefined) {
    if (prompts === undefined && person === undefined) return null;
    throw new UsageError('--telephone-prompts and --telephone-person go with --telephone');
  }
  const place = telephonePlace(telephone);
  if (place === null) throw new UsageError(`--telephone takes sip:HOST:PORT or agi:HOST:PORT, not ${telephone}`);
  if (prompts === undefined) throw new UsageError('--telephone-prompts names the folder of the recordings');
  return { place, prompts: resolve(prompts), person: person ?? null };
}
