/** Whether a session may ask for a verb: what the verb's policy says of sessions and roles, first fault first. */
import { RefusalError } from '../../../contract/kernel/errors.ts';
import type { VerbPolicy } from '../../../contract/kernel/verb-policy.ts';
import type { SessionRow } from './session-rows.ts';

type SessionAsked = Pick<VerbPolicy, 'session' | 'actor'>;

/** Where somebody asks: at the counter that made the office until somebody signs in, or at the command line. */
interface AskedWhere {
  readonly justSetUp: boolean;
  readonly atCommandLine: boolean;
}

/** Throws RefusalError SIGN_IN_REQUIRED,
 * CLERK_LOCKED, SESSION_LOCKED, and for another role NOT_ALLOWED_HERE or ROLE_REQUIRED.
 */
export function refuseSession({ session: asked, actor }: SessionAsked, session: SessionRow | null, where: AskedWhere) {
  if (asked === 'none' || (session === null && isSpared(asked, where))) return;
  if (session === null) throw new RefusalError('SIGN_IN_REQUIRED');
  const { clerk, lockedAt } = session;
  const details = { clerkCode: clerk.code };
  if (clerk.lockedAt !== null && asked !== 'clerk may be locked') throw new RefusalError('CLERK_LOCKED', details);
  const mayBeLocked = asked === 'window may be locked' || asked === 'clerk may be locked';
  if (lockedAt !== null && !mayBeLocked) throw new RefusalError('SESSION_LOCKED', details);
  if (typeof actor === 'string' || actor.roles.includes(clerk.role)) return;
  if (!actor.told) throw new RefusalError('NOT_ALLOWED_HERE');
  throw new RefusalError('ROLE_REQUIRED', { role: actor.roles.join(' ') });
}

function isSpared(asked: SessionAsked['session'], { justSetUp, atCommandLine }: AskedWhere): boolean {
  if (asked === 'open, or just set up') return justSetUp;
  return asked === 'open, or at the command line' && atCommandLine;
}
