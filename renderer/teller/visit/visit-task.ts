/** Announces the task of opening a visit. */
import { defineTask, type TaskShortcuts } from '../task.ts';
import { visitWords } from './visit-words.ts';

const shortcuts = {
  agent: { keys: ['Alt+A'], name: { zh: '代办人', en: 'Agent' } },
  cardLost: { keys: ['Alt+K'], name: { zh: '卡已丢失', en: 'The card is lost' } },
  networkCheck: { keys: ['1', '2', '3', '4'], name: { zh: '联网核查结果', en: 'Outcome of the network check' } },
} as const satisfies TaskShortcuts;

export const visitTask = defineTask({
  id: 'visit',
  key: 'F2',
  name: { zh: '客户识别', en: 'Visit' },
  alias: ['开始办理', '接待', '身份证', '读卡', '刷卡', '联网核查', 'customer', 'identify', 'ID card'],
  actions: [
    {
      name: { zh: '卡已丢失，凭姓名和手机号识别', en: 'Find a holder without the card' },
      alias: ['无卡', '没带卡', 'lost card', 'name and phone'],
      needs: 'nobody',
      keys: [{ shortcut: 'cardLost' }],
    },
    {
      name: { zh: '登记代办人或监护人', en: 'Record an agent or guardian' },
      alias: ['代办', '代理人', '未成年', '户口簿', 'minor', 'child'],
      needs: 'nobody',
      keys: [{ shortcut: 'agent' }],
    },
  ],
  component: () => import('./VisitTask.vue'),
  words: visitWords,
  shortcuts,
  parts: [],
  help: async () => (await import('./visit-help.ts')).visitHelp,
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    visit: typeof shortcuts;
  }
}
