/** Signing in and out, and the idle lock. */
import { randomBytes } from 'node:crypto';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { Session } from '../../contract/office/office-views.ts';
import { pastDayOpen } from '../office/office-clock-rules.ts';
import { canAuthorise } from '../second-person/second-person-rules.ts';
import type { Reading } from '../books/books.ts';
import { readSettings, requireOffice } from '../office/office-rows.ts';
import { insertSession, setSessionLock, type SessionRow } from '../request/session/session-rows.ts';
import { locksLiftedSince } from './clerk-locks.ts';
import {
  AT_SIGN_IN,
  OF_THE_SIGNED_IN,
  passwordEndsSoon,
  proveClerk,
  refuseExpired,
  refusePairLock,
} from '../request/clerk/password-proof.ts';
import type { Asked } from '../request/asked.ts';
import { isSupervisorDesk } from '../request/counter-kind-rows.ts';
import { recordDone } from '../request/record.ts';
import { publicClerk, type Scope } from '../request/scope.ts';
import { endSessionNow } from '../request/session/session-end.ts';

/** Coming and going is possible whatever the clock says. */
const EVEN_BEHIND = { whileBehind: true } as const;

async function sessionView(
  reading: Reading,
  session: Omit<SessionRow, 'lockedAt' | 'lastUsedAt'>,
  locked: boolean,
): Promise<Session> {
  const { clerk, counter } = session;
  const found = await requireOffice(reading);
  const { businessDate, ...office } = found;
  const settings = await readSettings(reading);
  return {
    clerk: publicClerk(clerk),
    office,
    businessDate,
    pastDayOpen: pastDayOpen(found, reading.at),
    locked,
    idleLockMinutes: settings.idleLockMinutes,
    locksLifted: canAuthorise(clerk.role) ? await locksLiftedSince(reading, session) : null,
    passwordExpiresAt: passwordEndsSoon(clerk, settings, reading.at),
    isSupervisorDesk: await isSupervisorDesk(reading, counter),
  };
}

/**
 * Code and password. Throws RefusalError CLERK_LOCKED, PASSWORD_TOO_SOON, SIGN_IN_FAILED (the code is never said to be
 * unknown), CLERK_DISABLED, CLERK_LOCKED by wrong pairs, PASSWORD_EXPIRED.
 */
async function signIn(
  asked: Asked<'session.signIn'>,
  input: Input<'session.signIn'>,
): Promise<Output<'session.signIn'>> {
  const token = randomBytes(32).toString('base64url');
  const view = await proveClerk(
    asked,
    input,
    AT_SIGN_IN,
    async (writing, clerk) => {
      refusePairLock(clerk, AT_SIGN_IN);
      refuseClerkBehind(asked, clerk);
      await refuseExpired(writing, clerk);
      const { counter } = asked;
      const hash = await insertSession(writing, { token, clerkCode: clerk.code, counter });
      await recordDone(writing, { ...asked, actor: clerk.code }, { details: { counter } });
      return sessionView(writing, { hash, clerk, counter, openedAt: writing.at }, false);
    },
    EVEN_BEHIND,
  );
  asked.changeSession(token);
  return view;
}

/** While the clock is behind, the clerks who may decide about it sign in, and no others. */
function refuseClerkBehind({ books }: Scope, { role }: SessionRow['clerk']): void {
  const behind = books.clockBehind();
  if (behind !== null && !canAuthorise(role)) throw books.clockRefusal(behind);
}

async function currentSession(scope: Scope): Promise<Output<'session.current'>> {
  const { session } = scope;
  if (session === null) return null;
  return scope.books.read((reading) => sessionView(reading, session, session.lockedAt !== null));
}

/** Somebody is at keyboard or mouse: the door has noted it (idle-lock.ts). */
function touchSession(): Promise<Output<'session.touch'>> {
  return Promise.resolve({});
}

async function lockSession(asked: Asked<'session.lock'>): Promise<Output<'session.lock'>> {
  await asked.books.write(async (writing) => {
    await setSessionLock(writing, asked.session.hash, true);
    await recordDone(writing, asked, {});
  }, EVEN_BEHIND);
  return {};
}

/** A password that expired during the session still unlocks it: the session itself does not last much longer. */
async function unlockSession(
  asked: Asked<'session.unlock'>,
  input: Input<'session.unlock'>,
): Promise<Output<'session.unlock'>> {
  const { session } = asked;
  const given = { clerkCode: session.clerk.code, password: input.password };
  return proveClerk(
    asked,
    given,
    OF_THE_SIGNED_IN,
    async (writing, clerk) => {
      refusePairLock(clerk, OF_THE_SIGNED_IN);
      if (clerk.oneTime) throw new RefusalError('PASSWORD_EXPIRED', { clerkCode: clerk.code });
      await setSessionLock(writing, session.hash, false);
      await recordDone(writing, asked, {});
      return sessionView(writing, { ...session, clerk }, false);
    },
    EVEN_BEHIND,
  );
}

/** Ends the session and the visit that was open in it. */
async function signOut(asked: Asked<'session.signOut'>): Promise<Output<'session.signOut'>> {
  const { session, verb } = asked;
  const who = { hash: session.hash, clerkCode: session.clerk.code };
  await asked.books.write((writing) => endSessionNow(writing, who, { verb, details: {} }), EVEN_BEHIND);
  asked.changeSession(null);
  return {};
}

export const sessionsHandlers = {
  'session.signIn': signIn,
  'session.current': currentSession,
  'session.lock': lockSession,
  'session.touch': touchSession,
  'session.unlock': unlockSession,
  'session.signOut': signOut,
};
