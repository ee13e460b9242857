/** Help for the worklist. */
import { ruled, type HelpPage } from '../help/help-page.ts';

export const worklistHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskWorklist}。各类挂失期限分组列出，先到期的在前；业务栏的数字是其中要办的件数。',
        en: 'Press {taskWorklist}. The deadlines of loss reports are listed in groups, soonest first; the figure beside the task counts those that need action.',
      },
    },
    {
      says: {
        zh: '用 ↑ ↓ 选择，Enter 转到该份挂失的查询与处理。',
        en: '↑ ↓ choose, Enter opens the follow-up of that report.',
      },
    },
    {
      says: {
        zh: '列表不止一页时，{previousListPage}、{nextListPage} 翻页。',
        en: '{previousListPage} and {nextListPage} turn the pages of a long list.',
      },
    },
  ],
  rules: [
    ruled(3, {
      zh: '挂失的日期按网点的日历和时钟计算，不论营业日是否已结账，程序关闭时也照常到期。',
      en: "Deadlines of a loss report run by the office's calendar and clock, whichever business day is open and even while the program is off.",
    }),
    ruled(3, {
      zh: '口头挂失到期未书面确认的自动失效，恢复支付。',
      en: 'An oral report that is not confirmed in writing lapses automatically, and payments are possible again.',
    }),
  ],
  faults: [
    {
      what: { zh: '找不到某一份挂失', en: 'A report is not in the list' },
      cause: { zh: '已办结，或没有期限在走。', en: 'It is closed, or it has no deadline.' },
      kept: { zh: '挂失和办理记录都在。', en: 'The report and its timeline are kept.' },
      cure: {
        zh: '按 {taskFollowUp}，凭挂失编号和身份证号码查询。',
        en: 'Press {taskFollowUp} and search by report number and ID number.',
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
  near: ['followUp', 'loss'],
};
