/** Until when a loss report that was entered by mistake can be taken back (docs/rules.md 3). */
import type { BusinessDate, Instant } from '../../../contract/kernel/dates.ts';
import type { LossEventName } from '../../../contract/kernel/vocabulary.ts';

const MILLISECONDS_A_MINUTE = 60_000;

/** Steps that belong to entering a report, or leave it as it was entered; any other step follows from it. */
const ENTERED: readonly LossEventName[] = ['reported', 'password-void', 'superseded', 'reinstated'];

export interface Entered {
  readonly events: readonly LossEventName[];
  readonly on: BusinessDate;
  readonly at: Instant;
}

export interface Taking {
  readonly today: BusinessDate;
  readonly at: Instant;
  readonly minutes: number;
}

/** Why an open report cannot be taken back; null when it can. */
export function takeBackFault(entered: Entered, taking: Taking): 'followed' | 'late' | null {
  if (entered.events.some((event) => !ENTERED.includes(event))) return 'followed';
  const isOver = taking.at - entered.at >= taking.minutes * MILLISECONDS_A_MINUTE;
  return isOver || taking.today !== entered.on ? 'late' : null;
}
