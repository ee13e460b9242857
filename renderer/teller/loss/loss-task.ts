/** Announces the task of reporting a loss. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { lossActions } from './loss-actions.ts';
import { lossWords } from './loss-words.ts';

const shortcuts = {
  lostObject: { keys: ['1', '2', '3'], name: { zh: '挂失对象', en: 'What is lost' } },
  lossKind: { keys: ['4', '5'], name: { zh: '挂失方式', en: 'How it is reported' } },
  telephone: { keys: ['Alt+T'], name: { zh: '电话挂失', en: 'By telephone' } },
  askHolder: { keys: ['Alt+H'], name: { zh: '请持卡人核对', en: 'Ask the holder to check it' } },
} as const satisfies TaskShortcuts;

export const lossTask = defineTask({
  id: 'loss',
  key: 'F5',
  name: { zh: '挂失', en: 'Loss' },
  alias: ['丢卡', '卡丢了', '止付', '遗失', 'lost', 'stolen', 'report'],
  actions: lossActions,
  component: () => import('./LossTask.vue'),
  words: lossWords,
  shortcuts,
  parts: ['secondPerson', 'steps', 'paper'],
  help: async () => (await import('./loss-help.ts')).lossHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    loss: typeof shortcuts;
  }
}
