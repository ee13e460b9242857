/** Announces the task of the worklist. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { worklistWords } from './worklist-words.ts';

const shortcuts = {} as const satisfies TaskShortcuts;

export const worklistTask = defineTask({
  id: 'worklist',
  key: 'F7',
  name: { zh: '待办事项', en: 'Worklist' },
  component: () => import('./WorklistTask.vue'),
  words: worklistWords,
  shortcuts,
  parts: [],
  waiting: ({ due }) => due,
  help: {
    zh: '今天和明天失效的口头挂失、可以补卡和可以设置新密码的，都在这里。用 ↑ ↓ 选择，Enter 跟进；业务栏中的数字是其中要办的。',
    en: 'Oral reports that lapse today or tomorrow, new cards and new passwords that are due. ↑ ↓ choose, Enter follows up; the figure at the task counts those that want something done.',
  },
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    worklist: typeof shortcuts;
  }
}
