/** Settlement of POS consumption: checked whole in a snapshot, then posted in steps in file order (docs/formats.md 4). */
import { fen, ZERO_FEN, type Fen } from '../../../contract/kernel/money.ts';
import type { FileFault, FileNote } from '../../../contract/office/office-views.ts';
import type { SettlementFileReason } from '../../../contract/kernel/vocabulary.ts';
import { refusedLine, settleLine } from './settled-line.ts';
import type { FileSource } from '../../intake/file-source.ts';
import { IntakeRefusal } from '../../intake/intake-fault.ts';
import {
  readSettlement,
  type SettlementHeader,
  type SettlementLine,
  type SettlementSummary,
} from '../../intake/settlement-file.ts';
import type { Writing } from '../../books/books.ts';
import { findBatch, type RefusedLine } from '../../account/posting-rows.ts';
import { RehearsedSettlement } from './rehearsed-settlement-rows.ts';
import { scratchFile } from '../../books/scratch-file.ts';
import { SettlementBook } from './settlement-posting-rows.ts';
import { batchWarnings, rejectedSum, sumOfFile } from '../batch-warnings.ts';
import { LongWork } from '../../request/long-work.ts';
import { PackedLines } from '../packed-lines.ts';
import {
  controlFault,
  faultOf,
  unreadableFile,
  hashedSource,
  type BatchRun,
  type HashedSource,
  type PostingOrder,
} from '../posting-order.ts';
import { postChecked } from '../posted-in-steps.ts';
import type { Ledger } from '../../request/scope.ts';

/**
 * Checks the file (`order` null) or posts it. Whole-file reasons come back in the run, first that applies: FORMAT,
 * FILE_DUPLICATE, COUNT_WRONG, TOTAL_WRONG, NO_GOOD_LINE. Throws RefusalError OPERATION_CANCELLED and what the disk may refuse.
 */
export async function runSettlement(
  ledger: Ledger,
  file: FileSource,
  order: PostingOrder | null,
  operationId: string | null,
): Promise<BatchRun> {
  const work = new LongWork(ledger, operationId);
  const source = hashedSource(file);
  try {
    const { run, summary } = await rehearse(ledger, source, work);
    if (order === null || run.fileReason !== null || summary === null) return run;
    const lines = run.accepted + run.refused.length;
    const checked = { run, source, lines, sumFen: summary.netFen, ceilingFen: null, prepared: null };
    const duplicate = (): BatchRun => duplicateOf(run);
    return await postChecked(ledger, order, { ...checked, duplicate }, { work, operationId });
  } catch (error) {
    if (error instanceof IntakeRefusal) return unreadableRun(error);
    throw error;
  }
}

/** What is left of a file that is refused as a whole. */
class FileRefused extends Error {
  readonly reason: SettlementFileReason;
  readonly fault: FileFault | null;
  constructor(reason: SettlementFileReason, fault: FileFault | null) {
    super(reason);
    this.reason = reason;
    this.fault = fault;
  }
}

class SettlementRun {
  accepted = 0;
  ordinal = 0;
  netFen: Fen = ZERO_FEN;
  readonly refused = new PackedLines<RefusedLine>();
  header: SettlementHeader | null = null;
  notes: readonly FileNote[] = [];
  rejectedFen: Fen | null = null;
  warnings: readonly FileNote[] = [];

  take(book: SettlementBook, line: SettlementLine): void {
    this.ordinal += 1;
    const settled = settleLine(book, line);
    if ('reason' in settled) this.refused.push(refusedLine(this.ordinal, line, settled.reason));
    else {
      this.accepted += 1;
      this.netFen = fen(this.netFen - settled.effectFen);
    }
  }

  /** After the last line: what the refused ones come to, and what the second person looks at twice. */
  async look(writing: Writing, { netFen }: SettlementSummary): Promise<void> {
    this.rejectedFen = rejectedSum(netFen, this.netFen);
    const { settlementDate, declaredNet = null } = this.header ?? {};
    const month = settlementDate?.slice(0, 7) ?? null;
    const sumFen = sumOfFile(declaredNet, netFen);
    // A card that pays several times a month is what settlements are full of.
    this.warnings = await batchWarnings(writing, { kind: 'settlement', month, sumFen, repeated: null });
  }

  result(): BatchRun {
    const { accepted, netFen: amountFen, refused } = this;
    const { notes, rejectedFen, warnings } = this;
    const judged = { posted: false, accepted, amountFen, refused, rejectedFen, warnings };
    return { ...this.#declared(), ...judged, fileReason: null, fault: null, notes };
  }

  refusal({ reason: fileReason, fault }: FileRefused): BatchRun {
    // Without one good line each line keeps its own reason; any other refusal says nothing of single lines.
    const isJudged = fileReason === 'NO_GOOD_LINE';
    const refused = isJudged ? this.refused : new PackedLines<RefusedLine>();
    const rejectedFen = isJudged ? this.rejectedFen : null;
    const nothing = { posted: false, accepted: 0, amountFen: ZERO_FEN, refused, rejectedFen, warnings: [] };
    return { ...this.#declared(), ...nothing, fileReason, fault, notes: this.notes };
  }

  #declared(): Pick<BatchRun, 'kind' | 'batch' | 'declaredCount' | 'declaredFen'> {
    const { batch = '', declaredCount = null, declaredNet = null } = this.header ?? {};
    return { kind: 'settlement', batch, declaredCount, declaredFen: declaredNet };
  }
}

/** What posting would do, on a snapshot: other requests do not wait for it. The summary is null for a file refused as a whole. */
async function rehearse(
  ledger: Ledger,
  source: HashedSource,
  work: LongWork,
): Promise<{ readonly run: BatchRun; readonly summary: SettlementSummary | null }> {
  const overlay = scratchFile(ledger.folder);
  const run = new SettlementRun();
  try {
    return await ledger.books.rehearse(null, async (rehearsing) => {
      const rehearsal = new RehearsedSettlement(overlay.path, rehearsing.keys.database);
      try {
        const summary = await readAndJudge(rehearsing, { run, source, work }, rehearsal);
        return { run: run.result(), summary };
      } finally {
        rehearsal.close();
      }
    });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { run: run.refusal(error), summary: null };
  } finally {
    overlay.remove();
  }
}

/** A rehearsal opens no batch. */
const NOT_POSTED = { batchId: 0, postingId: 0, businessDate: '' };

interface Reading {
  readonly run: SettlementRun;
  readonly source: HashedSource;
  readonly work: LongWork;
}

async function readAndJudge(
  rehearsing: Writing,
  { run, source, work }: Reading,
  rehearsal: RehearsedSettlement,
): Promise<SettlementSummary | null> {
  let book: SettlementBook | null = null;
  let duplicate = false;
  let summary: SettlementSummary | null = null;
  for await (const part of readSettlement(source)) {
    if (part.kind === 'header') {
      run.header = part.header;
      duplicate = (await findBatch(rehearsing, 'settlement', part.header.batch)) !== null;
      if (!duplicate) book = new SettlementBook(rehearsing, NOT_POSTED, rehearsal);
    } else if (part.kind === 'lines') {
      for await (const slice of work.slices(part.lines)) {
        if (book !== null) for (const line of slice) run.take(book, line);
      }
      await work.step('checking', run.ordinal, run.header?.declaredCount ?? null);
    } else {
      run.notes = part.summary.notes;
      refuseWhole(duplicate, run.header, part.summary);
      await run.look(rehearsing, part.summary);
      summary = part.summary;
    }
  }
  // Also a file without any line: booked, it would use up the number of the right one.
  if (run.accepted === 0) throw new FileRefused('NO_GOOD_LINE', null);
  return summary;
}

/** Its number was given to another file since it was checked. */
function duplicateOf({ batch, declaredCount, declaredFen, notes }: BatchRun): BatchRun {
  const nothing = { accepted: 0, amountFen: ZERO_FEN, refused: new PackedLines<RefusedLine>(), rejectedFen: null };
  const file = { kind: 'settlement', posted: false, batch, declaredCount, declaredFen, notes, warnings: [] } as const;
  return { ...file, ...nothing, fileReason: 'FILE_DUPLICATE', fault: null };
}

/** Throws FileRefused with the first reason that applies to the file as a whole. */
function refuseWhole(duplicate: boolean, header: SettlementHeader | null, summary: SettlementSummary): void {
  if (duplicate) throw new FileRefused('FILE_DUPLICATE', null);
  const reason = summary.countHolds ? (summary.netHolds ? null : 'TOTAL_WRONG') : 'COUNT_WRONG';
  if (reason === null) return;
  const { declaredCount = 0, declaredNetText: declaredText = null } = header ?? {};
  const figures = { declaredCount, count: summary.count, declaredText, found: summary.netFen };
  throw new FileRefused(reason, controlFault(reason, figures));
}

function unreadableRun({ fault }: IntakeRefusal): BatchRun {
  if (fault.code === 'FILE_UNREADABLE') throw unreadableFile(fault);
  const refused = new PackedLines<RefusedLine>();
  const nothing = { accepted: 0, amountFen: ZERO_FEN, refused, rejectedFen: null, warnings: [], posted: false };
  const header = { kind: 'settlement', batch: '', declaredCount: null, declaredFen: null } as const;
  return { ...header, ...nothing, fileReason: 'FORMAT', fault: faultOf(fault), notes: [] };
}
