/** Which entry can be corrected (docs/rules.md 1): one that is there, once, no correction, and never below zero. */
import { addFen, fen, type Fen } from '../../contract/kernel/money.ts';
import type { EntryKind } from '../../contract/kernel/vocabulary.ts';

export interface CorrectionFacts {
  /** Null where the account has no such entry. */
  readonly original: { readonly kind: EntryKind; readonly amountFen: Fen } | null;
  readonly correctedBefore: boolean;
  /** A void or refund of it stands: what was paid was given back already. */
  readonly returned: boolean;
  readonly balanceFen: Fen;
}

export type CorrectionFault =
  'ENTRY_UNKNOWN' | 'ENTRY_IS_CORRECTION' | 'ENTRY_CORRECTED' | 'ENTRY_RETURNED' | 'CORRECTION_BELOW_ZERO';

/** The first reason against it; null where it can be corrected. */
export function correctionFault({
  original,
  correctedBefore,
  returned,
  balanceFen,
}: CorrectionFacts): CorrectionFault | null {
  if (original === null) return 'ENTRY_UNKNOWN';
  if (original.kind === 'correction') return 'ENTRY_IS_CORRECTION';
  if (correctedBefore) return 'ENTRY_CORRECTED';
  if (returned) return 'ENTRY_RETURNED';
  return addFen(balanceFen, oppositeOf(original.amountFen)) < 0 ? 'CORRECTION_BELOW_ZERO' : null;
}

export function oppositeOf(amountFen: Fen): Fen {
  return fen(0 - amountFen);
}
