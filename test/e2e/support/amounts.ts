/** Amounts as screens and papers have them. */
import { fen, parseYuan, yuanGrouped } from '../../../electron/contract/kernel/money.ts';

export function fenOf(text: string): number {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new Error(`not an amount: ${text}`);
  return parsed.amountFen;
}

export const yuanOf = (amountFen: number): string => yuanGrouped(fen(amountFen));
