/**
 * Keeps the policy of a verb: session, repeated operation, visit and second person are settled in this order before its use case
 * is called, which is given what was proven and looks up none of it again (docs/permissions.md).
 */
import { z } from 'zod';
import type { Door, OncePolicy } from '../../contract/kernel/verb-policy.ts';
import { policyOf, type LedgerVerb } from '../../contract/verbs.ts';
import { findAnswer } from '../request/operation-rows.ts';
import { keptAnswer, operationKey } from '../request/operations.ts';
import type { Scope } from '../request/scope.ts';
import type { IdleLock } from '../request/session/idle-lock.ts';
import { asksForHolder, refuseHolder } from '../request/session/holder-session.ts';
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
  readonly door: Door;
  readonly idle: IdleLock;
  readonly table: Handlers;
}

const operationSchema = z.object({ operationId: z.string() });

const KEPT: ReadonlySet<OncePolicy> = new Set<OncePolicy>(['kept', 'kept, and judged again']);

/** The operation that a request names for progress and cancelling, null for none. */
export function operationIdOf(verb: LedgerVerb, input: unknown): string | null {
  return policyOf(verb).once === 'none' ? null : operationId(input);
}

function operationId(input: unknown): string {
  return operationSchema.parse(input).operationId;
}

/** What the use case answers. Throws RefusalError for what the policy refuses, first that applies, or what the use case throws. */
export async function answerByPolicy({
  verb,
  input,
  scope,
  justSetUp,
  door,
  idle,
  table,
}: ProvenRequest): Promise<unknown> {
  const policy = policyOf(verb);
  if (asksForHolder(policy.session)) refuseHolder(policy.session, scope.holder);
  else refuseSession(policy, scope.session, { justSetUp, atCommandLine: door === 'command-line' });
  await idle.note(scope.books, scope.session, verb);
  const { books } = scope;
  const operation = KEPT.has(policy.once) ? operationKey(scope, verb, operationId(input), input) : null;
  // A repeated command needs neither the visit of its first time, which may have ended, nor another second person.
  const before = operation === null ? null : await books.read((reading) => findAnswer(reading, operation));
  if (before !== null && policy.once === 'kept') return keptAnswer(verb, before);
  const visit =
    policy.visit === 'none' ? null : await books.read((reading) => proveVisit(reading, scope, policy.visit, input));
  return callHandler(table, verb, await withSecond({ ...scope, visit, operation }, verb, input), input);
}

/** The second person proven, and the books that hold the use case to its policy. Throws RefusalError of `proveSecond`. */
export async function withSecond(scope: Scope, verb: LedgerVerb, input: unknown): Promise<Scope> {
  const second = await proveSecond(scope, policyOf(verb).second, input);
  return { ...scope, second, books: checkedBooks(scope.books, verb, second) };
}
