/**
 * Closing an account at the counter: second person, balance zero or paid out by the department's reference
 * (docs/rules.md 2).
 */
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { yuanGrouped, type Fen } from '../../contract/kernel/money.ts';
import type { Clerk } from '../../contract/office/office-views.ts';
import { closeAccount, refuseClosedAccount } from '../account/account-closing-rows.ts';
import { insertDecision } from '../second-person/approval-rows.ts';
import { appendAudit, nextAuditSeq } from '../books/audit/audit-chain.ts';
import { requireByAccountId } from '../account/holder-rows.ts';
import { requireOffice } from '../office/office-rows.ts';
import { requireSession, type Scope } from '../request/scope.ts';
import { refuseAgent, useVisit } from '../request/visit/current-visit.ts';

export interface ClosedAccount {
  readonly account: string;
  readonly closedOn: BusinessDate;
  readonly paidOutFen: Fen;
  readonly reference: string | null;
}

/** Throws RefusalError AGENT_MAY_NOT, ACCOUNT_CLOSED, or ACCOUNT_BALANCE for a balance without a reference. */
export async function close(
  scope: Scope,
  { visitId, reference }: { readonly visitId: string; readonly reference: string | null },
  second: Clerk,
): Promise<ClosedAccount> {
  const { clerk } = requireSession(scope);
  return scope.books.write(async (writing) => {
    const visit = await useVisit(writing, scope, visitId);
    await refuseAgent(writing, visit);
    await refuseClosedAccount(writing, visit.accountId);
    const holder = await requireByAccountId(writing, visit.accountId);
    const { accountNumber: account, balanceFen } = holder;
    if (balanceFen !== 0 && reference === null)
      throw new RefusalError('ACCOUNT_BALANCE', { balance: yuanGrouped(balanceFen) });
    const { businessDate } = await requireOffice(writing);
    const auditSeq = await nextAuditSeq(writing);
    const people = { clerk: clerk.code, second: second.code };
    const paidOutFen = await closeAccount(writing, { holder, reference, ...people, businessDate, auditSeq });
    await insertDecision(writing, {
      verb: 'holder.close',
      subject: account,
      requestedBy: clerk.code,
      requestedAt: writing.at,
      decidedBy: second.code,
      outcome: 'approved',
      reason: null,
    });
    const record = { actor: clerk.code, second: second.code, visitId, verb: 'holder.close', subject: account };
    await appendAudit(writing, { ...record, outcome: 'done', details: { paidOutFen, reference } });
    return { account, closedOn: businessDate, paidOutFen, reference };
  });
}
