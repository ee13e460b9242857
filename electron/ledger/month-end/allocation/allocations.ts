/** The month-end allocation: every good line credited in one transaction, each bad one refused with its reason. */
import { fen, ZERO_FEN } from '../../../contract/kernel/money.ts';
import type { FileNote } from '../../../contract/office/office-views.ts';
import type { AllocationFileReason } from '../../../contract/kernel/vocabulary.ts';
import { allocationAmountFault, allocationPayeeFault } from './allocation-rules.ts';
import { readAllocation } from '../../intake/allocation/allocation-file.ts';
import type { AllocationHeader, AllocationSummary } from '../../intake/allocation/allocation-part.ts';
import type { FileSource } from '../../intake/file-source.ts';
import { IntakeRefusal } from '../../intake/intake-fault.ts';
import { allocationSums, matchPayees, postMatched } from './allocation-posting-rows.ts';
import { AllocationStage, stagedRefusals } from './staging/allocation-staging.ts';
import type { Writing } from '../../books/books.ts';
import { readSettings, requireOffice } from '../../office/office-rows.ts';
import { findBatch, type RefusedLine } from '../../account/posting-rows.ts';
import { scratchFile } from '../../books/scratch-file.ts';
import { closeBatch, openBatch } from '../batch-posting.ts';
import { batchWarnings, rejectedSum, sumOfFile } from '../batch-warnings.ts';
import { repeatedAccounts } from './repeated-account-rows.ts';
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

interface Staged {
  readonly header: AllocationHeader;
  readonly summary: AllocationSummary;
}

/**
 * Checks the file (`order` null) or posts it. Whole-file reasons come back in the run, first that applies: FF01, DU01,
 * AM18, AM10, NO_GOOD_LINE (docs/formats.md 3). Throws RefusalError OPERATION_CANCELLED and what the disk may refuse.
 */
export async function runAllocation(
  ledger: Ledger,
  file: FileSource,
  order: PostingOrder | null,
  operationId: string | null,
): Promise<BatchRun> {
  const work = new LongWork(ledger, operationId);
  const source = hashedSource(file);
  const scratch = scratchFile(ledger.folder);
  const stage = new AllocationStage(scratch.path, ledger.books.keys);
  try {
    const staged = await stageLines(ledger, source, stage, work);
    const judge = async (writing: Writing): Promise<BatchRun> => {
      await refuseSecondRun(writing, order?.answer?.key ?? null);
      const reason = await fileReason(writing, staged);
      if (reason !== null) {
        writing.undo();
        return refusedRun(staged, reason);
      }
      return settle(writing, { staged, source, order, work, total: stage.count });
    };
    const { books } = ledger;
    return await (order === null ? books.rehearse(scratch.path, judge) : books.writeWithScratch(scratch.path, judge));
  } catch (error) {
    if (error instanceof IntakeRefusal) return unreadableRun(error);
    throw error;
  } finally {
    await stage.abandon();
    scratch.remove();
  }
}

async function stageLines(
  ledger: Ledger,
  source: HashedSource,
  stage: AllocationStage,
  work: LongWork,
): Promise<Staged> {
  const { allocationCeiling } = await ledger.books.read(readSettings);
  const ceiling = fen(allocationCeiling);
  let header: AllocationHeader | null = null;
  let summary: AllocationSummary | null = null;
  for await (const part of readAllocation(source)) {
    if (part.kind === 'header') {
      header = part.header;
      stage.begin(header.declaredCount);
    }
    if (part.kind === 'summary') summary = part.summary;
    if (part.kind !== 'lines') continue;
    await stage.add(part.lines, (amount) => allocationAmountFault(amount, ceiling));
    await work.step('reading', stage.count, header?.declaredCount ?? null);
  }
  await stage.finish();
  if (header === null || summary === null) throw new Error('an allocation was read without header or summary');
  return { header, summary };
}

async function fileReason(writing: Writing, { header, summary }: Staged): Promise<AllocationFileReason | null> {
  if ((await findBatch(writing, 'allocation', header.batch)) !== null) return 'DU01';
  if (!summary.countHolds) return 'AM18';
  return summary.sumHolds ? null : 'AM10';
}

/** A check takes turns with the requests of others, some hundredths of a second each; a posting holds the books anyway. */
const LINES_CHECKED_AT_ONCE = 4_000;
const LINES_POSTED_AT_ONCE = 50_000;

interface Settling {
  readonly staged: Staged;
  readonly source: HashedSource;
  readonly order: PostingOrder | null;
  readonly work: LongWork;
  readonly total: number;
}

async function settle(writing: Writing, { staged, source, order, work, total }: Settling): Promise<BatchRun> {
  const chunk = order === null ? LINES_CHECKED_AT_ONCE : LINES_POSTED_AT_ONCE;
  const matching = matchPayees(writing, { total, chunk }, ({ accountStatus, holderAgrees }) =>
    allocationPayeeFault({ account: accountStatus === null ? null : { status: accountStatus }, holderAgrees }),
  );
  for (const checked of matching) await work.step('checking', checked, total);
  const { accepted, amountFen } = allocationSums(writing);
  const { header, summary } = staged;
  const run: BatchRun = {
    ...declared(staged),
    posted: order !== null && accepted > 0,
    accepted,
    amountFen,
    refused: await refusals(writing, work, total),
    rejectedFen: rejectedSum(summary.sumFen, amountFen),
    fileReason: accepted === 0 ? 'NO_GOOD_LINE' : null,
    fault: null,
    notes: summary.notes,
    warnings: accepted === 0 ? [] : await warnings(writing, { header, summary }, work),
  };
  if (run.posted && order !== null) await post(writing, { run, order, work, source });
  else writing.undo();
  return run;
}

async function warnings(writing: Writing, { header, summary }: Staged, work: LongWork): Promise<FileNote[]> {
  const { month, declaredSum } = header;
  const repeated = await repeatedAccounts(writing, () => work.pause());
  return batchWarnings(writing, {
    kind: 'allocation',
    month,
    sumFen: sumOfFile(declaredSum, summary.sumFen),
    repeated,
  });
}

/** Packed a piece at a time: of a million refused lines nobody waits for the last. */
async function refusals(writing: Writing, work: LongWork, total: number): Promise<PackedLines<RefusedLine>> {
  const refused = new PackedLines<RefusedLine>();
  for (const lines of stagedRefusals(writing, total)) {
    for (const line of lines) refused.push(line);
    await work.pause();
  }
  return refused;
}

interface Posting {
  readonly run: BatchRun;
  readonly order: PostingOrder;
  readonly work: LongWork;
  readonly source: HashedSource;
}

async function post(writing: Writing, { run, order, work, source }: Posting): Promise<void> {
  const { businessDate } = await requireOffice(writing);
  const opened = await openBatch(writing, { kind: 'allocation', number: run.batch, businessDate, order });
  for (const written of postMatched(writing, opened.postingId, businessDate)) {
    await work.step('posting', written, run.accepted + run.refused.length);
  }
  const sha256 = source.sha256();
  const closing = { run, order, sha256, source, work, control: 'fund-clearing', holdersFen: run.amountFen } as const;
  await closeBatch(writing, opened, closing);
}

function declared({ header }: Staged): Pick<BatchRun, 'kind' | 'batch' | 'declaredCount' | 'declaredFen'> {
  const { batch, declaredCount, declaredSum } = header;
  return { kind: 'allocation', batch, declaredCount, declaredFen: declaredSum };
}

function nothingAccepted(): Pick<
  BatchRun,
  'accepted' | 'amountFen' | 'refused' | 'rejectedFen' | 'warnings' | 'posted'
> {
  const refused = new PackedLines<RefusedLine>();
  return { accepted: 0, amountFen: ZERO_FEN, refused, rejectedFen: null, warnings: [], posted: false };
}

function refusedRun(staged: Staged, reason: AllocationFileReason): BatchRun {
  const { declaredCount, declaredSumText: declaredText } = staged.header;
  const { count, sumFen: found } = staged.summary;
  const fault = controlFault(reason, { declaredCount, count, declaredText, found });
  return { ...declared(staged), ...nothingAccepted(), fileReason: reason, fault, notes: staged.summary.notes };
}

/** What cannot even be read: FF01 with the place. A file the disk does not give is no answer about the file. */
function unreadableRun({ fault }: IntakeRefusal): BatchRun {
  if (fault.code === 'FILE_UNREADABLE') throw unreadableFile(fault);
  const header = { kind: 'allocation', batch: '', declaredCount: null, declaredFen: null } as const;
  return { ...header, ...nothingAccepted(), fileReason: 'FF01', fault: faultOf(fault), notes: [] };
}
