/** What a clerk typed as the sum they counted. */
import { parseYuan, type Fen } from '../../../electron/contract/kernel/money.ts';

/** Null for what is no amount, or one below zero. */
export function countedSum(text: string): Fen | null {
  const typed = text.trim();
  const read = parseYuan(typed);
  return read.ok && read.amountFen >= 0 ? read.amountFen : null;
}

export function differs(countedFen: Fen | null, expectedFen: Fen | null): boolean {
  return countedFen !== null && expectedFen !== null && countedFen !== expectedFen;
}
