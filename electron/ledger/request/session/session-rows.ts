/** Sessions. Only a blind index of the token is kept: the database does not hold what a window signs in with. */
import type { Instant } from '../../../contract/kernel/dates.ts';
import type { Reading, Writing } from '../../books/books.ts';
import { findClerk, type ClerkRow } from '../clerk/clerk-rows.ts';

export interface SessionRow {
  readonly hash: string;
  readonly clerk: ClerkRow;
  readonly counter: string;
  readonly openedAt: Instant;
  readonly lockedAt: Instant | null;
  readonly lastUsedAt: Instant;
}

/** Answers the session's hash, by which its rows name it. */
export async function insertSession(
  { query, at, keys }: Writing,
  session: { readonly token: string; readonly clerkCode: string; readonly counter: string },
): Promise<string> {
  const hash = keys.blindIndex('session', session.token);
  await query
    .insertInto('session')
    .values({
      token_hash: hash,
      clerk_code: session.clerkCode,
      counter: session.counter,
      opened_at: at,
      last_used_at: at,
      locked_at: null,
      ended_at: null,
    })
    .execute();
  return hash;
}

/** What a request brings to be known by: the token of a session, and the counter it comes from. */
export interface SessionAt {
  readonly token: string;
  readonly counter: string;
}

/** The open session of a token at the counter it was opened at; null when there is none, or it has ended. */
export async function findSession(reading: Reading, { token, counter }: SessionAt): Promise<SessionRow | null> {
  const row = await reading.query
    .selectFrom('session')
    .selectAll()
    .where('token_hash', '=', reading.keys.blindIndex('session', token))
    .where('counter', '=', counter)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  const clerk = row === undefined ? null : await findClerk(reading, row.clerk_code);
  if (row === undefined || clerk === null) return null;
  const { opened_at: openedAt, locked_at: lockedAt, last_used_at: lastUsedAt } = row;
  return { hash: row.token_hash, clerk, counter, openedAt, lockedAt, lastUsedAt };
}

/** That somebody is at work in it. */
export async function touchSession({ query, at }: Writing, hash: string): Promise<void> {
  await query.updateTable('session').set({ last_used_at: at }).where('token_hash', '=', hash).execute();
}

/** Every open session but the one that does this. */
export async function endOtherSessions({ query, at }: Writing, hash: string | null): Promise<void> {
  await query
    .updateTable('session')
    .set({ ended_at: at })
    .where('ended_at', 'is', null)
    .where('token_hash', '<>', hash ?? '')
    .execute();
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

/** Hashes of the sessions a clerk has open. */
export async function openSessionsOf(reading: Reading, clerkCode: string): Promise<string[]> {
  const rows = await openSessions(reading).where('clerk_code', '=', clerkCode).execute();
  return rows.map(({ hash }) => hash);
}

/** The sessions open at a counter. */
export async function openSessionsAt(
  reading: Reading,
  counter: string,
): Promise<{ readonly hash: string; readonly clerkCode: string }[]> {
  return openSessions(reading).where('counter', '=', counter).execute();
}

function openSessions({ query }: Reading) {
  return query
    .selectFrom('session')
    .select(['token_hash as hash', 'clerk_code as clerkCode'])
    .where('ended_at', 'is', null);
}

/** When each clerk last signed in, wherever it was; those who never did are not in it. */
export async function lastSignIns({ query }: Reading): Promise<ReadonlyMap<string, Instant>> {
  const rows = await query
    .selectFrom('session')
    .select((of) => ['clerk_code as code', of.fn.max<Instant>('opened_at').as('at')])
    .groupBy('clerk_code')
    .execute();
  return new Map(rows.map(({ code, at }) => [code, at]));
}

/** When the clerk last signed in before `than` at a window, not at the command line; null for the first time. */
export async function lastSignInBefore(
  { query }: Reading,
  clerkCode: string,
  than: Instant,
  commandLine: string,
): Promise<Instant | null> {
  const row = await query
    .selectFrom('session')
    .select('opened_at as at')
    .where('clerk_code', '=', clerkCode)
    .where('opened_at', '<', than)
    .where('counter', '<>', commandLine)
    .orderBy('opened_at', 'desc')
    .executeTakeFirst();
  return row?.at ?? null;
}
