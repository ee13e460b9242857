/** Settlements of interest: how far one is, what it is reckoned from, and its lines in the books. */
import type { ColumnType } from 'kysely';
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import { fen, ZERO_FEN, type Fen } from '../../contract/kernel/money.ts';
import { closePosting, interestReference } from '../account/posting-rows.ts';
import type { Reading, Writing } from '../books/books.ts';
import type { AccountBalances, DayBalance, Interest, InterestPeriod } from './interest-rules.ts';

/** Set once, on insert. */
type SetOnce<T> = ColumnType<T, T, never>;

interface InterestSettlementTable {
  settled_to: SetOnce<BusinessDate>;
  settled_from: SetOnce<BusinessDate>;
  posting_id: SetOnce<number>;
  demand_rates: SetOnce<string>;
  carry_over_rates: SetOnce<string>;
  state: 'posting' | 'posted';
  steps: number;
  account_done: number;
  accounts: number;
  amount_fen: Fen;
}

interface InterestLineTable {
  settled_to: SetOnce<BusinessDate>;
  account_id: SetOnce<number>;
  demand_days: SetOnce<number>;
  carry_over_days: SetOnce<number>;
  amount_fen: SetOnce<Fen>;
  carry_over_fen: SetOnce<Fen>;
}

declare module '../books/tables/tables.ts' {
  interface Tables {
    interest_settlement: InterestSettlementTable;
    interest_line: InterestLineTable;
  }
}

export interface Settlement extends InterestPeriod {
  readonly postingId: number;
  readonly demandRates: string;
  readonly carryOverRates: string;
  readonly state: 'posting' | 'posted';
  readonly steps: number;
  readonly accountDone: number;
  readonly accounts: number;
  readonly amountFen: Fen;
}

function settlements({ query }: Reading) {
  return query
    .selectFrom('interest_settlement')
    .select(['settled_from as from', 'settled_to as to', 'posting_id as postingId', 'state', 'steps', 'accounts'])
    .select(['demand_rates as demandRates', 'carry_over_rates as carryOverRates'])
    .select(['account_done as accountDone', 'amount_fen as amountFen']);
}

export async function findSettlement(reading: Reading, settledTo: BusinessDate): Promise<Settlement | null> {
  return (await settlements(reading).where('settled_to', '=', settledTo).executeTakeFirst()) ?? null;
}

/** In the order of their days. */
export async function listSettlements(reading: Reading): Promise<Settlement[]> {
  return settlements(reading).orderBy('settled_to').execute();
}

export async function lastSettlement(reading: Reading): Promise<Settlement | null> {
  return (await settlements(reading).orderBy('settled_to', 'desc').limit(1).executeTakeFirst()) ?? null;
}

/** The day up to which one was begun that is not at its end; null where there is none. */
export async function unfinishedSettlement({ query }: Reading): Promise<BusinessDate | null> {
  const begun = await query
    .selectFrom('interest_settlement')
    .select('settled_to as settledTo')
    .where('state', '=', 'posting')
    .executeTakeFirst();
  return begun?.settledTo ?? null;
}

export async function beginSettlement(
  { query }: Writing,
  begun: InterestPeriod & Pick<Settlement, 'postingId' | 'demandRates' | 'carryOverRates'>,
): Promise<void> {
  await query
    .insertInto('interest_settlement')
    .values({
      settled_to: begun.to,
      settled_from: begun.from,
      posting_id: begun.postingId,
      demand_rates: begun.demandRates,
      carry_over_rates: begun.carryOverRates,
      ...{ state: 'posting', steps: 0, account_done: 0, accounts: 0, amount_fen: ZERO_FEN },
    })
    .execute();
}

export interface OpenAccount {
  readonly id: number;
  readonly lastSeq: number;
  readonly balanceFen: Fen;
  /** At the end of the settlement before; null where there was none of this account. */
  readonly carryOverFen: Fen | null;
}

/** The next open accounts that have ever had an entry, in the order of their ids. */
export function nextAccounts(
  { sql }: Reading,
  { after, before, most }: { readonly after: number; readonly before: BusinessDate; readonly most: number },
): OpenAccount[] {
  return sql
    .rows<[BusinessDate, number, number], OpenAccount>(
      `SELECT account.id, account.last_seq AS lastSeq, account.balance_fen AS balanceFen,
         line.carry_over_fen AS carryOverFen
       FROM account LEFT JOIN interest_line AS line ON line.settled_to = ? AND line.account_id = account.id
       WHERE account.id > ? AND account.status = 'open' AND account.last_seq > 0 ORDER BY account.id LIMIT ?`,
    )
    .all(before, after, most);
}

/** What of an account's balance earlier years had left at the end of a settlement; null where it was none of its accounts. */
export async function carryOverOf({ query }: Reading, accountId: number, settledTo: BusinessDate): Promise<Fen | null> {
  const line = await query
    .selectFrom('interest_line')
    .select('carry_over_fen as carryOverFen')
    .where('settled_to', '=', settledTo)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return line?.carryOverFen ?? null;
}

/** So few entries are read at once, which takes a third of the time of reading them one by one. */
const FEW_ENTRIES = 100;

interface EntryBalance extends DayBalance {
  readonly isInterest: number;
}

/**
 * Asked account by account: how each went into a period, and what changed in it. Interest comes after the last balance of its day,
 * and so ends no day; it is in the balances of the days that follow. Walks back from the last entry, so that an account of many
 * years takes no longer than one of few. `entries` is how many it has ever had, where that is known.
 */
export function balancesWithin({
  sql,
}: Reading): (accountId: number, period: InterestPeriod, entries?: number) => PeriodBalances {
  const backwards = sql.rows<[number], EntryBalance>(
    `SELECT business_date AS date, balance_fen AS balanceFen, kind = 'interest' AS isInterest
     FROM entry WHERE account_id = ? ORDER BY seq DESC`,
  );
  return (accountId, { from, to }, entries = Infinity) => {
    const changes: DayBalance[] = [];
    let balanceFen = ZERO_FEN;
    for (const entry of entries <= FEW_ENTRIES ? backwards.all(accountId) : backwards.iterate(accountId)) {
      if (entry.date < from) {
        balanceFen = entry.balanceFen;
        break;
      }
      // Of a day with several entries the last one stands.
      if (entry.date > to || entry.isInterest === 1 || changes.at(-1)?.date === entry.date) continue;
      changes.push({ date: entry.date, balanceFen: entry.balanceFen });
    }
    return { balanceFen, changes: changes.toReversed() };
  };
}

type PeriodBalances = Pick<AccountBalances, 'balanceFen' | 'changes'>;

/** Of the accounts after the last one that is settled, up to and with `accountDone`. */
export interface SettledAccounts {
  readonly lines: readonly { readonly accountId: number; readonly interest: Interest }[];
  readonly accountDone: number;
}

/** Books the interest of one step, balances it and moves the settlement on. */
export async function settleStep(
  writing: Writing,
  settlement: Settlement,
  { lines, accountDone }: SettledAccounts,
  businessDate: BusinessDate,
): Promise<void> {
  const { sql, query } = writing;
  const { to, from, postingId, accountDone: after } = settlement;
  const insert = sql.change(
    `INSERT INTO interest_line (settled_to, account_id, demand_days, carry_over_days, amount_fen, carry_over_fen)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const { accountId, interest } of lines) {
    const { demandDays, carryOverDays, amountFen, carryOverFen } = interest;
    insert.run(to, accountId, demandDays, carryOverDays, amountFen, carryOverFen);
  }
  const range = { to, after, done: accountDone };
  const accounts = sql
    .change(
      `INSERT INTO entry (account_id, seq, posting_id, business_date, kind, amount_fen, balance_fen, reference, narrative)
       SELECT account.id, account.last_seq + 1, @postingId, @businessDate, 'interest', line.amount_fen,
         account.balance_fen + line.amount_fen, @reference || '-' || account.id, @narrative
       FROM interest_line AS line CROSS JOIN account ON account.id = line.account_id WHERE ${OF_STEP}`,
    )
    .run({ ...range, postingId, businessDate, reference: interestReference(to), narrative: `${from}~${to}` }).changes;
  sql
    .change(
      `UPDATE account SET balance_fen = balance_fen + line.amount_fen, last_seq = last_seq + 1
       FROM interest_line AS line WHERE account.id = line.account_id AND ${OF_STEP}`,
    )
    .run(range);
  const sum = `SELECT coalesce(sum(line.amount_fen), 0) FROM interest_line AS line WHERE ${OF_STEP}`;
  const amountFen = fen(sql.values<[typeof range], number>(sum).get(range) ?? 0);
  const steps = settlement.steps + 1;
  if (amountFen > 0) await closePosting(writing, postingId, 'interest', amountFen, steps);
  const moved = await query
    .updateTable('interest_settlement')
    .set((set) => ({
      steps,
      account_done: accountDone,
      accounts: set('accounts', '+', accounts),
      amount_fen: set('amount_fen', '+', amountFen),
    }))
    .where('settled_to', '=', to)
    .where('steps', '=', settlement.steps)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new Error(`the settlement of ${to} was moved on by somebody else`);
}

const OF_STEP =
  'line.settled_to = @to AND line.account_id > @after AND line.account_id <= @done AND line.amount_fen > 0';

export async function endSettlement({ query }: Writing, settledTo: BusinessDate): Promise<void> {
  await query.updateTable('interest_settlement').set({ state: 'posted' }).where('settled_to', '=', settledTo).execute();
}
