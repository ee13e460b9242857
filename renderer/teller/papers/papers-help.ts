/** Help for giving a paper again. */
import { ofPapers, type HelpPage } from '../help/help-page.ts';

export const papersHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskPapers}。当前客户的全部单据列在这里，新的在前，注明是否打印过。',
        en: 'Press {taskPapers}. All documents of the current customer, newest first, with their status.',
      },
    },
    { says: { zh: '用 ↑ ↓ 选择，Enter 预览。', en: '↑ ↓ choose, Enter previews.' } },
    {
      says: {
        zh: '{printPaper} 打印，{savePaper} 保存；{stepBack} 返回列表。',
        en: '{printPaper} prints, {savePaper} saves; {stepBack} returns to the list.',
      },
    },
  ],
  rules: [
    ofPapers(3, {
      zh: '补打件的编号和验证码与原件相同，注明第几份和补打柜员，记录在案。',
      en: 'A reprint has the number and verification code of the original, states which copy it is and which clerk made it, and is recorded.',
    }),
    ofPapers(3, {
      zh: '补打对账单不影响未打印笔数。',
      en: 'Reprinting a statement does not change the number of unprinted entries.',
    }),
  ],
  faults: [
    {
      what: { zh: '列表中没有要找的单据', en: 'A document is not in the list' },
      cause: {
        zh: '只预览过、没有打印也没有保存的对账单不算单据；或是其他持卡人的。',
        en: 'A statement that was only previewed is not listed; or the document belongs to another holder.',
      },
      kept: { zh: '未作任何改动。', en: 'Nothing was changed.' },
      cure: {
        zh: '按 {taskStatement} 重新出具对账单；有挂失编号的，按 {taskFollowUp} 查询该份挂失的单据。',
        en: '{taskStatement} makes a new statement; {taskFollowUp} finds the documents of a loss report by its number.',
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
  near: ['statement', 'printQueue', 'followUp'],
};
