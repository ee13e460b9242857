/** Announces the task of giving a paper again. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { papersWords } from './papers-words.ts';

const shortcuts = {} as const satisfies TaskShortcuts;

export const papersTask = defineTask({
  id: 'papers',
  key: 'Alt+B',
  name: { zh: '单据补打', en: 'Papers' },
  component: () => import('./PapersTask.vue'),
  words: papersWords,
  shortcuts,
  parts: ['steps', 'paper'],
  help: {
    zh: '当前客户的全部单据：对账单、挂失申请书、各种回单，新的在前，注明是否打印过。用 ↑ ↓ 选择，{printPaper} 打开预览，再按一次打印，{savePaper} 保存。补打件的编号和验证码与原件相同，注明第几份和补打柜员；补打对账单不影响未打印笔数。',
    en: 'Every paper of the holder: statements, loss forms, receipts, newest first, with what became of each. ↑ ↓ choose, {printPaper} shows one, and once more prints it; {savePaper} saves. A copy has the number and code of the original and says which copy it is and who gave it; it changes no print gate.',
  },
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    papers: typeof shortcuts;
  }
}
