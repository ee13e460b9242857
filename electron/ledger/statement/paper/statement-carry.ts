/** What a page of a statement carries over to the next one: money in, money out, and the balance after its last entry. */
import type { Fen } from '../../../contract/kernel/money.ts';
import { NO_TURNOVER, withAmount, type StatementView, type Turnover } from './statement-view.ts';

/** Sums of the entries listed so far. */
export type Carried = { readonly turnover: Turnover; readonly balanceFen: Fen };

/** What is carried after the first 0, 1, 2 … listed entries. */
export function carriedSums({ openingFen, entries }: StatementView): readonly Carried[] {
  let carried: Carried = { turnover: NO_TURNOVER, balanceFen: openingFen };
  return [
    carried,
    ...entries.map(({ amountFen, balanceFen }) => {
      carried = { turnover: withAmount(carried.turnover, amountFen), balanceFen };
      return carried;
    }),
  ];
}
