/**
 * The tasks of the counter, in the order of the strip; one that is not built is not in the list. They come with the
 * counter: one fetched later would miss the first keys after its own, and take the focus from where the clerk has gone.
 */
import type { Component } from 'vue';
import type { ShortcutName } from '../../shared/keyboard/shortcuts.ts';
import ApprovalsTask from '../approvals/ApprovalsTask.vue';
import DocumentCheckTask from '../document-check/DocumentCheckTask.vue';
import FollowUpTask from '../follow-up/FollowUpTask.vue';
import LossTask from '../loss/LossTask.vue';
import MonthEndTask from '../month-end/MonthEndTask.vue';
import PasswordTask from '../password/PasswordTask.vue';
import PrintQueueTask from '../print-queue/PrintQueueTask.vue';
import StatementTask from '../statement/StatementTask.vue';
import VisitTask from '../visit/VisitTask.vue';
import WorklistTask from '../worklist/WorklistTask.vue';
import type { TaskId } from '../state/open-task.ts';

export interface Task {
  readonly id: TaskId;
  readonly shortcut: ShortcutName;
  readonly component: Component;
  /** Work of the office that goes on while customers come and go; every other task begins anew with each of them. */
  readonly ofOffice?: true;
}

export const tasks: readonly Task[] = [
  { id: 'visit', shortcut: 'taskVisit', component: VisitTask },
  { id: 'statement', shortcut: 'taskStatement', component: StatementTask },
  { id: 'password', shortcut: 'taskPassword', component: PasswordTask },
  { id: 'loss', shortcut: 'taskLoss', component: LossTask },
  { id: 'followUp', shortcut: 'taskFollowUp', component: FollowUpTask },
  { id: 'worklist', shortcut: 'taskWorklist', component: WorklistTask },
  { id: 'monthEnd', shortcut: 'taskMonthEnd', component: MonthEndTask, ofOffice: true },
  { id: 'approvals', shortcut: 'taskApprovals', component: ApprovalsTask },
  { id: 'printQueue', shortcut: 'taskPrintQueue', component: PrintQueueTask },
  { id: 'documentCheck', shortcut: 'taskDocumentCheck', component: DocumentCheckTask },
];
