/**
 * The answer to a batch file: pain.002 for allocations in both forms, CSV for settlements (docs/formats.md 3 and 4).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { ANSWER_PIECE_BYTES } from '../../contract/month-end/piece-bytes.ts';
import type { Fen } from '../../contract/kernel/money.ts';
import {
  allocationFileReasonSchema,
  allocationReasonSchema,
  settlementFileReasonSchema,
  settlementReasonSchema,
} from '../../contract/kernel/vocabulary.ts';
import { allocationAnswer, type AllocationAnswerLine } from './allocation/pain002-paper.ts';
import { settlementAnswer, type SettlementAnswerLine } from './settlement/settlement-answer-paper.ts';
import { readAllocation } from '../intake/allocation/allocation-file.ts';
import type { AllocationHeader } from '../intake/allocation/allocation-part.ts';
import type { FileSource } from '../intake/file-source.ts';
import { IntakeRefusal } from '../intake/intake-fault.ts';
import { readSettlement } from '../intake/settlement-file.ts';
import { findBatch, type RefusedLine } from '../account/posting-rows.ts';
import type { PackedLines } from './packed-lines.ts';
import { postedRefusals } from './posted-refusals.ts';
import type { BatchRun } from './posting-order.ts';
import { inPieces, type AnswerPiece } from '../request/open-answers.ts';
import type { Ledger } from '../request/scope.ts';

/** What became of a file, enough to answer every line of it. */
export interface FileVerdict {
  readonly kind: 'allocation' | 'settlement';
  readonly batch: string;
  readonly accepted: number;
  readonly fileReason: string | null;
  readonly detail: string | null;
  /** In file order. */
  readonly refused: PackedLines<RefusedLine>;
}

export function verdictOf(run: BatchRun): FileVerdict {
  return {
    kind: run.kind,
    batch: run.batch,
    accepted: run.accepted,
    fileReason: run.fileReason,
    detail: run.fault?.message ?? null,
    refused: run.refused,
  };
}

/** After the batch it answers, in what every system takes for a file's name. */
export function answerFileName(kind: FileVerdict['kind'], batch: string): string {
  return `answer-${batch.replaceAll(/[^\p{L}\p{N}._-]/gu, '-')}.${kind === 'allocation' ? 'xml' : 'csv'}`;
}

/** The batch number a file gives itself; null when it cannot be read that far. */
export async function batchOfFile(kind: FileVerdict['kind'], source: FileSource): Promise<string | null> {
  try {
    for await (const part of (kind === 'allocation' ? readAllocation : readSettlement)(source)) {
      if (part.kind === 'header') return part.header.batch;
    }
  } catch (error) {
    if (!(error instanceof IntakeRefusal)) throw error;
  }
  return null;
}

/** What an earlier posting of a file came to. */
export interface PostedVerdict extends FileVerdict {
  readonly amountFen: Fen;
}

/**
 * The verdict on a file that was posted earlier; null when this very file never was. Throws RefusalError FILE_BEING_POSTED
 * while it is on its way.
 */
export async function postedVerdict(
  { books }: Ledger,
  kind: 'allocation' | 'settlement',
  batch: string,
  sha256: string,
): Promise<PostedVerdict | null> {
  const known = await books.read((reading) => findBatch(reading, kind, batch));
  if (known === null || known.fileSha256 !== sha256) return null;
  if (known.state === 'posting') throw new RefusalError('FILE_BEING_POSTED', { batch });
  const refused = await postedRefusals(books, known.id);
  const { accepted, amountFen } = known;
  return { kind, batch, accepted, amountFen, refused, fileReason: null, detail: null };
}

function answerText(ledger: Ledger, source: FileSource, verdict: FileVerdict): AsyncGenerator<string> {
  return verdict.kind === 'allocation' ? answerAllocation(ledger, source, verdict) : answerSettlement(source, verdict);
}

/** The answer as it goes to a counter, made as far as it is asked for. */
export function answerPieces(
  ledger: Ledger,
  source: FileSource,
  verdict: FileVerdict,
): AsyncGenerator<AnswerPiece, undefined> {
  return inPieces(answerText(ledger, source, verdict), ANSWER_PIECE_BYTES);
}

async function* answerAllocation(ledger: Ledger, source: FileSource, verdict: FileVerdict): AsyncGenerator<string> {
  const header = verdict.batch === '' ? null : await allocationHeader(source);
  const lines = isAnsweredByLine(verdict) ? allocationLines(source, verdict) : [];
  yield* allocationAnswer(
    {
      messageId: answerId(verdict.batch, ledger),
      madeAt: ledger.books.clock(),
      original: {
        messageId: header?.batch ?? null,
        messageName: header?.originalMessageName ?? 'pain.001.001.09',
        transactions: header?.declaredCount ?? null,
        controlSumFen: header?.declaredSum ?? null,
      },
      accepted: verdict.accepted,
      rejected: verdict.refused.length,
      fileReason: fileReasonOf(verdict),
    },
    lines,
  );
}

/** Each line has a reason of its own, or was taken; in any other file refused as a whole no line was looked at. */
function isAnsweredByLine({ fileReason }: FileVerdict): boolean {
  return fileReason === null || fileReason === 'NO_GOOD_LINE';
}

function fileReasonOf({ fileReason, detail }: FileVerdict) {
  return fileReason === null ? null : { code: allocationFileReasonSchema.parse(fileReason), detail };
}

/** At most 35 characters, different for every answer: the instant in base 36 after the batch number. */
function answerId(batch: string, ledger: Ledger): string {
  const stamp = ledger.books.clock().toString(36);
  return `${batch.slice(0, 34 - stamp.length)}-${stamp}`;
}

async function allocationHeader(source: FileSource): Promise<AllocationHeader | null> {
  for await (const part of readAllocation(source)) {
    if (part.kind === 'header') return part.header;
  }
  return null;
}

async function* allocationLines(source: FileSource, { refused }: FileVerdict): AsyncGenerator<AllocationAnswerLine> {
  const reasonAt = reasonsInOrder(refused);
  let ordinal = 0;
  for await (const part of readAllocation(source)) {
    if (part.kind !== 'lines') continue;
    for (const { id, paymentId } of part.lines) {
      ordinal += 1;
      const reason = reasonAt(ordinal);
      const rejection = reason === null ? null : { code: allocationReasonSchema.parse(reason), detail: null };
      yield { paymentInfoId: paymentId, endToEndId: id, rejection };
    }
  }
}

/** A file refused as a whole is answered line by line with that reason, as far as its lines can be read. */
async function* answerSettlement(source: FileSource, verdict: FileVerdict): AsyncGenerator<string> {
  yield* settlementAnswer(verdict.fileReason === 'FORMAT' ? [] : settlementLines(source, verdict));
}

async function* settlementLines(source: FileSource, verdict: FileVerdict): AsyncGenerator<SettlementAnswerLine> {
  const whole = isAnsweredByLine(verdict) ? null : settlementFileReasonSchema.parse(verdict.fileReason);
  const reasonAt = reasonsInOrder(verdict.refused);
  let ordinal = 0;
  for await (const part of readSettlement(source)) {
    if (part.kind !== 'lines') continue;
    for (const line of part.lines) {
      ordinal += 1;
      const reason = reasonAt(ordinal);
      const rejection = reason === null ? null : settlementReasonSchema.parse(reason);
      yield { cells: line.cells, rejection: whole ?? rejection };
    }
  }
}

/** Why the line at a place in the file was refused, null when it was not; to be asked for one place after the other. */
function reasonsInOrder(refused: Iterable<RefusedLine>): (ordinal: number) => string | null {
  const lines = refused[Symbol.iterator]();
  let next = lines.next();
  return (ordinal) => {
    if (next.done === true || next.value.ordinal !== ordinal) return null;
    const { reason } = next.value;
    next = lines.next();
    return reason;
  };
}
