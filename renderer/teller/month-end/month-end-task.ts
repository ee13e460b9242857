/** Announces the task of the month-end files. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { monthEndWords } from './month-end-words.ts';

const shortcuts = {
  chooseFile: { keys: ['Alt+O'], name: { zh: '选择文件', en: 'Choose a file' } },
  saveAnswer: { keys: ['Ctrl+S'], name: { zh: '保存回执文件', en: 'Save the answer file' } },
  cancelOperation: { keys: ['Escape'], name: { zh: '取消', en: 'Cancel' } },
} as const satisfies TaskShortcuts;

export const monthEndTask = defineTask({
  id: 'monthEnd',
  key: 'F8',
  name: { zh: '批量文件', en: 'Month-end' },
  component: () => import('./MonthEndTask.vue'),
  words: monthEndWords,
  shortcuts,
  parts: ['secondPerson', 'pages'],
  ofOffice: true,
  help: {
    zh: '拖入或选择文件，程序先核对而不记账。被拒绝的行都有原因和更正办法。主管在此输入工号和密码同意后整个文件一次记账。回执文件交回医保部门或清算中心。',
    en: 'Drop or choose a file: it is checked first, nothing is booked. Every rejected line has its reason and remedy. A supervisor approves with code and password and the whole file is booked at once. The answer file goes back to the department or the clearing centre.',
  },
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    monthEnd: typeof shortcuts;
  }
}
