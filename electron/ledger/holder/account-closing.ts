/**
 * Closing an account at the counter: second person, balance zero or paid out by the department's reference
 * (docs/rules.md 2).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { yuanGrouped } from '../../contract/kernel/money.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { closeAccount, refuseClosedAccount } from '../account/account-closing-rows.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Reading } from '../books/books.ts';
import { requireByAccountId } from '../account/holder-rows.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { answeredOnce } from '../request/operations.ts';
import { recordDone } from '../request/record.ts';
import type { Scope } from '../request/scope.ts';
import type { AskedOfSecond } from '../request/second-of-command.ts';
import type { VisitRow } from '../request/visit/visit-rows.ts';
import { payOutAsked } from './holder-asked.ts';

/** Throws what `closingAsked` throws, or what the second person lacks. */
async function close(asked: Asked<'holder.close'>, input: Input<'holder.close'>): Promise<Output<'holder.close'>> {
  const { session, visit } = asked;
  const { reference } = input;
  return answeredOnce(asked, async (writing) => {
    const second = await asked.second.approver(writing, await closingAsked(writing, asked, visit, input));
    const holder = await requireByAccountId(writing, visit.accountId);
    const { accountNumber: account } = holder;
    const { businessDate } = await requireOffice(writing);
    const auditSeq = await nextAuditSeq(writing);
    const people = { clerk: session.clerk.code, second };
    const paidOutFen = await closeAccount(writing, { holder, reference, ...people, businessDate, auditSeq });
    await recordDone(writing, asked, { second, subject: account, details: { paidOutFen, reference } });
    return { account, closedOn: businessDate, paidOutFen, reference };
  });
}

/**
 * What a second person is asked for; a closing that cannot be done is not asked for. Throws RefusalError ACCOUNT_CLOSED, or
 * ACCOUNT_BALANCE for a balance without a reference.
 */
export async function closingAsked(
  reading: Reading,
  scope: Scope,
  visit: VisitRow,
  input: Omit<Input<'holder.close'>, 'operationId' | 'second'>,
): Promise<AskedOfSecond> {
  await refuseClosedAccount(reading, visit.accountId);
  const holder = await requireByAccountId(reading, visit.accountId);
  const { balanceFen } = holder;
  if (balanceFen !== 0 && input.reference === null)
    throw new RefusalError('ACCOUNT_BALANCE', { balance: yuanGrouped(balanceFen) });
  return payOutAsked(reading, scope, { visit, holder }, input);
}

export const accountClosingHandlers = {
  'holder.close': close,
};
