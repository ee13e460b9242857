/** Corrections as rows: the opposite of one entry, linked to it (docs/rules.md 1). */
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import { addFen, fen, type Fen } from '../../contract/kernel/money.ts';
import type { EntryKind } from '../../contract/kernel/vocabulary.ts';
import type { Reading, Writing } from '../books/books.ts';
import type { HolderAccount } from './holder-rows.ts';
import { closePosting, openPosting } from './posting-rows.ts';

export interface OriginalEntry {
  readonly seq: number;
  readonly postingId: number;
  readonly date: BusinessDate;
  readonly kind: EntryKind;
  readonly amountFen: Fen;
  readonly reference: string;
  readonly place: string | null;
  /** The number of the file whose line it is; null for all but an allocation. */
  readonly batch: string | null;
}

/** Null where the account has no such entry. */
export async function findEntry({ query }: Reading, accountId: number, seq: number): Promise<OriginalEntry | null> {
  const row = await query
    .selectFrom('entry')
    .innerJoin('posting', 'posting.id', 'entry.posting_id')
    .leftJoin('institution', 'institution.code', 'entry.institution_code')
    .select(['entry.seq', 'entry.posting_id as postingId', 'entry.business_date as date', 'entry.kind'])
    .select(['entry.amount_fen as amountFen', 'entry.reference', 'institution.name as place'])
    .select('posting.reference as batch')
    .where('entry.account_id', '=', accountId)
    .where('entry.seq', '=', seq)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, batch: row.kind === 'allocation' ? row.batch : null };
}

export async function isCorrected({ query }: Reading, accountId: number, originalSeq: number): Promise<boolean> {
  const row = await query
    .selectFrom('correction')
    .select('seq')
    .where('account_id', '=', accountId)
    .where('original_seq', '=', originalSeq)
    .executeTakeFirst();
  return row !== undefined;
}

/** Does a void or refund of this payment stand that was not itself corrected? */
export async function isReturned({ query }: Reading, accountId: number, { seq }: OriginalEntry): Promise<boolean> {
  const row = await query
    .selectFrom('settlement_line as paid')
    .innerJoin('settlement_line as back', 'back.original', 'paid.reference')
    .leftJoin('correction', (join) =>
      join.onRef('correction.account_id', '=', 'back.account_id').onRef('correction.original_seq', '=', 'back.seq'),
    )
    .select('back.reference')
    .where('paid.account_id', '=', accountId)
    .where('paid.seq', '=', seq)
    .where('back.reason', 'is', null)
    .where('correction.seq', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewCorrection {
  readonly holder: HolderAccount;
  readonly original: OriginalEntry;
  readonly reason: string;
  readonly clerk: string;
  readonly second: string;
  readonly businessDate: BusinessDate;
  readonly auditSeq: number;
}

export interface PostedCorrection {
  readonly seq: number;
  readonly amountFen: Fen;
  readonly balanceFen: Fen;
}

/** The opposite entry, on today's business day; its other side is the control account of corrections until it is settled. */
export async function postCorrection(writing: Writing, correction: NewCorrection): Promise<PostedCorrection> {
  const { query } = writing;
  const { holder, original, reason, clerk, second, businessDate, auditSeq } = correction;
  const { accountId, accountNumber } = holder;
  const reference = `CORRECTION-${accountNumber}-${original.seq}`;
  const posting = { kind: 'correction', reference, businessDate, reverses: original.postingId } as const;
  const postingId = await openPosting(writing, { ...posting, clerk, authorisedBy: second });
  const seq = holder.lastSeq + 1;
  const amountFen = fen(0 - original.amountFen);
  const balanceFen = addFen(holder.balanceFen, amountFen);
  await query
    .insertInto('entry')
    .values({
      account_id: accountId,
      seq,
      posting_id: postingId,
      business_date: businessDate,
      kind: 'correction',
      amount_fen: amountFen,
      balance_fen: balanceFen,
      reference: original.batch === null ? original.reference : `${original.batch}-${original.reference}`,
      institution_code: null,
      terminal: null,
      category: null,
      occurred_at: null,
      narrative: narrativeOf(original),
    })
    .execute();
  await query
    .updateTable('account')
    .set({ balance_fen: balanceFen, last_seq: seq })
    .where('id', '=', accountId)
    .execute();
  await closePosting(writing, postingId, 'corrections', amountFen);
  await query
    .insertInto('correction')
    .values({
      account_id: accountId,
      seq,
      original_seq: original.seq,
      posting_id: postingId,
      reason,
      clerk,
      second,
      audit_seq: auditSeq,
    })
    .execute();
  return { seq, amountFen, balanceFen };
}

/** What a paper says of it: the original by its day and place in the account. */
function narrativeOf({ date, seq }: OriginalEntry): string {
  return `更正 ${date} 第 ${seq} 笔`;
}

export interface CorrectionOnRecord extends PostedCorrection {
  readonly original: OriginalEntry;
  readonly reason: string;
  readonly date: BusinessDate;
}

/** The correction that an audit record is about; null where it is about none. */
export async function correctionOfRecord(reading: Reading, auditSeq: number): Promise<CorrectionOnRecord | null> {
  const row = await reading.query
    .selectFrom('correction')
    .innerJoin('entry', (join) =>
      join.onRef('entry.account_id', '=', 'correction.account_id').onRef('entry.seq', '=', 'correction.seq'),
    )
    .select(['correction.account_id as accountId', 'correction.original_seq as originalSeq', 'correction.reason'])
    .select(['entry.seq', 'entry.amount_fen as amountFen', 'entry.balance_fen as balanceFen'])
    .select('entry.business_date as date')
    .where('correction.audit_seq', '=', auditSeq)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { accountId, originalSeq, ...posted } = row;
  const original = await findEntry(reading, accountId, originalSeq);
  if (original === null) throw new Error('a correction without its original');
  return { ...posted, original };
}
