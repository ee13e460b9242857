/** Announces the task of the overview. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { overviewWords } from './overview-words.ts';

const shortcuts = {
  overviewSection: {
    keys: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5'],
    name: { zh: '概览的各部分', en: 'Parts of the overview' },
  },
  overviewPeriod: { keys: ['Alt+6', 'Alt+7', 'Alt+8', 'Alt+9'], name: { zh: '统计期间', en: 'Period' } },
  printOverview: { keys: ['Alt+P'], name: { zh: '打印经营概览', en: 'Print the overview' } },
  saveOverview: { keys: ['Ctrl+S'], name: { zh: '另存经营概览', en: 'Save the overview' } },
} as const satisfies TaskShortcuts;

export const overviewTask = defineTask({
  id: 'overview',
  key: 'Ctrl+O',
  name: { zh: '经营概览', en: 'Overview' },
  alias: ['统计', '报表', '汇总', '月报', '业务量', '发生额', 'figures', 'statistics', 'report', 'charts', 'monthly'],
  actions: [
    {
      name: { zh: '定点机构消费统计', en: 'Consumption by institution' },
      alias: ['医院', '药店', 'hospital', 'pharmacy'],
      needs: 'nothing',
      keys: [{ shortcut: 'overviewSection', index: 1 }],
    },
    {
      name: { zh: '挂失渠道统计', en: 'Losses by channel' },
      alias: ['挂失统计', 'loss reports'],
      needs: 'nothing',
      keys: [{ shortcut: 'overviewSection', index: 2 }],
    },
  ],
  component: () => import('./OverviewTask.vue'),
  words: overviewWords,
  shortcuts,
  parts: ['steps', 'pages'],
  ofOffice: true,
  help: async () => (await import('./overview-help.ts')).overviewHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    overview: typeof shortcuts;
  }
}
