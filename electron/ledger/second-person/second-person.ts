/**
 * The second person: in place, with code and password typed at the same counter, or from the queue (docs/rules.md 5).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Clerk } from '../../contract/office/office-views.ts';
import { secondPersonFault } from './second-person-rules.ts';
import { findRequest, type ApprovalRequestRow } from './approval-request-rows.ts';
import type { Reading, Writing } from '../books/books.ts';
import { findClerk, type ClerkRow } from '../request/clerk/clerk-rows.ts';
import type { AskedOfSecond } from '../request/second-of-command.ts';
import { pinHolds } from './asked-of-second.ts';
import {
  AT_SIGN_IN,
  OF_SECOND_PERSON,
  proveClerk,
  refuseExpired,
  refusePairLock,
  type Refusals,
} from '../request/clerk/password-proof.ts';
import { publicClerk, requireSession, type Scope } from '../request/scope.ts';

export interface Authorisation {
  readonly clerkCode: string;
  readonly password: string;
}

/**
 * Proves the second person. Throws RefusalError SECOND_PERSON_REQUIRED, _SAME, _LOCKED, PASSWORD_TOO_SOON,
 * SECOND_PERSON_FAILED, CLERK_DISABLED, SECOND_PERSON_LOCKED by wrong pairs, PASSWORD_EXPIRED, SECOND_PERSON_SAME by name or
 * _ROLE, first that applies. A try counts against the second person.
 */
export async function authorise(scope: Scope, firstCode: string, given: Authorisation | null): Promise<Clerk> {
  if (given === null) throw new RefusalError('SECOND_PERSON_REQUIRED');
  const { clerkCode } = given;
  if (clerkCode === firstCode) throw new RefusalError('SECOND_PERSON_SAME', { clerkCode });
  return proveClerk(scope, given, OF_SECOND_PERSON, async (writing, second) => {
    refusePairLock(second, OF_SECOND_PERSON);
    await refuseExpired(writing, second);
    const first = await findClerk(writing, firstCode);
    const fault = secondPersonFault({ code: firstCode, name: first?.name ?? '' }, second);
    if (fault !== null) throw new RefusalError(fault, { clerkCode });
    return publicClerk(second);
  });
}

/**
 * Proves one of two persons. Throws RefusalError PASSWORD_TOO_SOON, CLERK_DISABLED, PASSWORD_EXPIRED, and as `refusals` says for a wrong
 * password or a locked clerk, first that applies.
 */
export function provePerson(scope: Scope, given: Authorisation, refusals: Refusals): Promise<Clerk> {
  return proveClerk(scope, given, refusals, async (writing, clerk) => {
    refusePairLock(clerk, refusals);
    await refuseExpired(writing, clerk);
    return publicClerk(clerk);
  });
}

/** Proves who decides on the clock, by which no password is judged to have expired. Throws like `provePerson`. */
export function proveDecider(scope: Scope, given: Authorisation): Promise<Clerk> {
  const settle = (_: Writing, clerk: ClerkRow): Promise<Clerk> => {
    refusePairLock(clerk, AT_SIGN_IN);
    return Promise.resolve(publicClerk(clerk));
  };
  return proveClerk(scope, given, AT_SIGN_IN, settle, { whileBehind: true });
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
  if (!own || request.binding !== asked.binding || !pinHolds(request.facts, asked.facts))
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
