/** Clerks, their locks, and the wrong pairs they tried. */
import type { Instant } from '../../contract/dates.ts';
import type { Clerk } from '../../contract/views.ts';
import type { Reading, Writing } from './books.ts';

export interface ClerkRow extends Clerk {
  readonly passwordHash: string;
  readonly failedAttempts: number;
  readonly lockedAt: Instant | null;
}

export async function findClerk({ query }: Reading, code: string): Promise<ClerkRow | null> {
  const row = await query.selectFrom('clerk').selectAll().where('code', '=', code).executeTakeFirst();
  if (row === undefined) return null;
  return {
    code: row.code,
    name: row.name,
    role: row.role,
    passwordHash: row.password_hash,
    failedAttempts: row.failed_attempts,
    lockedAt: row.locked_at,
  };
}

export async function insertClerk(
  { query }: Writing,
  clerk: Clerk & { readonly passwordHash: string },
  auditSeq: number,
): Promise<void> {
  const { code, name, role, passwordHash } = clerk;
  await query
    .insertInto('clerk')
    .values({ code, name, role, password_hash: passwordHash, audit_seq: auditSeq })
    .execute();
}

/** Counts a wrong password and locks at the limit; answers whether the clerk is locked now. */
export async function countWrongPassword({ query, at }: Writing, code: string, limit: number): Promise<boolean> {
  const row = await query
    .updateTable('clerk')
    .set((set) => ({ failed_attempts: set('failed_attempts', '+', 1) }))
    .where('code', '=', code)
    .returning('failed_attempts')
    .executeTakeFirst();
  if (row === undefined || row.failed_attempts < limit) return false;
  await query
    .updateTable('clerk')
    .set({ locked_at: at })
    .where('code', '=', code)
    .where('locked_at', 'is', null)
    .execute();
  return true;
}

export async function clearWrongPasswords({ query }: Writing, code: string): Promise<void> {
  await query.updateTable('clerk').set({ failed_attempts: 0 }).where('code', '=', code).execute();
}

/** Counts a wrong pair and locks the clerk at `limit` of them since `since`; answers whether they are locked now. */
export async function countMismatch(
  { query, at }: Writing,
  code: string,
  window: { readonly since: Instant; readonly limit: number },
): Promise<boolean> {
  await query.insertInto('mismatch').values({ clerk_code: code, at }).execute();
  const counted = await query
    .selectFrom('mismatch')
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('clerk_code', '=', code)
    .where('at', '>', window.since)
    .executeTakeFirstOrThrow();
  if (counted.n < window.limit) return false;
  await query
    .updateTable('clerk')
    .set({ locked_at: at })
    .where('code', '=', code)
    .where('locked_at', 'is', null)
    .execute();
  return true;
}

/** Lifts the lock; wrong pairs and passwords count from nothing again. */
export async function liftClerkLock({ query }: Writing, code: string): Promise<void> {
  await query.updateTable('clerk').set({ locked_at: null, failed_attempts: 0 }).where('code', '=', code).execute();
  await query.deleteFrom('mismatch').where('clerk_code', '=', code).execute();
}
