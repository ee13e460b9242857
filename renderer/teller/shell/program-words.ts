/** What the clerk is told about the program itself, before and after sign-in. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const programWords = {
  app: {
    pastDayOpen: {
      zh: '营业日 {day} 已过（今天 {today}）而尚未日终，现在记账仍记在那一天。请各柜员轧账，由主管日终（F10）。',
      en: 'Business day {day} is over (today is {today}) but has not been closed, so entries are still posted to it. Each clerk closes their till and a supervisor closes the day (F10).',
    },
    unsupportedRuntime: {
      zh: '正在开发用的运行环境（{runtime}）中运行：不支持正式营业使用。',
      en: 'Running on a development runtime ({runtime}); not supported for live operation.',
    },
    weakKeyStorage: {
      zh: '本机没有系统钥匙串，密钥保存在仅本人可读的文件中，保护较弱。',
      en: 'This system has no keychain. The keys are stored in a file that only its owner can read, which gives weaker protection.',
    },
    state: { zh: '程序状态', en: 'Program status' },
  },
  ledger: {
    starting: { zh: '账务启动中', en: 'ledger starting' },
    ready: { zh: '账务正常', en: 'ledger OK' },
    restarting: { zh: '账务重启中', en: 'ledger restarting' },
    failed: { zh: '账务未打开', en: 'ledger closed' },
    away: { zh: '服务器未连通', en: 'server away' },
    restartingBanner: {
      zh: '账务系统正在重新启动。已办结的业务全部保留，屏幕内容不变；恢复后再按一次即可，不会重复入账。',
      en: 'The ledger is restarting. All completed work has been kept and this screen stays as it is. Press again once it is back; nothing is posted twice.',
    },
    back: { zh: '账务系统已恢复，可以继续。', en: 'The ledger is available again; you can continue.' },
    failedTitle: { zh: '账目没有打开', en: 'The books are not open' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    program: typeof programWords;
  }
}
