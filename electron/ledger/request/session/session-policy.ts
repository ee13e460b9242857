/** Which requests need a session and an unlocked window, and that a visit is the session's own. */
import { z } from 'zod';
import type { ErrorCode } from '../../../contract/kernel/errors.ts';
import type { LedgerVerb } from '../../../contract/verbs.ts';
import type { SessionRow } from './session-rows.ts';
import type { Scope } from '../scope.ts';
import { requireVisit } from '../visit/current-visit.ts';

/** Need no session: they come before one, or bring their own proof. */
const WITHOUT_SESSION: ReadonlySet<LedgerVerb> = new Set<LedgerVerb>([
  'office.status',
  'session.signIn',
  'session.current',
  'clerk.unlock',
  'clerk.liftLocks',
  'clerk.changePassword',
  'clerk.list',
  'setting.list',
  'clock.accept',
]);

/** Answered over a locked window. */
const WHILE_LOCKED: ReadonlySet<LedgerVerb> = new Set<LedgerVerb>([
  'session.unlock',
  'session.signOut',
  'session.lock',
]);

export const visitSchema = z.object({ visitId: z.string() });

/** Why a request of this session is refused; null when it may go on. */
export function sessionFault(verb: LedgerVerb, session: SessionRow | null): ErrorCode | null {
  if (WITHOUT_SESSION.has(verb)) return null;
  if (session === null) return 'SIGN_IN_REQUIRED';
  if (session.clerk.lockedAt !== null && verb !== 'session.signOut') return 'CLERK_LOCKED';
  return session.lockedAt !== null && !WHILE_LOCKED.has(verb) ? 'SESSION_LOCKED' : null;
}

/** A request that names a visit is of the session's own one, and while it goes on; also when it was answered before. */
export async function refuseOtherVisit(scope: Scope, verb: LedgerVerb, input: unknown): Promise<void> {
  const named = visitSchema.safeParse(input);
  // Finishing what has ended by itself is no mistake of the clerk's.
  if (!named.success || verb === 'visit.finish') return;
  await scope.books.read((reading) => requireVisit(reading, scope, named.data.visitId));
}
