/**
 * The second person: in place, with code and password typed at the same counter, or from the queue (docs/rules.md 5).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { SecondPerson } from '../../contract/kernel/verb-definition.ts';
import type { Clerk } from '../../contract/office/office-views.ts';
import { secondPersonFault } from './second-person-rules.ts';
import { insertDecision } from './approval-rows.ts';
import { findRequest, useRequest, type ApprovalRequestRow } from './approval-request-rows.ts';
import type { Reading, Writing } from '../books/books.ts';
import { findClerk } from '../request/clerk/clerk-rows.ts';
import { pinHolds, type AskedOfSecond } from './asked-of-second.ts';
import { proveClerk, refuseExpired, refusePairLock } from '../request/clerk/password-proof.ts';
import { publicClerk, requireSession, type Scope } from '../request/scope.ts';

export interface Authorisation {
  readonly clerkCode: string;
  readonly password: string;
}

/**
 * Proves the second person. Throws RefusalError SECOND_PERSON_REQUIRED, _SAME, CLERK_LOCKED, PASSWORD_TOO_SOON,
 * SECOND_PERSON_FAILED, CLERK_DISABLED, CLERK_LOCKED by wrong pairs, PASSWORD_EXPIRED, SECOND_PERSON_SAME by name or
 * _ROLE, first that applies. A try counts against the second person.
 */
export async function authorise(scope: Scope, firstCode: string, given: Authorisation | null): Promise<Clerk> {
  if (given === null) throw new RefusalError('SECOND_PERSON_REQUIRED');
  const { clerkCode } = given;
  if (clerkCode === firstCode) throw new RefusalError('SECOND_PERSON_SAME', { clerkCode });
  return proveClerk(scope, given, 'SECOND_PERSON_FAILED', async (writing, second) => {
    refusePairLock(second);
    await refuseExpired(writing, second);
    const first = await findClerk(writing, firstCode);
    const fault = secondPersonFault({ code: firstCode, name: first?.name ?? '' }, second);
    if (fault !== null) throw new RefusalError(fault, { clerkCode });
    return publicClerk(second);
  });
}

/** What is known of the second person before the transaction begins. */
export type SecondProof =
  { readonly inPlace: Clerk; readonly seen: string | undefined } | { readonly requestId: string } | null;

/** Proves a second person in place, which takes a moment; a request from the queue is looked at in the transaction. */
export async function proveSecond(scope: Scope, given: SecondPerson | null): Promise<SecondProof> {
  if (given === null || 'requestId' in given) return given;
  return { inPlace: await authorise(scope, requireSession(scope).clerk.code, given), seen: given.seen };
}

/**
 * Settles who the second person is and puts the decision on record; an approval from the queue is used up. Throws
 * RefusalError SECOND_PERSON_REQUIRED, what `approverOf` throws, or APPROVAL_OTHER where the second person in place was
 * shown something else than this.
 */
export async function settleSecond(
  writing: Writing,
  scope: Scope,
  proof: SecondProof,
  asked: AskedOfSecond,
): Promise<string> {
  if (proof === null) throw new RefusalError('SECOND_PERSON_REQUIRED');
  if ('requestId' in proof) {
    const decidedBy = await approverOf(writing, scope, proof.requestId, asked);
    await useRequest(writing, proof.requestId);
    return decidedBy;
  }
  if (proof.seen !== undefined && proof.seen !== asked.essence) throw new RefusalError('APPROVAL_OTHER');
  const { verb, subject } = asked;
  const request = { verb, subject, requestedBy: requireSession(scope).clerk.code, requestedAt: writing.at };
  await insertDecision(writing, { ...request, decidedBy: proof.inPlace.code, outcome: 'approved', reason: null });
  return proof.inPlace.code;
}

/**
 * Who approved exactly this in the queue, for the clerk who asked. Throws RefusalError APPROVAL_UNKNOWN, _OTHER, _REFUSED,
 * _USED, _EXPIRED or _PENDING.
 */
export async function approverOf(
  reading: Reading,
  scope: Scope,
  requestId: string,
  asked: AskedOfSecond,
): Promise<string> {
  const request = await findRequest(reading, requestId);
  if (request === null) throw new RefusalError('APPROVAL_UNKNOWN');
  const own = request.askedBy === requireSession(scope).clerk.code;
  if (!own || request.essence !== asked.essence || !pinHolds(request.facts, asked.facts))
    throw new RefusalError('APPROVAL_OTHER');
  return usableBy(request, reading);
}

function usableBy(request: ApprovalRequestRow, { at }: Reading): string {
  const { decidedBy, outcome, reason } = request;
  if (outcome === 'refused')
    throw new RefusalError('APPROVAL_REFUSED', { decidedBy: decidedBy ?? '', reason: reason ?? '' });
  if (request.usedAt !== null) throw new RefusalError('APPROVAL_USED');
  if (at >= request.expiresAt) throw new RefusalError('APPROVAL_EXPIRED');
  if (decidedBy === null) throw new RefusalError('APPROVAL_PENDING');
  return decidedBy;
}
