/** What refusals of tills and of the day end say. */
import type { ErrorCode } from '../kernel/errors.ts';
import type { WordPair } from './word-pair.ts';

export const daySentences = {
  DAY_NOT_YET: {
    zh: '营业日 {date} 还没有营业终了，{hour} 点以后才能日终，未作任何改动。',
    en: 'Business day {date} is not over yet: its day end can be made from {hour}:00 on. Nothing has changed.',
  },
  DAY_CHANGED: {
    zh: '营业日 {date} 已经日终，现在的营业日是 {businessDate}，没有再次日终。请核对后再操作。',
    en: 'Business day {date} has been closed already, and {businessDate} is open; nothing was closed again. Check and start again.',
  },
  DAY_VISITS_OPEN: {
    zh: '还有客户正在办理：{who}，没有日终。请办理结束后再日终。',
    en: 'Customers are still being served: {who}. The day was not closed. Finish these visits and try again.',
  },
  DAY_TILLS_OPEN: {
    zh: '还有柜员没有轧账：{who}，没有日终。请各柜员在自己的柜台轧账；柜员不在的，由主管代为轧账。',
    en: 'Tills are not closed: {who}. The day was not closed. Each clerk closes their own till; a supervisor closes it for one who is away.',
  },
  DAY_UNBALANCED: {
    zh: '持卡人账户合计 {holders} 与总账科目合计 {control} 不平，没有日终。请立即报告管理员，并运行 verify 核对账目。',
    en: "The holders' sum {holders} and the control accounts' {control} do not cancel; the day was not closed. Inform the administrator and run verify.",
  },
  DAY_REPORT_UNKNOWN: {
    zh: '{date} 没有日终报告，没有打印。',
    en: 'There is no day-end report of {date}; nothing was printed.',
  },
  TILL_VISIT_OPEN: {
    zh: '柜员 {clerkCode} {name} 还有客户正在办理，没有轧账。请先办理结束。',
    en: 'Clerk {clerkCode} {name} still has a visit open; the till was not closed. Finish the visit first.',
  },
  TILL_CLOSED: {
    zh: '柜员 {clerkCode} {name} 已经轧账，之后没有办理业务，没有再次轧账。',
    en: 'The till of clerk {clerkCode} {name} is closed and nothing was done since; it was not closed again.',
  },
  TILL_DIFFERENCE: {
    zh: '清点 {counted} 元与应收 {expected} 元不符，没有轧账。请再清点一次；仍不符的，写明原因。',
    en: 'The counted {counted} differs from the expected {expected} yuan; the till was not closed. Count again; if it still differs, give the reason.',
  },
} as const satisfies Partial<Record<ErrorCode, WordPair>>;
