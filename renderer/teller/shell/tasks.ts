/**
 * Written by npm run lists from the folders; do not edit.
 * The tasks of the counter, in the order of the strip.
 */
import { administrationTask } from '../administration/administration-task.ts';
import { approvalsTask } from '../approvals/approvals-task.ts';
import { dayEndTask } from '../day-end/day-end-task.ts';
import { documentCheckTask } from '../document-check/document-check-task.ts';
import { followUpTask } from '../follow-up/follow-up-task.ts';
import { holderDataTask } from '../holder-data/holder-data-task.ts';
import { journalTask } from '../journal/journal-task.ts';
import { lossTask } from '../loss/loss-task.ts';
import { monthEndTask } from '../month-end/month-end-task.ts';
import { onlineLoginTask } from '../online-login/online-login-task.ts';
import { overviewTask } from '../overview/overview-task.ts';
import { papersTask } from '../papers/papers-task.ts';
import { pinTask } from '../pin/pin-task.ts';
import { printQueueTask } from '../print-queue/print-queue-task.ts';
import { statementTask } from '../statement/statement-task.ts';
import { visitTask } from '../visit/visit-task.ts';
import { worklistTask } from '../worklist/worklist-task.ts';
import { inOrderOfKeys, type Task } from '../task.ts';

export const tasks: readonly Task[] = inOrderOfKeys([
  administrationTask,
  approvalsTask,
  dayEndTask,
  documentCheckTask,
  followUpTask,
  holderDataTask,
  journalTask,
  lossTask,
  monthEndTask,
  onlineLoginTask,
  overviewTask,
  papersTask,
  pinTask,
  printQueueTask,
  statementTask,
  visitTask,
  worklistTask,
]);
