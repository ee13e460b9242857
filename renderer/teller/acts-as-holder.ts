/** Who at the counter may do what only the holder may; the ledger decides the same by itself. */
import type { Visit } from '../../electron/contract/office/office-views.ts';

/**
 * The holder in person, or the guardian of a child under 16, who acts for it; any other agent does not
 * (docs/rules.md 2).
 */
export function actsAsHolder({ agent }: Pick<Visit, 'agent'>): boolean {
  return agent === null || agent.guardian;
}
