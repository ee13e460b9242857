/** A document is issued into the queue, main tries a printer and reports the outcome here. */
import { randomUUID } from 'node:crypto';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { PAGE_ROWS, positionOfPage } from '../../contract/kernel/paging.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { PrintJob } from '../../contract/office/office-views.ts';
import { maskCard } from '../numbers/masking.ts';
import type { Reading, Writing } from '../books/books.ts';
import { findDocument, issueDocument } from '../paper/document-rows.ts';
import { requireByCardId } from '../account/holder-rows.ts';
import {
  countQueued,
  findPrintJob,
  insertPrintJob,
  noteFailure,
  queuedJobs,
  readJobPdf,
  settleJob,
  type PrintJobRow,
} from './print-job-rows.ts';
import { documentFileName } from './document-file-name.ts';
import { drawDocument, givenDocument, nextCopy } from './issued-documents.ts';
import { asksToPrint } from '../paper/long-print.ts';
import { answeredOnce } from '../request/operations.ts';
import type { Asked } from '../request/asked.ts';
import { recordAs, recordDone } from '../request/record.ts';
import { clearPrintGate } from '../statement/statements.ts';

async function issueToQueue(asked: Asked<'print.issue'>, input: Input<'print.issue'>): Promise<Output<'print.issue'>> {
  const { counter } = asked;
  const { clerk } = asked.session;
  return answeredOnce(asked, async (writing) => {
    const { document, because } = await givenDocument(writing, asked, input);
    const { copy, reprint } = await nextCopy(writing, document, clerk.code);
    const drawn = await drawDocument(writing.keys, document, reprint);
    const jobId = randomUUID();
    await issueDocument(writing, document.number);
    const { number: documentNumber } = document;
    await insertPrintJob(writing, { id: jobId, documentNumber, copy, clerkCode: clerk.code, counter, ...drawn });
    await recordDone(writing, asked, { subject: document.number, details: { copy, ...because } });
    return { jobId };
  });
}

type JobAsked = Asked<'print.bytes' | 'print.settle' | 'printQueue.cancel'>;

/**
 * A clerk's own paper, or for a supervisor any clerk's, of this counter: another clerk's paper, or another counter's, is refused
 * like one that does not exist.
 * Throws RefusalError PRINT_JOB_UNKNOWN.
 */
async function requireJob(reading: Reading, { session, counter }: JobAsked, jobId: string): Promise<PrintJobRow> {
  const { clerk } = session;
  const job = await findPrintJob(reading, jobId);
  const isGiven = job?.counter === counter && (job.clerkCode === clerk.code || clerk.role !== 'clerk');
  if (job === null || !isGiven) throw new RefusalError('PRINT_JOB_UNKNOWN');
  return job;
}

/** Puts on record for what reason a supervisor takes another clerk's paper. Throws RefusalError REASON_REQUIRED. */
async function recordTaking(
  writing: Writing,
  asked: Asked<'print.bytes' | 'printQueue.cancel'>,
  job: PrintJobRow,
  reason: string | null,
): Promise<void> {
  if (job.clerkCode === asked.session.clerk.code) return;
  if (reason === null || reason.length < 2) throw new RefusalError('REASON_REQUIRED');
  const details = { copy: job.copy, clerk: job.clerkCode, reason };
  await recordAs(writing, asked, 'printQueue.take', { subject: job.documentNumber, details });
}

async function printBytes(asked: Asked<'print.bytes'>, input: Input<'print.bytes'>): Promise<Output<'print.bytes'>> {
  const found = await asked.books.read(async (reading) => {
    const job = await requireJob(reading, asked, input.jobId);
    const pdf = await readJobPdf(reading, job.id);
    if (pdf === null) throw new RefusalError('PRINT_JOB_UNKNOWN');
    const document = await findDocument(reading, job.documentNumber);
    if (document === null) throw new Error('a print job without its document');
    return { job, paper: { pdf, title: job.documentNumber, fileName: documentFileName(document, 'pdf') } };
  });
  // A clerk's own paper is recorded with its outcome; taking another clerk's needs a record of its own.
  if (found.job.clerkCode === asked.session.clerk.code) return found.paper;
  await asked.books.write((writing) => recordTaking(writing, asked, found.job, input.reason));
  return found.paper;
}

/** Success takes the job out of the queue and clears the print gate; failure leaves it there with the reason. */
async function settlePrint(
  asked: Asked<'print.settle'>,
  input: Input<'print.settle'>,
): Promise<Output<'print.settle'>> {
  return asked.books.write(async (writing) => {
    const job = await requireJob(writing, asked, input.jobId);
    if (job.state !== 'queued') return jobView(writing, job);
    const { printer, outcome } = input;
    if (outcome === 'failed') await noteFailure(writing, job.id, { printer, failure: input.failure ?? '' });
    else await settleJob(writing, job.id, { state: 'printed', printer });
    const document = await findDocument(writing, job.documentNumber);
    if (document === null) throw new Error('a print job without its document');
    if (outcome !== 'failed') await clearPrintGate(writing, document);
    const details = { copy: job.copy, result: outcome, printer };
    await recordDone(writing, asked, { visitId: document.visitId, subject: job.documentNumber, details });
    return jobView(writing, await requireJob(writing, asked, job.id));
  });
}

async function listQueue(
  { books, session, counter }: Asked<'printQueue.list'>,
  input: Input<'printQueue.list'>,
): Promise<Output<'printQueue.list'>> {
  const { code, role } = session.clerk;
  const whose = { counter, clerkCode: role === 'clerk' ? code : null };
  return books.read(async (reading) => {
    const { offset, ...position } = positionOfPage(await countQueued(reading, whose), input.page);
    const items: PrintJob[] = [];
    for (const job of await queuedJobs(reading, whose, { limit: PAGE_ROWS, offset })) {
      items.push(await jobView(reading, job));
    }
    return { items, ...position };
  });
}

async function cancelJob(
  asked: Asked<'printQueue.cancel'>,
  input: Input<'printQueue.cancel'>,
): Promise<Output<'printQueue.cancel'>> {
  await asked.books.write(async (writing) => {
    const job = await requireJob(writing, asked, input.jobId);
    await recordTaking(writing, asked, job, input.reason);
    if (job.state !== 'queued') throw new RefusalError('PRINT_JOB_UNKNOWN');
    await settleJob(writing, job.id, { state: 'cancelled', printer: null });
    await recordDone(writing, asked, { subject: job.documentNumber, details: { copy: job.copy } });
  });
  return {};
}

async function jobView(reading: Reading, job: PrintJobRow): Promise<PrintJob> {
  const { card } = await requireByCardId(reading, job.cardId);
  return {
    jobId: job.id,
    documentNumber: job.documentNumber,
    kind: job.kind,
    copy: job.copy,
    state: job.state,
    queuedAt: job.queuedAt,
    clerk: job.clerkCode,
    printer: job.printer,
    failure: job.failure,
    cardMasked: maskCard(card),
    pages: job.pages,
    asksToPrint: await asksToPrint(reading, job.pages),
  };
}

export const printQueueHandlers = {
  'print.issue': issueToQueue,
  'print.bytes': printBytes,
  'print.settle': settlePrint,
  'printQueue.list': listQueue,
  'printQueue.cancel': cancelJob,
};
