/** Announces the task of administration. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { administrationWords } from './administration-words.ts';

const shortcuts = {
  addCounter: { keys: ['Alt+N'], name: { zh: '增加柜台', en: 'Add a counter' } },
  changeCounter: { keys: ['Alt+M'], name: { zh: '更改所选柜台', en: 'Change the chosen counter' } },
  revokeCounter: { keys: ['Alt+X'], name: { zh: '注销所选柜台', en: 'Revoke the chosen counter' } },
} as const satisfies TaskShortcuts;

export const administrationTask = defineTask({
  id: 'administration',
  key: 'F11',
  name: { zh: '系统管理', en: 'Administration' },
  alias: ['柜台', '加入码', '注销柜台', '网点服务器', 'counters', 'joining code', 'server'],
  actions: [
    {
      name: { zh: '增加柜台（加入码）', en: 'Add a counter (joining code)' },
      alias: ['新柜台', '接入电脑', 'enrol', 'join'],
      needs: 'nothing',
      keys: [{ shortcut: 'addCounter' }],
    },
  ],
  component: () => import('./AdministrationTask.vue'),
  words: administrationWords,
  shortcuts,
  parts: ['steps'],
  help: async () => (await import('./administration-help.ts')).administrationHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    administration: typeof shortcuts;
  }
}
