/** Help for the worklist. */
import { ruled, type HelpPage } from '../help/help-page.ts';

export const worklistHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskWorklist}。各类挂失期限分组列出，先到期的在前；业务栏的数字是其中要办的件数。',
        en: '{taskWorklist}. The clocks of loss reports stand in groups, soonest first; the figure at the task counts those that want something done.',
      },
    },
    {
      says: {
        zh: '用 ↑ ↓ 选择，Enter 转到该份挂失的查询与处理。',
        en: '↑ ↓ choose, Enter goes to the follow-up of that report.',
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
      en: "Days of a loss go by the office's clock, whichever business day is open, also while the program is off.",
    }),
    ruled(3, {
      zh: '口头挂失到期未书面确认的自动失效，恢复支付。',
      en: 'An oral report that is not confirmed lapses by itself, and debits go on.',
    }),
  ],
  faults: [
    {
      what: { zh: '找不到某一份挂失', en: 'A report is not in the list' },
      cause: { zh: '已办结，或没有期限在走。', en: 'It is closed, or none of its clocks runs.' },
      kept: { zh: '挂失和办理记录都在。', en: 'Report and timeline are kept.' },
      cure: {
        zh: '按 {taskFollowUp}，凭挂失编号和身份证号码查询。',
        en: '{taskFollowUp} finds it by report number and ID number.',
      },
    },
    {
      code: 'LEDGER_RESTARTING',
      cause: { zh: '账务系统刚刚中断。', en: 'The ledger has just ended.' },
    },
  ],
  near: ['followUp', 'loss'],
};
