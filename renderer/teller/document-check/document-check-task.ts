/** Announces the task of checking a document. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { documentCheckWords } from './document-check-words.ts';

const shortcuts = {} as const satisfies TaskShortcuts;

export const documentCheckTask = defineTask({
  id: 'documentCheck',
  key: 'Alt+C',
  name: { zh: '单据验真', en: 'Check document' },
  component: () => import('./DocumentCheckTask.vue'),
  words: documentCheckWords,
  shortcuts,
  parts: [],
  help: {
    zh: '编号加验证码能证明单据是本网点出具的。绿色表示相符；仍请核对金额和日期。',
    en: 'Number and code together prove that this office issued the document. Green means they fit; still compare amounts and dates.',
  },
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    documentCheck: typeof shortcuts;
  }
}
