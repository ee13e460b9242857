/** What can be changed about the holder at the counter, and who must be there for it (docs/rules.md 2). */
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import { actsAsHolder } from '../acts-as-holder.ts';

/** In the order of the keys 1 to 3. */
export const holderDataActs = ['contact', 'correct', 'close'] as const;
export type HolderDataAct = (typeof holderDataActs)[number];

export const RECEIPTS = {
  contact: 'contact-receipt',
  correct: 'identity-receipt',
  close: 'closing-receipt',
} as const satisfies Record<HolderDataAct, string>;

/** Why nothing can be changed now; null when it can. */
export function obstacleOf(visit: Pick<Visit, 'agent' | 'accountStatus'>): 'AGENT_MAY_NOT' | 'closed' | null {
  if (!actsAsHolder(visit)) return 'AGENT_MAY_NOT';
  return visit.accountStatus === 'closed' ? 'closed' : null;
}
