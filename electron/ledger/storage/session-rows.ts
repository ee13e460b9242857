/** Sessions. Only a blind index of the token is kept: the database does not hold what a window signs in with. */
import type { Instant } from '../../contract/dates.ts';
import type { Reading, Writing } from './books.ts';
import { findClerk, type ClerkRow } from './clerk-rows.ts';

export interface SessionRow {
  readonly hash: string;
  readonly clerk: ClerkRow;
  readonly lockedAt: Instant | null;
}

export async function insertSession(
  { query, at, keys }: Writing,
  session: { readonly token: string; readonly clerkCode: string; readonly counter: string },
): Promise<void> {
  await query
    .insertInto('session')
    .values({
      token_hash: keys.blindIndex('session', session.token),
      clerk_code: session.clerkCode,
      counter: session.counter,
      opened_at: at,
      last_used_at: at,
      locked_at: null,
      ended_at: null,
    })
    .execute();
}

/** The open session of a token; null when there is none or it has ended. */
export async function findSession(reading: Reading, token: string): Promise<SessionRow | null> {
  const row = await reading.query
    .selectFrom('session')
    .selectAll()
    .where('token_hash', '=', reading.keys.blindIndex('session', token))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  const clerk = row === undefined ? null : await findClerk(reading, row.clerk_code);
  return row === undefined || clerk === null ? null : { hash: row.token_hash, clerk, lockedAt: row.locked_at };
}

export async function setSessionLock({ query, at }: Writing, hash: string, locked: boolean): Promise<void> {
  await query
    .updateTable('session')
    .set({ locked_at: locked ? at : null, last_used_at: at })
    .where('token_hash', '=', hash)
    .execute();
}

export async function endSession({ query, at }: Writing, hash: string): Promise<void> {
  await query.updateTable('session').set({ ended_at: at, last_used_at: at }).where('token_hash', '=', hash).execute();
}
