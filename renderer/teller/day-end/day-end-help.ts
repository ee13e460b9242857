/** Help for the day end. */
import { ruled, type HelpPage } from '../help/help-page.ts';

export const dayEndHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '每位柜员在自己的柜台按 {taskDayEnd}：核对当日业务、单据和工本费，清点现金，输入金额，按两次 Enter 轧账。',
        en: 'Each clerk presses {taskDayEnd} at their own counter: look through what was done, count the cash, type the sum, and press Enter twice.',
      },
    },
    {
      says: {
        zh: '清点与应收不符时写明差额原因，两个金额都保留。',
        en: 'A difference between counted and expected takes a reason; both sums are kept.',
      },
    },
    {
      says: {
        zh: '主管按 {taskDayEnd} 看到全网点：试算平衡、各柜员轧账、未了事项和挂失期限。柜员不在的，按 {closeTillFor} 代为轧账。',
        en: 'With {taskDayEnd} a supervisor sees the whole office: trial balance, tills, open items and loss deadlines. {closeTillFor} closes the till of a clerk who is away.',
      },
    },
    {
      says: {
        zh: '没有阻碍时按 {closeDay}，再按 Enter 日终；然后按 {printReport} 打印日终报告，或按 {saveReport} 另存。',
        en: 'When nothing stands in the way, {closeDay} and Enter close the day; then {printReport} prints the report, {saveReport} saves it.',
      },
    },
  ],
  rules: [
    ruled(9, {
      zh: '轧账后再办业务不会被拒绝，但须重新轧账；网上和电话办理的业务不属于任何柜员。',
      en: 'Work after a closing is not refused, but the till must be closed again. What came online or by telephone belongs to no till.',
    }),
    ruled(9, {
      zh: '下一营业日按周末和节假日安排推算；没有设置节假日安排时逐日营业。',
      en: 'The next business day goes by weekends and the list of holidays; without a list every day is one.',
    }),
  ],
  faults: [
    {
      code: 'DAY_TILLS_OPEN',
      cause: { zh: '有柜员办理过业务而没有轧账。', en: 'A clerk worked at a counter and has not closed the till.' },
    },
    {
      code: 'DAY_VISITS_OPEN',
      cause: { zh: '有柜台正在办理业务。', en: 'A customer stands at a counter.' },
    },
    {
      code: 'TILL_DIFFERENCE',
      cause: { zh: '清点的现金与应收的工本费不符。', en: 'The cash that was counted is not what fees come to.' },
    },
  ],
  near: ['worklist', 'monthEnd', 'approvals'],
};
