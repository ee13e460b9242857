/** Announces the task of the day end. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { dayEndWords } from './day-end-words.ts';

const shortcuts = {
  dayEndPage: { keys: ['Alt+1', 'Alt+2'], name: { zh: '网点日终或本人轧账', en: 'The office, or the own till' } },
  closeDay: { keys: ['Alt+Y'], name: { zh: '日终', en: 'Close the day' } },
  closeTillFor: { keys: ['Alt+U'], name: { zh: '代为轧账', en: "Close an absent clerk's till" } },
  printReport: { keys: ['Alt+P'], name: { zh: '打印日终报告', en: 'Print the report' } },
  saveReport: { keys: ['Ctrl+S'], name: { zh: '另存日终报告', en: 'Save the report' } },
} as const satisfies TaskShortcuts;

export const dayEndTask = defineTask({
  id: 'dayEnd',
  key: 'F10',
  name: { zh: '日终', en: 'Day end' },
  alias: ['轧账', '结账', '日结', '签退前轧账', '试算平衡', '日终报告', 'till', 'close the day', 'trial balance'],
  actions: [
    {
      name: { zh: '本人轧账', en: 'Close the own till' },
      alias: ['轧账', 'till', 'cash'],
      needs: 'nothing',
      keys: [{ shortcut: 'dayEndPage', index: 1 }],
    },
  ],
  component: () => import('./DayEndTask.vue'),
  words: dayEndWords,
  shortcuts,
  parts: ['steps'],
  ofOffice: true,
  help: async () => (await import('./day-end-help.ts')).dayEndHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    dayEnd: typeof shortcuts;
  }
}
