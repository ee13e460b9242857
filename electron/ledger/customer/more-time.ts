/** The customer needs longer than one entry is given: the whole time of an entry once more, a few times. */
import type { Input, Output } from '../../contract/verbs.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import { readSettings } from '../office/office-rows.ts';
import { taskView } from '../pin/open-pin-tasks.ts';
import type { Asked } from '../request/asked.ts';
import { deadline, recordOf, requireRunning, storeAfterCommit } from './pin-tasks.ts';

/**
 * Begins the time of this entry again; without one left, answers where the task stands. What is being judged is waited for,
 * because it holds on to the task as it was. Throws RefusalError PIN_TASK_ENDED when the task is over or late.
 */
async function giveTime(
  scope: Asked<'customer.giveTime'>,
  { taskId }: Input<'customer.giveTime'>,
): Promise<Output<'customer.giveTime'>> {
  return scope.pins.oneAtATime(scope.visit.accountId, () =>
    scope.books.write(async (writing) => {
      const task = await requireRunning(writing, scope, taskId, null);
      if (task.moreTimeLeft === 0) return taskView(task);
      await appendAudit(writing, recordOf(scope, task, 'customer.giveTime'));
      const until = deadline(writing, await readSettings(writing));
      return storeAfterCommit(writing, scope, { ...task, until, moreTimeLeft: task.moreTimeLeft - 1 });
    }),
  );
}

export const moreTimeHandlers = {
  'customer.giveTime': giveTime,
};
