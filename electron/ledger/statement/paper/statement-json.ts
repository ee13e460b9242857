/** The statement as the command line's JSON value (docs/formats.md 5, command `statement`). */
import type { Fen } from '../../../contract/kernel/money.ts';
import type { StatementEntry } from '../../../contract/office/office-views.ts';
import { assertStatementAddsUp, consumedFen, refundedFen, type StatementView } from './statement-view.ts';

export type StatementJsonEntry = Omit<StatementEntry, 'occurredAt' | 'terminal' | 'batch' | 'text'>;

export type StatementJson = {
  readonly openingFen: Fen;
  readonly closingFen: Fen;
  readonly allocatedFen: Fen;
  /** Gross: voids and refunds are not taken off. */
  readonly consumedFen: Fen;
  /** Refunds and voids. */
  readonly refundedFen: Fen;
  readonly interestFen: Fen;
  readonly entries: readonly StatementJsonEntry[];
  /** Whose statement this is, so that a file on its own tells it; the card is masked as on paper. */
  readonly documentNumber: string;
  readonly office: StatementView['office'];
  readonly account: string;
  readonly card: string;
  readonly period: StatementView['period'];
};

/** Throws a RangeError when the view does not add up. */
export function statementJson(view: StatementView): StatementJson {
  assertStatementAddsUp(view);
  return {
    openingFen: view.openingFen,
    closingFen: view.closingFen,
    allocatedFen: view.totals.allocation.amountFen,
    consumedFen: consumedFen(view),
    refundedFen: refundedFen(view),
    interestFen: view.totals.interest.amountFen,
    entries: view.entries.map(({ seq, date, kind, amountFen, balanceFen, place, reference, corrects }) => ({
      seq,
      date,
      kind,
      amountFen,
      balanceFen,
      place,
      reference,
      corrects,
    })),
    documentNumber: view.documentNumber,
    office: view.office,
    account: view.accountNumber,
    card: view.card,
    period: view.period,
  };
}
