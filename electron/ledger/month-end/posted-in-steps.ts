/**
 * A checked file from the second person's word on: file and refusals are kept before it, the word itself is one short
 * transaction, and from then on the posting goes on to its end, whoever waits for it (docs/ledger.md 12).
 */
import { fen, type Fen } from '../../contract/kernel/money.ts';
import { findBatch, openPosting } from '../account/posting-rows.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Books, Writing } from '../books/books.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { LongWork } from '../request/long-work.ts';
import { waitingOperation } from '../request/operation-rows.ts';
import { refuseSecondRun } from '../request/operations.ts';
import type { Ledger } from '../request/scope.ts';
import { insertDecision } from '../second-person/approval-rows.ts';
import { rejectedSum } from './batch-warnings.ts';
import { postingWork } from './file-posting.ts';
import { postedRefusals } from './posted-refusals.ts';
import type { BatchRun, HashedSource, PostingOrder } from './posting-order.ts';
import { dropKept, keepForPosting } from './steps/batch-file-rows.ts';
import { batchOfOperation, beginFilePosting, findFilePosting } from './steps/file-posting-rows.ts';
import type { StepSource } from './steps/step-source.ts';

/** A file with at least one good line. */
export interface CheckedFile {
  readonly run: BatchRun;
  readonly source: HashedSource;
  readonly lines: number;
  /** What all of them come to. */
  readonly sumFen: bigint;
  readonly ceilingFen: Fen | null;
  /** What the check has prepared of the steps; closed in any case. */
  readonly prepared: StepSource | null;
  /** The run of a file whose number was given to another one meanwhile. */
  readonly duplicate: () => BatchRun;
}

/** Thrown where this very command has begun a posting already that is not at its end. */
export class BegunBefore extends Error {
  readonly batchId: number;

  constructor(batchId: number) {
    super('begun before');
    this.batchId = batchId;
  }
}

/**
 * Posts the file and answers at its end. Throws RefusalError OPERATION_CANCELLED before the word, POSTING_WAITS after it, and
 * BegunBefore.
 */
export async function postChecked(
  ledger: Ledger,
  order: PostingOrder,
  file: CheckedFile,
  { work, operationId }: { readonly work: LongWork; readonly operationId: string | null },
): Promise<BatchRun> {
  const batchId = await begin(ledger, order, file, work);
  if (batchId === null) return file.duplicate();
  const { books } = ledger.postings;
  await ledger.postings.reachedEnd(
    ledger.postings.begin(batchId, postingWork(books, batchId, file.prepared), postingWork(books, batchId, null)),
    batchId,
    progressTo(ledger, operationId),
  );
  return endedRun(books, batchId, file);
}

/** Tells how far a posting is, to whoever waits for it. */
export function progressTo(ledger: Pick<Ledger, 'report'>, operationId: string | null) {
  return (done: number, total: number): void => {
    if (operationId !== null) ledger.report({ operationId, phase: 'posting', done, total });
  };
}

/** Null for a duplicate. */
async function begin(ledger: Ledger, order: PostingOrder, file: CheckedFile, work: LongWork): Promise<number | null> {
  const { books } = ledger;
  const { run, source } = file;
  const toKeep = { source, sha256: source.sha256(), refused: run.refused, letOthers: () => work.pause() };
  const batchId = await keepForPosting(books, toKeep);
  try {
    if (await books.write((writing) => begunByWord(writing, batchId, order, file))) return batchId;
    await dropKept(books, batchId);
    return null;
  } catch (error) {
    await settleUncertain(ledger, batchId);
    throw error;
  }
}

/** What is refused after its commit, for its anchor, has begun all the same, and goes on. */
async function settleUncertain({ postings }: Ledger, batchId: number): Promise<void> {
  const { books } = postings;
  const begun = await books.read((reading) => findFilePosting(reading, batchId));
  if (begun === null) await dropKept(books, batchId);
  else postings.goOn(batchId, postingWork(books, batchId, null));
}

async function begunByWord(
  writing: Writing,
  batchId: number,
  order: PostingOrder,
  { run, source, lines, sumFen, ceilingFen }: CheckedFile,
): Promise<boolean> {
  const { kind, batch: number } = run;
  await refuseSecondRun(writing, order.answer);
  const begun = order.answer === null ? null : await batchOfOperation(writing, order.answer);
  if (begun !== null) throw new BegunBefore(begun);
  if ((await findBatch(writing, kind, number)) !== null) return false;
  const { businessDate } = await requireOffice(writing);
  const people = { clerk: order.clerk, authorisedBy: order.second };
  const postingId = await openPosting(writing, { kind, reference: number, businessDate, ...people });
  const sha256 = source.sha256();
  const auditSeq = await recordWord(writing, order, run, sha256);
  const { declaredCount, declaredFen, notes, warnings } = run;
  await beginFilePosting(writing, {
    ...{ batchId, kind, number, postingId, fileSha256: sha256, auditSeq, lines, ceilingFen },
    figures: { declaredCount, declaredFen, sumFen: String(sumFen), notes: [...notes], warnings: [...warnings] },
    operation: order.answer === null ? null : waitingOperation(writing, order.answer),
  });
  return true;
}

/** What the second person says yes to: the sums of the check. */
async function recordWord(writing: Writing, order: PostingOrder, run: BatchRun, sha256: string): Promise<number> {
  const { kind, batch: number, accepted, amountFen, refused, rejectedFen, warnings } = run;
  const warned = warnings.map(({ message }) => message).join('; ');
  const details = { kind, accepted, rejected: refused.length, rejectedFen, amountFen, sha256, warned };
  const { clerk: actor, second } = order;
  const record = { actor, second, verb: 'file.post', subject: number, outcome: 'done', details };
  const auditSeq = await appendAudit(writing, record);
  if (order.authorise === undefined) await recordApproval(writing, order, number);
  else await order.authorise(writing, run);
  return auditSeq;
}

async function recordApproval(writing: Writing, { clerk, second }: PostingOrder, subject: string): Promise<void> {
  const asked = { verb: 'file.post', subject, requestedBy: clerk, requestedAt: writing.at };
  await insertDecision(writing, { ...asked, decidedBy: second, outcome: 'approved', reason: null });
}

/** As it was posted: with what its steps have refused besides. */
async function endedRun(books: Books, batchId: number, { run, sumFen }: CheckedFile): Promise<BatchRun> {
  const known = await books.read((reading) => findBatch(reading, run.kind, run.batch));
  if (known === null) throw new Error(`batch ${batchId} is not found by its own number`);
  const { accepted, rejected } = known;
  const amountFen = fen(known.amountFen);
  const refused = rejected === run.refused.length ? run.refused : await postedRefusals(books, batchId);
  return { ...run, posted: true, accepted, amountFen, refused, rejectedFen: rejectedSum(sumFen, amountFen) };
}
