/** Announces the task of checking a document. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { documentCheckWords } from './document-check-words.ts';

const shortcuts = {} as const satisfies TaskShortcuts;

export const documentCheckTask = defineTask({
  id: 'documentCheck',
  key: 'Alt+C',
  name: { zh: '单据验真', en: 'Check document' },
  alias: ['验证码', '凭证编号', '防伪', '二维码', 'verify', 'genuine', 'QR code', 'verification code'],
  actions: [],
  component: () => import('./DocumentCheckTask.vue'),
  words: documentCheckWords,
  shortcuts,
  parts: [],
  help: async () => (await import('./document-check-help.ts')).documentCheckHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    documentCheck: typeof shortcuts;
  }
}
