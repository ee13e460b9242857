/** The words of health. */
import type { WordPairs } from '../../../shared/words/word-pairs.ts';

export const healthWords = {
  health: {
    title: { zh: '运行状况', en: 'Health' },
    explain: {
      zh: '账目所在的电脑：程序、磁盘、备份和账目核对。',
      en: 'The computer that keeps the books: program, disk, backups and the last verification.',
    },
    version: { zh: '程序版本', en: 'Version' },
    versionValue: { zh: '{version}（{runtime}）', en: '{version} ({runtime})' },
    clock: { zh: '账目时间', en: 'Clock of the books' },
    books: { zh: '账目大小', en: 'Size of the books' },
    free: { zh: '磁盘可用空间', en: 'Free on their disk' },
    unknown: { zh: '磁盘没有报告', en: 'the disk does not say' },
    backups: { zh: '备份', en: 'Backups' },
    noBackups: {
      zh: '本机设置为不自动备份（MEDICARD_BACKUPS 或 --backups 为 none）。',
      en: 'This installation keeps no backups by itself (MEDICARD_BACKUPS or --backups is none).',
    },
    place: { zh: '备份位置', en: 'Place' },
    lastGood: { zh: '最近一份', en: 'Last good' },
    next: { zh: '下一份', en: 'Next' },
    state: { zh: '状态', en: 'State' },
    never: { zh: '还没有', en: 'none yet' },
    well: { zh: '正常', en: 'well' },
    failing: { zh: '自 {since} 起失败：{reason}', en: 'failing since {since}: {reason}' },
    proof: { zh: '账目核对', en: 'Verification' },
    notProven: { zh: '还没有在这里核对过。', en: 'Not verified from here yet.' },
    proven: { zh: '{at} 由 {by} 核对：全部相符。', en: 'Verified {at} by {by}: everything agrees.' },
    provenWrong: {
      zh: '{at} 由 {by} 核对：不符的项目 {failed}。请停止记账，保留账目，用最近的备份比对。',
      en: 'Verified {at} by {by}: {failed} do not agree. Stop posting, keep the books as they are, and compare with the last backup.',
    },
    verify: { zh: '核对账目', en: 'Verify the books' },
    verifying: { zh: '正在核对，柜台照常办理……', en: 'Verifying; the counters go on…' },
  },
} satisfies WordPairs;

declare module '../../../shared/words/word-lists.ts' {
  interface WordLists {
    health: typeof healthWords;
  }
}
