/** The visit of a request, proven as the policy of its verb says; also for a command that was answered before. */
import { z } from 'zod';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import type { VisitPolicy } from '../../../contract/kernel/verb-policy.ts';
import { isVerb, policyOf } from '../../../contract/verbs.ts';
import type { Reading } from '../../books/books.ts';
import { requireSession, type Scope } from '../scope.ts';
import { refuseAgent, requireOwnVisit, requireVisit } from './current-visit.ts';
import type { VisitRow } from './visit-rows.ts';

/** No visit is named in the input itself, or there is nothing to prove. */
const NOT_NAMED: ReadonlySet<VisitPolicy> = new Set<VisitPolicy>(['none', 'of the task', 'relayed']);

const namedSchema = z.object({ visitId: z.string().nullable() });
const reportedSchema = z.object({ object: z.string() });
const taskSchema = z.object({ taskId: z.string() });
const commandSchema = z.object({ verb: z.string(), input: z.record(z.string(), z.unknown()) });

/** The id of the visit that a request names; null where its verb takes none, or the request names none. */
export function visitIdOf(policy: VisitPolicy, input: unknown): string | null {
  if (policy === 'of the command') return visitOfCommand(commandSchema.parse(input));
  return NOT_NAMED.has(policy) ? null : namedSchema.parse(input).visitId;
}

/** A command that is asked about was not read by its own schema yet: where that refuses it, there is no visit to prove. */
function visitOfCommand({ verb, input }: z.infer<typeof commandSchema>): string | null {
  if (!isVerb(verb) || NOT_NAMED.has(policyOf(verb).visit)) return null;
  return namedSchema.safeParse(input).data?.visitId ?? null;
}

/** Null where the request names no visit. Throws RefusalError VISIT_REQUIRED, VISIT_ENDED, AGENT_MAY_NOT or PIN_TASK_ENDED. */
export async function proveVisit(
  reading: Reading,
  scope: Scope,
  policy: VisitPolicy,
  input: unknown,
): Promise<VisitRow | null> {
  if (policy === 'of the task') return visitOfTask(reading, scope, taskSchema.parse(input).taskId);
  const visitId = visitIdOf(policy, input);
  if (visitId === null) return null;
  // Finishing what has ended by itself is no mistake of the clerk's.
  if (policy === 'also ended') return requireOwnVisit(reading, scope, visitId);
  const visit = await requireVisit(reading, scope, visitId);
  if (isForHolder(policy, input)) await refuseAgent(reading, visit);
  return visit;
}

/** The visit of a task that this session has under way. */
function visitOfTask(reading: Reading, scope: Scope, taskId: string): Promise<VisitRow> {
  const task = scope.pins.find(taskId);
  const isUnderWay = task?.ended === null && reading.at < task.until && task.sessionHash === requireSession(scope).hash;
  if (!isUnderWay) throw new RefusalError('PIN_TASK_ENDED');
  return requireVisit(reading, scope, task.visitId);
}

function isForHolder(policy: VisitPolicy, input: unknown): boolean {
  if (policy === 'holder, for a card anyone') return reportedSchema.parse(input).object !== 'card';
  return policy === 'holder';
}
