/** The tasks of the counter, in the order of the strip. A task that is not built is not in the list. */
import { type Component, defineAsyncComponent } from 'vue';
import type { ShortcutName } from '../../shared/keyboard/shortcuts.ts';
import type { TaskId } from '../state/open-task.ts';

export interface Task {
  readonly id: TaskId;
  readonly shortcut: ShortcutName;
  readonly component: Component;
}

export const tasks: readonly Task[] = [
  {
    id: 'visit',
    shortcut: 'taskVisit',
    component: defineAsyncComponent(() => import('../features/visit/VisitTask.vue')),
  },
  {
    id: 'statement',
    shortcut: 'taskStatement',
    component: defineAsyncComponent(() => import('../features/statement/StatementTask.vue')),
  },
  {
    id: 'password',
    shortcut: 'taskPassword',
    component: defineAsyncComponent(() => import('../features/password/PasswordTask.vue')),
  },
  {
    id: 'loss',
    shortcut: 'taskLoss',
    component: defineAsyncComponent(() => import('../features/loss/LossTask.vue')),
  },
  {
    id: 'followUp',
    shortcut: 'taskFollowUp',
    component: defineAsyncComponent(() => import('../features/follow-up/FollowUpTask.vue')),
  },
  {
    id: 'worklist',
    shortcut: 'taskWorklist',
    component: defineAsyncComponent(() => import('../features/worklist/WorklistTask.vue')),
  },
  {
    id: 'monthEnd',
    shortcut: 'taskMonthEnd',
    component: defineAsyncComponent(() => import('../features/month-end/MonthEndTask.vue')),
  },
  {
    id: 'approvals',
    shortcut: 'taskApprovals',
    component: defineAsyncComponent(() => import('../features/approvals/ApprovalsTask.vue')),
  },
  {
    id: 'printQueue',
    shortcut: 'taskPrintQueue',
    component: defineAsyncComponent(() => import('../features/print-queue/PrintQueueTask.vue')),
  },
  {
    id: 'documentCheck',
    shortcut: 'taskDocumentCheck',
    component: defineAsyncComponent(() => import('../features/document-check/DocumentCheckTask.vue')),
  },
];
