/** Logins, codes and locks of the holder's own door. */
import type { Instant } from '../../contract/kernel/dates.ts';
import type { CodePurpose } from '../../contract/online/online-views.ts';
import type { Locale } from '../../contract/messages/word-pair.ts';
import type { Reading, Writing } from '../books/books.ts';

interface HolderLoginTable {
  account_id: number;
  kind: 'passkey' | 'password';
  password_hash: string | null;
  credential_id: string | null;
  public_key: Uint8Array | null;
  sign_count: number | null;
  language: Locale;
  registered_at: Instant;
  last_used_at: Instant | null;
  audit_seq: number;
}

interface OneTimeCodeTable {
  id: string;
  purpose: CodePurpose;
  account_id: number | null;
  person_index: string;
  phone_index: string;
  loss_number: string | null;
  tag: string;
  made_at: Instant;
  expires_at: Instant;
  tries: number;
  used_at: Instant | null;
}

interface DoorLockTable {
  person_index: string;
  until: Instant;
}

interface UsedChallengeTable {
  tag: string;
  expires_at: Instant;
}

interface OnlineReportTable {
  loss_number: string;
  session_hash: string;
}

declare module '../books/tables/tables.ts' {
  interface Tables {
    holder_login: HolderLoginTable;
    one_time_code: OneTimeCodeTable;
    door_lock: DoorLockTable;
    used_challenge: UsedChallengeTable;
    online_report: OnlineReportTable;
  }
}

/** How a holder signs in: one of both. */
export type Credential =
  | { readonly kind: 'password'; readonly hash: string }
  | { readonly kind: 'passkey'; readonly id: string; readonly publicKey: Uint8Array; readonly signCount: number };

export interface LoginRow {
  readonly accountId: number;
  readonly credential: Credential;
  readonly language: Locale;
  readonly registeredAt: Instant;
  readonly lastUsedAt: Instant | null;
}

function loginOf(row: HolderLoginTable): LoginRow {
  const { account_id: accountId, language, registered_at: registeredAt, last_used_at: lastUsedAt } = row;
  return { accountId, credential: credentialOf(row), language, registeredAt, lastUsedAt };
}

/** The table's own checks leave no other. */
function credentialOf(row: HolderLoginTable): Credential {
  const { password_hash: hash, credential_id: id, public_key: publicKey, sign_count: signCount } = row;
  if (hash !== null) return { kind: 'password', hash };
  if (id === null || publicKey === null || signCount === null) throw new Error('a login without a credential');
  return { kind: 'passkey', id, publicKey, signCount };
}

/** A login ends with its account (docs/rules.md 2). */
function openLogins({ query }: Reading) {
  return query
    .selectFrom('holder_login')
    .innerJoin('account', 'account.id', 'holder_login.account_id')
    .selectAll('holder_login')
    .where('account.status', '=', 'open');
}

export async function findLogin(reading: Reading, accountId: number): Promise<LoginRow | null> {
  const row = await openLogins(reading).where('holder_login.account_id', '=', accountId).executeTakeFirst();
  return row === undefined ? null : loginOf(row);
}

export async function findLoginByPasskey(reading: Reading, id: string): Promise<LoginRow | null> {
  const row = await openLogins(reading).where('credential_id', '=', id).executeTakeFirst();
  return row === undefined ? null : loginOf(row);
}

/** Also by a login that has ended with its account: no two have the same. */
export async function isPasskeyTaken({ query }: Reading, id: string): Promise<boolean> {
  const row = await query
    .selectFrom('holder_login')
    .select('account_id')
    .where('credential_id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveLogin(
  { query, at }: Writing,
  login: {
    readonly accountId: number;
    readonly credential: Credential;
    readonly language: Locale;
    readonly seq: number;
  },
): Promise<void> {
  const { credential } = login;
  const isPassword = credential.kind === 'password';
  const values = {
    kind: credential.kind,
    password_hash: isPassword ? credential.hash : null,
    credential_id: isPassword ? null : credential.id,
    public_key: isPassword ? null : credential.publicKey,
    sign_count: isPassword ? null : credential.signCount,
    language: login.language,
    registered_at: at,
    last_used_at: at,
    audit_seq: login.seq,
  };
  await query
    .insertInto('holder_login')
    .values({ account_id: login.accountId, ...values })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
    .execute();
}

/** That it was used to sign in; a passkey counts its own uses. */
export async function noteLoginUsed(
  { query, at }: Writing,
  accountId: number,
  signCount: number | null,
): Promise<void> {
  const counted = signCount === null ? {} : { sign_count: signCount };
  await query
    .updateTable('holder_login')
    .set({ last_used_at: at, ...counted })
    .where('account_id', '=', accountId)
    .execute();
}

export async function deleteLogin({ query }: Writing, accountId: number): Promise<void> {
  await query.deleteFrom('holder_login').where('account_id', '=', accountId).execute();
}

export interface CodeRow {
  readonly id: string;
  readonly purpose: CodePurpose;
  /** Null for somebody unknown, whose code nobody was sent. */
  readonly accountId: number | null;
  readonly personIndex: string;
  readonly phoneIndex: string;
  readonly lossNumber: string | null;
  readonly tag: string;
  readonly expiresAt: Instant;
  readonly tries: number;
  readonly usedAt: Instant | null;
}

export async function insertCode({ query, at }: Writing, code: Omit<CodeRow, 'usedAt' | 'tries'>): Promise<void> {
  await query
    .insertInto('one_time_code')
    .values({
      id: code.id,
      purpose: code.purpose,
      account_id: code.accountId,
      person_index: code.personIndex,
      phone_index: code.phoneIndex,
      loss_number: code.lossNumber,
      tag: code.tag,
      made_at: at,
      expires_at: code.expiresAt,
      tries: 0,
      used_at: null,
    })
    .execute();
}

export async function findCode({ query }: Reading, id: string): Promise<CodeRow | null> {
  const row = await query
    .selectFrom('one_time_code')
    .select(['id', 'purpose', 'account_id as accountId', 'person_index as personIndex', 'phone_index as phoneIndex'])
    .select(['loss_number as lossNumber', 'tag', 'expires_at as expiresAt', 'tries', 'used_at as usedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function countCodeTry({ query }: Writing, id: string, tries: number): Promise<void> {
  await query.updateTable('one_time_code').set({ tries }).where('id', '=', id).execute();
}

export async function useCode({ query, at }: Writing, id: string): Promise<void> {
  await query.updateTable('one_time_code').set({ used_at: at }).where('id', '=', id).execute();
}

/** How many codes were made for a person, or for a phone, since then. */
export async function countCodes(
  { query }: Reading,
  of: 'person_index' | 'phone_index',
  { index, since }: { readonly index: string; readonly since: Instant },
): Promise<number> {
  const row = await query
    .selectFrom('one_time_code')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where(of, '=', index)
    .where('made_at', '>', since)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Null where the door is open, as far as is known. */
export async function findDoorLock({ query }: Reading, personIndex: string): Promise<Instant | null> {
  const row = await query
    .selectFrom('door_lock')
    .select('until')
    .where('person_index', '=', personIndex)
    .executeTakeFirst();
  return row?.until ?? null;
}

export async function lockDoor({ query }: Writing, personIndex: string, until: Instant): Promise<void> {
  await query
    .insertInto('door_lock')
    .values({ person_index: personIndex, until })
    .onConflict((conflict) => conflict.column('person_index').doUpdateSet({ until }))
    .execute();
}

export async function unlockDoor({ query }: Writing, personIndex: string): Promise<void> {
  await query.deleteFrom('door_lock').where('person_index', '=', personIndex).execute();
}

/** False where the challenge was answered before. */
export async function useChallenge({ query }: Writing, tag: string, expiresAt: Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('used_challenge')
    .values({ tag, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function keepOnlineReport({ query }: Writing, lossNumber: string, sessionHash: string): Promise<void> {
  await query.insertInto('online_report').values({ loss_number: lossNumber, session_hash: sessionHash }).execute();
}

export async function sessionOfReport({ query }: Reading, lossNumber: string): Promise<string | null> {
  const row = await query
    .selectFrom('online_report')
    .select('session_hash as hash')
    .where('loss_number', '=', lossNumber)
    .executeTakeFirst();
  return row?.hash ?? null;
}

/** What no limit looks at any more goes with the next request that is counted: none of these grow with the years. */
export async function clearDoor({ query, at }: Writing, since: Instant): Promise<void> {
  await query.deleteFrom('one_time_code').where('made_at', '<', since).execute();
  await query.deleteFrom('door_lock').where('until', '<=', at).execute();
  await query.deleteFrom('used_challenge').where('expires_at', '<=', at).execute();
}
