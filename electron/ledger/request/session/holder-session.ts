/** Who asks at a holder's own door: a session that goes on there, and whether it is one that the verb's policy takes. */
import type { Instant } from '../../../contract/kernel/dates.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import type { Door, SessionPolicy } from '../../../contract/kernel/verb-policy.ts';
import type { Books } from '../../books/books.ts';
import { readSettings } from '../../office/office-rows.ts';
import {
  findHolderSession,
  knowsHolders,
  touchHolderSession,
  type HolderSession,
  type HolderSessionKind,
} from './holder-session-rows.ts';

const MILLISECONDS_A_MINUTE = 60_000;
/** Uses are written down at least this often, so that a page that is read costs no write. */
const KEPT_EVERY_MILLISECONDS = 30_000;

/**
 * The session of a token at a holder's door, with this use noted; null where none goes on: unknown, ended, past its end, or
 * unused for the office's minutes (setting `onlineIdleMinutes`).
 */
export async function holderSessionOf(books: Books, token: string | null, door: Door): Promise<HolderSession | null> {
  if (token === null || !knowsHolders(door)) return null;
  const at = books.clock();
  const session = await books.read(async (reading) => {
    const found = await findHolderSession(reading, token, door);
    return found === null || isOver(found, at, (await readSettings(reading)).onlineIdleMinutes) ? null : found;
  });
  if (session === null || at - session.lastUsedAt < KEPT_EVERY_MILLISECONDS) return session;
  await books.write((writing) => touchHolderSession(writing, session.hash), { whileBehind: true, uncounted: true });
  return session;
}

function isOver({ endsAt, lastUsedAt }: HolderSession, at: Instant, idleMinutes: number): boolean {
  return at >= endsAt || at - lastUsedAt >= idleMinutes * MILLISECONDS_A_MINUTE;
}

const TAKEN: Partial<Record<SessionPolicy, readonly HolderSessionKind[]>> = {
  'holder signed in': ['login'],
  'holder known': ['login', 'report', 'follow-up'],
  'caller proven': ['call'],
};

/** Whether the policy asks for a session that is no clerk's. */
export function asksForHolder(policy: SessionPolicy): boolean {
  return TAKEN[policy] !== undefined;
}

/** Throws RefusalError SIGN_IN_REQUIRED. */
export function refuseHolder(policy: SessionPolicy, holder: HolderSession | null): void {
  if (holder === null || TAKEN[policy]?.includes(holder.kind) !== true) throw new RefusalError('SIGN_IN_REQUIRED');
}
