/** Who may stand at the counter for whom (docs/rules.md 2). */
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import type { ErrorCode } from '../../../contract/kernel/errors.ts';
import type { NetworkCheck } from '../../../contract/kernel/vocabulary.ts';
import { judgeResidentId } from '../../numbers/resident-id.ts';

/** Below this age a guardian comes along. */
export const GUARDIAN_AGE = 16;

export interface VisitorFacts {
  readonly holderAge: number;
  readonly holderIdNumber: string;
  readonly networkCheck: NetworkCheck;
  readonly secondaryDocument: string | null;
  readonly agent: { readonly idNumber: string; readonly householdRegister: boolean } | null;
}

/** The reason why this visit cannot be opened as described, first that applies; null when it can. */
export function visitorFault(facts: VisitorFacts, today: BusinessDate): ErrorCode | null {
  const minor = facts.holderAge < GUARDIAN_AGE;
  if (minor && facts.agent?.householdRegister !== true) return 'GUARDIAN_REQUIRED';
  if (facts.agent !== null) {
    const agent = judgeResidentId(facts.agent.idNumber, today);
    if (!agent.ok || agent.id === facts.holderIdNumber || agent.age < GUARDIAN_AGE) return 'AGENT_INVALID';
  }
  const doubtful = facts.networkCheck === 'name-differs' || facts.networkCheck === 'number-unknown';
  return doubtful && facts.secondaryDocument === null ? 'SECONDARY_DOCUMENT_REQUIRED' : null;
}
