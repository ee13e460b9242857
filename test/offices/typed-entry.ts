/** What a customer types, on its way to the ledger as main sends it: sealed. */
import type { PinTask } from '../../electron/contract/loss/loss-views.ts';
import type { Reply } from '../../electron/contract/kernel/errors.ts';
import type { Input, LedgerVerb, Output } from '../../electron/contract/verbs.ts';
import { EntryKey, sealEntry } from '../../electron/line/entry-seal.ts';

/** Digits as they are typed. */
export type TypedEntry = Input<'customer.enterPin'>;
/** What a test asks for: digits are sealed on the way. */
export type GivenInput<V extends LedgerVerb> = Input<V> | (V extends 'customer.takeEntry' ? TypedEntry : never);

export function isTyped(input: unknown): input is TypedEntry {
  return typeof input === 'object' && input !== null && 'pin' in input;
}

/** @param key that the asker was given; of somebody who may not ask for it, sealed for one that the ledger does not have. */
export async function sealedFor(
  key: Reply<Output<'customer.entryKey'>>,
  { taskId, step, pin }: TypedEntry,
  counter: string,
): Promise<Input<'customer.takeEntry'>> {
  const { publicKey } = key.ok ? key.value : await EntryKey.make();
  return { taskId, step, sealed: await sealEntry(publicKey, { taskId, step, counter }, pin) };
}

/** Entry by entry, from a task that was begun; answers how it stands after the last. */
export async function typedPins(
  begun: PinTask,
  pins: readonly string[],
  enter: (typed: TypedEntry) => Promise<PinTask>,
): Promise<PinTask> {
  let asked = begun;
  for (const pin of pins) {
    const { taskId, step } = asked;
    asked = await enter({ taskId, step, pin: Buffer.from(pin) });
  }
  return asked;
}
