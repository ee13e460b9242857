/**
 * A posting that goes on after an end of its process: its file was staged and matched again, and what it had settled before is
 * taken out. A line is settled when its entry is there, or when it stands among the rejected ones.
 */
import type { RefusedLine } from '../../account/posting-rows.ts';
import type { Reading, Writing } from '../../books/books.ts';
import type { FilePosting } from '../steps/file-posting-rows.ts';
import { stagedRefusals } from './staging/allocation-staging.ts';

/** Accounts looked through between two turns of others. */
const ACCOUNTS_AT_ONCE = 20_000;

/** Leaves the lines that are still to be posted among the matched ones. */
export async function dropSettled(
  { sql }: Writing,
  { batchId, accountDone, ordinalDone }: FilePosting,
  letOthers: () => Promise<void>,
): Promise<void> {
  const highest = Number(sql.values<[], unknown>('SELECT coalesce(max(account_id), 0) FROM scratch.matched').get());
  const drop = sql.change(
    `DELETE FROM scratch.matched WHERE account_id BETWEEN ? AND ?
       AND ((account_id, ordinal) <= (?, ?) OR EXISTS (
         SELECT 1 FROM rejected_line AS rejected WHERE rejected.batch_id = ? AND rejected.ordinal = matched.ordinal))`,
  );
  for (let from = 1; from <= highest; from += ACCOUNTS_AT_ONCE) {
    drop.run(from, from + ACCOUNTS_AT_ONCE - 1, accountDone, ordinalDone, batchId);
    await letOthers();
  }
}

/** Lines that were good when the file was checked, are not settled, and may not be posted any more, in file order. */
export async function refusedSince(
  reading: Reading,
  posting: FilePosting,
  letOthers: () => Promise<void>,
): Promise<RefusedLine[]> {
  const isSettled = settledLines(reading, posting);
  const found: RefusedLine[] = [];
  for (const lines of stagedRefusals(reading, posting.lines)) {
    found.push(...lines.filter((line) => !isSettled(line)));
    await letOthers();
  }
  return found;
}

function settledLines({ sql, keys }: Reading, { batchId, postingId }: FilePosting): (line: RefusedLine) => boolean {
  const rejected = sql.values<[number, number], number>(
    'SELECT 1 FROM rejected_line WHERE batch_id = ? AND ordinal = ?',
  );
  // The number of a card finds its account for good, whatever became of card and holder since.
  const posted = sql.values<[string, number, string], number>(
    `SELECT 1 FROM card CROSS JOIN entry ON entry.account_id = card.account_id
     WHERE card.number_index = ? AND entry.posting_id = ? AND entry.reference = ? LIMIT 1`,
  );
  return ({ ordinal, card, externalId }) =>
    rejected.get(batchId, ordinal) === 1 || posted.get(keys.blindIndex('card', card), postingId, externalId) === 1;
}
