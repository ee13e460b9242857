/** Files dropped into the month-end window: received piece by piece, checked, posted with a second person, answered. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { PAGE_ROWS, positionOfPage } from '../../contract/kernel/paging.ts';
import { commandPieceSchema, type CommandPiece } from '../../contract/month-end/command-file-verbs.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { FileOutcome } from '../../contract/office/office-views.ts';
import type { FileKind } from '../../contract/kernel/vocabulary.ts';
import { fileKindOf } from '../intake/file-kind.ts';
import type { FileSource } from '../intake/file-source.ts';
import { insertDecision } from '../second-person/approval-rows.ts';
import type { Reading, Writing } from '../books/books.ts';
import { countBatches, countRejected, listBatches, refusedLines } from '../account/posting-rows.ts';
import type { OwnFile, SpooledFile } from '../intake/spool.ts';
import { runAllocation } from './allocation/allocations.ts';
import {
  answerFileName,
  batchOfFile,
  postedVerdict,
  verdictOf,
  answerPieces,
  type FileVerdict,
} from './file-answers.ts';
import { batchOfOperation, findFilePosting } from './steps/file-posting-rows.ts';
import type { AskedOfSecond } from '../request/second-of-command.ts';
import { askedOf } from '../second-person/asked-of-second.ts';
import type { FileFigures } from '../request/checked-files.ts';
import { figuresOf, isLoad } from './file-figures.ts';
import { lastChange } from './last-change-rows.ts';
import { batchOutcome, loadOutcome, maskedLine } from './file-outcomes.ts';
import type { LoadOrder, LoadRun } from './load-order.ts';
import { findAnswer } from '../request/operation-rows.ts';
import { AnsweredBefore, answeredOnce, keptAnswer, refuseSecondRun } from '../request/operations.ts';
import { BegunBefore, progressTo } from './posted-in-steps.ts';
import type { BatchRun, PostingOrder } from './posting-order.ts';
import { runInstitutions, runRegister } from './registers/registers.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import type { Ledger, Scope } from '../request/scope.ts';
import { runSettlement } from './settlement/settlements.ts';

/**
 * A file is the session's that received it, at the command line also nobody's in particular: anybody else's id is as unknown as one
 * that nobody was given.
 */
function ownFile(scope: Pick<Scope, 'session' | 'counter'>, id: string): OwnFile {
  return { id, owner: ownerOf(scope) };
}

function ownerOf({ session, counter }: Pick<Scope, 'session' | 'counter'>): string {
  return session?.hash ?? counter;
}

async function beginIntake(asked: Asked<'intake.begin'>): Promise<Output<'intake.begin'>> {
  return { intakeId: asked.spool.begin(ownerOf(asked)) };
}

async function takeChunk(scope: Scope, input: Input<'intake.chunk'>): Promise<Output<'intake.chunk'>> {
  const follows = await scope.spool.append(ownFile(scope, input.intakeId), input.offset, input.chunk);
  if (!follows) throw new RefusalError('FILE_UNKNOWN');
  return {};
}

async function endIntake(scope: Scope, input: Input<'intake.end'>): Promise<Output<'intake.end'>> {
  const received = await scope.spool.finish(ownFile(scope, input.intakeId), fileKindOf);
  if (received === null) throw new RefusalError('FILE_UNKNOWN');
  return received;
}

async function discardIntake(scope: Scope, input: Input<'intake.discard'>): Promise<Output<'intake.discard'>> {
  scope.spool.discard(ownFile(scope, input.intakeId));
  for (const of of commandPieceSchema.options) scope.answers.close(pieceOwner(of, input.intakeId));
  return {};
}

/** What came of a file that the command line had run, under a name of its own. */
export function pieceOwner(of: CommandPiece, intakeId: string): string {
  return `${of} of ${intakeId}`;
}

export type ReceivedFile = SpooledFile & FileSource;

export function requireFile(scope: Scope, intakeId: string): ReceivedFile {
  return known(intakeId, scope.spool.find(ownFile(scope, intakeId)));
}

/** The file of a request in the queue, which was its asker's when they asked; whoever decides on it received none. */
export function fileOfRequest({ spool }: Scope, intakeId: string): ReceivedFile {
  return known(intakeId, spool.find({ id: intakeId, owner: null }));
}

function known(intakeId: string, file: SpooledFile | null): ReceivedFile {
  if (file === null) throw new RefusalError('FILE_UNKNOWN');
  return { ...file, name: intakeId };
}

/** What posting would do; nothing stays in the books. */
async function checkFile(scope: Scope, input: Input<'file.check'>): Promise<Output<'file.check'>> {
  const run = await dryRun(scope, requireFile(scope, input.intakeId), input.operationId);
  return isLoad(run) ? loadOutcome(run) : batchOutcome(run);
}

/** A check; what it came to is what a second person can be asked for. */
async function dryRun(scope: Scope, file: ReceivedFile, operationId: string | null): Promise<BatchRun | LoadRun> {
  // Before the check's own snapshot: a change in between has the file checked once more, and none is missed.
  const asOf = await scope.books.read(lastChange);
  const run =
    file.kind === 'register' || file.kind === 'institutions'
      ? await runLoad(scope, { ...file, kind: file.kind }, null, operationId)
      : await runBatch(scope, file, null, operationId);
  scope.checks.remember(file.sha256, { figures: figuresOf(run), lastChange: asOf });
  return run;
}

function runLoad(
  ledger: Ledger,
  file: FileSource & { readonly kind: LoadRun['kind'] },
  order: LoadOrder | null,
  operationId: string | null,
): Promise<LoadRun> {
  return (file.kind === 'register' ? runRegister : runInstitutions)(ledger, file, order, operationId);
}

/** A file as a second person is asked for it: its bytes by their digest, and what its check came to. */
export async function fileAsked(
  reading: Reading,
  scope: Scope,
  { sha256 }: Pick<ReceivedFile, 'sha256'>,
  { kind, figures }: FileFigures,
): Promise<AskedOfSecond> {
  const facts = { fileKind: kind, ...figures, sha256 };
  const batch = figures['batch'] ?? sha256;
  const asking = { holder: null, visit: null, lossNumber: null, subject: String(batch), known: facts };
  return askedOf(reading, scope, 'file.post', {}, asking);
}

/** As last checked; checked again where that is not remembered. */
async function checkedFigures(scope: Scope, file: ReceivedFile): Promise<FileFigures> {
  return scope.checks.find(file.sha256) ?? figuresOf(await dryRun(scope, file, null));
}

/** What the file comes to now: as last checked where nothing has changed since, else checked again, which may take long. */
export async function figuresNow(scope: Scope, file: ReceivedFile, operationId: string | null): Promise<FileFigures> {
  const known = scope.checks.findAsOf(file.sha256, await scope.books.read(lastChange));
  return known ?? figuresOf(await dryRun(scope, file, operationId));
}

function runBatch(
  ledger: Ledger,
  file: ReceivedFile,
  order: PostingOrder | null,
  operationId: string | null,
): Promise<BatchRun> {
  const run = file.kind === 'allocation' ? runAllocation : runSettlement;
  return run(ledger, file, order, operationId);
}

/** Every file of the department needs a second person, at this counter or from the queue (docs/rules.md 5). */
async function postFile(asked: Asked<'file.post'>, input: Input<'file.post'>): Promise<Output<'file.post'>> {
  try {
    await refuseBegunBefore(asked);
    const outcome = await postOnce(asked, input);
    // The same command, asked twice at once, finds its own file among those that were posted.
    if (!outcome.posted) await refuseBegunBefore(asked);
    return outcome;
  } catch (error) {
    if (error instanceof AnsweredBefore) return keptAnswer(asked.verb, error.text);
    if (error instanceof BegunBefore) return answerAtEnd(asked, error.batchId);
    throw error;
  }
}

/** In one snapshot: a posting at its end is its answer. Throws BegunBefore or AnsweredBefore. */
export async function refuseBegunBefore({ books, operation }: Asked<'file.post' | 'batchFile.post'>): Promise<void> {
  await books.read(async (reading) => {
    await refuseSecondRun(reading, operation);
    const begun = await batchOfOperation(reading, operation);
    if (begun !== null) throw new BegunBefore(begun);
  });
}

/** The command was given before, and its second person has said yes: what is left is its posting's end. */
export async function answerAtEnd<V extends 'file.post' | 'batchFile.post'>(
  asked: Asked<V>,
  batchId: number,
): Promise<Output<V>> {
  await asked.postings.ended(batchId, progressTo(asked, asked.operation.id));
  const kept = await asked.books.read((reading) => findAnswer(reading, asked.operation));
  if (kept === null) throw new RefusalError('POSTING_WAITS');
  return keptAnswer(asked.verb, kept);
}

async function postOnce(asked: Asked<'file.post'>, input: Input<'file.post'>): Promise<FileOutcome> {
  const { session, operation: key } = asked;
  const file = requireFile(asked, input.intakeId);
  const second = await asked.second.foreseen(async () => {
    const figures = await checkedFigures(asked, file);
    return (reading) => fileAsked(reading, asked, requireFile(asked, input.intakeId), figures);
  });
  const authorise = async (writing: Writing, run: BatchRun | LoadRun): Promise<void> => {
    const matter = await fileAsked(writing, asked, requireFile(asked, input.intakeId), figuresOf(run));
    await asked.second.approver(writing, matter);
  };
  const { kind } = file;
  if (kind === 'register' || kind === 'institutions') {
    const answer = { key, of: loadOutcome };
    const order = { actor: session.clerk.code, second, authorise, answer, sha256: file.sha256 };
    return loadOutcome(await runLoad(asked, { ...file, kind }, order, input.operationId));
  }
  const order = { clerk: session.clerk.code, second, authorise, answer: key };
  return batchOutcome(await runBatch(asked, file, order, input.operationId));
}

/** The second person declines: on record with both names and the reason (docs/rules.md 5). */
async function refuseFile(asked: Asked<'file.refuse'>, input: Input<'file.refuse'>): Promise<Output<'file.refuse'>> {
  const { clerk } = asked.session;
  if (input.reason.length < 2) throw new RefusalError('REASON_REQUIRED');
  const file = requireFile(asked, input.intakeId);
  const { second } = asked;
  return answeredOnce(asked, async (writing) => {
    await insertDecision(writing, {
      verb: 'file.post',
      subject: file.sha256,
      requestedBy: clerk.code,
      requestedAt: writing.at,
      decidedBy: second.code,
      outcome: 'refused',
      reason: input.reason,
    });
    const details = { kind: file.kind, reason: input.reason };
    await recordDone(writing, asked, { second: second.code, subject: file.sha256, details });
    return {};
  });
}

async function answerName(scope: Scope, input: Input<'file.answerName'>): Promise<Output<'file.answerName'>> {
  const file = requireFile(scope, input.intakeId);
  const { kind, sha256 } = file;
  if (kind !== 'allocation' && kind !== 'settlement') throw new RefusalError('FILE_UNKNOWN');
  const batch = await batchOfFile(kind, file);
  return { fileName: answerFileName(kind, batch ?? sha256.slice(0, 8)) };
}

/** Answers the file as it was posted; one that was not, as the check finds it now. */
async function openFileAnswer(
  asked: Asked<'file.openAnswer'>,
  input: Input<'file.openAnswer'>,
): Promise<Output<'file.openAnswer'>> {
  const file = requireFile(asked, input.intakeId);
  const verdict = await currentVerdict(asked, file);
  const details = { accepted: verdict.accepted, rejected: verdict.refused.length, fileReason: verdict.fileReason };
  await asked.books.write((writing) => recordDone(writing, asked, { subject: verdict.batch, details }));
  return { answerId: asked.answers.open(asked.session.hash, { pieces: answerPieces(asked, file, verdict) }) };
}

/** Throws RefusalError FILE_UNKNOWN where this session has no such answer open, or the piece is not the next. */
async function answerPiece(
  { answers, session }: Asked<'answer.piece'>,
  { answerId, offset }: Input<'answer.piece'>,
): Promise<Output<'answer.piece'>> {
  const piece = await answers.piece(session.hash, answerId, offset);
  if (piece === null) throw new RefusalError('FILE_UNKNOWN');
  return piece;
}

/** The verdict of an earlier posting of this very file, else of a check. */
async function currentVerdict(
  ledger: Ledger,
  file: FileSource & { readonly kind: FileKind; readonly sha256: string },
): Promise<FileVerdict> {
  if (file.kind !== 'allocation' && file.kind !== 'settlement') throw new RefusalError('FILE_UNKNOWN');
  const run = await (file.kind === 'allocation' ? runAllocation : runSettlement)(ledger, file, null, null);
  return (await postedVerdict(ledger, file.kind, run.batch, file.sha256)) ?? verdictOf(run);
}

async function postedBatches(scope: Scope, input: Input<'batch.list'>): Promise<Output<'batch.list'>> {
  return scope.books.read(async (reading) => {
    const { offset, ...position } = positionOfPage(await countBatches(reading), input.page);
    const batches = await listBatches(reading, { limit: PAGE_ROWS, offset });
    const items = batches.map((batch) => ({ ...batch, ...scope.postings.heldUp(batch.batchId) }));
    return { items, ...position };
  });
}

/** Throws RefusalError FILE_UNKNOWN where no posting of that number stands still. */
async function goOnPosting(
  asked: Asked<'batch.goOn'>,
  { batchId }: Input<'batch.goOn'>,
): Promise<Output<'batch.goOn'>> {
  const posting = await asked.books.read((reading) => findFilePosting(reading, batchId));
  if (posting === null || asked.postings.heldUp(batchId).waitsFor === null) throw new RefusalError('FILE_UNKNOWN');
  await asked.books.write((writing) => recordDone(writing, asked, { subject: posting.number }));
  asked.postings.tryAgain(batchId);
  return {};
}

async function rejectedOfBatch(scope: Scope, input: Input<'batch.rejected'>): Promise<Output<'batch.rejected'>> {
  return scope.books.read(async (reading) => {
    const { offset, ...position } = positionOfPage(await countRejected(reading, input.batchId), input.page);
    const lines = refusedLines(reading, input.batchId, { limit: PAGE_ROWS, offset });
    return { items: [...lines].map(maskedLine), ...position };
  });
}

export const receivedFilesHandlers = {
  'intake.begin': beginIntake,
  'intake.chunk': takeChunk,
  'intake.end': endIntake,
  'intake.discard': discardIntake,
  'file.check': checkFile,
  'file.post': postFile,
  'file.refuse': refuseFile,
  'file.answerName': answerName,
  'file.openAnswer': openFileAnswer,
  'answer.piece': answerPiece,
  'batch.list': postedBatches,
  'batch.goOn': goOnPosting,
  'batch.rejected': rejectedOfBatch,
};
