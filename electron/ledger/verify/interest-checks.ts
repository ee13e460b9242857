/** That the interest of each quarter is what its daily balances come to, reckoned again from the entries alone (docs/ledger.md 8). */
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { addDays, type BusinessDate } from '../../contract/kernel/dates.ts';
import { fen, ZERO_FEN } from '../../contract/kernel/money.ts';
import type { FaultQuery } from '../books/fault-query.ts';
import type { Reading } from '../books/books.ts';
import { listSettlements, type Settlement } from '../interest/interest-rows.ts';
import {
  cutPeriod,
  interestOf,
  stretchesOf,
  yearStart,
  type AccountBalances,
  type CutPeriod,
  type DayBalance,
  type Interest,
} from '../interest/interest-rules.ts';
import { cutBy } from '../interest/interest-settlement.ts';

export const INTEREST_FAULTS: readonly FaultQuery[] = [
  {
    name: 'interest-booked-once',
    counted: 'SELECT count(*) FROM interest_line',
    faults: `
      SELECT 'interest of ' || settlement.settled_to FROM interest_settlement AS settlement
      LEFT JOIN posting ON posting.id = settlement.posting_id AND posting.kind = 'interest'
      LEFT JOIN (SELECT settled_to, sum(amount_fen > 0) AS accounts, sum(amount_fen) AS amount FROM interest_line
                 GROUP BY settled_to) AS lines ON lines.settled_to = settlement.settled_to
      WHERE posting.id IS NULL OR settlement.accounts <> coalesce(lines.accounts, 0)
        OR settlement.amount_fen <> coalesce(lines.amount, 0)
      UNION ALL SELECT 'interest of ' || line.settled_to || ' for account ' || line.account_id FROM interest_line AS line
      JOIN interest_settlement AS settlement ON settlement.settled_to = line.settled_to
      LEFT JOIN (SELECT posting_id, account_id, sum(amount_fen) AS amount FROM entry WHERE kind = 'interest'
                 GROUP BY posting_id, account_id) AS booked
        ON booked.posting_id = settlement.posting_id AND booked.account_id = line.account_id
      WHERE line.amount_fen <> coalesce(booked.amount, 0)
      UNION ALL SELECT 'account ' || entry.account_id || ' entry ' || entry.seq FROM entry
      LEFT JOIN interest_settlement AS settlement ON settlement.posting_id = entry.posting_id
      LEFT JOIN interest_line AS line ON line.settled_to = settlement.settled_to AND line.account_id = entry.account_id
      WHERE entry.kind = 'interest' AND line.account_id IS NULL`,
  },
];

interface Line {
  readonly demandDays: number;
  readonly carryOverDays: number;
  readonly amountFen: number;
  readonly carryOverFen: number;
}

/** Of one account, in the order of its entries. */
interface EntryBalance extends DayBalance {
  readonly isInterest: number;
}

/** A settlement, with what all accounts have in common. */
interface Quarter {
  readonly settlement: Settlement;
  readonly cut: CutPeriod;
  /** From the year's beginning to the day before it. */
  readonly untilThen: CutPeriod;
}

/** A row takes some microseconds; other requests are answered between two slices. */
const ACCOUNTS_OF_SLICE = 100;

/** Every line of every settlement that is posted, reckoned again; `detail` names the first that is another. */
export async function interestAsReckoned(reading: Reading): Promise<{ counted: number; detail: string | null }> {
  const posted = (await listSettlements(reading)).filter(({ state }) => state === 'posted');
  if (posted.length === 0) return { counted: 0, detail: null };
  const quarters = posted.map((settlement): Quarter => {
    const none = { demand: [], carryOver: [] };
    const before = { from: yearStart(settlement.from), to: addDays(settlement.from, -1) };
    return { settlement, cut: cutBy(settlement, settlement), untilThen: cutPeriod(before, none) };
  });
  const { sql } = reading;
  const accounts = sql.rows<[], { id: number; status: string }>('SELECT id, status FROM account ORDER BY id');
  const entriesOf = sql.rows<[number], EntryBalance>(
    `SELECT business_date AS date, balance_fen AS balanceFen,
       posting_id IN (SELECT posting_id FROM interest_settlement) AS isInterest
     FROM entry WHERE account_id = ? ORDER BY seq`,
  );
  const lineOf = sql.rows<[BusinessDate, number], Line>(
    `SELECT demand_days AS demandDays, carry_over_days AS carryOverDays, amount_fen AS amountFen,
       carry_over_fen AS carryOverFen FROM interest_line WHERE settled_to = ? AND account_id = ?`,
  );
  let counted = 0;
  for (const { id, status } of accounts.iterate()) {
    counted += 1;
    if (counted % ACCOUNTS_OF_SLICE === 0) await letOthersRun();
    const entries = entriesOf.all(id);
    for (const quarter of quarters) {
      const { to } = quarter.settlement;
      const line = lineOf.get(to, id);
      // An account that was closed by then has none.
      if (line === undefined && status === 'closed') continue;
      if (!isSame(line, reckoned(quarter, entries))) return { counted, detail: `interest of ${to} for account ${id}` };
    }
  }
  return { counted, detail: null };
}

function reckoned({ settlement, cut, untilThen }: Quarter, entries: readonly EntryBalance[]): Interest {
  const before = balancesWithin(entries, untilThen);
  const carryOverFen =
    untilThen.from > untilThen.to
      ? before.balanceFen
      : interestOf(stretchesOf(untilThen, { ...before, carryOverFen: before.balanceFen })).carryOverFen;
  return interestOf(stretchesOf(cut, { ...balancesWithin(entries, settlement), carryOverFen }));
}

/** At the end of the day before, and what changes from the first to the last; interest comes after the last balance of its day. */
function balancesWithin(
  entries: readonly EntryBalance[],
  { from, to }: Pick<Settlement, 'from' | 'to'>,
): Omit<AccountBalances, 'carryOverFen'> {
  const ends = new Map<BusinessDate, number>();
  let balanceFen: number = ZERO_FEN;
  for (const { date, balanceFen: balance, isInterest } of entries) {
    if (date > to) break;
    if (date < from) balanceFen = balance;
    else if (isInterest === 0) ends.set(date, balance);
  }
  return { balanceFen: fen(balanceFen), changes: [...ends].map(([date, end]) => ({ date, balanceFen: fen(end) })) };
}

function isSame(line: Line | undefined, { demandDays, carryOverDays, amountFen, carryOverFen }: Interest): boolean {
  const stored = line ?? { demandDays: 0, carryOverDays: 0, amountFen: 0, carryOverFen: 0 };
  return (
    stored.demandDays === demandDays &&
    stored.carryOverDays === carryOverDays &&
    stored.amountFen === amountFen &&
    stored.carryOverFen === carryOverFen
  );
}
