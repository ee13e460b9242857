/** The holder reads at their own window what was reported; the report stands until it is taken back. */
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import { actsAsHolder } from '../acts-as-holder.ts';
import type { SeenTask } from '../customer-entry/customer-entry.ts';

/** Can they be asked now? Not where an agent reports for somebody who is not there, and not once they have said yes. */
export function mayAskHolder(
  visit: Pick<Visit, 'agent'>,
  { task, asking }: { readonly task: Pick<SeenTask, 'ended'> | null; readonly asking: boolean },
): boolean {
  if (asking || !actsAsHolder(visit)) return false;
  return task === null || (task.ended !== null && task.ended !== 'done');
}
