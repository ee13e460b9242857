/** PINs as the books keep them: a salt and a hash that say nothing without the key apart (docs/rules.md 4). */
import type { PinState } from '../../contract/kernel/vocabulary.ts';
import type { Reading, Writing } from '../books/books.ts';

export interface KeptSecret {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
  readonly wrongTries: number;
}

export interface PinRow extends KeptSecret {
  readonly state: Exclude<PinState, 'none'>;
}

/** Null while the holder has never set one. */
export async function findPin({ query }: Reading, accountId: number): Promise<PinRow | null> {
  const row = await query
    .selectFrom('pin')
    .select(['state', 'salt', 'hash', 'wrong_tries as wrongTries'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row ?? null;
}

export async function savePin({ query }: Writing, accountId: number, pin: PinRow, auditSeq: number): Promise<void> {
  const values = {
    state: pin.state,
    salt: pin.salt,
    hash: pin.hash,
    wrong_tries: pin.wrongTries,
    audit_seq: auditSeq,
  };
  await query
    .insertInto('pin')
    .values({ account_id: accountId, ...values })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
    .execute();
}

export async function findTelephonePassword({ query }: Reading, accountId: number): Promise<KeptSecret | null> {
  const row = await query
    .selectFrom('telephone_password')
    .select(['salt', 'hash', 'wrong_tries as wrongTries'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row ?? null;
}

export async function saveTelephonePassword(
  { query }: Writing,
  accountId: number,
  secret: KeptSecret,
  auditSeq: number,
): Promise<void> {
  const values = { salt: secret.salt, hash: secret.hash, wrong_tries: secret.wrongTries, audit_seq: auditSeq };
  await query
    .insertInto('telephone_password')
    .values({ account_id: accountId, ...values })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
    .execute();
}

/** The fingerprint of the key that the kept PINs belong to; null before the first one. */
export async function readPinKeyFingerprint({ query }: Reading): Promise<string | null> {
  const row = await query.selectFrom('pin_key').select('fingerprint').executeTakeFirst();
  return row?.fingerprint ?? null;
}

export async function keepPinKeyFingerprint({ query }: Writing, fingerprint: string): Promise<void> {
  await query.insertInto('pin_key').values({ id: 1, fingerprint }).execute();
}

export async function pinStateOf(reading: Reading, accountId: number): Promise<PinState> {
  return (await findPin(reading, accountId))?.state ?? 'none';
}
