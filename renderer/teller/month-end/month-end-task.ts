/** Announces the task of the month-end files. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { monthEndWords } from './month-end-words.ts';

const shortcuts = {
  chooseFile: { keys: ['Alt+O'], name: { zh: '选择文件', en: 'Choose a file' } },
  saveAnswer: { keys: ['Ctrl+S'], name: { zh: '保存回盘文件', en: 'Save the answer file' } },
  goOnPosting: { keys: ['Alt+T'], name: { zh: '继续记账', en: 'Go on posting' } },
  cancelOperation: { keys: ['Escape'], name: { zh: '取消', en: 'Cancel' } },
} as const satisfies TaskShortcuts;

export const monthEndTask = defineTask({
  id: 'monthEnd',
  key: 'F8',
  name: { zh: '批量文件', en: 'Month-end' },
  alias: [
    '月末文件',
    '划入文件',
    '清算文件',
    '参保登记',
    '定点机构',
    '入账',
    'batch',
    'allocation',
    'settlement',
    'register',
  ],
  actions: [
    {
      name: { zh: '选择批量文件', en: 'Choose a month-end file' },
      alias: ['导入文件', '上传', 'upload', 'open file', 'import'],
      needs: 'nothing',
      keys: [{ shortcut: 'chooseFile' }],
    },
  ],
  component: () => import('./MonthEndTask.vue'),
  words: monthEndWords,
  shortcuts,
  parts: ['secondPerson', 'pages'],
  ofOffice: true,
  help: async () => (await import('./month-end-help.ts')).monthEndHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    monthEnd: typeof shortcuts;
  }
}
