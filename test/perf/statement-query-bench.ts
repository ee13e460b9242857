/**
 * Everything a statement of 600 entries asks of the books, through Books.read as the use cases ask it, for accounts
 * drawn at random among all, against the same rows by a raw prepared statement.
 */
import { businessDate } from '../../electron/contract/kernel/dates.ts';
import { seededRandom } from '../../electron/ledger/demo/seeded-random.ts';
import { booksPath, type Books } from '../../electron/ledger/books/books.ts';
import { openBooks } from '../../electron/ledger/books/open-books.ts';
import { openConnection } from '../../electron/ledger/books/sqlite/connection.ts';
import { readPrintedRanges } from '../../electron/ledger/paper/document-rows.ts';
import { readStatement } from '../../electron/ledger/account/entry-rows.ts';
import { requireByCardId } from '../../electron/ledger/account/holder-rows.ts';
import { deriveKeys } from '../../electron/ledger/books/sealing/keys.ts';
import { readSettings, requireOffice } from '../../electron/ledger/office/office-rows.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { accountsWithHistory, ENTRIES, PERIOD, writeHistories } from './long-histories.ts';
import { clock, DATA_KEY, preparedOffice, SEED } from './prepared-office.ts';
import { percentile } from './side-by-side.ts';

const period = { from: businessDate(PERIOD.from), to: businessDate(PERIOD.to) };
const WARM_UP = 200;

export async function statementQueryBench({ accounts, statements }: BenchSize): Promise<Finding[]> {
  const ids = accountsWithHistory(accounts, statements);
  const folder = await preparedOffice(`histories-${statements}`, accounts, async (made) =>
    writeHistories(made, DATA_KEY, ids),
  );
  const books = openBooks({ folder, dataKey: DATA_KEY, clock, keysFolder: null });
  const raw = rawStatement(folder);
  const taken = { ours: [] as number[], raw: [] as number[] };
  try {
    for (const [at, account] of drawn(ids).entries()) {
      const [ours, baseline] = await bothOf(books, raw.read, account, at % 2 === 0);
      if (at < WARM_UP) continue;
      taken.ours.push(ours);
      taken.raw.push(baseline);
    }
  } finally {
    raw.close();
    books.close();
  }
  const [value, baseline] = [percentile(taken.ours, 0.99), percentile(taken.raw, 0.99)];
  return [
    {
      name: 'statement-query',
      measured: { what: `p99 of a statement, ${ENTRIES} entries among ${accounts} accounts`, value, unit: 'ms' },
      baseline: { what: 'p99 of the raw statement', value: baseline, unit: 'ms' },
      ratio: value / baseline,
      goal: { of: 'value', atMost: 5 },
    },
  ];
}

/** Every account once in random order, some of them before that to warm up. */
function drawn(ids: readonly number[]): number[] {
  const random = seededRandom(SEED);
  const warm = Array.from({ length: WARM_UP }, () => random.pick(ids));
  const shuffled = ids.map((id) => ({ id, place: random.below(1_000_000_000) })).sort((a, b) => a.place - b.place);
  return [...warm, ...shuffled.map(({ id }) => id)];
}

async function bothOf(
  books: Books,
  raw: (account: number) => number,
  account: number,
  oursFirst: boolean,
): Promise<readonly [ours: number, raw: number]> {
  const rawFirst = oursFirst ? null : timed(() => raw(account));
  const started = performance.now();
  const count = await statementOf(books, account);
  const ours = performance.now() - started;
  if (count !== ENTRIES) throw new Error(`account ${account} has ${count} entries`);
  return [ours, rawFirst ?? timed(() => raw(account))];
}

function timed(work: () => number): number {
  const started = performance.now();
  if (work() !== ENTRIES) throw new Error('the raw statement reads other rows');
  return performance.now() - started;
}

/** What composing a statement reads. In the simulated office the card has the number of its account. */
async function statementOf(books: Books, cardId: number): Promise<number> {
  return books.read(async (reading) => {
    await requireOffice(reading);
    await readSettings(reading);
    const holder = await requireByCardId(reading, cardId);
    await readPrintedRanges(reading, holder.accountId);
    return (await readStatement(reading, holder.accountId, period, holder.lastSeq)).entries.length;
  });
}

function rawStatement(folder: string): { read: (account: number) => number; close: () => void } {
  const databaseKey = deriveKeys(DATA_KEY).database;
  const connection = openConnection({ path: booksPath(folder), databaseKey, readOnly: true });
  const select = connection.prepare(`
    SELECT entry.seq, entry.business_date, entry.occurred_at, entry.kind, entry.amount_fen, entry.balance_fen,
      institution.name, entry.terminal, entry.reference, entry.narrative
    FROM entry LEFT JOIN institution ON institution.code = entry.institution_code
    WHERE entry.account_id = ? AND entry.business_date BETWEEN ? AND ? ORDER BY entry.seq`);
  return {
    read: (account) => select.all(account, period.from, period.to).length,
    close: () => connection.close(),
  };
}
