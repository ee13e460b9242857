/** The words of the day end. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const dayEndWords = {
  dayEnd: {
    title: { zh: '日终', en: 'Day end' },
    pages: { zh: '日终各页', en: 'Pages of the day end' },
    page: { office: { zh: '网点日终', en: 'Office' }, till: { zh: '本人轧账', en: 'Own till' } },
    of: { zh: '营业日 {day}，下一营业日 {next}', en: 'Business day {day}; the next one is {next}' },
    close: { zh: '日终', en: 'Close the day' },
    closeTillFor: { zh: '代为轧账', en: "Close an absent clerk's till" },
    print: { zh: '打印 {day} 的日终报告', en: 'Print the report of {day}' },
    save: { zh: '另存报告', en: 'Save the report' },
    reported: {
      printer: { zh: '日终报告已交打印机。', en: 'The report was sent to the printer.' },
      file: { zh: '日终报告已存为 {fileName}。', en: 'The report was saved as {fileName}.' },
    },
    done: {
      zh: '日终完成，共 {count} 个营业日；现在的营业日是 {next}。请打印日终报告。',
      en: 'Business days closed: {count}. The business day is {next} now. Print the report.',
    },
    sentence: {
      zh: '营业日 {day} 将日终，持卡人账户合计 {holders} 元，下一营业日 {next}。日终后不能撤回。',
      en: 'Business day {day} will be closed with {holders} yuan held for all holders, and {next} begins. It cannot be taken back.',
    },
    obstacle: {
      visits: {
        zh: '还有客户正在办理：{who}。办理结束后才能日终。',
        en: 'Customers are still being served: {who}. The day can be closed when these visits are finished.',
      },
      tills: {
        zh: '还有柜员没有轧账：{who}。请各柜员在自己的柜台轧账；柜员不在的可代为轧账。',
        en: 'Tills are not closed: {who}. Each clerk closes their own; close it here for one who is away.',
      },
      file: {
        zh: '批次 {batch} 正在记账，记完才能日终。',
        en: 'Batch {batch} is being posted; the day can be closed after it.',
      },
      notYet: { zh: '今天 {hour} 点以后才能日终。', en: "Today's day end can be made from {hour}:00 on." },
      ahead: { zh: '今天已经日终，{day} 是下一营业日。', en: 'Today has been closed; {day} is the next business day.' },
    },
    interest: {
      due: {
        zh: '本次日终结息，结息期至 {to}，按当日的利率设置。',
        en: 'This closing settles the interest up to {to}, by the rates that are set.',
      },
      noRates: {
        zh: '结息日 {to}：没有设利率，本次日终不结息。要结息的，请管理员先设置“interestDemandRate”和“interestCarryOverRate”（F11）。',
        en: 'Interest would be settled up to {to}, but no rate is set, so none is. An administrator first sets interestDemandRate and interestCarryOverRate (F11).',
      },
      booked: {
        zh: '已结息：{from} 至 {to}，{accounts} 户，合计 {amount} 元。',
        en: 'Interest was booked for {from} to {to}: {accounts} accounts, {amount} yuan.',
      },
      list: { zh: '历次结息', en: 'Interest settled' },
      period: { zh: '结息期', en: 'Period' },
      accounts: { zh: '户数', en: 'Accounts' },
      amount: { zh: '金额（元）', en: 'Amount (yuan)' },
      going: { zh: '正在结息', en: 'being booked' },
    },
    copies: {
      made: { zh: '备份已写入 {path}：{name}（{size}）。', en: 'A copy was written to {path}: {name} ({size}).' },
      failed: {
        zh: '备份没有写入 {path}：{reason}。请管理员排除，否则每个窗口都会提示。',
        en: 'No copy was written to {path}: {reason}. An administrator puts it right; until then every window tells of it.',
      },
      none: {
        zh: '没有设备份位置，日终没有备份。',
        en: 'No place for copies is set, so none was made.',
      },
    },
    list: {
      unknownYear: {
        zh: '节假日安排中没有 {on} 年，营业日只按周末推算。请管理员更新设置“holidays”（F11）。',
        en: 'The list of holidays does not name {on}: business days go by weekends alone. An administrator adds the year to the setting holidays (F11).',
      },
      ends: {
        zh: '节假日安排只到 {on}。请管理员在此之前更新设置“holidays”（F11）。',
        en: 'The list of holidays ends on {on}. An administrator adds the next year to the setting holidays (F11).',
      },
    },
    doneByKind: { zh: '办理业务', en: 'Done, by kind' },
    papersTitle: { zh: '单据', en: 'Documents' },
    feesTitle: { zh: '现金工本费', en: 'Fees taken in cash' },
    feeLine: { zh: '{name} {count} 笔', en: '{name}, {count}' },
    feesExpected: { zh: '应收合计', en: 'Expected' },
    refusals: { zh: '被拒绝的操作', en: 'Refusals' },
    nothing: { zh: '没有', en: 'None' },
    fee: {
      standard: { zh: '标准', en: 'Standard' },
      reduced: { zh: '优惠', en: 'Reduced' },
      exempt: { zh: '免收', en: 'Exempt' },
    },
    kind: {
      visit: { zh: '客户识别', en: 'Visits' },
      loss: { zh: '挂失', en: 'Losses reported' },
      'loss-ended': { zh: '解挂、撤销误挂', en: 'Reports cancelled or taken back' },
      'card-replaced': { zh: '补卡', en: 'Cards replaced' },
      reference: { zh: '登记医保确认号', en: 'Department numbers entered' },
      password: { zh: '密码', en: 'Passwords set' },
      holder: { zh: '持卡人资料', en: "Holder's data" },
      correction: { zh: '账务更正', en: 'Entries corrected' },
      told: { zh: '查看完整号码、电话告知', en: 'Numbers shown, balances told' },
      login: { zh: '注销网上登录', en: 'Online logins ended' },
      file: { zh: '批量文件', en: 'Files' },
      other: { zh: '其他', en: 'Other' },
    },
    papers: {
      issued: { zh: '打印', en: 'Printed' },
      saved: { zh: '另存', en: 'Saved' },
      reprinted: { zh: '其中补打', en: 'Of these reprinted' },
      failed: { zh: '打印失败', en: 'Failed at the printer' },
      withdrawn: { zh: '从队列取消', en: 'Taken out of the queue' },
    },
    open: {
      papers: { zh: '队列中的单据', en: 'Papers in the queue' },
      approvals: { zh: '待授权的申请', en: 'Requests waiting' },
      files: { zh: '已接收未记账的文件', en: 'Files received, not posted' },
    },
    openItems: { zh: '未了事项', en: 'Open items' },
    clocks: {
      today: { zh: '今晚失效的挂失', en: 'Reports lapsing tonight' },
      tomorrow: { zh: '明晚失效的挂失', en: 'Reports lapsing tomorrow' },
      due: { zh: '已可补卡或设新密码', en: 'New cards and passwords due' },
    },
    door: {
      online: {
        zh: '网上办理（挂失 {losses}，拒绝 {refusals}）',
        en: 'Online (losses {losses}, refusals {refusals})',
      },
      telephone: {
        zh: '电话办理（挂失 {losses}，拒绝 {refusals}）',
        en: 'By telephone (losses {losses}, refusals {refusals})',
      },
    },
    balance: { zh: '试算平衡', en: 'Trial balance' },
    cancels: {
      zh: '持卡人账户与总账科目相抵（{accounts} 户）',
      en: 'Holders and control accounts together ({accounts} accounts)',
    },
    account: {
      holders: { zh: '持卡人账户', en: 'Holders' },
      'fund-clearing': { zh: '医保基金清算', en: 'Fund clearing' },
      'institution-settlement': { zh: '定点机构结算', en: 'Designated institutions' },
      interest: { zh: '结息', en: 'Interest' },
      corrections: { zh: '账务更正', en: 'Corrections' },
    },
    column: {
      account: { zh: '科目', en: 'Account' },
      opening: { zh: '期初', en: 'Opening' },
      debit: { zh: '借方', en: 'Debit' },
      credit: { zh: '贷方', en: 'Credit' },
      closing: { zh: '期末', en: 'Closing' },
      clerk: { zh: '柜员', en: 'Clerk' },
      state: { zh: '状态', en: 'State' },
      expected: { zh: '应收', en: 'Expected' },
      counted: { zh: '清点', en: 'Counted' },
    },
    tills: { zh: '柜员轧账', en: 'Tills' },
    state: {
      idle: { zh: '未办业务', en: 'Nothing done' },
      open: { zh: '未轧账', en: 'Not closed' },
      closed: { zh: '已轧账', en: 'Closed' },
    },
    head: { zh: '审计记录 {head}', en: 'Audit record {head}' },
    till: {
      of: { zh: '柜员 {code}，营业日 {day}', en: 'Clerk {code}, business day {day}' },
      for: { zh: '代柜员 {code} 轧账', en: 'Close the till of clerk {code}' },
      counted: { zh: '清点现金（元）', en: 'Cash counted (yuan)' },
      countedHint: { zh: '应收 {expected}', en: 'Expected {expected}' },
      sumForm: { zh: '请按元输入，如 20.00', en: 'Enter yuan, as in 20.00' },
      reason: { zh: '差额原因', en: 'Reason for the difference' },
      reasonFor: { zh: '原因', en: 'Reason' },
      close: { zh: '轧账', en: 'Close the till' },
      sentence: {
        zh: '本人轧账：清点 {counted} 元，应收 {expected} 元。之后再办业务须重新轧账。',
        en: 'Your till is closed with {counted} yuan counted and {expected} expected. Work done afterwards opens it again.',
      },
      sentenceFor: {
        zh: '代柜员 {code} {name} 轧账：清点 {counted} 元，应收 {expected} 元。',
        en: 'The till of clerk {code} {name} is closed with {counted} yuan counted and {expected} expected.',
      },
      done: { zh: '已轧账。', en: 'The till is closed.' },
      closedAt: {
        zh: '第 {number} 次轧账 {time}：清点 {counted}，应收 {expected}。',
        en: 'Closing {number}, {time}: {counted} counted, {expected} expected.',
      },
      because: { zh: '原因：{reason}', en: 'Reason: {reason}' },
      idle: {
        zh: '今天没有办理业务，无须轧账。',
        en: 'Nothing was done at a counter today; there is nothing to close.',
      },
      openAgain: {
        zh: '轧账后又办理了业务，请重新轧账。',
        en: 'Work was done after the closing: close the till again.',
      },
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    dayEnd: typeof dayEndWords;
  }
}
