/** Announces the task of the statement. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { statementWords } from './statement-words.ts';

const shortcuts = {
  preset: { keys: ['1', '2', '3', '4', '5'], name: { zh: '期间', en: 'Period' } },
  largeType: { keys: ['Alt+L'], name: { zh: '大字', en: 'Large type' } },
  print: { keys: ['Enter'], name: { zh: '打印', en: 'Print' } },
  save: { keys: ['Ctrl+S'], name: { zh: '保存', en: 'Save' } },
  previousPage: { keys: ['PageUp'], name: { zh: '预览上一页', en: 'Previous page of the preview' } },
  nextPage: { keys: ['PageDown'], name: { zh: '预览下一页', en: 'Next page of the preview' } },
} as const satisfies TaskShortcuts;

export const statementTask = defineTask({
  id: 'statement',
  key: 'F3',
  name: { zh: '交易明细', en: 'Statement' },
  component: () => import('./StatementTask.vue'),
  words: statementWords,
  shortcuts,
  parts: [],
  help: {
    zh: '数字键选期间，{largeType} 大字，右边就是要打印的单据。{print} 打印，{save} 保存。未打印笔数到上限时卡会停用，打印全部种类的明细即清除。没有打印机时单据留在打印队列。',
    en: 'Digit keys choose the period, {largeType} large type; on the right is the very document to be printed. {print} prints, {save} saves. When too many entries are unprinted the card stops paying; a statement of all kinds clears them. Without a printer the document waits in the print queue.',
  },
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    statement: typeof shortcuts;
  }
}
