/** What a second person is asked for, and the approval from the queue that fits it. */
import type { ApprovalRequest } from '../../../electron/contract/loss-views.ts';
import type { Visit } from '../../../electron/contract/views.ts';
import type { ApprovalVerb } from '../../../electron/contract/vocabulary.ts';

export interface AskedOfSecond {
  readonly visit: Visit;
  readonly verb: ApprovalVerb;
  readonly lossNumber: string | null;
  /** As typed; null when no new card is handed out. */
  readonly newCard: string | null;
}

/**
 * The clerk's own newest request for exactly this that is pending or may still be used. The ledger decides whether it
 * really is for this (APPROVAL_OTHER); here it is only offered.
 */
export function fittingRequest(
  requests: readonly ApprovalRequest[],
  asked: AskedOfSecond,
  clerkCode: string,
): ApprovalRequest | null {
  const fitting = requests.filter(
    (request) =>
      (request.state === 'approved' || request.state === 'pending') &&
      request.askedBy === clerkCode &&
      request.verb === asked.verb &&
      request.cardMasked === asked.visit.cardMasked &&
      request.holderNameMasked === asked.visit.holderNameMasked &&
      request.lossNumber === asked.lossNumber &&
      isMaskOf(request.newCardMasked, asked.newCard),
  );
  const newest = fitting.toSorted((one, other) => other.askedAt - one.askedAt);
  return newest.find(({ state }) => state === 'approved') ?? newest[0] ?? null;
}

/** Could this masked number be the one typed? Spaces aside. */
function isMaskOf(masked: string | null, typed: string | null): boolean {
  if (masked === null || typed === null) return masked === typed;
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return masked.length === digits.length && Array.from(masked).every((sign, at) => sign === '*' || sign === digits[at]);
}
