/** When an allocation line is refused for itself, before any card is looked up (docs/formats.md 3). */
import type { Fen } from '../../../contract/kernel/money.ts';
import type { AllocationReason } from '../../../contract/kernel/vocabulary.ts';

/**
 * The amount's own verdict, first that applies: AM09 malformed or negative, AM01 zero, AM02 above the ceiling.
 * `amountFen` is null when the text was no amount; null is answered when the amount is good.
 */
export function allocationAmountFault(amountFen: Fen | null, ceilingFen: Fen): AllocationReason | null {
  if (amountFen === null || amountFen < 0) return 'AM09';
  if (amountFen === 0) return 'AM01';
  return amountFen > ceilingFen ? 'AM02' : null;
}

/** What a look-up by card, ID number and name together found out about a payee. */
export interface PayeeFinding {
  /** Null when no card has the number. */
  readonly account: { readonly status: 'open' | 'closed' } | null;
  /** The card is there, and ID number and name are its holder's. */
  readonly holderAgrees: boolean;
}

/** AC01 card unknown, AC04 account closed, BE01 name or ID differs; null when the payee may be credited. */
export function allocationPayeeFault(finding: PayeeFinding): AllocationReason | null {
  if (finding.account === null) return 'AC01';
  if (finding.account.status === 'closed') return 'AC04';
  return finding.holderAgrees ? null : 'BE01';
}
