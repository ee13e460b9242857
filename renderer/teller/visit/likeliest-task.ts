/** What a holder at the counter most likely came for. */
import type { Visit } from '../../../electron/contract/office/office-views.ts';

export type NextTask = 'statement' | 'pin' | 'loss' | 'followUp';

export function likeliestTask({ cardShown, cardLoss }: Pick<Visit, 'cardShown' | 'cardLoss'>): NextTask {
  if (cardShown) return 'statement';
  return cardLoss === null ? 'loss' : 'followUp';
}
