/** Counters, the codes with which they join, and where their server listens. */
import type { CounterKind } from '../../contract/administration/counter-kinds.ts';
import type { CounterState, ListedCounter } from '../../contract/administration/counter-verbs.ts';
import type { Instant } from '../../contract/kernel/dates.ts';
import type { Reading, Writing } from '../books/books.ts';
import type { GivenCode } from './enrolment-rules.ts';

interface OfficeCounterTable {
  number: string;
  name: string;
  kind: CounterKind;
  state: CounterState;
  serial: string | null;
  certificate: string | null;
  certificate_ends_at: Instant | null;
  next_serial: string | null;
  next_certificate: string | null;
  next_ends_at: Instant | null;
  joined_at: Instant | null;
  last_seen_at: Instant | null;
  audit_seq: number;
}

interface EnrolmentCodeTable {
  number: string;
  salt: string;
  expires_at: Instant;
  tries: number;
  used_for: string | null;
}

interface OfficeServerTable {
  id: number;
  address: string;
  fingerprint: string;
}

declare module '../books/tables/tables.ts' {
  interface Tables {
    office_counter: OfficeCounterTable;
    enrolment_code: EnrolmentCodeTable;
    office_server: OfficeServerTable;
  }
}

export interface CounterRow extends Omit<ListedCounter, 'line'> {
  readonly serial: string | null;
  /** As PEM. */
  readonly certificate: string | null;
}

const COUNTER = [
  'number',
  'name',
  'kind',
  'state',
  'serial',
  'certificate',
  'certificate_ends_at as certificateEndsAt',
  'joined_at as joinedAt',
  'last_seen_at as lastSeenAt',
] as const;

export async function readCounters({ query }: Reading): Promise<CounterRow[]> {
  return query.selectFrom('office_counter').select(COUNTER).orderBy('number').execute();
}

export async function findCounter({ query }: Reading, number: string): Promise<CounterRow | null> {
  const row = await query.selectFrom('office_counter').select(COUNTER).where('number', '=', number).executeTakeFirst();
  return row ?? null;
}

/** Whose certificate this is, also one that was renewed and is used for the first time. */
export async function findCounterBySerial({ query }: Reading, serial: string): Promise<CounterRow | null> {
  const row = await query
    .selectFrom('office_counter')
    .select(COUNTER)
    .where((where) => where.or([where('serial', '=', serial), where('next_serial', '=', serial)]))
    .executeTakeFirst();
  return row ?? null;
}

export async function insertCounter(
  { query }: Writing,
  counter: { readonly number: string; readonly name: string; readonly kind: CounterKind },
  auditSeq: number,
): Promise<void> {
  await query
    .insertInto('office_counter')
    .values({
      ...counter,
      state: 'expected',
      serial: null,
      certificate: null,
      certificate_ends_at: null,
      next_serial: null,
      next_certificate: null,
      next_ends_at: null,
      joined_at: null,
      last_seen_at: null,
      audit_seq: auditSeq,
    })
    .execute();
}

export async function changeCounter(
  { query }: Writing,
  number: string,
  change: { readonly name: string; readonly kind: CounterKind },
  auditSeq: number,
): Promise<void> {
  await query
    .updateTable('office_counter')
    .set({ ...change, audit_seq: auditSeq })
    .where('number', '=', number)
    .execute();
}

export interface Signed {
  /** Lower-case hex digits. */
  readonly serial: string;
  /** As PEM. */
  readonly certificate: string;
  readonly endsAt: Instant;
}

/** The certificate with which the counter has joined. */
export async function setCertificate(
  { query, at }: Writing,
  number: string,
  { serial, certificate, endsAt }: Signed,
  auditSeq: number,
): Promise<void> {
  await query
    .updateTable('office_counter')
    .set({ state: 'joined', serial, certificate, certificate_ends_at: endsAt, joined_at: at, audit_seq: auditSeq })
    .where('number', '=', number)
    .execute();
}

/** A renewed one, by which the counter is known from its first use on. */
export async function setNextCertificate(
  { query }: Writing,
  number: string,
  { serial, certificate, endsAt }: Signed,
  auditSeq: number,
): Promise<void> {
  await query
    .updateTable('office_counter')
    .set({ next_serial: serial, next_certificate: certificate, next_ends_at: endsAt, audit_seq: auditSeq })
    .where('number', '=', number)
    .execute();
}

/** The renewed certificate is in use: the one before is worth nothing any more. */
export async function useNextCertificate({ query }: Writing, number: string): Promise<void> {
  await query
    .updateTable('office_counter')
    .set((set) => ({
      serial: set.ref('next_serial'),
      certificate: set.ref('next_certificate'),
      certificate_ends_at: set.ref('next_ends_at'),
      next_serial: null,
      next_certificate: null,
      next_ends_at: null,
    }))
    .where('number', '=', number)
    .execute();
}

export async function setRevoked({ query }: Writing, number: string, auditSeq: number): Promise<void> {
  await query
    .updateTable('office_counter')
    .set({ state: 'revoked', audit_seq: auditSeq })
    .where('number', '=', number)
    .execute();
}

export async function noteSeen({ query, at }: Writing, number: string): Promise<void> {
  await query.updateTable('office_counter').set({ last_seen_at: at }).where('number', '=', number).execute();
}

export async function saveCode(
  { query }: Writing,
  number: string,
  { salt, expiresAt }: { readonly salt: string; readonly expiresAt: Instant },
): Promise<void> {
  const values = { salt, expires_at: expiresAt, tries: 0, used_for: null };
  await query
    .insertInto('enrolment_code')
    .values({ number, ...values })
    .onConflict((conflict) => conflict.column('number').doUpdateSet(values))
    .execute();
}

export async function findCode(
  { query }: Reading,
  number: string,
): Promise<(GivenCode & { readonly salt: string }) | null> {
  const row = await query
    .selectFrom('enrolment_code')
    .select(['salt', 'expires_at as expiresAt', 'tries', 'used_for as usedFor'])
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

export async function countTry({ query }: Writing, number: string): Promise<void> {
  await query
    .updateTable('enrolment_code')
    .set((set) => ({ tries: set('tries', '+', 1) }))
    .where('number', '=', number)
    .execute();
}

export async function noteUsed({ query }: Writing, number: string, request: string): Promise<void> {
  await query.updateTable('enrolment_code').set({ used_for: request }).where('number', '=', number).execute();
}

export async function findServer({
  query,
}: Reading): Promise<{ readonly address: string; readonly fingerprint: string } | null> {
  return (await query.selectFrom('office_server').select(['address', 'fingerprint']).executeTakeFirst()) ?? null;
}

export async function saveServer(
  { query }: Writing,
  server: { readonly address: string; readonly fingerprint: string },
): Promise<void> {
  await query
    .insertInto('office_server')
    .values({ id: 1, ...server })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(server))
    .execute();
}
