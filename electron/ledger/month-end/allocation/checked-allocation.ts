/** An allocation file staged, and held against a snapshot of the books: what posting it does, line by line. */
import { ZERO_FEN, type Fen } from '../../../contract/kernel/money.ts';
import type { FileNote } from '../../../contract/office/office-views.ts';
import type { AllocationFileReason } from '../../../contract/kernel/vocabulary.ts';
import { findBatch, type RefusedLine } from '../../account/posting-rows.ts';
import type { Writing } from '../../books/books.ts';
import { readAllocation } from '../../intake/allocation/allocation-file.ts';
import type { AllocationHeader, AllocationSummary } from '../../intake/allocation/allocation-part.ts';
import type { FileSource } from '../../intake/file-source.ts';
import type { LongWork } from '../../request/long-work.ts';
import { batchWarnings, rejectedSum, sumOfFile } from '../batch-warnings.ts';
import { PackedLines } from '../packed-lines.ts';
import { controlFault, type BatchRun } from '../posting-order.ts';
import { allocationSums, lastPayeeChange, matchPayees, type PayeeRow } from './allocation-posting-rows.ts';
import { allocationAmountFault, allocationPayeeFault } from './allocation-rules.ts';
import { repeatedAccounts } from './repeated-account-rows.ts';
import { stagedRefusals, type AllocationStage } from './staging/allocation-staging.ts';

export interface StagedAllocation {
  readonly header: AllocationHeader;
  readonly summary: AllocationSummary;
  readonly total: number;
}

/** @param ceiling above which a line is refused, in fen. */
export async function stageLines(
  source: FileSource,
  stage: AllocationStage,
  ceiling: Fen,
  work: LongWork,
): Promise<StagedAllocation> {
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
  return { header, summary, total: stage.count };
}

/** Some hundredths of a second of work, between which others have their turn. */
const LINES_AT_ONCE = 4_000;

export function payeeFault({ accountStatus, holderAgrees }: PayeeRow): ReturnType<typeof allocationPayeeFault> {
  return allocationPayeeFault({ account: accountStatus === null ? null : { status: accountStatus }, holderAgrees });
}

/** Finds the account of each line; answers the last change of a payee that the snapshot has seen. */
export async function matchLines(rehearsing: Writing, total: number, work: LongWork): Promise<number> {
  for (const checked of matchPayees(rehearsing, { total, chunk: LINES_AT_ONCE }, payeeFault)) {
    await work.step('checking', checked, total);
  }
  return lastPayeeChange(rehearsing);
}

export interface CheckedAllocation {
  readonly run: BatchRun;
  readonly lastChange: number;
  readonly repeats: boolean;
}

/** What a file that is refused as a whole is refused for; the lines of any other are matched. */
export async function checkStaged(
  rehearsing: Writing,
  staged: StagedAllocation,
  work: LongWork,
): Promise<CheckedAllocation> {
  const reason = await fileReason(rehearsing, staged);
  if (reason !== null) return { run: refusedRun(staged, reason), lastChange: 0, repeats: false };
  const { summary, total } = staged;
  const lastChange = await matchLines(rehearsing, total, work);
  const { accepted, amountFen } = allocationSums(rehearsing);
  const repeated = await repeatedAccounts(rehearsing, () => work.pause());
  const run: BatchRun = {
    ...declared(staged),
    posted: false,
    accepted,
    amountFen,
    refused: await refusals(rehearsing, work, total),
    rejectedFen: rejectedSum(summary.sumFen, amountFen),
    fileReason: accepted === 0 ? 'NO_GOOD_LINE' : null,
    fault: null,
    notes: summary.notes,
    warnings: accepted === 0 ? [] : await warnings(rehearsing, staged, repeated),
  };
  return { run, lastChange, repeats: repeated.count > 0 };
}

async function fileReason(
  rehearsing: Writing,
  { header, summary }: StagedAllocation,
): Promise<AllocationFileReason | null> {
  if ((await findBatch(rehearsing, 'allocation', header.batch)) !== null) return 'DU01';
  if (!summary.countHolds) return 'AM18';
  return summary.sumHolds ? null : 'AM10';
}

function warnings(
  rehearsing: Writing,
  { header, summary }: StagedAllocation,
  repeated: Awaited<ReturnType<typeof repeatedAccounts>>,
): Promise<FileNote[]> {
  const { month, declaredSum } = header;
  const sumFen = sumOfFile(declaredSum, summary.sumFen);
  return batchWarnings(rehearsing, { kind: 'allocation', month, sumFen, repeated });
}

/** Packed a piece at a time: of a million refused lines nobody waits for the last. */
async function refusals(rehearsing: Writing, work: LongWork, total: number): Promise<PackedLines<RefusedLine>> {
  const refused = new PackedLines<RefusedLine>();
  for (const lines of stagedRefusals(rehearsing, total)) {
    for (const line of lines) refused.push(line);
    await work.pause();
  }
  return refused;
}

function declared({ header }: StagedAllocation): Pick<BatchRun, 'kind' | 'batch' | 'declaredCount' | 'declaredFen'> {
  const { batch, declaredCount, declaredSum } = header;
  return { kind: 'allocation', batch, declaredCount, declaredFen: declaredSum };
}

export function nothingAccepted(): Pick<
  BatchRun,
  'accepted' | 'amountFen' | 'refused' | 'rejectedFen' | 'warnings' | 'posted'
> {
  const refused = new PackedLines<RefusedLine>();
  return { accepted: 0, amountFen: ZERO_FEN, refused, rejectedFen: null, warnings: [], posted: false };
}

export function refusedRun(staged: StagedAllocation, reason: AllocationFileReason): BatchRun {
  const { declaredCount, declaredSumText: declaredText } = staged.header;
  const { count, sumFen: found } = staged.summary;
  const fault = controlFault(reason, { declaredCount, count, declaredText, found });
  return { ...declared(staged), ...nothingAccepted(), fileReason: reason, fault, notes: staged.summary.notes };
}
