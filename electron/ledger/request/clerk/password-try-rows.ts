/** Counted tries at a password, by whose it is said to be and by counter. */
import { sql } from 'kysely';
import type { Instant } from '../../../contract/kernel/dates.ts';
import type { TryCount } from './password-try-rules.ts';
import type { Reading, Writing } from '../../books/books.ts';

/** Whose password is tried: a clerk code, known or not, or the office's recovery key. */
export type PasswordOwner = { readonly clerkCode: string } | 'recovery-key';

/** Counts without a lock are forgotten a day after they last mattered. */
const REMEMBERED_MILLISECONDS = 24 * 3_600_000;

function ownerIndex({ keys }: Reading, owner: PasswordOwner): string {
  return keys.blindIndex('password-try', owner === 'recovery-key' ? owner : `clerk ${owner.clerkCode}`);
}

export async function findTries(reading: Reading, owner: PasswordOwner, counter: string): Promise<TryCount | null> {
  const row = await reading.query
    .selectFrom('password_try')
    .select(['tries', 'next_at as nextAt', 'locked_until as lockedUntil'])
    .where('owner', '=', ownerIndex(reading, owner))
    .where('counter', '=', counter)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps the count, and forgets those that do not matter any more: the table stays as small as the office is. */
export async function saveTries(
  writing: Writing,
  owner: PasswordOwner,
  counter: string,
  { tries, nextAt, lockedUntil }: TryCount,
): Promise<void> {
  const { query, at } = writing;
  const values = { tries, next_at: nextAt, locked_until: lockedUntil };
  await query
    .deleteFrom('password_try')
    .where('next_at', '<', (at - REMEMBERED_MILLISECONDS) as Instant)
    .where((where) => where.or([where('locked_until', 'is', null), where('locked_until', '<=', at)]))
    .execute();
  await query
    .insertInto('password_try')
    .values({ owner: ownerIndex(writing, owner), counter, ...values })
    .onConflict((conflict) => conflict.columns(['owner', 'counter']).doUpdateSet(values))
    .execute();
}

/** A right password: counting starts at nothing at this counter. */
export async function clearTries(writing: Writing, owner: PasswordOwner, counter: string): Promise<void> {
  await writing.query
    .deleteFrom('password_try')
    .where('owner', '=', ownerIndex(writing, owner))
    .where('counter', '=', counter)
    .execute();
}

/** Lifts the owner's locks and delays at every counter. */
export async function liftTries(writing: Writing, owner: PasswordOwner): Promise<void> {
  await writing.query.deleteFrom('password_try').where('owner', '=', ownerIndex(writing, owner)).execute();
}

/** Until when wrong passwords have locked the owner at some counter; null when at none. */
export async function lockedUntil(reading: Reading, owner: PasswordOwner): Promise<Instant | null> {
  const row = await reading.query
    .selectFrom('password_try')
    .select('locked_until as until')
    .where('owner', '=', ownerIndex(reading, owner))
    .where('locked_until', '>', reading.at)
    .orderBy('locked_until', 'desc')
    .executeTakeFirst();
  return row?.until ?? null;
}

/** Every wait and lock keeps what is left of it when the time begins anew, so many milliseconds earlier. */
export async function shiftTries({ query }: Writing, by: number): Promise<void> {
  await query
    .updateTable('password_try')
    .set({ next_at: sql<Instant>`next_at - ${by}`, locked_until: sql<Instant | null>`locked_until - ${by}` })
    .execute();
}
