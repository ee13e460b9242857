/**
 * Keeps the policy of a verb: session, clerk, visit and second person are proven in this order before its use case is called,
 * which is given what was proven and looks up none of it again (docs/permissions.md).
 */
import { z } from 'zod';
import { policyOf, type LedgerVerb } from '../../contract/verbs.ts';
import { findAnswer } from '../request/operation-rows.ts';
import { keptAnswer, operationKey } from '../request/operations.ts';
import type { Scope } from '../request/scope.ts';
import type { IdleLock } from '../request/session/idle-lock.ts';
import { refuseSession } from '../request/session/session-policy.ts';
import { proveVisit } from '../request/visit/visit-policy.ts';
import { proveSecond } from '../second-person/second-policy.ts';
import { callHandler, type Handlers } from './handlers.ts';
import { checkedBooks } from './checked-books.ts';

export interface ProvenRequest {
  readonly verb: LedgerVerb;
  /** As the verb's schema has read it. */
  readonly input: unknown;
  readonly scope: Scope;
  /** The office was made at this counter, and nobody has signed in since. */
  readonly justSetUp: boolean;
  readonly idle: IdleLock;
  readonly table: Handlers;
}

const operationSchema = z.object({ operationId: z.string() });

/** The operation that a request names for progress and cancelling, null for none. */
export function operationIdOf(verb: LedgerVerb, input: unknown): string | null {
  return policyOf(verb).once === 'none' ? null : operationSchema.parse(input).operationId;
}

/** What the use case answers. Throws RefusalError for what the policy refuses, first that applies, or what the use case throws. */
export async function answerByPolicy({ verb, input, scope, justSetUp, idle, table }: ProvenRequest): Promise<unknown> {
  const policy = policyOf(verb);
  refuseSession(policy, scope.session, justSetUp);
  await idle.note(scope.books, scope.session, verb);
  const { books } = scope;
  const visit =
    policy.visit === 'none' ? null : await books.read((reading) => proveVisit(reading, scope, policy.visit, input));
  const kept = policy.once === 'kept' ? operationIdOf(verb, input) : null;
  const operation = kept === null ? null : operationKey(scope, verb, kept, input);
  const asked = { ...scope, visit, operation };
  if (policy.second === 'never')
    return callHandler(table, verb, { ...asked, books: checkedBooks(books, verb, null) }, input);
  // What was answered before is answered again without troubling the second person again.
  const before = operation === null ? null : await books.read((reading) => findAnswer(reading, operation));
  if (before !== null) return keptAnswer(verb, before);
  const second = await proveSecond(asked, policy.second, input);
  return callHandler(table, verb, { ...asked, second, books: checkedBooks(books, verb, second) }, input);
}
