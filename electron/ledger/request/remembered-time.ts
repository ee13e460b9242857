/**
 * The time is remembered for questions too: what ran out before somebody's eyes does not come back when the clock goes back,
 * not even after the program was restarted.
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Books } from '../books/books.ts';
import { rememberNow } from '../books/ledger-time-rows.ts';

const REMEMBERED_EVERY_MILLISECONDS = 60_000;

/** Writes the time down once the last commit is a minute old. A disk that takes nothing leaves the question answered. */
export async function rememberTime(books: Books): Promise<void> {
  if (books.clockBehind() !== null || books.clock() - books.lastCommit() < REMEMBERED_EVERY_MILLISECONDS) return;
  try {
    await books.write(rememberNow, { whileBehind: true, uncounted: true });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
  }
}
