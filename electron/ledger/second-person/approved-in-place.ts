/** What a clerk has done before a second person in place: the decision and the change, on record together (docs/rules.md 5). */
import type { Clerk } from '../../contract/office/office-views.ts';
import type { LedgerVerb } from '../../contract/verbs.ts';
import type { AuditRecord } from '../books/audit/audit-row.ts';
import type { Writing } from '../books/books.ts';
import { recordDone, recordName } from '../request/record.ts';
import type { Scope } from '../request/scope.ts';
import { insertDecision } from './approval-rows.ts';

type Approved = Scope & { readonly verb: LedgerVerb; readonly second: Clerk };

export async function recordApproved(
  writing: Writing,
  asked: Approved,
  change: { readonly subject: string; readonly details: NonNullable<AuditRecord['details']> },
): Promise<void> {
  const [{ subject }, second] = [change, asked.second.code];
  const request = { verb: recordName(asked.verb), subject, requestedBy: asked.actor, requestedAt: writing.at };
  await insertDecision(writing, { ...request, decidedBy: second, outcome: 'approved', reason: null });
  await recordDone(writing, asked, { second, ...change });
}
