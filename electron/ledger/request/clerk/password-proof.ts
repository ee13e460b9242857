/**
 * The one way in which a clerk's password is proven: the try is counted in a transaction, then judged outside of one,
 * then settled in another. A code nobody has is counted, judged and answered like any other (docs/rules.md 5).
 */
import { localTime, type Instant } from '../../../contract/kernel/dates.ts';
import { RefusalError, type ErrorCode } from '../../../contract/kernel/errors.ts';
import { judgeTry } from './password-try-rules.ts';
import type { Settings } from '../../office/setting-rules.ts';
import type { Reading, WhileBehind, Writing } from '../../books/books.ts';
import { findClerk, type ClerkRow } from './clerk-rows.ts';
import { readSettings, requireOffice } from '../../office/office-rows.ts';
import { clearTries, findTries, saveTries, type PasswordOwner } from './password-try-rows.ts';
import { CountedRefusal } from './counted-guess.ts';
import { passwordMatches } from './passwords.ts';
import type { Scope } from '../scope.ts';

const MILLISECONDS_A_SECOND = 1_000;
const MILLISECONDS_A_DAY = 24 * 3_600_000;
/** A clerk who is away for a week is told before. */
const TOLD_DAYS_BEFORE = 7;

export interface ClerkPassword {
  readonly clerkCode: string;
  readonly password: string;
}

/** What a wrong password is answered with: how many tries are left, or until when the last of them has locked. */
type TriesLeft = { readonly left: number } | { readonly left: 0; readonly lockedUntil: string };

/**
 * Counts a try before it is judged; answers what stands after it, should it be wrong. Throws RefusalError `locked` or
 * PASSWORD_TOO_SOON, with the seconds until the next one is taken.
 */
export async function reserveTry(
  writing: Writing,
  owner: PasswordOwner,
  counter: string,
  locked: ErrorCode = 'CLERK_LOCKED',
): Promise<TriesLeft> {
  const verdict = judgeTry(await findTries(writing, owner, counter), writing.at, await readSettings(writing));
  const { timeZone } = await requireOffice(writing);
  if (!verdict.taken) {
    const until = localTime(verdict.until, timeZone);
    const seconds = Math.ceil((verdict.until - writing.at) / MILLISECONDS_A_SECOND);
    const whose = owner === 'recovery-key' ? {} : owner;
    throw new RefusalError(verdict.locked ? locked : 'PASSWORD_TOO_SOON', { ...whose, until, seconds });
  }
  await saveTries(writing, owner, counter, verdict.count);
  const { lockedUntil } = verdict.count;
  return lockedUntil === null ? { left: verdict.left } : { left: 0, lockedUntil: localTime(lockedUntil, timeZone) };
}

/** What a wrong password is refused with, and a locked clerk. */
export interface Refusals {
  readonly wrong: 'SIGN_IN_FAILED' | 'PASSWORD_WRONG' | 'SECOND_PERSON_FAILED';
  readonly locked: 'CLERK_LOCKED' | 'SECOND_PERSON_LOCKED';
}
export const AT_SIGN_IN: Refusals = { wrong: 'SIGN_IN_FAILED', locked: 'CLERK_LOCKED' };
/** Somebody is signed in, and asked for the password alone. */
export const OF_THE_SIGNED_IN: Refusals = { wrong: 'PASSWORD_WRONG', locked: 'CLERK_LOCKED' };
export const OF_SECOND_PERSON: Refusals = { wrong: 'SECOND_PERSON_FAILED', locked: 'SECOND_PERSON_LOCKED' };

/**
 * Proves the password and settles what it is proven for in the transaction that clears the count. Throws RefusalError
 * `locked`, PASSWORD_TOO_SOON, `wrong` (the code is never said to be unknown), CLERK_DISABLED, first that applies.
 */
export async function proveClerk<T>(
  scope: Scope,
  { clerkCode, password }: ClerkPassword,
  refusals: Refusals,
  settle: (writing: Writing, clerk: ClerkRow) => Promise<T>,
  behind?: WhileBehind,
): Promise<T> {
  const owner = { clerkCode };
  const { clerk, tries } = await scope.books.write(
    async (writing) => ({
      tries: await reserveTry(writing, owner, scope.counter, refusals.locked),
      clerk: await findClerk(writing, clerkCode),
    }),
    { whileBehind: true },
  );
  const matches = await passwordMatches(password, clerk?.passwordHash ?? null);
  const wrong = () =>
    new CountedRefusal({ code: refusals.wrong, details: { clerkCode, ...tries } }, tries.left === 0 ? clerkCode : null);
  if (clerk === null || !matches) throw wrong();
  return scope.books
    .write(async (writing) => {
      const present = await findClerk(writing, clerkCode);
      // The password may have been changed while it was judged.
      if (present?.passwordHash !== clerk.passwordHash) return { refusal: wrong() };
      await clearTries(writing, owner, scope.counter);
      return outcomeOf(writing, () => {
        if (present.disabledAt !== null) throw new RefusalError('CLERK_DISABLED', { clerkCode });
        return settle(writing, present);
      });
    }, behind)
    .then(orThrown);
}

type Outcome<T> = { readonly value: T } | { readonly refusal: RefusalError };

/** A refusal undoes the work alone: that the password was right stays on record. */
async function outcomeOf<T>(writing: Writing, work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await writing.undoable(work) };
  } catch (error) {
    if (error instanceof RefusalError) return { refusal: error };
    throw error;
  }
}

function orThrown<T>(outcome: Outcome<T>): T {
  if ('refusal' in outcome) throw outcome.refusal;
  return outcome.value;
}

/** Throws RefusalError `locked` for a clerk whom wrong pairs have locked. */
export function refusePairLock({ code, lockedAt }: ClerkRow, { locked }: Refusals): void {
  if (lockedAt !== null) throw new RefusalError(locked, { clerkCode: code });
}

/** Until when the present password serves; null when for good. A one-time password has ended already. */
export function passwordEnds({ passwordSetAt, oneTime }: ClerkRow, { passwordExpiryDays }: Settings): Instant | null {
  if (oneTime) return passwordSetAt;
  return passwordExpiryDays === 0 ? null : ((passwordSetAt + passwordExpiryDays * MILLISECONDS_A_DAY) as Instant);
}

/** The end of the present password where it is near, for its owner to set another one in good time. */
export function passwordEndsSoon(clerk: ClerkRow, settings: Settings, at: Instant): Instant | null {
  const ends = passwordEnds(clerk, settings);
  return ends === null || at < ends - TOLD_DAYS_BEFORE * MILLISECONDS_A_DAY ? null : ends;
}

/** Throws RefusalError PASSWORD_EXPIRED: a one-time or expired password serves for setting a new one alone. */
export async function refuseExpired(reading: Reading, clerk: ClerkRow): Promise<void> {
  const ends = passwordEnds(clerk, await readSettings(reading));
  if (ends !== null && reading.at >= ends) throw new RefusalError('PASSWORD_EXPIRED', { clerkCode: clerk.code });
}
