/** The print queue: documents that wait for a printer, with the bytes that were previewed. */
import { sql } from 'kysely';
import type { Instant } from '../../contract/kernel/dates.ts';
import type { DocumentKind } from '../../contract/kernel/vocabulary.ts';
import type { Reading, Writing } from '../books/books.ts';

export interface PrintJobRow {
  readonly id: string;
  readonly documentNumber: string;
  readonly copy: number;
  readonly state: 'queued' | 'printed' | 'cancelled';
  readonly queuedAt: Instant;
  readonly clerkCode: string;
  /** Where it was issued; its paper is that counter's. */
  readonly counter: string;
  readonly printer: string | null;
  readonly failure: string | null;
  readonly cardId: number;
  readonly kind: DocumentKind;
  /** Null when it was queued before pages were counted. */
  readonly pages: number | null;
}

/** A literal, because SQLite uses the index of waiting jobs for this very expression only. */
const QUEUED = sql.lit<'queued'>('queued');

function select({ query }: Reading) {
  return query
    .selectFrom('print_job')
    .innerJoin('document', 'document.number', 'print_job.document_number')
    .select([
      'print_job.id',
      'document_number as documentNumber',
      'copy',
      'state',
      'queued_at as queuedAt',
      'print_job.clerk_code as clerkCode',
      'print_job.counter as counter',
      'printer',
      'failure',
      'document.card_id as cardId',
      'document.kind as kind',
      'pages',
    ]);
}

export async function findPrintJob(reading: Reading, id: string): Promise<PrintJobRow | null> {
  return (await select(reading).where('print_job.id', '=', id).executeTakeFirst()) ?? null;
}

/** Whose jobs of a counter: one clerk's, or with null everybody's. */
export interface QueueOf {
  readonly counter: string;
  readonly clerkCode: string | null;
}

export async function countQueued({ query }: Reading, { counter, clerkCode }: QueueOf): Promise<number> {
  const waiting = query.selectFrom('print_job').where('state', '=', QUEUED).where('counter', '=', counter);
  const { count } = await (clerkCode === null ? waiting : waiting.where('clerk_code', '=', clerkCode))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Waiting jobs, oldest first. */
export async function queuedJobs(
  reading: Reading,
  { counter, clerkCode }: QueueOf,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<PrintJobRow[]> {
  const waiting = select(reading)
    .where('state', '=', QUEUED)
    .where('counter', '=', counter)
    .orderBy('queued_at')
    .orderBy('print_job.id');
  const asked = clerkCode === null ? waiting : waiting.where('print_job.clerk_code', '=', clerkCode);
  return asked.limit(limit).offset(offset).execute();
}

/** Null once the job is settled: the bytes are kept only while they wait. */
export async function readJobPdf({ query, keys }: Reading, id: string): Promise<Uint8Array | null> {
  const row = await query.selectFrom('print_job').select('pdf_sealed').where('id', '=', id).executeTakeFirst();
  const sealed = row?.pdf_sealed ?? null;
  return sealed === null ? null : keys.openBytes('paper', sealed);
}

export async function countCopies({ query }: Reading, documentNumber: string): Promise<number> {
  const row = await query
    .selectFrom('print_job')
    .select((of) => of.fn.max<number | null>('copy').as('copies'))
    .where('document_number', '=', documentNumber)
    .executeTakeFirst();
  return row?.copies ?? 0;
}

export async function insertPrintJob(
  { query, at, keys }: Writing,
  job: {
    readonly id: string;
    readonly documentNumber: string;
    readonly copy: number;
    readonly clerkCode: string;
    readonly counter: string;
    readonly pdf: Uint8Array;
    readonly pages: number;
  },
): Promise<void> {
  await query
    .insertInto('print_job')
    .values({
      id: job.id,
      document_number: job.documentNumber,
      copy: job.copy,
      state: 'queued',
      queued_at: at,
      settled_at: null,
      clerk_code: job.clerkCode,
      counter: job.counter,
      printer: null,
      failure: null,
      pdf_sealed: keys.sealBytes('paper', job.pdf),
      pages: job.pages,
    })
    .execute();
}

/** A failed attempt leaves the job in the queue, with the reason. */
export async function noteFailure(
  { query }: Writing,
  id: string,
  attempt: { readonly printer: string | null; readonly failure: string },
): Promise<void> {
  await query.updateTable('print_job').set(attempt).where('id', '=', id).execute();
}

export async function settleJob(
  { query, at }: Writing,
  id: string,
  end: { readonly state: 'printed' | 'cancelled'; readonly printer: string | null },
): Promise<void> {
  await query
    .updateTable('print_job')
    .set({ ...end, settled_at: at, failure: null, pdf_sealed: null })
    .where('id', '=', id)
    .execute();
}
