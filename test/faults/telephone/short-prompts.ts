/** Recordings of a few milliseconds each, so that a call takes no longer than its keys. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordings } from '../../../electron/server/telephone/prompts/piece-rules.ts';
import { RecordedPrompts } from '../../../electron/server/telephone/prompts/recorded-prompts.ts';
import { silence, waveOf } from '../../../electron/server/telephone/prompts/wave-rules.ts';

export function shortPrompts(folder: string): RecordedPrompts {
  const file = waveOf([silence(20)]);
  for (const language of ['zh-CN', 'en'] as const) {
    mkdirSync(join(folder, language), { recursive: true });
    for (const piece of Object.keys(recordings(language))) writeFileSync(join(folder, language, `${piece}.wav`), file);
  }
  const prompts = RecordedPrompts.read(folder);
  if ('missing' in prompts) throw new Error(`no recording of ${prompts.missing.join(', ')}`);
  return prompts;
}
