/** What the holder said of their own report at their window: the newest word counts (docs/rules.md 3). */
import { findLatestRecord } from '../books/audit/audit-chain.ts';
import type { Reading } from '../books/books.ts';
import { lossReportsOf } from './loss-rows.ts';
import { lossStatus } from './loss-state-rules.ts';

/** Have they called it wrong, and not right since? */
export async function isCalledWrong(reading: Reading, number: string): Promise<boolean> {
  const word = await findLatestRecord(reading, { verbs: ['loss.acknowledge', 'loss.decline'], subject: number });
  return word?.verb === 'loss.decline';
}

/** The reports of an account that are called wrong and neither taken back nor cancelled yet, newest first. */
export async function reportsCalledWrong(reading: Reading, accountId: number): Promise<string[]> {
  const numbers: string[] = [];
  for (const { number, cardState, passwordState } of await lossReportsOf(reading, accountId)) {
    const status = lossStatus(cardState, passwordState);
    const isOpen = status === 'reported' || status === 'waiting';
    if (isOpen && (await isCalledWrong(reading, number))) numbers.push(number);
  }
  return numbers;
}
