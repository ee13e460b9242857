/** Digits leave main sealed for the ledger and for this one entry (electron/line/entry-seal.ts). */
import type { Reply } from '../../contract/kernel/errors.ts';
import type { PinTask } from '../../contract/loss/loss-views.ts';
import type { Input } from '../../contract/verbs.ts';
import { sealEntry } from '../../line/entry-seal.ts';
import type { AskLedger } from '../ledger-link/ask-ledger.ts';
import type { Asker } from '../ledger-link/ledger-link.ts';

/** The key is asked for each time: it is that of the ledger which runs now. The digits stay the caller's to overwrite. */
export async function giveSealed(
  ask: AskLedger,
  { taskId, step, pin }: Input<'customer.enterPin'>,
  asker: Asker,
): Promise<Reply<PinTask>> {
  const key = await ask('customer.entryKey', {}, asker);
  if (!key.ok) return key;
  const { publicKey, counter } = key.value;
  const sealed = await sealEntry(publicKey, { taskId, step, counter }, pin);
  return ask('customer.takeEntry', { taskId, step, sealed }, asker);
}
