/** Books that do not agree with their anchor: shut at the opening, and opened as they are by two persons, on record. */
import { RefusalError, type Refusal } from '../../contract/kernel/errors.ts';
import type { Input } from '../../contract/verbs.ts';
import type { Office } from '../../contract/office/office-views.ts';
import { secondPersonFault } from '../second-person/second-person-rules.ts';
import { insertDecision } from '../second-person/approval-rows.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { ClerkRow } from '../request/clerk/clerk-rows.ts';
import { requireOffice } from '../office/office-rows.ts';
import { proveClerk, refuseExpired, refusePairLock } from '../request/clerk/password-proof.ts';
import type { Ledger, Scope } from '../request/scope.ts';

/** Why the books of a ledger just opened stay shut; null when they agree with their anchor, which is held from now on. */
export function settleAnchor({ books }: Ledger): Refusal | null {
  return books.anchoring?.settle() ?? null;
}

/**
 * Proves both persons by the books as they are, puts what was found on record, and lays a new anchor. Throws RefusalError
 * CLERK_LOCKED, SIGN_IN_FAILED, SECOND_PERSON_SAME, SECOND_PERSON_FAILED or SECOND_PERSON_ROLE, first that applies.
 */
export async function acceptBooks(scope: Scope, shut: Refusal, persons: Input<'office.acceptBooks'>): Promise<Office> {
  const { books } = scope;
  const first = await proven(scope, persons.first, 'SIGN_IN_FAILED');
  if (persons.second.clerkCode === first.code) throw new RefusalError('SECOND_PERSON_SAME', { clerkCode: first.code });
  const second = await proven(scope, persons.second, 'SECOND_PERSON_FAILED');
  const fault = first.role === 'clerk' ? secondPersonFault(first, second) : secondPersonFault(second, first);
  if (fault !== null) throw new RefusalError(fault, { clerkCode: second.code });
  const office = await books.write(async (writing) => {
    const { businessDate: _, ...present } = await requireOffice(writing);
    const verb = 'office.acceptBooks';
    const subject = present.code;
    const asked = { requestedBy: first.code, requestedAt: writing.at, decidedBy: second.code };
    await insertDecision(writing, { verb, subject, ...asked, outcome: 'approved', reason: null });
    const details = { found: shut.code, ...shut.details };
    const auditSeq = await appendAudit(writing, {
      actor: first.code,
      second: second.code,
      verb,
      subject,
      outcome: 'done',
      details,
    });
    books.anchoring?.newLineage(auditSeq);
    return present;
  });
  books.anchoring?.begin();
  return office;
}

function proven(
  scope: Scope,
  given: Input<'office.acceptBooks'>['first'],
  otherwise: 'SIGN_IN_FAILED' | 'SECOND_PERSON_FAILED',
): Promise<ClerkRow> {
  return proveClerk(scope, given, otherwise, async (writing, clerk) => {
    refusePairLock(clerk);
    await refuseExpired(writing, clerk);
    return clerk;
  });
}
