/** Decisions that their asker has not seen yet; what was used was seen. */
import type { Reading, Writing } from '../books/books.ts';
import { findRequest, type ApprovalRequestRow } from './approval-request-rows.ts';

/** The first decided first. */
export async function unseenDecisions(reading: Reading, askedBy: string): Promise<ApprovalRequestRow[]> {
  const rows = await reading.query
    .selectFrom('approval_request')
    .leftJoin('decision_seen', 'decision_seen.request_id', 'approval_request.id')
    .select('approval_request.id')
    .where('approval_request.asked_by', '=', askedBy)
    .where('approval_request.decided_at', 'is not', null)
    .where('approval_request.used_at', 'is', null)
    .where('decision_seen.request_id', 'is', null)
    .orderBy('approval_request.decided_at')
    .orderBy('approval_request.id')
    .execute();
  const decisions: ApprovalRequestRow[] = [];
  for (const { id } of rows) {
    const request = await findRequest(reading, id);
    if (request !== null) decisions.push(request);
  }
  return decisions;
}

export async function noteDecisionSeen({ query, at }: Writing, requestId: string): Promise<void> {
  await query
    .insertInto('decision_seen')
    .values({ request_id: requestId, seen_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
