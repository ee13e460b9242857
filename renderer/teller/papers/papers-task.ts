/** Announces the task of giving a paper again. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { papersWords } from './papers-words.ts';

const shortcuts = {} as const satisfies TaskShortcuts;

export const papersTask = defineTask({
  id: 'papers',
  key: 'Alt+B',
  name: { zh: '单据补打', en: 'Papers' },
  alias: ['补打', '重打', '重新打印', '回单', 'reprint', 'copy', 'print again'],
  actions: [],
  component: () => import('./PapersTask.vue'),
  words: papersWords,
  shortcuts,
  parts: ['steps', 'paper'],
  help: async () => (await import('./papers-help.ts')).papersHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    papers: typeof shortcuts;
  }
}
