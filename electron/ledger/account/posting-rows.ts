/** Writing a posting: its head, its control side in aggregate, the file it came from, and the lines refused. */
import { z } from 'zod';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { fen, type Fen } from '../../contract/kernel/money.ts';
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import type { PostedBatch } from '../../contract/month-end/batch-views.ts';
import { shownAmountText } from '../numbers/masking.ts';
import type { Reading, Writing } from '../books/books.ts';
import { storedJson } from '../books/stored-json.ts';
import type { ControlCode } from '../books/tables/tables.ts';

export interface NewPosting {
  readonly kind: 'allocation' | 'settlement' | 'interest' | 'correction';
  readonly reference: string;
  readonly businessDate: BusinessDate;
  readonly clerk: string;
  /** Null for the interest of a day that nobody had to authorise the closing of. */
  readonly authorisedBy: string | null;
  /** Of a correction: the posting of the entry that it takes back. */
  readonly reverses?: number;
}

/**
 * Answers the posting's id. Holder lines follow; `closePosting` balances them. Throws RefusalError DAY_BEING_CLOSED on a day
 * whose interest is settled, or begun to be.
 */
export async function openPosting(writing: Writing, posting: NewPosting): Promise<number> {
  const { query, at } = writing;
  if (posting.kind !== 'interest') await refuseSettledDay(writing, posting.businessDate);
  const last = await query
    .selectFrom('posting')
    .select((of) => of.fn.max<number | null>('id').as('id'))
    .executeTakeFirst();
  const id = (last?.id ?? 0) + 1;
  await query
    .insertInto('posting')
    .values({
      id,
      kind: posting.kind,
      reference: posting.reference,
      business_date: posting.businessDate,
      posted_at: at,
      clerk: posting.clerk,
      authorised_by: posting.authorisedBy,
      reverses: posting.reverses ?? null,
    })
    .execute();
  return id;
}

/** `JX20260320`: the reference of the interest up to and with a day. */
export function interestReference(settledTo: BusinessDate): string {
  return `JX${settledTo.replaceAll('-', '')}`;
}

/**
 * The day's last balances are what its interest was reckoned from. The interest up to a 20th that was no business day then is
 * booked on a day before it; broken off, a closing may have moved the day to the 20th since.
 */
async function refuseSettledDay({ query }: Reading, date: BusinessDate): Promise<void> {
  const interest = await query
    .selectFrom('posting')
    .select('id')
    .where('kind', '=', 'interest')
    .where('reference', '>=', interestReference(date))
    .executeTakeFirst();
  if (interest !== undefined) throw new RefusalError('DAY_BEING_CLOSED', { date });
}

/** The control side: the opposite of what the holder lines of this step sum to, so that the posting balances. */
export async function closePosting(
  { query }: Writing,
  postingId: number,
  control: ControlCode,
  holdersFen: Fen,
  step = 1,
): Promise<void> {
  const amount = fen(0 - holdersFen);
  await query.insertInto('control_line').values({ posting_id: postingId, control, step, amount_fen: amount }).execute();
  await query
    .updateTable('control_account')
    .set((set) => ({ balance_fen: set('balance_fen', '+', amount) }))
    .where('code', '=', control)
    .execute();
}

export interface KnownBatch {
  readonly id: number;
  readonly state: 'posting' | 'posted';
  readonly fileSha256: string;
  readonly accepted: number;
  readonly rejected: number;
  readonly amountFen: Fen;
}

/** A file that is posted, or being posted, by its number; null when there is none of that number. */
export async function findBatch(
  { query }: Reading,
  kind: 'allocation' | 'settlement',
  number: string,
): Promise<KnownBatch | null> {
  const row = await query
    .selectFrom('batch')
    .select(['id', 'state', 'file_sha256 as fileSha256', 'accepted', 'rejected', 'amount_fen as amountFen'])
    .where('kind', '=', kind)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

/** The last file of a kind that was posted on a business day from `from` to before `before`; null when there was none. */
export async function lastBatchWithin(
  { query }: Reading,
  kind: 'allocation' | 'settlement',
  { from, before }: { readonly from: BusinessDate; readonly before: BusinessDate },
): Promise<{ readonly number: string; readonly amountFen: Fen } | null> {
  const row = await query
    .selectFrom('batch')
    .innerJoin('posting', 'posting.id', 'batch.posting_id')
    .select(['batch.number', 'batch.amount_fen as amountFen'])
    .where('batch.kind', '=', kind)
    .where('batch.state', '=', 'posted')
    .where('posting.business_date', '>=', from)
    .where('posting.business_date', '<', before)
    .orderBy('batch.id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** A file by its place in the books; null when there is none. */
export async function batchById(
  { query }: Reading,
  id: number,
): Promise<{ kind: 'allocation' | 'settlement'; number: string; fileSha256: string } | null> {
  const row = await query
    .selectFrom('batch')
    .select(['kind', 'number', 'file_sha256 as fileSha256'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function countBatches({ query }: Reading): Promise<number> {
  const { count } = await query
    .selectFrom('batch')
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Lines of a posted file that were refused; 0 where there is no such file. */
export async function countRejected({ query }: Reading, batchId: number): Promise<number> {
  const batch = await query.selectFrom('batch').select('rejected').where('id', '=', batchId).executeTakeFirst();
  return batch?.rejected ?? 0;
}

interface RowsAsked {
  readonly limit: number;
  readonly offset: number;
}

/** The number of the file that is being posted, of the first where several are; null when none is. */
export async function batchBeingPosted({ query }: Reading): Promise<string | null> {
  const row = await query
    .selectFrom('batch')
    .select('number')
    .where('state', '=', 'posting')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? null;
}

/** Newest first; what holds up a posting the books do not know. */
export async function listBatches(
  { query }: Reading,
  { limit, offset }: RowsAsked,
): Promise<Omit<PostedBatch, 'waitsFor' | 'stopped'>[]> {
  const rows = await query
    .selectFrom('batch')
    .innerJoin('posting', 'posting.id', 'batch.posting_id')
    .leftJoin('file_posting', 'file_posting.batch_id', 'batch.id')
    .select([
      'batch.id as batchId',
      'batch.state',
      'file_posting.lines',
      'batch.kind',
      'batch.number as batch',
      'posting.business_date as businessDate',
      'posting.posted_at as postedAt',
      'posting.clerk',
      'posting.authorised_by as authorisedBy',
      'batch.accepted',
      'batch.rejected',
      'batch.amount_fen as amountFen',
    ])
    .orderBy('batch.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({ ...row, authorisedBy: row.authorisedBy ?? '' }));
}

export interface RefusedLine {
  /** Place among the lines of the file, from 1. */
  readonly ordinal: number;
  /** Physical line. */
  readonly line: number;
  readonly externalId: string;
  readonly reason: string;
  readonly amountText: string;
  readonly card: string;
  readonly name: string | null;
}

const payeeSchema = z.tuple([z.string(), z.string().nullable()]);

/** Keeps refused lines of a file; the exception list is worked off from them. */
export function insertRefusedLines({ sql, keys }: Writing, batchId: number, lines: Iterable<RefusedLine>): void {
  const insert = sql.change(
    'INSERT INTO rejected_line (batch_id, ordinal, line, external_id, reason, amount_text, payee_sealed) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { ordinal, line, externalId, reason, amountText, card, name } of lines) {
    const payee = keys.seal('payee', JSON.stringify([card, name]));
    insert.run(batchId, ordinal, line, externalId, reason, shownAmountText(amountText), payee);
  }
}

interface RefusedRow extends Omit<RefusedLine, 'card' | 'name'> {
  readonly payeeSealed: Uint8Array;
}

/** In file order, one at a time, at most so many; with `after`, of those that follow this place in the file. */
export function* refusedLines(
  { sql, keys }: Reading,
  batchId: number,
  { limit, offset, after = 0 }: RowsAsked & { readonly after?: number },
): Generator<RefusedLine> {
  const rows = sql.rows<[number, number, number, number], RefusedRow>(
    `SELECT ordinal, line, external_id AS externalId, reason, amount_text AS amountText, payee_sealed AS payeeSealed
     FROM rejected_line WHERE batch_id = ? AND ordinal > ? ORDER BY ordinal LIMIT ? OFFSET ?`,
  );
  for (const { payeeSealed, ...line } of rows.iterate(batchId, after, limit, offset)) {
    const [card, name] = storedJson(payeeSchema, keys.open('payee', payeeSealed), 'payee');
    yield { ...line, card, name };
  }
}
