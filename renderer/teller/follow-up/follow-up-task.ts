/** Announces the task of following up a loss report. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { followUpTaskActions } from './follow-up-task-actions.ts';
import { followUpWords } from './follow-up-words.ts';

const shortcuts = {
  followUpAction: {
    keys: ['1', '2', '3', '4', '5', '6', '7'],
    name: { zh: '今天可以办理的', en: 'What can be done today' },
  },
  reportPaper: { keys: ['Alt+Z'], name: { zh: '补打最近的单据', en: 'The latest paper of the report again' } },
  anotherReport: { keys: ['Alt+N'], name: { zh: '另一份挂失', en: 'Another report' } },
} as const satisfies TaskShortcuts;

export const followUpTask = defineTask({
  id: 'followUp',
  key: 'F6',
  name: { zh: '挂失查询与处理', en: 'Follow-up' },
  alias: ['挂失进度', '挂失编号', '查询挂失', '申请书', 'loss report', 'progress', 'timeline'],
  actions: followUpTaskActions,
  component: () => import('./FollowUpTask.vue'),
  words: followUpWords,
  shortcuts,
  parts: ['secondPerson', 'steps', 'paper'],
  help: async () => (await import('./follow-up-help.ts')).followUpHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    followUp: typeof shortcuts;
  }
}
