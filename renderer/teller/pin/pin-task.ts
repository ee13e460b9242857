/** Announces the task of the card's PIN and the telephone password. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { pinActions } from './pin-actions.ts';
import { pinWords } from './pin-words.ts';

const shortcuts = {
  pinChoice: { keys: ['1', '2', '3', '4'], name: { zh: '办理什么', en: 'Service' } },
} as const satisfies TaskShortcuts;

export const pinTask = defineTask({
  id: 'pin',
  key: 'F4',
  name: { zh: '密码', en: 'Password' },
  alias: ['卡密码', '交易密码', 'PIN'],
  actions: pinActions,
  component: () => import('./PinTask.vue'),
  words: pinWords,
  shortcuts,
  parts: ['secondPerson', 'steps', 'paper'],
  help: async () => (await import('./pin-help.ts')).pinHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    pin: typeof shortcuts;
  }
}
