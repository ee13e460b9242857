/** One row of the audit chain: what is in it, and how its hash is made. */
import { createHash } from 'node:crypto';
import type { Instant } from '../../../contract/kernel/dates.ts';
import type { Statements } from '../prepared.ts';

export interface AuditRecord {
  /** Clerk code, or `system` / `operator:<name>` where no clerk acts. */
  readonly actor: string;
  readonly second?: string | null;
  readonly visitId?: string | null;
  readonly verb: string;
  readonly subject?: string | null;
  /** `done`, or the code of the refusal. */
  readonly outcome: string;
  /** Never a password, PIN or unmasked number. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

export const GENESIS_HASH = '0'.repeat(64);

interface ChainedRow {
  readonly seq: number;
  readonly at: number;
  readonly business_date: string;
  readonly actor: string;
  readonly second: string | null;
  readonly visit_id: string | null;
  readonly verb: string;
  readonly subject: string | null;
  readonly outcome: string;
  readonly details: string;
  readonly previous_hash: string;
}

/** Every column but the hash itself, in a fixed order, as one unambiguous JSON array. */
export function auditHash(row: ChainedRow): string {
  const fields = [
    row.seq,
    row.at,
    row.business_date,
    row.actor,
    row.second,
    row.visit_id,
    row.verb,
    row.subject,
    row.outcome,
    row.details,
    row.previous_hash,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** The newest record of a chain. */
interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** The row that follows `head` on a business day. Half a character is none on the disk, so it is none in the hash either. */
export function followingRow(head: Head | undefined, day: string, at: Instant, record: AuditRecord) {
  const unhashed = {
    seq: (head?.seq ?? 0) + 1,
    at,
    business_date: day,
    actor: record.actor.toWellFormed(),
    second: record.second?.toWellFormed() ?? null,
    visit_id: record.visitId?.toWellFormed() ?? null,
    verb: record.verb,
    subject: record.subject?.toWellFormed() ?? null,
    outcome: record.outcome,
    details: JSON.stringify(record.details ?? {}),
    previous_hash: head?.hash ?? GENESIS_HASH,
  };
  return { ...unhashed, hash: auditHash(unhashed) };
}

/** Appends one record and moves the head while books with an office in them are being opened, when nothing else runs; within a transaction. */
export function appendAuditAtOpening(sql: Statements, at: Instant, record: AuditRecord): number {
  const head = sql.rows<[], Head>('SELECT seq, hash FROM audit_head').get();
  const day = sql.values<[], string>('SELECT business_date FROM office').get();
  const row = followingRow(head, day ?? '', at, record);
  const columns = Object.keys(row);
  const places = columns.map((name) => `@${name}`).join(', ');
  sql.change(`INSERT INTO audit (${columns.join(', ')}) VALUES (${places})`).run(row);
  sql.change('UPDATE audit_head SET seq = @seq, hash = @hash').run({ seq: row.seq, hash: row.hash });
  return row.seq;
}
