/** The words of the worklist. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const worklistWords = {
  worklist: {
    title: { zh: '待办事项', en: 'Worklist' },
    explain: {
      zh: '挂失的期限；用 ↑ ↓ 选择，Enter 跟进。',
      en: 'The clocks of loss reports; ↑ ↓ choose, Enter follows up.',
    },
    empty: { zh: '暂无到期事项。', en: 'No clock is running.' },
    on: { zh: '日期', en: 'Day' },
    group: { zh: '{clock}（{count}）', en: '{clock} ({count})' },
    clock: {
      'lapses-today': { zh: '今天 24 时失效', en: 'Lapses at 24:00 today' },
      'lapses-tomorrow': { zh: '明天 24 时失效', en: 'Lapses at 24:00 tomorrow' },
      'reissue-due': { zh: '可以补卡', en: 'New card due' },
      'reissue-waiting': { zh: '等待补卡', en: 'Waiting for a new card' },
      'password-due': { zh: '可以设置新密码', en: 'New password due' },
      'password-waiting': { zh: '等待设置新密码', en: 'Waiting for a new password' },
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    worklist: typeof worklistWords;
  }
}
