/** The department's files as the command line hands them in: every refused line and the answer go back piece by piece. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { ANSWER_PIECE_BYTES } from '../../contract/month-end/piece-bytes.ts';
import type { BatchFileOutcome } from '../../contract/month-end/command-file-verbs.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { Asked } from '../request/asked.ts';
import { inPieces } from '../request/open-answers.ts';
import { AnsweredBefore, keptAnswer } from '../request/operations.ts';
import type { Scope } from '../request/scope.ts';
import { runAllocation } from './allocation/allocations.ts';
import { answerPieces, postedVerdict, verdictOf, type FileVerdict, type PostedVerdict } from './file-answers.ts';
import { hashedSource, type BatchRun, type HashedSource } from './posting-order.ts';
import { BegunBefore } from './posted-in-steps.ts';
import { answerAtEnd, pieceOwner, refuseBegunBefore, requireFile } from './received-files.ts';
import { runInstitutions, runRegister } from './registers/registers.ts';
import { runSettlement } from './settlement/settlements.ts';

const RUNS = { allocation: runAllocation, settlement: runSettlement } as const;

async function checkBatch(
  asked: Asked<'batchFile.check'>,
  input: Input<'batchFile.check'>,
): Promise<Output<'batchFile.check'>> {
  const source = hashedSource(requireFile(asked, input.intakeId));
  const run = await RUNS[input.kind](asked, source, null, input.operationId);
  const earlier = input.asPosted && source.wasReadWhole() ? await earlierVerdict(asked, run, source) : null;
  offer(asked, input.intakeId, source, earlier ?? verdictOf(run));
  return earlier === null ? outcomeOf(run) : earlierOutcome(run, earlier);
}

function earlierVerdict(scope: Scope, { kind, batch }: BatchRun, source: HashedSource): Promise<PostedVerdict | null> {
  return postedVerdict(scope, kind, batch, source.sha256());
}

async function postBatch(
  asked: Asked<'batchFile.post'>,
  input: Input<'batchFile.post'>,
): Promise<Output<'batchFile.post'>> {
  try {
    await refuseBegunBefore(asked);
    const source = hashedSource(requireFile(asked, input.intakeId));
    const order = { clerk: asked.session.clerk.code, second: asked.second.code, answer: asked.operation };
    const run = await RUNS[input.kind](asked, source, order, input.operationId);
    // The same command, asked twice at once, finds its own file among those that were posted.
    if (!run.posted) await refuseBegunBefore(asked);
    offer(asked, input.intakeId, source, verdictOf(run));
    return outcomeOf(run);
  } catch (error) {
    if (error instanceof AnsweredBefore) return keptAnswer(asked.verb, error.text);
    if (error instanceof BegunBefore) return answerAtEnd(asked, error.batchId);
    throw error;
  }
}

function outcomeOf({
  posted,
  batch,
  accepted,
  amountFen,
  refused,
  fileReason,
  fault,
  notes,
}: BatchRun): BatchFileOutcome {
  const counts = { batch, accepted, amountFen, rejectedCount: refused.length };
  return { posted, answeredAsPosted: false, ...counts, fileReason, fault, notes: [...notes] };
}

function earlierOutcome(run: BatchRun, { accepted, amountFen, refused }: PostedVerdict): BatchFileOutcome {
  const asPosted = { answeredAsPosted: true, accepted, amountFen, rejectedCount: refused.length };
  return { ...outcomeOf(run), ...asPosted, fileReason: null, fault: null };
}

async function loadRegister(
  asked: Asked<'registerFile.load'>,
  { kind, intakeId, operationId }: Input<'registerFile.load'>,
): Promise<Output<'registerFile.load'>> {
  const run = kind === 'register' ? runRegister : runInstitutions;
  const order = { actor: asked.actor, answer: null };
  const { added, updated, refused, fault, notes } = await run(asked, requireFile(asked, intakeId), order, operationId);
  const lines = linesOf(refused, ({ line, code, message }) => ({ line, code, message }));
  asked.answers.open(pieceOwner('refused', intakeId), { pieces: inPieces(lines, ANSWER_PIECE_BYTES) }, intakeId);
  return { added, updated, refusedCount: refused.length, fault, notes: [...notes] };
}

/** Made as far as they are asked for. */
function offer(scope: Scope, intakeId: string, source: HashedSource, verdict: FileVerdict): void {
  const lines = linesOf(verdict.refused, ({ line, externalId, reason }) => ({ line, id: externalId, reason }));
  scope.answers.open(pieceOwner('refused', intakeId), { pieces: inPieces(lines, ANSWER_PIECE_BYTES) }, intakeId);
  scope.answers.open(pieceOwner('answer', intakeId), { pieces: answerPieces(scope, source, verdict) }, intakeId);
}

function* linesOf<Line>(lines: Iterable<Line>, json: (line: Line) => object): Generator<string> {
  for (const line of lines) yield `${JSON.stringify(json(line))}\n`;
}

/** Throws RefusalError FILE_UNKNOWN where the file is not the asker's, was not run, or the piece is not the next. */
async function pieceOfRun(
  scope: Scope,
  { intakeId, of, offset }: Input<'batchFile.piece'>,
): Promise<Output<'batchFile.piece'>> {
  requireFile(scope, intakeId);
  const piece = await scope.answers.piece(pieceOwner(of, intakeId), intakeId, offset);
  if (piece === null) throw new RefusalError('FILE_UNKNOWN');
  return piece;
}

export const commandFilesHandlers = {
  'batchFile.check': checkBatch,
  'batchFile.post': postBatch,
  'registerFile.load': loadRegister,
  'batchFile.piece': pieceOfRun,
};
