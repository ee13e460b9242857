/** The words of reporting a loss, at the counter and by telephone. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const lossWords = {
  loss: {
    title: { zh: '挂失', en: 'Loss report' },
    needVisit: {
      zh: '要在柜台挂失，请先按 {key} 识别客户；卡已丢失的，在那里按 {lost} 改用姓名和手机号。',
      en: 'To report a loss at the counter, open a visit with {key} first. If the card is lost, press {lost} there to use name and phone number.',
    },
    what: { zh: '挂失对象', en: 'What is lost' },
    object: {
      card: { zh: '卡', en: 'Card' },
      password: { zh: '密码', en: 'Password' },
      both: { zh: '双挂失（卡和密码）', en: 'Card and password' },
    },
    reportedAlready: { zh: '已书面挂失', en: 'already reported' },
    how: { zh: '挂失方式', en: 'How it is reported' },
    kind: {
      formal: { zh: '书面挂失', en: 'In writing' },
      oral: { zh: '口头挂失', en: 'Orally' },
    },
    from: { zh: '何时发现丢失', en: 'Missing since' },
    sinceUnsaid: {
      zh: '只印在申请书上，可不填；填法如 20240131 1430',
      en: 'Optional; printed on the form only. Example: 20240131 1430',
    },
    since: { zh: '申请书上印 {at}；止付从现在起', en: 'The form will say {at}; debits stop from now' },
    sinceWrong: {
      zh: '时间格式有误；请按 20240131 1430 填写，当天只填 1430',
      en: 'Not a valid time; enter it as 20240131 1430, or 1430 for today',
    },
    address: { zh: '联系地址', en: 'Contact address' },
    optional: { zh: '可不填', en: 'Optional' },
    phone: { zh: '联系电话', en: 'Contact phone' },
    phoneOnFile: { zh: '不填即为登记的 {phone}', en: 'If empty: {phone}, as on file' },
    phoneMissing: { zh: '没有登记手机号，请填写', en: 'No phone number on file; enter one' },
    outlook: {
      formal: {
        zh: '自 {from} 起停止支付（止付），资金划入不受影响；{reissue} 起可以补卡。',
        en: 'Debits stop from {from}; allocations are still credited. A new card can be issued from {reissue}.',
      },
      oral: {
        zh: '自 {from} 起停止支付（止付），资金划入不受影响；{lapses} 24 时前未办书面挂失即自动失效。',
        en: 'Debits stop from {from}; allocations are still credited. The report lapses at 24:00 on {lapses} unless confirmed in writing.',
      },
      confirms: { zh: '这是对口头挂失 {number} 的书面确认。', en: 'This confirms oral report {number} in writing.' },
      supersedes: { zh: '取代此前的口头挂失 {number}。', en: 'This supersedes oral report {number}.' },
      pin: {
        zh: '原密码立即作废，今天即可设置新密码。',
        en: 'The password becomes void at once; a new one can be set today.',
      },
      pinWaits: {
        zh: '原密码立即作废，{renew} 起可以设置新密码。',
        en: 'The password becomes void at once; a new one can be set from {renew}.',
      },
    },
    report: { zh: '挂失', en: 'Report the loss' },
    toSecond: { zh: '请主管授权', en: 'Ask a supervisor to authorise' },
    secondExplain: {
      zh: '密码挂失须由主管授权：请核对持卡人本人和身份证后输入工号和密码。',
      en: 'A password loss must be authorised by a supervisor: check the holder and the ID card, then enter your own code and password.',
    },
    byTelephone: { zh: '电话挂失', en: 'By telephone' },
    reported: { zh: '挂失已登记', en: 'Loss reported' },
    done: {
      formal: {
        zh: '挂失已登记，已止付。请打印申请书，由持卡人签字。',
        en: 'The loss has been reported and debits are stopped. Print the form for the holder to sign.',
      },
      oral: {
        zh: '口头挂失已登记，已止付。请把挂失编号告诉持卡人。',
        en: 'The loss has been reported orally and debits are stopped. Give the holder the report number.',
      },
      pin: {
        zh: '密码挂失已登记，原密码已作废。请打印申请书，由持卡人签字。',
        en: 'The loss has been reported and the password is void. Print the form for the holder to sign.',
      },
    },
    askHolder: { zh: '请持卡人核对', en: 'Ask the holder to check it' },
    another: { zh: '继续办理', en: 'Another report' },
  },
  telephone: {
    title: { zh: '电话挂失和查询', en: 'By telephone' },
    explain: {
      zh: '不需要识别客户。身份证号码、姓名、手机号三项都与登记相符，即可口头挂失；告知余额另须电话密码。',
      en: 'No visit is needed. An oral report takes ID number, name and phone number as on file; the balance takes the telephone password too.',
    },
    onlyNumber: {
      zh: '来电人未经电话密码核验：只告知挂失编号和失效日期，不告知其他任何资料。',
      en: 'The caller has not given a telephone password: tell them the report number and when it lapses, and nothing else.',
    },
    service: { zh: '来电人要办', en: "Caller's request" },
    report: { zh: '口头挂失（卡）', en: 'Oral card loss report' },
    balance: { zh: '查询余额', en: 'Balance' },
    password: { zh: '电话密码', en: 'Telephone password' },
    passwordHint: {
      zh: '来电人报出的电话密码；不要问卡的密码',
      en: "As given by the caller; never ask for the card's password",
    },
    ask: { zh: '查询', en: 'Ask' },
    back: { zh: '柜台挂失', en: 'At the counter' },
    balanceOf: { zh: '卡 {card} 在 {date} 的余额（元）', en: 'Balance of card {card} on {date} (yuan)' },
    another: { zh: '下一位来电人', en: 'Next caller' },
  },
  final: {
    loss: {
      card: {
        formal: {
          zh: '将为{name}书面挂失卡 {card}：立即停止支付，资金划入不受影响，{reissue} 起可补卡。',
          en: 'Card {card} of {name} will be reported lost in writing: debits stop at once, allocations are still credited, and a new card can be issued from {reissue}.',
        },
        oral: {
          zh: '将为{name}口头挂失卡 {card}：立即停止支付，资金划入不受影响，{lapses} 24 时前未书面挂失即失效。',
          en: 'Card {card} of {name} will be reported lost orally: debits stop at once, allocations are still credited, and the report lapses at 24:00 on {lapses} unless confirmed in writing.',
        },
      },
      pin: {
        zh: '将为{name}挂失卡 {card} 的密码：原密码立即作废，{renew} 起可设置新密码。',
        en: 'The password of card {card} of {name} will be reported lost: it becomes void at once, and a new one can be set from {renew}.',
      },
      both: {
        formal: {
          zh: '将为{name}双挂失卡 {card} 及其密码（书面）：立即停止支付，原密码作废，{reissue} 起可补卡，{renew} 起可设置新密码。',
          en: 'Card {card} of {name} and its password will be reported lost in writing: debits stop and the password becomes void at once; a new card can be issued from {reissue}, a new password set from {renew}.',
        },
        oral: {
          zh: '将为{name}挂失卡 {card}（口头）及其密码：立即停止支付，原密码作废，口头挂失 {lapses} 24 时前未书面挂失即失效。',
          en: 'Card {card} of {name} will be reported lost orally, with its password: debits stop and the password becomes void at once; the oral report lapses at 24:00 on {lapses} unless confirmed in writing.',
        },
      },
    },
    telephone: {
      zh: '将按来电口头挂失{name}（身份证 {id}）的卡：立即停止支付，逾期未到柜台书面挂失即失效。',
      en: 'The card of {name} (ID {id}) will be reported lost orally for the caller: debits stop at once, and the report lapses unless confirmed in writing at a counter in time.',
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    loss: typeof lossWords;
  }
}
