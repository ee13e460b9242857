/** Sessions of holders at their own doors. Only a blind index of the token is kept, as of a clerk's (session-rows.ts). */
import type { Instant } from '../../../contract/kernel/dates.ts';
import type { Door } from '../../../contract/kernel/verb-policy.ts';
import type { Reading, Writing } from '../../books/books.ts';

/** By a login, by a code for a report or for following one up, or by the telephone password for the length of a call. */
export type HolderSessionKind = 'login' | 'report' | 'follow-up' | 'call';

interface HolderSessionTable {
  token_hash: string;
  kind: HolderSessionKind;
  account_id: number;
  loss_number: string | null;
  opened_at: Instant;
  last_used_at: Instant;
  ends_at: Instant;
  ended_at: Instant | null;
}

declare module '../../books/tables/tables.ts' {
  interface Tables {
    holder_session: HolderSessionTable;
  }
}

export interface HolderSession {
  readonly hash: string;
  readonly kind: HolderSessionKind;
  readonly accountId: number;
  readonly accountNumber: string;
  readonly lossNumber: string | null;
  readonly openedAt: Instant;
  readonly lastUsedAt: Instant;
  /** It is over then, whatever is done in it. */
  readonly endsAt: Instant;
}

/** The kinds of session that a door knows: at any other a token is nobody's. */
const KINDS_AT: Partial<Record<Door, readonly HolderSessionKind[]>> = {
  web: ['login', 'report', 'follow-up'],
  telephone: ['call'],
};

export function knowsHolders(door: Door): boolean {
  return KINDS_AT[door] !== undefined;
}

export async function insertHolderSession(
  { query, at, keys }: Writing,
  session: Pick<HolderSession, 'kind' | 'accountId' | 'lossNumber' | 'endsAt'> & { readonly token: string },
): Promise<void> {
  await query
    .insertInto('holder_session')
    .values({
      token_hash: keys.blindIndex('session', session.token),
      kind: session.kind,
      account_id: session.accountId,
      loss_number: session.lossNumber,
      opened_at: at,
      last_used_at: at,
      ends_at: session.endsAt,
      ended_at: null,
    })
    .execute();
}

/** The session of a token at a door, whether its time has run out or not; null where it was ended or is no such session. */
export async function findHolderSession(reading: Reading, token: string, door: Door): Promise<HolderSession | null> {
  const row = await reading.query
    .selectFrom('holder_session')
    .innerJoin('account', 'account.id', 'holder_session.account_id')
    .select([
      'token_hash as hash',
      'kind',
      'account_id as accountId',
      'account.number as accountNumber',
      'loss_number as lossNumber',
      'opened_at as openedAt',
      'last_used_at as lastUsedAt',
      'ends_at as endsAt',
    ])
    .where('token_hash', '=', reading.keys.blindIndex('session', token))
    .where('kind', 'in', KINDS_AT[door] ?? [])
    .where('ended_at', 'is', null)
    // Logins end with their account (docs/rules.md 2).
    .where('account.status', '=', 'open')
    .executeTakeFirst();
  return row ?? null;
}

export async function touchHolderSession({ query, at }: Writing, hash: string): Promise<void> {
  await query.updateTable('holder_session').set({ last_used_at: at }).where('token_hash', '=', hash).execute();
}

/** As it stands in this transaction: another request of the same session may have made its report meanwhile. */
export async function lossOfSession({ query }: Reading, hash: string): Promise<string | null> {
  const row = await query
    .selectFrom('holder_session')
    .select('loss_number as number')
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  return row?.number ?? null;
}

/** The report that a session by code has made, which is the one it is about from then on. */
export async function keepLossOfSession({ query }: Writing, hash: string, lossNumber: string): Promise<void> {
  await query.updateTable('holder_session').set({ loss_number: lossNumber }).where('token_hash', '=', hash).execute();
}

export async function endHolderSession({ query, at }: Writing, hash: string): Promise<void> {
  await query.updateTable('holder_session').set({ ended_at: at }).where('token_hash', '=', hash).execute();
}

/** All that are open at the account by a kind; answers how many there were. */
export async function endHolderSessionsOf(
  { query, at }: Writing,
  accountId: number,
  kind: HolderSessionKind,
): Promise<number> {
  const { numUpdatedRows } = await query
    .updateTable('holder_session')
    .set({ ended_at: at })
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Other sign-ins of the account that go on, newest first; they have been used since `usedSince`. */
export async function otherSignIns(
  { query, at }: Pick<Reading, 'query' | 'at'>,
  { accountId, hash }: Pick<HolderSession, 'accountId' | 'hash'>,
  { usedSince, most }: { readonly usedSince: Instant; readonly most: number },
): Promise<Pick<HolderSession, 'openedAt' | 'lastUsedAt'>[]> {
  return query
    .selectFrom('holder_session')
    .select(['opened_at as openedAt', 'last_used_at as lastUsedAt'])
    .where('account_id', '=', accountId)
    .where('kind', '=', 'login')
    .where('token_hash', '<>', hash)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', at)
    .where('last_used_at', '>', usedSince)
    .orderBy('opened_at', 'desc')
    .limit(most)
    .execute();
}

/** Answers how many there were. */
export async function endOtherSignIns(
  { query, at }: Writing,
  { accountId, hash }: Pick<HolderSession, 'accountId' | 'hash'>,
): Promise<number> {
  const { numUpdatedRows } = await query
    .updateTable('holder_session')
    .set({ ended_at: at })
    .where('account_id', '=', accountId)
    .where('kind', '=', 'login')
    .where('token_hash', '<>', hash)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Those of a kind that still go on at `at`. */
export async function countHolderSessions(
  { query }: Reading,
  accountId: number,
  { kind, at }: { readonly kind: HolderSessionKind; readonly at: Instant },
): Promise<number> {
  const row = await query
    .selectFrom('holder_session')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', at)
    .executeTakeFirstOrThrow();
  return row.count;
}
