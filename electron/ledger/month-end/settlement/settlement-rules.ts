/**
 * When a line of POS settlement is posted and when it is refused: one flat list in documented order
 * (docs/formats.md 4).
 */
import { ZERO_FEN, fen, type Fen } from '../../../contract/kernel/money.ts';
import type { SettlementReason } from '../../../contract/kernel/vocabulary.ts';

export type SettlementKind = 'consumption' | 'void' | 'refund';

/** The line as read, and all that the books know about what it names. */
export interface SettlementFacts {
  readonly kind: SettlementKind;
  /** Null when the text was no amount. */
  readonly amountFen: Fen | null;
  /** The reference was seen before, in this file or an earlier one, accepted or not. */
  readonly seenBefore: boolean;
  /** The open account of a card, current or replaced; null when the number is unknown. */
  readonly account: { readonly id: number; readonly balanceFen: Fen } | null;
  readonly institutionDesignated: boolean;
  readonly terminalKnown: boolean;
  /** A loss report stops debits of this card at the line's own time (docs/rules.md 3); credits go on. */
  readonly debitsStopped: boolean;
  /** The accepted consumption a void or refund names, null when there is none. */
  readonly original: SettlementOriginal | null;
}

export interface SettlementOriginal {
  readonly accountId: number;
  readonly amountFen: Fen;
  /** Given back so far by voids and refunds. */
  readonly returnedFen: Fen;
}

/** The reason for refusing the line, first that applies; null when it is posted. */
export function settlementFault(facts: SettlementFacts): SettlementReason | null {
  const { kind, amountFen, account, original } = facts;
  if (amountFen === null || amountFen <= 0) return 'AMOUNT_INVALID';
  if (facts.seenBefore) return 'DUPLICATE';
  if (account === null) return 'CARD_UNKNOWN';
  if (!facts.institutionDesignated) return 'INSTITUTION_NOT_DESIGNATED';
  if (!facts.terminalKnown) return 'TERMINAL_UNKNOWN';
  if (kind === 'consumption') {
    if (facts.debitsStopped) return 'CARD_ON_HOLD';
    return amountFen > account.balanceFen ? 'INSUFFICIENT_FUNDS' : null;
  }
  if (original === null || original.accountId !== account.id) return 'NO_ORIGINAL';
  return returnAgrees(kind, amountFen, original) ? null : 'AMOUNT_MISMATCH';
}

/** A void gives back the whole original, untouched so far; a refund at most what is left of it. */
function returnAgrees(kind: 'void' | 'refund', amountFen: Fen, original: SettlementOriginal): boolean {
  const leftFen = original.amountFen - original.returnedFen;
  if (kind === 'void') return amountFen === original.amountFen && leftFen === original.amountFen;
  return amountFen <= leftFen;
}

/** What an accepted line does to the holder's account: consumption debits, voids and refunds credit. */
export function settlementEffect(kind: SettlementKind, amountFen: Fen): Fen {
  return kind === 'consumption' ? fen(ZERO_FEN - amountFen) : amountFen;
}
