/**
 * Closing an account at the counter: second person, balance zero or paid out by the department's reference
 * (docs/rules.md 2).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { yuanGrouped } from '../../contract/kernel/money.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { closeAccount, refuseClosedAccount } from '../account/account-closing-rows.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Writing } from '../books/books.ts';
import { requireByAccountId } from '../account/holder-rows.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { recordApproved } from '../second-person/approved-in-place.ts';
import { inVisit } from '../request/visit/current-visit.ts';

/** Throws RefusalError ACCOUNT_CLOSED, or ACCOUNT_BALANCE for a balance without a reference. */
async function close(
  asked: Asked<'holder.close'>,
  { reference }: Input<'holder.close'>,
): Promise<Output<'holder.close'>> {
  const { session, visit, second } = asked;
  const closing = async (writing: Writing): Promise<Output<'holder.close'>> => {
    await refuseClosedAccount(writing, visit.accountId);
    const holder = await requireByAccountId(writing, visit.accountId);
    const { accountNumber: account, balanceFen } = holder;
    if (balanceFen !== 0 && reference === null)
      throw new RefusalError('ACCOUNT_BALANCE', { balance: yuanGrouped(balanceFen) });
    const { businessDate } = await requireOffice(writing);
    const auditSeq = await nextAuditSeq(writing);
    const people = { clerk: session.clerk.code, second: second.code };
    const paidOutFen = await closeAccount(writing, { holder, reference, ...people, businessDate, auditSeq });
    await recordApproved(writing, asked, { subject: account, details: { paidOutFen, reference } });
    return { account, closedOn: businessDate, paidOutFen, reference };
  };
  return asked.books.write(inVisit(asked, closing));
}

export const accountClosingHandlers = {
  'holder.close': close,
};
