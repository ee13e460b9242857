/**
 * Keeps the policy of a verb: session, clerk and visit are proven in this order before its use case is called, which is given
 * what was proven and looks up none of it again (docs/permissions.md).
 */
import { z } from 'zod';
import { policyOf, type LedgerVerb } from '../../contract/verbs.ts';
import { operationKey } from '../request/operations.ts';
import type { Scope } from '../request/scope.ts';
import type { IdleLock } from '../request/session/idle-lock.ts';
import { refuseSession } from '../request/session/session-policy.ts';
import { proveVisit, visitIdOf } from '../request/visit/visit-policy.ts';
import type { VisitRow } from '../request/visit/visit-rows.ts';
import { callHandler } from './handlers.ts';

export interface ProvenRequest {
  readonly verb: LedgerVerb;
  /** As the verb's schema has read it. */
  readonly input: unknown;
  readonly scope: Scope;
  /** The office was made at this counter, and nobody has signed in since. */
  readonly justSetUp: boolean;
  readonly idle: IdleLock;
}

const operationSchema = z.object({ operationId: z.string() });

/** The operation that a request names for progress and cancelling, null for none. */
export function operationIdOf(verb: LedgerVerb, input: unknown): string | null {
  return policyOf(verb).once === 'none' ? null : operationSchema.parse(input).operationId;
}

/** What the use case answers. Throws RefusalError for what the policy refuses, first that applies, or what the use case throws. */
export async function answerByPolicy({ verb, input, scope, justSetUp, idle }: ProvenRequest): Promise<unknown> {
  const policy = policyOf(verb);
  refuseSession(policy, scope.session, justSetUp);
  await idle.note(scope.books, scope.session, verb);
  const visit = await provenVisit(verb, input, scope);
  const kept = policy.once === 'kept' ? operationIdOf(verb, input) : null;
  const operation = kept === null ? null : operationKey(scope, verb, kept, input);
  return callHandler(verb, { ...scope, visit, operation }, input);
}

async function provenVisit(verb: LedgerVerb, input: unknown, scope: Scope): Promise<VisitRow | null> {
  const { visit: policy } = policyOf(verb);
  const visitId = visitIdOf(policy, input);
  return visitId === null
    ? null
    : scope.books.read((reading) => proveVisit(reading, scope, { visitId, policy, input }));
}
