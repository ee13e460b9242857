/** What a customer types, on its way to the ledger as main sends it: sealed. */
import type { PinTask } from '../../electron/contract/loss/loss-views.ts';
import type { PinTaskKind } from '../../electron/contract/kernel/vocabulary.ts';
import type { Input, LedgerVerb } from '../../electron/contract/verbs.ts';
import { EntryKey, sealEntry } from '../../electron/line/entry-seal.ts';
import type { Counter, Office } from './small-office.ts';

/** Digits as they are typed. */
export type TypedEntry = Input<'customer.enterPin'>;
/** What a test asks for: digits are sealed on the way. */
export type GivenInput<V extends LedgerVerb> = Input<V> | (V extends 'customer.takeEntry' ? TypedEntry : never);

export function isTyped(input: unknown): input is TypedEntry {
  return typeof input === 'object' && input !== null && 'pin' in input;
}

/** Of somebody who may not ask for the key, sealed for one that the ledger does not have. */
export async function sealedFor(
  office: Office,
  { taskId, step, pin }: TypedEntry,
  from: Counter | null,
  usual: string,
): Promise<Input<'customer.takeEntry'>> {
  const key = await office.ask('customer.entryKey', {}, from);
  const { publicKey } = key.ok ? key.value : await EntryKey.make();
  return { taskId, step, sealed: await sealEntry(publicKey, { taskId, step, counter: from?.counter ?? usual }, pin) };
}

/** Entry by entry; answers how the task stands after the last. */
export async function typedPins(
  office: Office,
  { visitId, task }: { readonly visitId: string; readonly task: PinTaskKind },
  pins: readonly string[],
  from: Counter,
): Promise<PinTask> {
  let asked = await office.must('customer.beginTask', { visitId, task, second: null }, from);
  for (const pin of pins) {
    const { taskId, step } = asked;
    asked = await office.must('customer.takeEntry', { taskId, step, pin: Buffer.from(pin) }, from);
  }
  return asked;
}
