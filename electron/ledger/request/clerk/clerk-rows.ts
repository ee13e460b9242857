/** Clerks, their passwords, and the wrong pairs they tried. A clerk is disabled, never deleted (docs/rules.md 5). */
import type { Instant } from '../../../contract/kernel/dates.ts';
import type { Clerk } from '../../../contract/office/office-views.ts';
import type { Role } from '../../../contract/kernel/vocabulary.ts';
import type { Reading, Writing } from '../../books/books.ts';

export interface ClerkRow extends Clerk {
  readonly passwordHash: string;
  /** Wrong pairs have locked the clerk (docs/rules.md 2); a supervisor lifts that. */
  readonly lockedAt: Instant | null;
  readonly disabledAt: Instant | null;
  readonly passwordSetAt: Instant;
  /** Somebody else made the password: it serves for setting another one. */
  readonly oneTime: boolean;
}

function select({ query }: Reading) {
  return query
    .selectFrom('clerk')
    .select([
      'code',
      'name',
      'role',
      'password_hash as passwordHash',
      'locked_at as lockedAt',
      'disabled_at as disabledAt',
      'password_set_at as passwordSetAt',
      'one_time as oneTime',
    ]);
}

export async function findClerk(reading: Reading, code: string): Promise<ClerkRow | null> {
  const row = await select(reading).where('code', '=', code).executeTakeFirst();
  return row === undefined ? null : { ...row, oneTime: row.oneTime === 1 };
}

export async function readClerks(reading: Reading): Promise<ClerkRow[]> {
  const rows = await select(reading).orderBy('code').execute();
  return rows.map((row) => ({ ...row, oneTime: row.oneTime === 1 }));
}

export async function insertClerk(
  { query, at }: Writing,
  clerk: Clerk & { readonly passwordHash: string; readonly oneTime: boolean },
  auditSeq: number,
): Promise<void> {
  const { code, name, role, passwordHash, oneTime } = clerk;
  await query
    .insertInto('clerk')
    .values({
      code,
      name,
      role,
      password_hash: passwordHash,
      password_set_at: at,
      one_time: oneTime ? 1 : 0,
      audit_seq: auditSeq,
    })
    .execute();
}

export async function changeClerk(
  { query }: Writing,
  code: string,
  { name, role }: { readonly name: string; readonly role: Role },
  auditSeq: number,
): Promise<void> {
  await query.updateTable('clerk').set({ name, role, audit_seq: auditSeq }).where('code', '=', code).execute();
}

/** Null enables the clerk again. */
export async function setDisabled(
  { query }: Writing,
  code: string,
  disabledAt: Instant | null,
  auditSeq: number,
): Promise<void> {
  const change = { disabled_at: disabledAt, audit_seq: auditSeq };
  await query.updateTable('clerk').set(change).where('code', '=', code).execute();
}

/** The password before joins the history. */
export async function setPassword(
  { query, at }: Writing,
  clerk: Pick<ClerkRow, 'code' | 'passwordHash'>,
  next: { readonly passwordHash: string; readonly oneTime: boolean },
  auditSeq: number,
): Promise<void> {
  await query
    .insertInto('password_history')
    .values({ clerk_code: clerk.code, password_hash: clerk.passwordHash, replaced_at: at })
    .execute();
  await query
    .updateTable('clerk')
    .set({
      password_hash: next.passwordHash,
      password_set_at: at,
      one_time: next.oneTime ? 1 : 0,
      audit_seq: auditSeq,
    })
    .where('code', '=', clerk.code)
    .execute();
}

/** Hashes of the newest passwords before the present one, newest first. */
export async function earlierPasswords({ query }: Reading, code: string, count: number): Promise<string[]> {
  const rows = await query
    .selectFrom('password_history')
    .select('password_hash as hash')
    .where('clerk_code', '=', code)
    .orderBy('id', 'desc')
    .limit(count)
    .execute();
  return rows.map(({ hash }) => hash);
}

/** Counts a wrong pair and locks the clerk at `limit` of them since `since`; answers how many are left, none when locked. */
export async function countMismatch(
  { query, at }: Writing,
  code: string,
  window: { readonly since: Instant; readonly limit: number },
): Promise<number> {
  await query.insertInto('mismatch').values({ clerk_code: code, at }).execute();
  const counted = await query
    .selectFrom('mismatch')
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('clerk_code', '=', code)
    .where('at', '>', window.since)
    .executeTakeFirstOrThrow();
  if (counted.n < window.limit) return window.limit - counted.n;
  await query
    .updateTable('clerk')
    .set({ locked_at: at })
    .where('code', '=', code)
    .where('locked_at', 'is', null)
    .execute();
  return 0;
}

/** Lifts the lock of wrong pairs, which count from nothing again. */
export async function liftPairLock({ query }: Writing, code: string): Promise<void> {
  await query.updateTable('clerk').set({ locked_at: null }).where('code', '=', code).execute();
  await query.deleteFrom('mismatch').where('clerk_code', '=', code).execute();
}

/** Wrong pairs of a time that lies ahead count as of the given one: they run out like all others. */
export async function countMismatchesBy({ query }: Writing, at: Instant): Promise<void> {
  await query.updateTable('mismatch').set({ at }).where('at', '>', at).execute();
}
