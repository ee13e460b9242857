/** Accounts that an allocation file credits more than once: allowed, and told to the second person. */
import type { Reading } from '../../books/books.ts';
import { WrittenLines } from './staging/allocation-staging.ts';

export interface RepeatedAccounts {
  readonly count: number;
  /** The first physical lines that name one of them, in file order. */
  readonly lines: readonly number[];
}

const LINES_NAMED = 6;

/** Accounts looked through between two turns of others. */
const ACCOUNTS_AT_ONCE = 50_000;

/** Looks through what was matched, some of it at a time; `letOthers` is called between. */
export async function repeatedAccounts(reading: Reading, letOthers: () => Promise<void>): Promise<RepeatedAccounts> {
  const { sql } = reading;
  const highest = Number(sql.values<[], unknown>('SELECT coalesce(max(account_id), 0) FROM scratch.matched').get());
  const repeated = `SELECT account_id FROM scratch.matched WHERE account_id BETWEEN ? AND ?
    GROUP BY account_id HAVING count(*) > 1`;
  const counted = sql.values<[number, number], number>(`SELECT count(*) FROM (${repeated})`);
  const first = sql.values<[number, number], number>(
    `SELECT ordinal FROM scratch.matched WHERE account_id IN (${repeated}) ORDER BY ordinal LIMIT ${LINES_NAMED}`,
  );
  let count = 0;
  let ordinals: number[] = [];
  for (let from = 1; from <= highest; from += ACCOUNTS_AT_ONCE) {
    const range = [from, from + ACCOUNTS_AT_ONCE - 1] as const;
    const found = counted.get(...range) ?? 0;
    count += found;
    if (found > 0) ordinals = [...ordinals, ...first.all(...range)].toSorted((a, b) => a - b).slice(0, LINES_NAMED);
    await letOthers();
  }
  const written = new WrittenLines(reading);
  return { count, lines: ordinals.map((ordinal) => written.at(ordinal).line) };
}
