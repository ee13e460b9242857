/** Announces the task of the print queue. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { printQueueWords } from './print-queue-words.ts';

const shortcuts = {
  refreshQueue: { keys: ['Alt+U'], name: { zh: '刷新队列', en: 'Refresh the queue' } },
} as const satisfies TaskShortcuts;

export const printQueueTask = defineTask({
  id: 'printQueue',
  key: 'Alt+Q',
  name: { zh: '打印队列', en: 'Print queue' },
  waiting: ({ queuedPapers }) => queuedPapers,
  component: () => import('./PrintQueueTask.vue'),
  words: printQueueWords,
  shortcuts,
  parts: ['pages'],
  help: {
    zh: '没有打成的单据留在这里，可换打印机再打，或保存为文件。再次打印会编号注明。',
    en: 'Documents that were not printed wait here; print them on another printer or save them. A reprint is numbered and says so.',
  },
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    printQueue: typeof shortcuts;
  }
}
