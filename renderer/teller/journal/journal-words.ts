/** The words of the journal. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';
import { actWords } from '../act-words.ts';

export const journalWords = {
  journal: {
    own: { zh: '{date} 本人流水', en: 'My work of {date}' },
    office: { zh: '{date} 全网点流水', en: "The office's work of {date}" },
    title: { zh: '流水', en: 'Journal' },
    explain: {
      zh: '新的在前。用 ↑ ↓ 选择，Enter 转到挂失、单据、批量文件或日终；被拒绝的，Enter 说明原因。',
      en: 'Newest first. ↑ ↓ choose; Enter leads to the loss report, document, file or day end, and says why something was refused.',
    },
    search: { zh: '查找', en: 'Search' },
    searchFor: { zh: '查找内容', en: 'What to look for' },
    searchHint: {
      zh: '业务、挂失编号、单据号、账号、批次号或柜员号',
      en: 'Act, report, document, account, batch or clerk',
    },
    emptyOwn: {
      zh: '今天还没有流水。本人办理的业务、打印的单据和被拒绝的操作都列在这里；按 {key} 识别客户。',
      en: 'Nothing yet today. What you do, print, and are refused is listed here; {key} opens a visit.',
    },
    emptyOffice: {
      zh: '今天还没有流水。全网点柜员办理的业务、打印的单据和被拒绝的操作都列在这里。',
      en: 'Nothing yet today. What every clerk of the office does, prints, and is refused is listed here.',
    },
    none: { zh: '今天的流水中没有符合条件的。', en: "Nothing of today's work matches this search." },
    at: { zh: '时间', en: 'Time' },
    clerk: { zh: '柜员（授权）', en: 'Clerk (authorised)' },
    act: { zh: '业务', en: 'Act' },
    subject: { zh: '编号', en: 'Number' },
    holder: { zh: '持卡人', en: 'Holder' },
    outcome: { zh: '结果', en: 'Outcome' },
    done: { zh: '办成', en: 'done' },
    refused: { zh: '被拒绝', en: 'refused' },
    noFurther: { zh: '该笔流水没有后续画面。', en: 'There is nothing further to this line.' },
    pages: { zh: '流水的各页', en: 'Pages of the journal' },
    newer: { zh: '较新', en: 'Newer' },
    older: { zh: '较早', en: 'Older' },
    back: { zh: '返回流水', en: 'Back to the journal' },
    reason: {
      zh: '补打其他柜员单据的理由（记录在案）',
      en: "Reason for reprinting another clerk's document (recorded)",
    },
    show: { zh: '预览单据', en: 'Show the document' },
  },
  journalAct: actWords,
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    journal: typeof journalWords;
  }
}
