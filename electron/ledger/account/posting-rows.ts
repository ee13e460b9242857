/** Writing a posting: its head, its control side in aggregate, the file it came from, and the lines refused. */
import { z } from 'zod';
import { fen, type Fen } from '../../contract/kernel/money.ts';
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import type { PostedBatch } from '../../contract/office/office-views.ts';
import { shownAmountText } from '../numbers/masking.ts';
import type { Reading, Writing } from '../books/books.ts';
import { storedJson } from '../books/stored-json.ts';
import type { ControlCode } from '../books/tables/tables.ts';

export interface NewPosting {
  readonly kind: 'allocation' | 'settlement' | 'correction';
  readonly reference: string;
  readonly businessDate: BusinessDate;
  readonly clerk: string;
  readonly authorisedBy: string;
}

/** Answers the posting's id. Holder lines follow; `closePosting` balances them. */
export async function openPosting({ query, at }: Writing, posting: NewPosting): Promise<number> {
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
    })
    .execute();
  return id;
}

/** The control side: the opposite of what the holder lines sum to, so that the posting balances. */
export async function closePosting(
  { query }: Writing,
  postingId: number,
  control: ControlCode,
  holdersFen: Fen,
): Promise<void> {
  const amount = fen(0 - holdersFen);
  await query.insertInto('control_line').values({ posting_id: postingId, control, amount_fen: amount }).execute();
  await query
    .updateTable('control_account')
    .set((set) => ({ balance_fen: set('balance_fen', '+', amount) }))
    .where('code', '=', control)
    .execute();
}

export interface NewBatch {
  readonly kind: 'allocation' | 'settlement';
  readonly number: string;
  readonly postingId: number;
  readonly fileSha256: string;
  readonly accepted: number;
  readonly rejected: number;
  readonly amountFen: Fen;
  readonly auditSeq: number;
}

export async function insertBatch({ query }: Writing, id: number, batch: NewBatch): Promise<void> {
  await query
    .insertInto('batch')
    .values({
      id,
      kind: batch.kind,
      number: batch.number,
      posting_id: batch.postingId,
      file_sha256: batch.fileSha256,
      accepted: batch.accepted,
      rejected: batch.rejected,
      amount_fen: batch.amountFen,
      audit_seq: batch.auditSeq,
    })
    .execute();
}

export async function nextBatchId({ query }: Reading): Promise<number> {
  const last = await query
    .selectFrom('batch')
    .select((of) => of.fn.max<number | null>('id').as('id'))
    .executeTakeFirst();
  return (last?.id ?? 0) + 1;
}

export interface KnownBatch {
  readonly id: number;
  readonly fileSha256: string;
  readonly accepted: number;
  readonly rejected: number;
  readonly amountFen: Fen;
}

/** A posted file by its number; null when none of that number was posted. */
export async function findBatch(
  { query }: Reading,
  kind: 'allocation' | 'settlement',
  number: string,
): Promise<KnownBatch | null> {
  const row = await query
    .selectFrom('batch')
    .select(['id', 'file_sha256 as fileSha256', 'accepted', 'rejected', 'amount_fen as amountFen'])
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
    .where('posting.business_date', '>=', from)
    .where('posting.business_date', '<', before)
    .orderBy('batch.id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** A posted file by its place in the books; null when there is none. */
export async function batchById(
  { query }: Reading,
  id: number,
): Promise<Pick<NewBatch, 'kind' | 'number' | 'fileSha256'> | null> {
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

/** Newest first. */
export async function listBatches({ query }: Reading, { limit, offset }: RowsAsked): Promise<PostedBatch[]> {
  const rows = await query
    .selectFrom('batch')
    .innerJoin('posting', 'posting.id', 'batch.posting_id')
    .select([
      'batch.id as batchId',
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

/** Refused lines written between two turns of others. */
const CHUNK = 10_000;

/** Keeps the refused lines of a posted file; the exception list is worked off from them. Yields now and then. */
export function* insertRefusedLines(
  { sql, keys }: Writing,
  batchId: number,
  lines: Iterable<RefusedLine>,
): Generator<void> {
  const insert = sql.change(
    'INSERT INTO rejected_line (batch_id, ordinal, line, external_id, reason, amount_text, payee_sealed) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  let written = 0;
  for (const { ordinal, line, externalId, reason, amountText, card, name } of lines) {
    const payee = keys.seal('payee', JSON.stringify([card, name]));
    insert.run(batchId, ordinal, line, externalId, reason, shownAmountText(amountText), payee);
    written += 1;
    if (written % CHUNK === 0) yield;
  }
}

interface RefusedRow extends Omit<RefusedLine, 'card' | 'name'> {
  readonly payeeSealed: Uint8Array;
}

/** In file order, one at a time, at most so many. */
export function* refusedLines(
  { sql, keys }: Reading,
  batchId: number,
  { limit, offset }: RowsAsked,
): Generator<RefusedLine> {
  const rows = sql.rows<[number, number, number], RefusedRow>(
    `SELECT ordinal, line, external_id AS externalId, reason, amount_text AS amountText, payee_sealed AS payeeSealed
     FROM rejected_line WHERE batch_id = ? ORDER BY ordinal LIMIT ? OFFSET ?`,
  );
  for (const { payeeSealed, ...line } of rows.iterate(batchId, limit, offset)) {
    const [card, name] = storedJson(payeeSchema, keys.open('payee', payeeSealed), 'payee');
    yield { ...line, card, name };
  }
}
