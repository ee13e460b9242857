/** What can be done about a report today, who must be there for it, and in which steps. */
import type { LossView } from '../../../electron/contract/loss/loss-views.ts';
import type { Input } from '../../../electron/contract/verbs.ts';
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import { actsAsHolder } from '../acts-as-holder.ts';

/** What identifies a report to the ledger for a change that needs no holder at the counter. */
export type ReportIdentity = Pick<Input<'loss.addReference'>, 'number' | 'visitId' | 'idNumber'>;

/** In the order of the keys 1 to 7. */
export const followUpActions = [
  'confirm',
  'cancel',
  'reissue',
  'renew-password',
  'add-reference',
  'correct-reference',
  'take-back',
] as const;
export type FollowUpAction = LossView['possible'][number];

/** Why an action that is possible today cannot be taken now; null when it can. */
export type Obstacle = 'no-visit' | 'other-visit' | 'agent';

/** These want no holder at the counter: the report is given by its number and the ID number as well. */
const WITHOUT_HOLDER: readonly FollowUpAction[] = ['add-reference', 'correct-reference', 'take-back'];

/** An agent may report and ask, but cancels nothing, sets no PIN and is handed no new card (docs/rules.md 2). */
const HOLDER_ALONE: readonly FollowUpAction[] = ['cancel', 'reissue', 'renew-password'];

/**
 * @param own numbers of the reports of the account at the counter.
 */
export function obstacleTo(
  action: FollowUpAction,
  number: string,
  visit: Pick<Visit, 'agent'> | null,
  own: readonly string[],
): Obstacle | null {
  if (WITHOUT_HOLDER.includes(action)) return null;
  if (visit === null) return 'no-visit';
  if (!own.includes(number)) return 'other-visit';
  return !actsAsHolder(visit) && HOLDER_ALONE.includes(action) ? 'agent' : null;
}

export type CancelStep = 'prove' | 'second';

/** The holder's PIN where there is one; a formal report takes a second person too (docs/rules.md 3 and 5). */
export function stepsToCancel(
  { cardState }: Pick<LossView, 'cardState'>,
  { pinState }: Pick<Visit, 'pinState'>,
): readonly CancelStep[] {
  const steps: CancelStep[] = pinState === 'none' ? [] : ['prove'];
  return cardState === 'formal' ? [...steps, 'second'] : steps;
}

/** The one of several reports that most likely is asked about: the newest that is still open. */
export function likeliestReport(reports: readonly LossView[]): LossView | null {
  return reports.find(({ status }) => status === 'reported' || status === 'waiting') ?? reports[0] ?? null;
}
