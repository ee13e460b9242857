/** Books that do not agree with their anchor: shut at the opening, and opened as they are by two persons, on record. */
import type { Refusal } from '../../contract/kernel/errors.ts';
import type { Office } from '../../contract/office/office-views.ts';
import { insertDecision } from '../second-person/approval-rows.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { Ledger, Scope } from '../request/scope.ts';
import type { TwoPersons } from '../request/second-of-command.ts';

/** Why the books of a ledger just opened stay shut; null when they agree with their anchor, which is held from now on. */
export function settleAnchor({ books }: Ledger): Refusal | null {
  return books.anchoring?.settle() ?? null;
}

/** Puts on record what was found and which two persons open the books all the same, and begins a new anchor. */
export async function acceptBooks({ books }: Scope, shut: Refusal, { first, second }: TwoPersons): Promise<Office> {
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
