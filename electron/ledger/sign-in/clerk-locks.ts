/**
 * Lifting the locks on clerks. Wrong pairs lock until a supervisor unlocks (docs/rules.md 2); wrong passwords lock for
 * a while, or until two persons lift that, neither of them the locked one (docs/rules.md 5). When everybody who can
 * authorise is locked, the recovery key off the sheet lifts their locks, and is told to each of them at their next
 * sign-in.
 */
import { timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { parseRecoveryKey } from '../../contract/office/recovery-key.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { canAuthorise } from '../second-person/second-person-rules.ts';
import { insertDecision } from '../second-person/approval-rows.ts';
import { latestRecordTime } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import { findClerk, liftPairLock, readClerks, type ClerkRow } from '../request/clerk/clerk-rows.ts';
import { deriveKeys, type Keys } from '../books/sealing/keys.ts';
import { clearTries, liftTries, lockedUntil } from '../request/clerk/password-try-rows.ts';
import { lastSignInBefore, type SessionRow } from '../request/session/session-rows.ts';
import { CountedRefusal } from '../request/clerk/counted-guess.ts';
import { answeredOnceIn } from '../request/operations.ts';
import { recordDone } from '../request/record.ts';
import type { Asked } from '../request/asked.ts';
import { reserveTry } from '../request/clerk/password-proof.ts';
import { COMMAND_LINE } from '../request/scope.ts';

/** As the audit record names what the recovery key lifts: the locks of all who can authorise. */
const LOCKS = 'locks';

/** Throws RefusalError SECOND_PERSON_REQUIRED where one person is not enough, CLERK_UNKNOWN. */
async function unlockClerk(
  asked: Asked<'clerk.unlock'>,
  input: Input<'clerk.unlock'>,
): Promise<Output<'clerk.unlock'>> {
  const { clerkCode } = input;
  return asked.books.write((writing) =>
    answeredOnceIn(writing, asked, async () => {
      const byPasswords = (await lockedUntil(writing, { clerkCode })) !== null;
      if (byPasswords && asked.second.other === null) throw new RefusalError('SECOND_PERSON_REQUIRED');
      if ((await findClerk(writing, clerkCode)) === null) throw new RefusalError('CLERK_UNKNOWN', { clerkCode });
      await liftPairLock(writing, clerkCode);
      await liftTries(writing, { clerkCode });
      await onRecord(writing, asked, clerkCode);
      return {};
    }),
  );
}

async function onRecord(writing: Writing, asked: Asked<'clerk.unlock'>, clerkCode: string): Promise<void> {
  const { first, other: second } = asked.second;
  // One person lifts the lock of wrong pairs for the clerk who asks; two lift the other for each other.
  const requestedBy = second === null ? clerkCode : first.code;
  const decidedBy = second?.code ?? first.code;
  const decision = { verb: asked.verb, subject: clerkCode, requestedBy, requestedAt: writing.at, decidedBy };
  await insertDecision(writing, { ...decision, outcome: 'approved', reason: null });
  const actor = second === null ? asked.actor : first.code;
  await recordDone(writing, { ...asked, actor }, { second: decidedBy, subject: clerkCode });
}

/**
 * Break-glass. Throws RefusalError CLERK_LOCKED or PASSWORD_TOO_SOON after wrong keys, RECOVERY_KEY_WRONG, or LOCKS_STAND
 * while somebody who can authorise is not locked.
 */
async function liftLocks(
  asked: Asked<'clerk.liftLocksByKey'>,
  input: Input<'clerk.liftLocksByKey'>,
): Promise<Output<'clerk.liftLocksByKey'>> {
  const { counter, books } = asked;
  const tries = await books.write((writing) => reserveTry(writing, 'recovery-key', counter));
  if (!opens(books.keys, input.recoveryKey))
    throw new CountedRefusal({ code: 'RECOVERY_KEY_WRONG', details: { ...tries } }, null);
  return books.write(async (writing) => {
    await clearTries(writing, 'recovery-key', counter);
    const people = (await readClerks(writing)).filter(isAuthoriser);
    for (const clerk of people) if (!(await isLocked(writing, clerk))) throw new RefusalError('LOCKS_STAND');
    for (const { code } of people) {
      await liftPairLock(writing, code);
      await liftTries(writing, { clerkCode: code });
    }
    const clerks = people.map(({ code }) => code);
    const details = { counter, clerks: clerks.join(' ') };
    await recordDone(writing, asked, { subject: LOCKS, details });
    return { clerks };
  });
}

/** Whether the text is the recovery key of these very books: their derived keys agree. */
function opens(keys: Keys, text: string): boolean {
  const dataKey = parseRecoveryKey(text);
  if (dataKey === null) return false;
  const probe = 'medicard-counter recovery key';
  const agree = timingSafeEqual(deriveKeys(dataKey).documentTag(probe), keys.documentTag(probe));
  dataKey.fill(0);
  return agree;
}

function isAuthoriser({ role, disabledAt }: ClerkRow): boolean {
  return canAuthorise(role) && disabledAt === null;
}

async function isLocked(reading: Reading, { code, lockedAt }: ClerkRow): Promise<boolean> {
  return lockedAt !== null || (await lockedUntil(reading, { clerkCode: code })) !== null;
}

/** When the recovery key last lifted locks, unless this clerk signed in at a window between then and this session. */
export async function locksLiftedSince(
  reading: Reading,
  { clerk, openedAt }: Pick<SessionRow, 'clerk' | 'openedAt'>,
): Promise<Instant | null> {
  const at = await latestRecordTime(reading, 'clerk.liftLocks', LOCKS);
  if (at === null) return null;
  const before = await lastSignInBefore(reading, clerk.code, openedAt, COMMAND_LINE);
  return before !== null && before >= at ? null : at;
}

export const clerkLocksHandlers = {
  'clerk.unlock': unlockClerk,
  'clerk.liftLocksByKey': liftLocks,
};
