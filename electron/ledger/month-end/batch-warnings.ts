/** What a second person looks at twice before a batch file is posted; none of it refuses the file (docs/formats.md 3). */
import { monthStart } from '../../contract/kernel/dates.ts';
import { fen, LARGEST_FEN, yuanGrouped, type Fen } from '../../contract/kernel/money.ts';
import type { FileNote } from '../../contract/office/office-views.ts';
import { lastBatchWithin } from '../account/posting-rows.ts';
import type { Reading } from '../books/books.ts';
import { fileNote } from '../intake/file-note.ts';
import { readSettings, requireOffice } from '../office/office-rows.ts';
import type { RepeatedAccounts } from './allocation/repeated-account-rows.ts';
import type { BatchRun } from './posting-order.ts';

interface BatchToJudge {
  readonly kind: BatchRun['kind'];
  /** `YYYY-MM`; null where the file names none. */
  readonly month: string | null;
  /** As declared, else as the lines make it; null when it is larger than any amount. */
  readonly sumFen: Fen | null;
  readonly repeated: RepeatedAccounts | null;
}

/** In the books as they stand before the file is posted. */
export async function batchWarnings(reading: Reading, batch: BatchToJudge): Promise<FileNote[]> {
  const { kind, month, sumFen, repeated } = batch;
  const { businessDate } = await requireOffice(reading);
  const { monthEndSumTolerancePercent: percent } = await readSettings(reading);
  const warnings: FileNote[] = [];
  const current = businessDate.slice(0, 7);
  if (month !== null && month !== current) warnings.push(fileNote('monthDiffers', { month, current }));
  const lastMonth = { from: monthStart(businessDate, -1), before: monthStart(businessDate) };
  const last = await lastBatchWithin(reading, kind, lastMonth);
  if (sumFen !== null && last !== null && isFar(sumFen, last.amountFen, percent)) {
    const [sum, lastSum] = [yuanGrouped(sumFen), yuanGrouped(last.amountFen)];
    warnings.push(fileNote('sumFarFromLast', { sum, lastSum, batch: last.number, percent }));
  }
  if (repeated !== null && repeated.count > 0) {
    const { count, lines } = repeated;
    warnings.push(fileNote('accountsRepeated', { count, lines: lines.join(', ') }));
  }
  return warnings;
}

function isFar(sumFen: Fen, lastFen: Fen, percent: number): boolean {
  return Math.abs(sumFen - lastFen) * 100 > percent * Math.abs(lastFen);
}

/** What the lines come to that are not posted; null when it is larger than any amount. */
export function rejectedSum(sumFen: bigint, acceptedFen: Fen): Fen | null {
  return amountOf(sumFen - BigInt(acceptedFen));
}

/** The sum of a file: as declared, else as its lines make it. */
export function sumOfFile(declaredFen: Fen | null, foundFen: bigint): Fen | null {
  return declaredFen ?? amountOf(foundFen);
}

function amountOf(sumFen: bigint): Fen | null {
  const sum = Number(sumFen);
  return Math.abs(sum) <= LARGEST_FEN ? fen(sum) : null;
}
