/** Reading a holder's entries. Keyed (account, seq), so one account is one contiguous range. */
import { businessDate, type BusinessDate } from '../../contract/kernel/dates.ts';
import { PAGE_ROWS } from '../../contract/kernel/paging.ts';
import { addFen, fen, ZERO_FEN, type Fen } from '../../contract/kernel/money.ts';
import type { Period, StatementEntry } from '../../contract/office/office-views.ts';
import type { Reading } from '../books/books.ts';

export interface StatementRows {
  /** Balance before the first entry of the period. */
  readonly openingFen: Fen;
  /** Balance after the last one up to the end of the period. */
  readonly closingFen: Fen;
  readonly entries: readonly StatementEntry[];
}

/**
 * Entries whose business date lies in the period, up to and with `lastSeq`: an entry posted after a document was
 * prepared does not change that document.
 */
export async function readStatement(
  reading: Reading,
  accountId: number,
  period: Period,
  lastSeq: number,
): Promise<StatementRows> {
  const entries = await selectEntries(reading, accountId, period, lastSeq);
  const [first] = entries;
  const openingFen =
    first === undefined
      ? await balanceBefore(reading, accountId, period.from, lastSeq)
      : addFen(first.balanceFen, fen(-first.amountFen));
  return { openingFen, closingFen: entries.at(-1)?.balanceFen ?? openingFen, entries };
}

async function selectEntries({ query }: Reading, accountId: number, period: Period, lastSeq: number) {
  const rows = await query
    .selectFrom('entry')
    .leftJoin('institution', 'institution.code', 'entry.institution_code')
    // An allocation's own reference is no more than its line in the file: the posting knows which file that is.
    .leftJoin('posting', (join) =>
      join.onRef('posting.id', '=', 'entry.posting_id').on('entry.kind', '=', 'allocation'),
    )
    .leftJoin('correction', (join) =>
      join.onRef('correction.account_id', '=', 'entry.account_id').onRef('correction.seq', '=', 'entry.seq'),
    )
    .leftJoin('entry as original', (join) =>
      join
        .onRef('original.account_id', '=', 'correction.account_id')
        .onRef('original.seq', '=', 'correction.original_seq'),
    )
    .select([
      'original.seq as originalSeq',
      'original.business_date as originalDate',
      'entry.seq',
      'entry.business_date as date',
      'entry.occurred_at as occurredAt',
      'entry.kind',
      'entry.amount_fen as amountFen',
      'entry.balance_fen as balanceFen',
      'institution.name as place',
      'entry.terminal',
      'entry.reference',
      'posting.reference as batch',
      'entry.narrative as text',
    ])
    .where('entry.account_id', '=', accountId)
    .where('entry.seq', '<=', lastSeq)
    .where('entry.business_date', '>=', period.from)
    .where('entry.business_date', '<=', period.to)
    .orderBy('entry.seq')
    .execute();
  return rows.map(({ originalSeq, originalDate, ...entry }): StatementEntry => {
    const isLinked = originalSeq !== null && originalDate !== null;
    return { ...entry, corrects: isLinked ? { seq: originalSeq, date: originalDate } : null };
  });
}

async function balanceBefore({ query }: Reading, accountId: number, from: BusinessDate, lastSeq: number): Promise<Fen> {
  const row = await query
    .selectFrom('entry')
    .select('balance_fen')
    .where('account_id', '=', accountId)
    .where('seq', '<=', lastSeq)
    .where('business_date', '<', from)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.balance_fen ?? ZERO_FEN;
}

export interface MonthSums {
  readonly month: string;
  readonly allocatedFen: Fen;
  /** Consumption less voids and refunds. */
  readonly consumedFen: Fen;
}

/** Sums by calendar month of the business date from `from` on; months without entries are missing. */
export async function readMonthSums({ query }: Reading, accountId: number, from: BusinessDate): Promise<MonthSums[]> {
  return query
    .selectFrom('entry')
    .select((select) => [
      select.fn<string>('substr', ['business_date', select.lit(1), select.lit(7)]).as('month'),
      select.fn
        .sum<Fen>(select.case().when('kind', '=', 'allocation').then(select.ref('amount_fen')).else(0).end())
        .as('allocatedFen'),
      select.fn
        .sum<Fen>(
          select
            .case()
            .when('kind', 'in', ['consumption', 'void', 'refund'])
            .then(select.neg(select.ref('amount_fen')))
            .else(0)
            .end(),
        )
        .as('consumedFen'),
    ])
    .where('account_id', '=', accountId)
    .where('business_date', '>=', from)
    .groupBy('month')
    .execute();
}

export async function entryDate({ query }: Reading, accountId: number, seq: number): Promise<BusinessDate> {
  const row = await query
    .selectFrom('entry')
    .select('business_date')
    .where('account_id', '=', accountId)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow();
  return row.business_date;
}

interface Since {
  readonly accountId: number;
  readonly from: BusinessDate;
}

export async function countEntriesSince({ query }: Reading, { accountId, from }: Since): Promise<number> {
  const row = await query
    .selectFrom('entry')
    .select((select) => select.fn.countAll<number>().as('total'))
    .where('account_id', '=', accountId)
    .where('business_date', '>=', from)
    .executeTakeFirstOrThrow();
  return row.total;
}

/** A page of them, newest first: as a holder sees them, without references and terminals. */
export async function readEntriesSince(
  { query }: Reading,
  { accountId, from }: Since,
  offset: number,
  most = PAGE_ROWS,
) {
  return query
    .selectFrom('entry')
    .leftJoin('institution', 'institution.code', 'entry.institution_code')
    .select(['entry.business_date as date', 'entry.occurred_at as at', 'entry.kind'])
    .select(['entry.amount_fen as amountFen', 'entry.balance_fen as balanceFen', 'institution.name as place'])
    .where('entry.account_id', '=', accountId)
    .where('entry.business_date', '>=', from)
    .orderBy('entry.seq', 'desc')
    .limit(most)
    .offset(offset)
    .execute();
}

/** Of a calendar year by business date, per kind; kinds without entries are missing. */
export async function readYearTotals({ query }: Reading, accountId: number, year: number) {
  return query
    .selectFrom('entry')
    .select((select) => ['kind', select.fn.sum<Fen>('amount_fen').as('amountFen')])
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('business_date', '>=', businessDate(`${String(year)}-01-01`))
    .where('business_date', '<=', businessDate(`${String(year)}-12-31`))
    .groupBy('kind')
    .orderBy('kind')
    .execute();
}
