/** Announces the task of the worklist. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { worklistWords } from './worklist-words.ts';

const shortcuts = {} as const satisfies TaskShortcuts;

export const worklistTask = defineTask({
  id: 'worklist',
  key: 'F7',
  name: { zh: '待办事项', en: 'Worklist' },
  alias: ['到期', '期限', '提醒', 'due', 'clocks', 'reminders'],
  actions: [],
  component: () => import('./WorklistTask.vue'),
  words: worklistWords,
  shortcuts,
  parts: [],
  waiting: ({ due }) => due,
  help: async () => (await import('./worklist-help.ts')).worklistHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    worklist: typeof shortcuts;
  }
}
