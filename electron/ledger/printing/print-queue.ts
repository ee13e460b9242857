/** Paper: a document is issued into the queue, main tries a printer, and the outcome comes back here. */
import { randomUUID } from 'node:crypto';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { PAGE_ROWS, placeOfPage } from '../../contract/kernel/paging.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { PrintJob } from '../../contract/office/office-views.ts';
import { maskCard } from '../numbers/masking.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import { findDocument, issueDocument } from '../paper/document-rows.ts';
import { requireByCardId } from '../account/holder-rows.ts';
import {
  countCopies,
  countQueued,
  findPrintJob,
  insertPrintJob,
  noteFailure,
  queuedJobs,
  readJobPdf,
  settleJob,
  type PrintJobRow,
} from './print-job-rows.ts';
import { drawDocument, requireDocument } from './issued-documents.ts';
import { asksToPrint } from '../paper/long-print.ts';
import { answeredOnce } from '../request/operations.ts';
import { requireSession, type Scope } from '../request/scope.ts';
import { clearPrintGate } from '../statement/statements.ts';
import { useVisit } from '../request/visit/current-visit.ts';

/** The first copy has the bytes of the preview; later ones say which reprint they are. */
export async function issueToQueue(scope: Scope, input: Input<'print.issue'>): Promise<Output<'print.issue'>> {
  const { clerk } = requireSession(scope);
  return answeredOnce(scope, 'print.issue', input, async (writing) => {
    const visit = await useVisit(writing, scope, input.visitId);
    const document = await requireDocument(writing, scope, visit.id, input.documentNumber);
    const copy = (await countCopies(writing, document.number)) + 1;
    const drawn = await drawDocument(writing.keys, document, copy === 1 ? null : copy - 1);
    const jobId = randomUUID();
    await issueDocument(writing, document.number);
    const { number: documentNumber } = document;
    await insertPrintJob(writing, { id: jobId, documentNumber, copy, clerkCode: clerk.code, ...drawn });
    await appendAudit(writing, {
      actor: clerk.code,
      visitId: visit.id,
      verb: 'document.print',
      subject: document.number,
      outcome: 'done',
      details: { copy },
    });
    return { jobId };
  });
}

/**
 * A clerk's own paper, or to a supervisor anybody's: what a clerk may not have is as unknown to them as what is not there.
 * Throws RefusalError PRINT_JOB_UNKNOWN.
 */
async function requireJob(reading: Reading, scope: Scope, jobId: string): Promise<PrintJobRow> {
  const { clerk } = requireSession(scope);
  const job = await findPrintJob(reading, jobId);
  if (job === null || (job.clerkCode !== clerk.code && clerk.role === 'clerk')) {
    throw new RefusalError('PRINT_JOB_UNKNOWN');
  }
  return job;
}

/** Puts on record for what reason a supervisor takes another clerk's paper. Throws RefusalError REASON_REQUIRED. */
async function recordTaking(writing: Writing, scope: Scope, job: PrintJobRow, reason: string | null): Promise<void> {
  const { clerk } = requireSession(scope);
  if (job.clerkCode === clerk.code) return;
  if (reason === null || reason.length < 2) throw new RefusalError('REASON_REQUIRED');
  const record = { actor: clerk.code, verb: 'printQueue.take', subject: job.documentNumber, outcome: 'done' };
  await appendAudit(writing, { ...record, details: { copy: job.copy, clerk: job.clerkCode, reason } });
}

export async function printBytes(scope: Scope, input: Input<'print.bytes'>): Promise<Output<'print.bytes'>> {
  const found = await scope.books.read(async (reading) => {
    const job = await requireJob(reading, scope, input.jobId);
    const pdf = await readJobPdf(reading, job.id);
    if (pdf === null) throw new RefusalError('PRINT_JOB_UNKNOWN');
    return { job, paper: { pdf, title: job.documentNumber, fileName: `${job.documentNumber}.pdf` } };
  });
  // One's own paper leaves its record with the outcome; only the taking of another's needs one of its own.
  if (found.job.clerkCode === requireSession(scope).clerk.code) return found.paper;
  await scope.books.write((writing) => recordTaking(writing, scope, found.job, input.reason));
  return found.paper;
}

/** Success takes the job out of the queue and clears the print gate; failure leaves it there with the reason. */
export async function settlePrint(scope: Scope, input: Input<'print.settle'>): Promise<Output<'print.settle'>> {
  const { clerk } = requireSession(scope);
  return scope.books.write(async (writing) => {
    const job = await requireJob(writing, scope, input.jobId);
    if (job.state !== 'queued') return jobView(writing, job);
    const { printer, outcome } = input;
    if (outcome === 'failed') await noteFailure(writing, job.id, { printer, failure: input.failure ?? '' });
    else await settleJob(writing, job.id, { state: 'printed', printer });
    const document = await findDocument(writing, job.documentNumber);
    if (document === null) throw new Error('a print job without its document');
    if (outcome !== 'failed') await clearPrintGate(writing, document);
    await appendAudit(writing, {
      actor: clerk.code,
      visitId: document.visitId,
      verb: 'print.settle',
      subject: job.documentNumber,
      outcome: 'done',
      details: { copy: job.copy, result: outcome, printer },
    });
    return jobView(writing, await requireJob(writing, scope, job.id));
  });
}

export async function listQueue(scope: Scope, input: Input<'printQueue.list'>): Promise<Output<'printQueue.list'>> {
  const { code, role } = requireSession(scope).clerk;
  const whose = role === 'clerk' ? code : null;
  return scope.books.read(async (reading) => {
    const { offset, ...place } = placeOfPage(await countQueued(reading, whose), input.page);
    const items: PrintJob[] = [];
    for (const job of await queuedJobs(reading, whose, { limit: PAGE_ROWS, offset })) {
      items.push(await jobView(reading, job));
    }
    return { items, ...place };
  });
}

export async function cancelJob(scope: Scope, input: Input<'printQueue.cancel'>): Promise<Output<'printQueue.cancel'>> {
  const { clerk } = requireSession(scope);
  await scope.books.write(async (writing) => {
    const job = await requireJob(writing, scope, input.jobId);
    await recordTaking(writing, scope, job, input.reason);
    if (job.state !== 'queued') throw new RefusalError('PRINT_JOB_UNKNOWN');
    await settleJob(writing, job.id, { state: 'cancelled', printer: null });
    const record = { verb: 'printQueue.cancel', subject: job.documentNumber, outcome: 'done' };
    await appendAudit(writing, { actor: clerk.code, ...record, details: { copy: job.copy } });
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
