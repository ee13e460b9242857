/** The words of the worklist. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const worklistWords = {
  worklist: {
    title: { zh: '待办事项', en: 'Worklist' },
    explain: {
      zh: '挂失的全部期限，先到期的在前，共 {total} 项；业务栏的数字是其中现在要办的（今明两天失效、已可办理），{due} 项。用 ↑ ↓ 选择，Enter 跟进。',
      en: 'All deadlines of loss reports, soonest first: {total}. The figure beside the task counts those that need action now (lapsing by tomorrow, or due): {due}. ↑ ↓ choose, Enter follows up.',
    },
    empty: {
      zh: '暂无到期事项。挂失何时失效、何时可补卡、何时可设新密码，都列在这里；按 {key} 办理挂失。',
      en: 'No deadlines. Loss reports that will lapse, or that are due for a new card or password, are listed here; {key} reports a loss.',
    },
    on: { zh: '日期', en: 'Day' },
    what: { zh: '到期事项', en: 'Deadline' },
    inDays: { zh: '{days} 天后', en: 'in {days} days' },
    group: { zh: '{span}（{count}）', en: '{span} ({count})' },
    span: {
      today: { zh: '今天', en: 'Today' },
      tomorrow: { zh: '明天', en: 'Tomorrow' },
      week: { zh: '7 天内', en: 'Within seven days' },
      later: { zh: '7 天以后', en: 'Later' },
    },
    clock: {
      'lapses-today': { zh: '今天 24 时失效', en: 'Lapses at 24:00 today' },
      'lapses-tomorrow': { zh: '明天 24 时失效', en: 'Lapses at 24:00 tomorrow' },
      'lapses-later': { zh: '当天 24 时失效', en: 'Lapses at 24:00 on that day' },
      'reissue-due': { zh: '已可补卡', en: 'New card due' },
      'reissue-waiting': { zh: '当天起可补卡', en: 'New card from that day' },
      'password-due': { zh: '已可设置新密码', en: 'New password due' },
      'password-waiting': { zh: '当天起可设置新密码', en: 'New password from that day' },
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    worklist: typeof worklistWords;
  }
}
