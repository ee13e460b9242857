/**
 * Decisions of a second person: both names, both times, and the reason of a refusal; never deleted (docs/rules.md 5).
 */
import type { Instant } from '../../contract/kernel/dates.ts';
import type { Writing } from '../books/books.ts';

export interface Decision {
  readonly verb: string;
  readonly subject: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly decidedBy: string;
  readonly outcome: 'approved' | 'refused';
  readonly reason: string | null;
}

export async function insertDecision({ query, at }: Writing, decision: Decision): Promise<void> {
  await query
    .insertInto('approval')
    .values({
      verb: decision.verb,
      subject: decision.subject,
      requested_by: decision.requestedBy,
      requested_at: decision.requestedAt,
      decided_by: decision.decidedBy,
      decided_at: at,
      outcome: decision.outcome,
      reason: decision.reason,
    })
    .execute();
}
