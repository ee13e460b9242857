/** Announces the task of administration. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { actionsOf } from './administration-page.ts';
import { administrationWords } from './administration-words.ts';
import { pages } from './pages.ts';

const shortcuts = {
  administrationPage: {
    keys: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9'],
    name: { zh: '打开系统管理的一页', en: 'Open a page of administration' },
  },
  addEntry: { keys: ['Alt+N'], name: { zh: '增加', en: 'Add one' } },
  changeEntry: { keys: ['Alt+M'], name: { zh: '更改所选', en: 'Change the chosen one' } },
  endEntry: {
    keys: ['Alt+X'],
    name: { zh: '注销、停用或恢复所选', en: 'Revoke, disable or enable the chosen one' },
  },
  oneTimePassword: {
    keys: ['Alt+O'],
    name: { zh: '为所选柜员换一次性密码', en: 'One-time password for the chosen clerk' },
  },
  findEntries: { keys: ['Alt+F'], name: { zh: '查找记录', en: 'Search the record' } },
  verifyBooks: { keys: ['Alt+Y'], name: { zh: '核对账目', en: 'Verify the books' } },
  saveEntries: { keys: ['Ctrl+S'], name: { zh: '导出所列', en: 'Export what is listed' } },
  unlockEntry: { keys: ['Alt+U'], name: { zh: '解锁所选柜员', en: 'Unlock the chosen clerk' } },
} as const satisfies TaskShortcuts;

export const administrationTask = defineTask({
  id: 'administration',
  key: 'F11',
  name: { zh: '系统管理', en: 'Administration' },
  alias: ['网点服务器', '管理', 'server'],
  actions: actionsOf(pages),
  component: async () => {
    const { loadPages } = await import('./loaded-pages.ts');
    await loadPages();
    return import('./AdministrationTask.vue');
  },
  words: Object.assign({}, administrationWords, ...pages.map(({ words }) => words)),
  shortcuts,
  parts: ['steps', 'pages'],
  help: async () => (await import('./administration-help.ts')).administrationHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    administration: typeof shortcuts;
  }
}
