/** Help for the overview. */
import { ofPapers, ruled, type HelpPage } from '../help/help-page.ts';

export const overviewHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '主管或管理员按 {taskOverview}，查看近 12 个月的汇总。{overviewPeriod} 至 {overviewPeriodLast} 换期间。',
        en: 'A supervisor or administrator presses {taskOverview} for the last 12 months. {overviewPeriod} to {overviewPeriodLast} change the period.',
      },
    },
    {
      says: {
        zh: '{overviewSection} 至 {overviewSectionLast} 转到各月发生额、定点机构、挂失、被拒绝的操作、分时段业务量。',
        en: '{overviewSection} to {overviewSectionLast} turn to the months, institutions, losses, refusals and hours.',
      },
    },
    {
      says: {
        zh: '用方向键选择数字，Enter 查看明细；{previousListPage}、{nextListPage} 翻页，{stepBack} 返回。挂失明细再按 Enter 转到该份挂失。',
        en: 'The arrow keys choose a figure, Enter shows its lines; {previousListPage} and {nextListPage} turn pages, {stepBack} goes back. On a loss report Enter leads to it.',
      },
    },
    {
      says: {
        zh: '{printOverview} 打印全部数字，{saveOverview} 另存为 PDF。',
        en: '{printOverview} prints all figures, {saveOverview} saves them as PDF.',
      },
    },
  ],
  rules: [
    ruled(1, {
      zh: '金额与持卡人账户的方向一致：划入为正，消费为负。定点机构一栏是应付给机构的净额。',
      en: "Amounts are signed as in the holders' accounts: allocations positive, consumption negative. An institution's is the net it is owed.",
    }),
    ofPapers(1, {
      zh: '概览中没有持卡人的姓名和号码；纸质概览有凭证编号，记录在案。',
      en: 'The overview has no name or number of any holder; on paper it has a document number, which stays on record.',
    }),
  ],
  faults: [
    {
      code: 'ROLE_REQUIRED',
      cause: { zh: '当前签到的是柜员。', en: 'A clerk is signed in.' },
    },
    {
      what: { zh: '本月的数字还会变', en: 'The figures of this month still change' },
      cause: { zh: '营业日仍在记账。', en: 'The business day is still being posted.' },
      kept: { zh: '已日终的各日不再变动。', en: 'Days that have been closed do not change any more.' },
      cure: { zh: '月末日终后再打印。', en: 'Print it after the last day end of the month.' },
    },
    {
      code: 'PRINT_FAILED',
      cause: { zh: '打印机没有接收。', en: 'The printer did not take it.' },
    },
  ],
  near: ['journal', 'dayEnd', 'administration'],
};
