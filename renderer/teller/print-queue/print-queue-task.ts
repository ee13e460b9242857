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
  alias: ['没打出来', '卡纸', '打印机', 'printer', 'unprinted'],
  actions: [
    {
      name: { zh: '打印未打成的单据', en: 'Print a waiting document' },
      alias: ['补印', '再打一次', 'try again'],
      needs: 'nothing',
      keys: [{ shortcut: 'refreshQueue' }],
    },
  ],
  waiting: ({ queuedPapers }) => queuedPapers,
  component: () => import('./PrintQueueTask.vue'),
  words: printQueueWords,
  shortcuts,
  parts: ['pages'],
  help: async () => (await import('./print-queue-help.ts')).printQueueHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    printQueue: typeof shortcuts;
  }
}
