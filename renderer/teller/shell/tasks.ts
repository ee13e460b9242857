/** The tasks of the counter, in the order of the strip. A task that is not built is not in the list. */
import { type Component, defineAsyncComponent } from 'vue';
import type { ShortcutName } from '../../shared/keyboard/shortcuts.ts';
import type { TaskId } from '../state/open-task.ts';

export interface Task {
  readonly id: TaskId;
  readonly shortcut: ShortcutName;
  readonly component: Component;
  /** Fetches it before it is opened, so that the first keys after an F-key are heard. */
  readonly fetch: () => Promise<unknown>;
}

type Loaded = () => Promise<{ readonly default: Component }>;

function task(id: TaskId, shortcut: ShortcutName, fetch: Loaded): Task {
  return { id, shortcut, component: defineAsyncComponent(fetch), fetch };
}

export const tasks: readonly Task[] = [
  task('visit', 'taskVisit', () => import('../features/visit/VisitTask.vue')),
  task('statement', 'taskStatement', () => import('../features/statement/StatementTask.vue')),
  task('password', 'taskPassword', () => import('../features/password/PasswordTask.vue')),
  task('loss', 'taskLoss', () => import('../features/loss/LossTask.vue')),
  task('followUp', 'taskFollowUp', () => import('../features/follow-up/FollowUpTask.vue')),
  task('worklist', 'taskWorklist', () => import('../features/worklist/WorklistTask.vue')),
  task('monthEnd', 'taskMonthEnd', () => import('../features/month-end/MonthEndTask.vue')),
  task('approvals', 'taskApprovals', () => import('../features/approvals/ApprovalsTask.vue')),
  task('printQueue', 'taskPrintQueue', () => import('../features/print-queue/PrintQueueTask.vue')),
  task('documentCheck', 'taskDocumentCheck', () => import('../features/document-check/DocumentCheckTask.vue')),
];
