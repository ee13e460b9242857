/** The visit of a request, proven as the policy of its verb says; also for a command that was answered before. */
import { z } from 'zod';
import type { VisitPolicy } from '../../../contract/kernel/verb-policy.ts';
import type { Reading } from '../../books/books.ts';
import type { Scope } from '../scope.ts';
import { refuseAgent, requireOwnVisit, requireVisit } from './current-visit.ts';
import type { VisitRow } from './visit-rows.ts';

/** The use case proves these, or there is nothing to prove. */
const NOT_NAMED: ReadonlySet<VisitPolicy> = new Set<VisitPolicy>(['none', 'of the task', 'of the command', 'relayed']);

const namedSchema = z.object({ visitId: z.string().nullable() });
const reportedSchema = z.object({ object: z.string() });

/** The id of the visit that a request names; null where its verb takes none, or the request names none. */
export function visitIdOf(policy: VisitPolicy, input: unknown): string | null {
  return NOT_NAMED.has(policy) ? null : namedSchema.parse(input).visitId;
}

/** Throws RefusalError VISIT_REQUIRED, VISIT_ENDED or AGENT_MAY_NOT. */
export async function proveVisit(
  reading: Reading,
  scope: Scope,
  named: { readonly visitId: string; readonly policy: VisitPolicy; readonly input: unknown },
): Promise<VisitRow> {
  const { visitId, policy, input } = named;
  // Finishing what has ended by itself is no mistake of the clerk's.
  if (policy === 'also ended') return requireOwnVisit(reading, scope, visitId);
  const visit = await requireVisit(reading, scope, visitId);
  if (isForHolder(policy, input)) await refuseAgent(reading, visit);
  return visit;
}

function isForHolder(policy: VisitPolicy, input: unknown): boolean {
  if (policy === 'holder, for a card anyone') return reportedSchema.parse(input).object !== 'card';
  return policy === 'holder';
}
