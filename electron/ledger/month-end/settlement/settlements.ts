/** Settlement of POS consumption: lines posted in file order, the whole file in one transaction (docs/formats.md 4). */
import { fen, ZERO_FEN, type Fen } from '../../../contract/kernel/money.ts';
import type { FileFault, FileNote } from '../../../contract/office/office-views.ts';
import type { SettlementFileReason } from '../../../contract/kernel/vocabulary.ts';
import { settlementEffect, settlementFault } from './settlement-rules.ts';
import type { FileSource } from '../../intake/file-source.ts';
import { IntakeRefusal } from '../../intake/intake-fault.ts';
import {
  readSettlement,
  type SettlementHeader,
  type SettlementLine,
  type SettlementSummary,
} from '../../intake/settlement-file.ts';
import type { Writing } from '../../books/books.ts';
import { requireOffice } from '../../office/office-rows.ts';
import { findBatch, type RefusedLine } from '../../account/posting-rows.ts';
import { RehearsedSettlement } from './rehearsed-settlement-rows.ts';
import { scratchFile } from '../../books/scratch-file.ts';
import { SettlementBook } from './settlement-posting-rows.ts';
import { closeBatch, openBatch, type OpenedBatch } from '../batch-posting.ts';
import { batchWarnings, rejectedSum, sumOfFile } from '../batch-warnings.ts';
import { LongWork } from '../../request/long-work.ts';
import { refuseSecondRun } from '../../request/operations.ts';
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
    if (order === null) return await rehearse(ledger, source, work);
    return await ledger.books.write((writing) =>
      settle(writing, { run: new SettlementRun(), source, order, work }, null),
    );
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

  /** Posts or refuses one line, as the books stand after the lines before it. */
  take(book: SettlementBook, line: SettlementLine): void {
    this.ordinal += 1;
    const { amount: amountFen, ...rest } = line;
    const input = { ...rest, amountFen };
    const facts = book.facts(input);
    const reason = settlementFault(facts);
    if (reason === null && amountFen !== null) {
      const effectFen = settlementEffect(line.kind, amountFen);
      book.post(input, effectFen);
      this.accepted += 1;
      this.netFen = fen(this.netFen - effectFen);
      return;
    }
    if (reason === null) throw new Error('a settlement line without an amount was accepted');
    book.refuse(input, reason, facts.seenBefore);
    const { line: physical, reference: externalId, amountText, card } = line;
    this.refused.push({ ordinal: this.ordinal, line: physical, externalId, reason, amountText, card, name: null });
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

  result(posted: boolean): BatchRun {
    const { accepted, netFen: amountFen, refused } = this;
    const { notes, rejectedFen, warnings } = this;
    const judged = { posted, accepted, amountFen, refused, rejectedFen, warnings };
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

/** What posting would do, on a snapshot: other requests do not wait for it. */
async function rehearse(ledger: Ledger, source: HashedSource, work: LongWork): Promise<BatchRun> {
  const overlay = scratchFile(ledger.folder);
  try {
    return await ledger.books.rehearse(null, async (rehearsing) => {
      const rehearsal = new RehearsedSettlement(overlay.path, rehearsing.keys.database);
      try {
        return await settle(rehearsing, { run: new SettlementRun(), source, order: null, work }, rehearsal);
      } finally {
        rehearsal.close();
      }
    });
  } finally {
    overlay.remove();
  }
}

async function settle(writing: Writing, reading: Reading, rehearsal: RehearsedSettlement | null): Promise<BatchRun> {
  const { run, order } = reading;
  await refuseSecondRun(writing, order?.answer?.key ?? null);
  try {
    return await readAndPost(writing, reading, rehearsal);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    // Whatever was posted before the fault showed goes with it.
    writing.undo();
    return run.refusal(error);
  }
}

/** A rehearsal opens no batch. */
const NOT_POSTED: OpenedBatch = { batchId: 0, postingId: 0 };

interface Reading {
  readonly run: SettlementRun;
  readonly source: HashedSource;
  readonly order: PostingOrder | null;
  readonly work: LongWork;
}

async function readAndPost(
  writing: Writing,
  { run, source, order, work }: Reading,
  rehearsal: RehearsedSettlement | null,
): Promise<BatchRun> {
  const { businessDate } = await requireOffice(writing);
  let opened: OpenedBatch | null = null;
  let book: SettlementBook | null = null;
  let duplicate = false;
  for await (const part of readSettlement(source)) {
    if (part.kind === 'header') {
      run.header = part.header;
      // A duplicate is read to its end all the same: that it is no settlement file at all would come first.
      duplicate = (await findBatch(writing, 'settlement', part.header.batch)) !== null;
      if (duplicate) continue;
      const opening = { kind: 'settlement', number: part.header.batch, businessDate, order } as const;
      opened = rehearsal === null ? await openBatch(writing, opening) : NOT_POSTED;
      book = new SettlementBook(writing, { ...opened, businessDate }, rehearsal);
    } else if (part.kind === 'lines') {
      for await (const slice of work.slices(part.lines)) {
        if (book !== null) for (const line of slice) run.take(book, line);
      }
      await work.step(rehearsal === null ? 'posting' : 'checking', run.ordinal, run.header?.declaredCount ?? null);
    } else {
      run.notes = part.summary.notes;
      refuseWhole(duplicate, run.header, part.summary);
      await run.look(writing, part.summary);
    }
  }
  // Also a file without any line: booked, it would use up the number of the right one.
  if (run.accepted === 0) throw new FileRefused('NO_GOOD_LINE', null);
  if (order === null) return run.result(false);
  if (opened === null) throw new Error('a settlement was read without its header');
  const result = run.result(true);
  const holdersFen = fen(ZERO_FEN - result.amountFen);
  const sha256 = source.sha256();
  await closeBatch(writing, opened, {
    run: result,
    order,
    sha256,
    source,
    work,
    control: 'institution-settlement',
    holdersFen,
  });
  return result;
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
