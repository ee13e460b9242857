/**
 * The audit record: a SHA-256 chain written in the same transaction as what it records (docs/ledger.md 5), its head
 * anchored in a row of its own so that a chain cut short at the end shows.
 */
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Instant } from '../../../contract/kernel/dates.ts';
import { auditHash, followingRow, GENESIS_HASH, type AuditRecord } from './audit-row.ts';
import type { Reading, Writing } from '../books.ts';

/**
 * The number the next record will have. Rows that name the record of the change that made them are written first, the
 * record with its counts last, in the same transaction.
 */
export async function nextAuditSeq({ query }: Writing): Promise<number> {
  const head = await query.selectFrom('audit_head').select('seq').executeTakeFirst();
  return (head?.seq ?? 0) + 1;
}

/** Appends one record and moves the head; answers its sequence number. */
export async function appendAudit(writing: Writing, record: AuditRecord): Promise<number> {
  writing.noteRecord?.(record);
  const head = await writing.query.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
  const office = await writing.query.selectFrom('office').select('business_date').executeTakeFirst();
  const row = followingRow(head, office?.business_date ?? '', writing.at, record);
  const { seq, hash } = row;
  await writing.query.insertInto('audit').values(row).execute();
  await writing.query
    .insertInto('audit_head')
    .values({ id: 1, seq, hash })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seq, hash }))
    .execute();
  return seq;
}

/** The hash of a record, null when there is none of that number. */
export async function auditHashAt({ query }: Reading, seq: number): Promise<string | null> {
  const row = await query.selectFrom('audit').select('hash').where('seq', '=', seq).executeTakeFirst();
  return row?.hash ?? null;
}

/** Other requests are answered between two slices. */
const ROWS_OF_SLICE = 500;

/** Walks the whole chain; answers how many records it holds and what is wrong with the first bad one, if any. */
export async function checkAuditChain(reading: Reading): Promise<{ counted: number; fault: string | null }> {
  let previous = GENESIS_HASH;
  let counted = 0;
  for await (const row of reading.query.selectFrom('audit').selectAll().orderBy('seq').stream()) {
    counted += 1;
    if (counted % ROWS_OF_SLICE === 0) await letOthersRun();
    if (row.seq !== counted) return { counted, fault: `record ${counted} is missing` };
    if (row.previous_hash !== previous) return { counted, fault: `record ${counted} does not follow the one before` };
    if (auditHash(row) !== row.hash) return { counted, fault: `record ${counted} was changed` };
    previous = row.hash;
  }
  const head = await reading.query.selectFrom('audit_head').selectAll().executeTakeFirst();
  if ((head?.seq ?? 0) !== counted || (head?.hash ?? GENESIS_HASH) !== previous) {
    return { counted, fault: 'the chain does not end in its anchored head' };
  }
  return { counted, fault: null };
}

export interface FoundRecord {
  readonly seq: number;
  readonly verb: string;
  readonly second: string | null;
}

/** The newest record of something done; null when there is none. */
export async function findLatestRecord(
  { query }: Reading,
  wanted: { readonly verbs: readonly string[]; readonly visitId?: string; readonly subject?: string },
): Promise<FoundRecord | null> {
  const { visitId, subject } = wanted;
  const row = await query
    .selectFrom('audit')
    .select(['seq', 'verb', 'second'])
    .where('verb', 'in', wanted.verbs)
    .where('outcome', '=', 'done')
    .$if(visitId !== undefined, (select) => select.where('visit_id', '=', visitId ?? ''))
    .$if(subject !== undefined, (select) => select.where('subject', '=', subject ?? ''))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** When the newest record was made; null while there is none. */
export async function newestRecordTime({ query }: Reading): Promise<Instant | null> {
  const row = await query.selectFrom('audit').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row?.at ?? null;
}

/** When something was last done to a subject; null when never. */
export async function latestRecordTime({ query }: Reading, verb: string, subject: string): Promise<Instant | null> {
  const row = await query
    .selectFrom('audit')
    .select('at')
    .where('subject', '=', subject)
    .where('verb', '=', verb)
    .where('outcome', '=', 'done')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}
