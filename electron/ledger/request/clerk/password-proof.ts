/**
 * The one way in which a clerk's password is proven: the try is counted in a transaction, then judged outside of one,
 * then settled in another. A code nobody has is counted, judged and answered like any other (docs/rules.md 5).
 */
import { localTime, type Instant } from '../../../contract/kernel/dates.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
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

export interface ClerkPassword {
  readonly clerkCode: string;
  readonly password: string;
}

/**
 * Counts a try before it is judged; answers how many are left after it. Throws RefusalError CLERK_LOCKED or
 * PASSWORD_TOO_SOON, with the seconds until the next one is taken.
 */
export async function reserveTry(writing: Writing, owner: PasswordOwner, counter: string): Promise<number> {
  const verdict = judgeTry(await findTries(writing, owner, counter), writing.at, await readSettings(writing));
  if (!verdict.taken) {
    const { timeZone } = await requireOffice(writing);
    const until = localTime(verdict.until, timeZone);
    const seconds = Math.ceil((verdict.until - writing.at) / MILLISECONDS_A_SECOND);
    const whose = owner === 'recovery-key' ? {} : owner;
    throw new RefusalError(verdict.locked ? 'CLERK_LOCKED' : 'PASSWORD_TOO_SOON', { ...whose, until, seconds });
  }
  await saveTries(writing, owner, counter, verdict.count);
  return verdict.left;
}

/**
 * Proves the password and settles what it is proven for in the transaction that clears the count. Throws RefusalError
 * CLERK_LOCKED, PASSWORD_TOO_SOON, `failed` (the code is never said to be unknown), CLERK_DISABLED, first that applies.
 */
export async function proveClerk<T>(
  scope: Scope,
  { clerkCode, password }: ClerkPassword,
  failed: 'SIGN_IN_FAILED' | 'SECOND_PERSON_FAILED',
  settle: (writing: Writing, clerk: ClerkRow) => Promise<T>,
  behind?: WhileBehind,
): Promise<T> {
  const owner = { clerkCode };
  const { clerk, left } = await scope.books.write(
    async (writing) => ({
      left: await reserveTry(writing, owner, scope.counter),
      clerk: await findClerk(writing, clerkCode),
    }),
    { whileBehind: true },
  );
  const matches = await passwordMatches(password, clerk?.passwordHash ?? null);
  const wrong = () => new CountedRefusal({ code: failed, details: { clerkCode, left } }, left === 0 ? clerkCode : null);
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

/** Throws RefusalError CLERK_LOCKED for a clerk whom wrong pairs have locked. */
export function refusePairLock({ code, lockedAt }: ClerkRow): void {
  if (lockedAt !== null) throw new RefusalError('CLERK_LOCKED', { clerkCode: code });
}

/** Until when the present password serves; null when for good. A one-time password has ended already. */
export function passwordEnds({ passwordSetAt, oneTime }: ClerkRow, { passwordExpiryDays }: Settings): Instant | null {
  if (oneTime) return passwordSetAt;
  return passwordExpiryDays === 0 ? null : ((passwordSetAt + passwordExpiryDays * MILLISECONDS_A_DAY) as Instant);
}

/** Throws RefusalError PASSWORD_EXPIRED: a one-time or expired password serves for setting a new one alone. */
export async function refuseExpired(reading: Reading, clerk: ClerkRow): Promise<void> {
  const ends = passwordEnds(clerk, await readSettings(reading));
  if (ends !== null && reading.at >= ends) throw new RefusalError('PASSWORD_EXPIRED', { clerkCode: clerk.code });
}
