/** Announces the task of the statement. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { CORRECTION_BARRED, obstacleToCorrection } from './correctable.ts';
import { statementWords } from './statement-words.ts';

const shortcuts = {
  preset: { keys: ['1', '2', '3', '4', '5'], name: { zh: '期间', en: 'Period' } },
  largeType: { keys: ['Alt+L'], name: { zh: '大字', en: 'Large type' } },
  print: { keys: ['Enter'], name: { zh: '打印', en: 'Print' } },
  save: { keys: ['Ctrl+S'], name: { zh: '保存', en: 'Save' } },
  previousPage: { keys: ['PageUp'], name: { zh: '预览上一页', en: 'Previous page of the preview' } },
  correctEntry: { keys: ['Alt+X'], name: { zh: '更正一笔', en: 'Correct an entry' } },
  interestSheet: { keys: ['Ctrl+I'], name: { zh: '结息计算单', en: 'Interest worksheet' } },
  nextPage: { keys: ['PageDown'], name: { zh: '预览下一页', en: 'Next page of the preview' } },
} as const satisfies TaskShortcuts;

/** In the order of the keys 1 to 5. */
const periods = [
  { name: { zh: '本月明细', en: 'Statement of this month' }, alias: ['当月'] },
  { name: { zh: '近三个月明细', en: 'Statement of the last three months' }, alias: ['季度', '3 months'] },
  { name: { zh: '本年明细', en: 'Statement of this year' }, alias: ['今年', '全年'] },
  {
    name: { zh: '未打印明细', en: 'Statement since the last print' },
    alias: ['打印限制', '卡停用', '60 笔', 'unprinted', 'print gate'],
  },
  { name: { zh: '自定义日期明细', en: 'Statement for other dates' }, alias: ['去年', '指定日期', 'date range'] },
] as const;

export const statementTask = defineTask({
  id: 'statement',
  key: 'F3',
  name: { zh: '交易明细', en: 'Statement' },
  alias: ['对账单', '流水', '打印明细', '清单', 'entries', 'transactions', 'print'],
  actions: [
    ...periods.map(
      ({ name, alias }, index) => ({ name, alias, needs: 'card', keys: [{ shortcut: 'preset', index }] }) as const,
    ),
    {
      name: { zh: '大字对账单（开或关）', en: 'Statement in large type (on or off)' },
      alias: ['大字版', '老年', '字太小', 'large print', 'elderly'],
      needs: 'card',
      keys: [{ shortcut: 'largeType' }],
    },
    {
      name: { zh: '结息计算单', en: 'Interest worksheet' },
      alias: ['结息', '利率', '怎么算', 'interest', 'how reckoned'],
      needs: 'card',
      keys: [{ shortcut: 'interestSheet' }],
    },
    {
      name: { zh: '账务更正', en: 'Correct an entry' },
      alias: ['冲正', '记错', '反向记账', 'reversal', 'mistake', 'wrong entry'],
      needs: 'card',
      forbidden: (visit) => (obstacleToCorrection(visit) === null ? null : CORRECTION_BARRED),
      keys: [{ shortcut: 'correctEntry' }],
    },
  ],
  component: () => import('./StatementTask.vue'),
  words: statementWords,
  shortcuts,
  // The receipt of a correction has the paper's keys, which are this task's own as well: the statement is inert beside it.
  parts: ['secondPerson', 'steps'],
  help: async () => (await import('./statement-help.ts')).statementHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    statement: typeof shortcuts;
  }
}
