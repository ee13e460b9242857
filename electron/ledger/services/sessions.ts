/** Signing in and out, the idle lock, and lifting the lock on a clerk. */
import { randomBytes } from 'node:crypto';
import { RefusalError } from '../../contract/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { Session } from '../../contract/views.ts';
import { pastDayOpen } from '../domain/office-clock.ts';
import { appendAudit } from '../storage/audit-chain.ts';
import type { Reading } from '../storage/books.ts';
import { clearWrongPasswords, findClerk, liftClerkLock, type ClerkRow } from '../storage/clerk-rows.ts';
import { readSettings, requireOffice } from '../storage/office-rows.ts';
import { endSession, insertSession, setSessionLock } from '../storage/session-rows.ts';
import { endVisit, findOpenVisit } from '../storage/visit-rows.ts';
import { findAnswer } from '../storage/operation-rows.ts';
import { insertDecision } from '../storage/approval-rows.ts';
import { answeredOnce, operationKey } from './operations.ts';
import { passwordMatches } from './passwords.ts';
import { publicClerk, requireSession, type Scope } from './scope.ts';
import { authorise } from './second-person.ts';

async function sessionView(reading: Reading, clerk: ClerkRow, locked: boolean): Promise<Session> {
  const found = await requireOffice(reading);
  const { businessDate, ...office } = found;
  const { idleLockMinutes } = await readSettings(reading);
  return {
    clerk: publicClerk(clerk),
    office,
    businessDate,
    pastDayOpen: pastDayOpen(found, reading.at),
    locked,
    idleLockMinutes,
  };
}

/** Code and password. Throws RefusalError CLERK_LOCKED or SIGN_IN_FAILED; the code is never said to be unknown. */
export async function signIn(scope: Scope, input: Input<'session.signIn'>): Promise<Output<'session.signIn'>> {
  const clerk = await proven(scope, input.clerkCode, input.password);
  const token = randomBytes(32).toString('base64url');
  const view = await scope.books.write(async (writing) => {
    await clearWrongPasswords(writing, clerk.code);
    await insertSession(writing, { token, clerkCode: clerk.code, counter: scope.counter });
    const details = { counter: scope.counter };
    await appendAudit(writing, { actor: clerk.code, verb: 'session.signIn', outcome: 'done', details });
    return sessionView(writing, clerk, false);
  });
  scope.changeSession(token);
  return view;
}

async function proven(scope: Scope, clerkCode: string, password: string): Promise<ClerkRow> {
  const clerk = await scope.books.read((reading) => findClerk(reading, clerkCode));
  if (clerk !== null && clerk.lockedAt !== null) throw new RefusalError('CLERK_LOCKED', { clerkCode });
  const matches = await passwordMatches(password, clerk?.passwordHash ?? null);
  if (clerk === null || !matches) throw new RefusalError('SIGN_IN_FAILED', { clerkCode });
  return clerk;
}

export async function currentSession(scope: Scope): Promise<Output<'session.current'>> {
  const { session } = scope;
  if (session === null) return null;
  return scope.books.read((reading) => sessionView(reading, session.clerk, session.lockedAt !== null));
}

export async function lockSession(scope: Scope): Promise<Output<'session.lock'>> {
  const session = requireSession(scope);
  await scope.books.write(async (writing) => {
    await setSessionLock(writing, session.hash, true);
    await appendAudit(writing, { actor: session.clerk.code, verb: 'session.lock', outcome: 'done' });
  });
  return {};
}

export async function unlockSession(scope: Scope, input: Input<'session.unlock'>): Promise<Output<'session.unlock'>> {
  const session = requireSession(scope);
  const clerk = await proven(scope, session.clerk.code, input.password);
  return scope.books.write(async (writing) => {
    await clearWrongPasswords(writing, clerk.code);
    await setSessionLock(writing, session.hash, false);
    await appendAudit(writing, { actor: clerk.code, verb: 'session.unlock', outcome: 'done' });
    return sessionView(writing, clerk, false);
  });
}

/** Ends the session and the visit that was open in it. */
export async function signOut(scope: Scope): Promise<Output<'session.signOut'>> {
  const session = requireSession(scope);
  await scope.books.write(async (writing) => {
    const visit = await findOpenVisit(writing, session.hash);
    if (visit !== null) await endVisit(writing, visit.id, { at: writing.at, reason: 'signed-out' });
    await endSession(writing, session.hash);
    await appendAudit(writing, {
      actor: session.clerk.code,
      visitId: visit?.id ?? null,
      verb: 'session.signOut',
      outcome: 'done',
    });
  });
  scope.changeSession(null);
  return {};
}

/** Five wrong pairs or passwords lock a clerk; a supervisor, never the clerk, lifts that (RULES.md 2 and 5). */
export async function unlockClerk(scope: Scope, input: Input<'clerk.unlock'>): Promise<Output<'clerk.unlock'>> {
  const { clerkCode, authorisation } = input;
  const key = operationKey(scope, 'clerk.unlock', input);
  if ((await scope.books.read((reading) => findAnswer(reading, key))) !== null) return {};
  const second = await authorise(scope, clerkCode, authorisation);
  return answeredOnce(scope, 'clerk.unlock', input, async (writing) => {
    if ((await findClerk(writing, clerkCode)) === null) throw new RefusalError('CLERK_UNKNOWN', { clerkCode });
    await liftClerkLock(writing, clerkCode);
    await insertDecision(writing, {
      verb: 'clerk.unlock',
      subject: clerkCode,
      requestedBy: clerkCode,
      requestedAt: writing.at,
      decidedBy: second.code,
      outcome: 'approved',
      reason: null,
    });
    await appendAudit(writing, {
      actor: scope.actor,
      second: second.code,
      verb: 'clerk.unlock',
      subject: clerkCode,
      outcome: 'done',
    });
    return {};
  });
}
