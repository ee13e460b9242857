/**
 * The one view model from which every form of a statement is made: paper, CSV, JSON and camt.053.
 * It arrives complete and already masked (docs/rules.md 2); nothing here looks anything up or computes a balance.
 */
import { addFen, fen, ZERO_FEN, type Fen } from '../../../contract/kernel/money.ts';
import type { Reprint } from '../../paper/paper-labels.ts';
import type { BusinessDate, Instant } from '../../../contract/kernel/dates.ts';
import type { StatementEntry } from '../../../contract/office/office-views.ts';
import { entryKindSchema, type EntryKind, type Language } from '../../../contract/kernel/vocabulary.ts';

/** In the order in which the totals are printed. */
export const ENTRY_KINDS: readonly EntryKind[] = entryKindSchema.options;

/** `amountFen` is the signed sum, so consumption is zero or negative. */
export type KindTotal = { readonly count: number; readonly amountFen: Fen };
export type StatementTotals = Readonly<Record<EntryKind, KindTotal>>;

/** Money in and money out of the whole period; debits sum to zero or less. */
export type Turnover = { readonly credits: KindTotal; readonly debits: KindTotal };

/**
 * docs/rules.md 1: `unprinted` is the count before this document and `clears` how many of those it puts on paper;
 * documents from before that was kept know only whether they cleared all.
 */
export type PrintGateNotice = {
  readonly unprinted: number;
  readonly limit: number;
  readonly cleared: boolean;
  readonly clears: number | null;
};

export type StatementView = {
  readonly office: { readonly code: string; readonly name: string };
  /** The name as the setting `statementName` has it, the number masked. */
  readonly holder: { readonly name: string; readonly idNumber: string };
  /** Masked. */
  readonly card: string;
  readonly accountNumber: string;
  readonly period: { readonly from: BusinessDate; readonly to: BusinessDate };
  readonly openingFen: Fen;
  readonly closingFen: Fen;
  /** Totals of the whole period, whatever the kind filter lists. */
  readonly totals: StatementTotals;
  /** Likewise; null on documents from before it was kept. */
  readonly turnover: Turnover | null;
  readonly entries: readonly StatementEntry[];
  /** The kinds listed, or null when every kind is. */
  readonly kindFilter: readonly EntryKind[] | null;
  readonly largeType: boolean;
  /** In which language large type is set; the usual type is in both. */
  readonly language: Language;
  readonly documentNumber: string;
  readonly verificationCode: string;
  /** The moment of issue, and the same moment as the office's wall clock shows it. */
  readonly issuedAt: { readonly instant: Instant; readonly local: string };
  /** Code of the clerk. */
  readonly clerk: string;
  /** Null for the original. */
  readonly reprint: Reprint | null;
  readonly printGate: PrintGateNotice | null;
  /** Where the holder may ask; null where the office names no telephone. */
  readonly queryTelephone: string | null;
};

/** Sums entries by kind. Throws a RangeError when a sum leaves the exact integers. */
export function statementTotals(entries: Iterable<Pick<StatementEntry, 'kind' | 'amountFen'>>): StatementTotals {
  const totals: Record<EntryKind, KindTotal> = {
    allocation: ZERO_TOTAL,
    consumption: ZERO_TOTAL,
    void: ZERO_TOTAL,
    refund: ZERO_TOTAL,
    interest: ZERO_TOTAL,
    correction: ZERO_TOTAL,
  };
  for (const { kind, amountFen } of entries) {
    const { count, amountFen: sum } = totals[kind];
    totals[kind] = { count: count + 1, amountFen: addFen(sum, amountFen) };
  }
  return totals;
}

const ZERO_TOTAL: KindTotal = { count: 0, amountFen: ZERO_FEN };

/** Throws a RangeError when a sum leaves the exact integers. */
export function turnoverOf(entries: Iterable<Pick<StatementEntry, 'amountFen'>>): Turnover {
  let turnover: Turnover = NO_TURNOVER;
  for (const { amountFen } of entries) turnover = withAmount(turnover, amountFen);
  return turnover;
}

export const NO_TURNOVER: Turnover = { credits: ZERO_TOTAL, debits: ZERO_TOTAL };

export function withAmount({ credits, debits }: Turnover, amountFen: Fen): Turnover {
  const more = ({ count, amountFen: sum }: KindTotal): KindTotal => ({
    count: count + 1,
    amountFen: addFen(sum, amountFen),
  });
  return amountFen < 0 ? { credits, debits: more(debits) } : { credits: more(credits), debits };
}

/** Of a document from before the turnover was kept, the sums of its kinds stand in: only corrections can differ. */
export function periodTurnover({ turnover, totals }: StatementView): Turnover {
  if (turnover !== null) return turnover;
  const sums = ENTRY_KINDS.map((kind) => totals[kind]);
  const side = (wanted: readonly KindTotal[]): KindTotal =>
    wanted.reduce(
      (sum, { count, amountFen }) => ({
        count: sum.count + count,
        amountFen: addFen(sum.amountFen, amountFen),
      }),
      ZERO_TOTAL,
    );
  return {
    credits: side(sums.filter(({ amountFen }) => amountFen >= 0)),
    debits: side(sums.filter(({ amountFen }) => amountFen < 0)),
  };
}

/** Money out, before voids and refunds, as a positive amount (docs/formats.md 5: `consumedFen` gross). */
export function consumedFen({ totals }: StatementView): Fen {
  const { amountFen } = totals.consumption;
  return amountFen === 0 ? ZERO_FEN : fen(-amountFen);
}

/** Voids count as refunded (docs/formats.md 5). */
export function refundedFen({ totals }: StatementView): Fen {
  return addFen(totals.void.amountFen, totals.refund.amountFen);
}

/**
 * Refuses to make a document that does not add up: opening + totals = closing, and each listed entry's balance
 * continues the one before unless a kind filter leaves some out. Throws a RangeError, which is a programmer's error.
 */
export function assertStatementAddsUp(view: StatementView): void {
  const moved = ENTRY_KINDS.reduce((sum, kind) => addFen(sum, view.totals[kind].amountFen), ZERO_FEN);
  if (addFen(view.openingFen, moved) !== view.closingFen) {
    throw new RangeError(`statement ${view.documentNumber}: opening and totals do not make the closing balance`);
  }
  const { credits, debits } = periodTurnover(view);
  if (addFen(credits.amountFen, debits.amountFen) !== moved) {
    throw new RangeError(`statement ${view.documentNumber}: credits and debits do not make the totals`);
  }
  if (view.kindFilter === null) assertBalancesRun(view);
}

function assertBalancesRun(view: StatementView): void {
  let balance = view.openingFen;
  for (const entry of view.entries) {
    balance = addFen(balance, entry.amountFen);
    if (balance !== entry.balanceFen) {
      throw new RangeError(`statement ${view.documentNumber}: the balance after entry ${entry.seq} does not follow`);
    }
  }
  if (balance !== view.closingFen) {
    throw new RangeError(`statement ${view.documentNumber}: the entries do not make the closing balance`);
  }
}
