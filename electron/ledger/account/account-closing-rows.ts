/** Closing an account for good: what it held is paid out first, then nothing more is entered (docs/rules.md 2). */
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { fen, ZERO_FEN, type Fen } from '../../contract/kernel/money.ts';
import type { Reading, Writing } from '../books/books.ts';
import { requireByAccountId, type HolderAccount } from './holder-rows.ts';
import { closePosting, openPosting } from './posting-rows.ts';

export interface Closing {
  readonly holder: HolderAccount;
  /** The department's own; null only for an account that holds nothing. */
  readonly reference: string | null;
  readonly clerk: string;
  readonly second: string;
  readonly businessDate: BusinessDate;
  readonly auditSeq: number;
}

const NARRATIVE = '销户余额划付';

/** Answers what was paid out. The telephone password ends with the account; the card does, as its account is closed. */
export async function closeAccount(writing: Writing, closing: Closing): Promise<Fen> {
  const { query, at } = writing;
  const { holder, reference, clerk, second, businessDate, auditSeq } = closing;
  const postingId = holder.balanceFen === 0 ? null : await payOut(writing, closing);
  const lastSeq = postingId === null ? holder.lastSeq : holder.lastSeq + 1;
  await query
    .updateTable('account')
    .set({ status: 'closed', balance_fen: ZERO_FEN, last_seq: lastSeq })
    .where('id', '=', holder.accountId)
    .execute();
  await query.deleteFrom('telephone_password').where('account_id', '=', holder.accountId).execute();
  await query
    .insertInto('account_closing')
    .values({
      account_id: holder.accountId,
      closed_at: at,
      closed_on: businessDate,
      reference,
      paid_out_fen: holder.balanceFen,
      last_seq: lastSeq,
      posting_id: postingId,
      clerk,
      second,
      audit_seq: auditSeq,
    })
    .execute();
  return holder.balanceFen;
}

/** Back to the fund that the allocations came from: the department pays it on, by its own reference. */
async function payOut(writing: Writing, { holder, reference, clerk, second, businessDate }: Closing): Promise<number> {
  const { accountId, accountNumber, balanceFen, lastSeq } = holder;
  if (reference === null) throw new Error('an account that holds something is paid out by a reference alone');
  const posting = { kind: 'correction', reference: `CLOSING-${accountNumber}`, businessDate } as const;
  const postingId = await openPosting(writing, { ...posting, clerk, authorisedBy: second });
  const amountFen = fen(0 - balanceFen);
  await writing.query
    .insertInto('entry')
    .values({
      account_id: accountId,
      seq: lastSeq + 1,
      posting_id: postingId,
      business_date: businessDate,
      kind: 'correction',
      amount_fen: amountFen,
      balance_fen: ZERO_FEN,
      reference,
      institution_code: null,
      terminal: null,
      category: null,
      occurred_at: null,
      narrative: NARRATIVE,
    })
    .execute();
  await closePosting(writing, postingId, 'fund-clearing', amountFen);
  return postingId;
}

/** Its history is shown and printed; nothing is done with it any more. Throws RefusalError ACCOUNT_CLOSED. */
export async function refuseClosedAccount(reading: Reading, accountId: number): Promise<void> {
  const { accountStatus, accountNumber } = await requireByAccountId(reading, accountId);
  if (accountStatus === 'closed') throw new RefusalError('ACCOUNT_CLOSED', { account: accountNumber });
}

/** How the account was closed; null while it is open. */
export async function closingOf(
  { query }: Reading,
  accountId: number,
): Promise<{ readonly closedOn: BusinessDate; readonly reference: string | null; readonly paidOutFen: Fen } | null> {
  const row = await query
    .selectFrom('account_closing')
    .select(['closed_on as closedOn', 'reference', 'paid_out_fen as paidOutFen'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row ?? null;
}
