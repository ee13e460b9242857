/** Help for the journal. */
import { ofPapers, ruled, type HelpPage } from '../help/help-page.ts';

export const journalHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskJournal}。本营业日本人办理的业务、打印的单据和被拒绝的操作列在这里，新的在前；主管和管理员看到全网点的。',
        en: 'Press {taskJournal}. What you did, printed and were refused on this business day, newest first; a supervisor or administrator sees the whole office.',
      },
    },
    {
      says: {
        zh: '{searchJournal} 查找：业务名称、挂失编号、单据号、账号、批次号或柜员号。',
        en: '{searchJournal} searches: the name of an act, a report, document, account, batch or clerk.',
      },
    },
    {
      says: {
        zh: '用 ↑ ↓ 选择，Enter 转到该份挂失、单据、批量文件或日终；{previousPaperPage}、{nextPaperPage} 翻页。',
        en: '↑ ↓ choose, Enter leads to the report, document, file or day end; {previousPaperPage} and {nextPaperPage} turn the pages.',
      },
    },
    {
      says: {
        zh: '预览单据后按 {printPaper} 补打，{savePaper} 保存；{stepBack} 返回流水。主管补打其他柜员的单据须填写理由。',
        en: "With a document shown {printPaper} reprints it, {savePaper} saves it, {stepBack} returns to the journal. A supervisor gives a reason for another clerk's document.",
      },
    },
  ],
  rules: [
    ofPapers(3, {
      zh: '柜员只能从流水补打本人当日所出的单据；补打件注明第几份和补打柜员，记录在案。',
      en: 'From the journal a clerk reprints only what they gave out today; a reprint states which copy it is and which clerk made it, and is recorded.',
    }),
    ruled(2, {
      zh: '持卡人姓名和卡号以掩码显示。',
      en: 'Names and card numbers of holders are shown masked.',
    }),
  ],
  faults: [
    {
      what: { zh: '流水中没有要找的业务', en: 'Something is not in the journal' },
      cause: {
        zh: '不是本营业日的，或由其他柜员办理。',
        en: 'It is of another business day, or another clerk did it.',
      },
      kept: { zh: '全部操作都在审计记录中。', en: 'Everything is kept in the audit record.' },
      cure: {
        zh: '请主管查看全网点流水；以往日期由管理员在 {taskAdministration} 的审计记录中查找。',
        en: 'A supervisor sees the whole office; an administrator finds earlier days with {taskAdministration}, in the audit record.',
      },
    },
    {
      code: 'DOCUMENT_UNKNOWN',
      cause: {
        zh: '单据已不属于本营业日，或由其他柜员所出。',
        en: 'The document is no longer of this business day, or another clerk gave it out.',
      },
    },
    {
      code: 'LEDGER_RESTARTING',
      cause: { zh: '账务系统刚刚中断。', en: 'The ledger has just been interrupted.' },
    },
    {
      code: 'SERVER_DID_NOT_ANSWER',
      cause: {
        zh: '接入网点服务器的本机刚刚断线。',
        en: 'This computer has lost the connection to its office server.',
      },
    },
  ],
  near: ['papers', 'followUp', 'dayEnd'],
};
