/** The words of following up a loss report. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const followUpWords = {
  followUp: {
    title: { zh: '挂失查询与处理', en: 'Follow-up' },
    explain: {
      zh: '持有挂失编号和身份证号码的人都可以查询。持卡人在柜台前时，其挂失直接显示在这里。',
      en: 'Anyone holding the report number and the ID number may ask. The reports of the holder at the counter show here by themselves.',
    },
    number: { zh: '挂失编号', en: 'Report number' },
    numberHint: { zh: '输入，或扫描申请书上的二维码', en: 'Type it, or scan the QR code of the form' },
    find: { zh: '查询', en: 'Find' },
    another: { zh: '另一份挂失', en: 'Another report' },
    others: { zh: '此账户的其他挂失', en: 'Other reports of this account' },
    today: { zh: '今天可以办理', en: 'What can be done today' },
    nothing: { zh: '这份挂失今天没有可办理的事项。', en: 'Nothing can be done about this report today.' },
    act: {
      confirm: { zh: '书面确认', en: 'Confirm in writing' },
      cancel: { zh: '解除挂失（解挂）', en: 'Cancel the report' },
      reissue: { zh: '补卡', en: 'Issue a new card' },
      'renew-password': { zh: '设置新密码', en: 'Set the new password' },
      'take-back': { zh: '撤销误挂', en: 'Take back, entered by mistake' },
      'add-reference': { zh: '记入医保确认号', en: "Add the department's number" },
      'correct-reference': { zh: '更正医保确认号', en: "Correct the department's number" },
    },
    obstacle: {
      'no-visit': {
        zh: '须持卡人本人到柜台办理；请先按 {key} 识别客户。',
        en: 'The holder has to be at the counter for this; open their visit with {key}.',
      },
      'other-visit': {
        zh: '当前客户不是这位持卡人；请结束当前办理，再按 {key} 识别持卡人。',
        en: "Whoever is at the counter is not this holder; finish that visit and open the holder's with {key}.",
      },
    },
    papers: { zh: '这份挂失的单据', en: 'Papers of this report' },
    reprint: { zh: '补打最近的单据', en: 'The latest again' },
    noPapers: { zh: '这份挂失还没有单据。', en: 'No paper was made for this report yet.' },
    toVisit: { zh: '识别持卡人', en: "Open the holder's visit" },
    cancelFound: { zh: '卡已找到，持卡人本人在场。', en: 'The card was found and the holder is here in person. ' },
    cancelStep: {
      prove: { zh: '持卡人在客户窗口输入密码。', en: "The holder types the password in the customer's window. " },
      second: { zh: '主管授权。', en: 'A supervisor authorises. ' },
    },
    cancelAfter: { zh: '解除后立即恢复支付。', en: 'Then debits go on at once.' },
    cancelNow: { zh: '解除挂失', en: 'Cancel the report' },
    askPin: { zh: '请持卡人输入密码', en: 'Ask the holder for the password' },
    secondCancel: {
      zh: '主管核对持卡人本人、身份证和找回的卡后授权。',
      en: 'A supervisor checks the holder, the ID card and the card that was found.',
    },
    newCard: { zh: '新卡号', en: 'New card number' },
    newInsuranceNumber: { zh: '新医保编号', en: 'New insurance number' },
    feeClass: { zh: '工本费（元）', en: 'Fee (yuan)' },
    fee: {
      standard: { zh: '标准', en: 'Standard' },
      reduced: { zh: '减半', en: 'Reduced' },
      exempt: { zh: '免收', en: 'Exempt' },
    },
    toSecond: { zh: '请主管授权', en: 'On to the second person' },
    secondReissue: {
      zh: '主管核对持卡人本人、身份证和新卡号后授权；旧卡从此不能再用。',
      en: 'A supervisor checks the holder, the ID card and the new card; the old one is over for good.',
    },
    reissueNow: { zh: '补卡', en: 'Issue the new card' },
    takeBackReason: { zh: '误挂的原因', en: 'What was the mistake' },
    takeBackHint: {
      zh: '写入办理记录；原挂失不删除',
      en: 'Stands on the timeline; the report itself is not deleted',
    },
    takeBackReasons: {
      'holder-says-no': { zh: '持卡人核对后表示挂失内容有误', en: 'The holder says that the report is not right' },
    },
    declined: {
      zh: '持卡人在客户窗口表示挂失内容有误。请问明情况，撤销这份误挂后重新登记；撤销之前止付继续有效。',
      en: 'The holder says at their window that the report is not right. Ask what, take it back and report it anew; until then it stands.',
    },
    declinedLate: {
      zh: '持卡人在客户窗口表示挂失内容有误。这份挂失已不能撤销误挂，请问明情况后办理解除挂失。',
      en: 'The holder says at their window that the report is not right. It can no longer be taken back: ask what, and cancel it.',
    },
    secondTakeBack: {
      zh: '主管问明误挂的原因，核对挂失编号后授权。',
      en: 'A supervisor asks how the mistake came about and checks the report number.',
    },
    takeBackNow: { zh: '撤销误挂', en: 'Take it back' },
    save: { zh: '记入', en: 'Add' },
    correctedNumber: { zh: '正确的编号', en: 'Right number' },
    correctionReason: { zh: '更正的理由', en: 'Reason for the correction' },
    secondCorrection: {
      zh: '主管对照社保部门的回执核对正确的编号后授权。',
      en: 'A supervisor holds the right number against what the department has sent.',
    },
    correctNow: { zh: '更正编号', en: 'Correct the number' },
    done: {
      cancel: {
        zh: '挂失已解除，已恢复支付。请打印回单。',
        en: 'The report is cancelled and debits go on. Print the receipt.',
      },
      reissue: {
        zh: '新卡已启用，旧卡永久停用。请打印回单。',
        en: 'The new card is in use and the old one is over for good. Print the receipt.',
      },
      'take-back': {
        zh: '误挂已撤销，卡和密码恢复到挂失前的状态。',
        en: 'The report is taken back; card and password are as they were before it.',
      },
      'add-reference': { zh: '医保确认号已记入。', en: "The department's number is added." },
      'correct-reference': {
        zh: '医保确认号已更正，原编号保留在记录中。',
        en: "The department's number is corrected; the first one stays on the timeline.",
      },
    },
  },
  report: {
    title: { zh: '挂失记录', en: 'Loss report' },
    number: { zh: '挂失编号', en: 'Report number' },
    holder: { zh: '持卡人', en: 'Holder' },
    card: { zh: '卡号', en: 'Card' },
    newCard: { zh: '新卡', en: 'New card' },
    reportedAt: { zh: '登记时间', en: 'Reported' },
    missedSince: { zh: '发现丢失时间', en: 'Missed since' },
    lostFrom: { zh: '止付时间', en: 'Debits stopped from' },
    lapsesOn: { zh: '有效期至', en: 'Last day' },
    reissueFrom: { zh: '可补卡日', en: 'New card from' },
    renewFrom: { zh: '可设新密码日', en: 'New password from' },
    fee: { zh: '工本费（元）', en: 'Fee (yuan)' },
    reference: { zh: '医保确认号', en: "The department's number" },
    at: { zh: '时间', en: 'Time' },
    event: { zh: '办理', en: 'Step' },
    by: { zh: '经办 / 授权', en: 'Clerk / second' },
    clock: { zh: '系统', en: 'system' },
    timelineOf: { zh: '{number} 的办理记录', en: 'Timeline of {number}' },
    channel: {
      counter: { zh: '柜台', en: 'counter' },
      telephone: { zh: '电话', en: 'telephone' },
    },
    status: {
      reported: { zh: '口头挂失中', en: 'reported orally' },
      waiting: { zh: '挂失中', en: 'waiting' },
      lapsed: { zh: '已失效', en: 'lapsed' },
      superseded: { zh: '已被取代', en: 'superseded' },
      cancelled: { zh: '已解除', en: 'cancelled' },
      reissued: { zh: '已补卡', en: 'new card issued' },
      renewed: { zh: '密码已重置', en: 'password renewed' },
      'taken-back': { zh: '误挂，已撤销', en: 'taken back, entered by mistake' },
    },
    step: {
      reported: { zh: '登记', en: 'Reported' },
      confirmed: { zh: '书面确认', en: 'Confirmed in writing' },
      'password-void': { zh: '密码作废', en: 'Password void' },
      superseded: { zh: '被新的挂失取代', en: 'Superseded by another report' },
      lapsed: { zh: '到期失效', en: 'Lapsed' },
      cancelled: { zh: '解除', en: 'Cancelled' },
      reissued: { zh: '补卡', en: 'New card issued' },
      'password-renewed': { zh: '设置新密码', en: 'New password set' },
      'reference-added': { zh: '记入医保确认号', en: "Department's number added" },
      'reference-corrected': { zh: '更正医保确认号', en: "Department's number corrected" },
      'taken-back': { zh: '撤销误挂', en: 'Taken back, entered by mistake' },
      reinstated: { zh: '恢复有效（后一份误挂已撤销）', en: 'In force again: the later report was taken back' },
    },
  },
  final: {
    cancel: {
      zh: '将解除{name}的卡 {card} 的挂失 {number}：立即恢复支付。',
      en: 'The loss report {number} of card {card} of {name} is cancelled: debits go on at once.',
    },
    reissue: {
      zh: '将为{name}补卡：新卡 {newCard} 启用，旧卡 {card} 永久作废，工本费 {fee}。',
      en: '{name} gets the new card {newCard}; the old card {card} is over for good; the fee is {fee}.',
    },
    takeBack: {
      card: {
        zh: '将撤销{name}的卡 {card} 的误挂 {number}：卡恢复到挂失前的状态，其间被拒绝的支付不再补记。',
        en: 'The loss report {number} of card {card} of {name} is taken back as entered by mistake: the card is as it was before; payments refused meanwhile stay refused.',
      },
      password: {
        zh: '将撤销{name}的卡 {card} 密码的误挂 {number}：原密码恢复使用。',
        en: 'The loss report {number} of the password of card {card} of {name} is taken back as entered by mistake: the password is as it was before.',
      },
      both: {
        zh: '将撤销{name}的卡 {card} 及其密码的误挂 {number}：卡和密码恢复到挂失前的状态，其间被拒绝的支付不再补记。',
        en: 'The loss report {number} of card {card} of {name} and its password is taken back as entered by mistake: both are as they were before; payments refused meanwhile stay refused.',
      },
    },
    correction: {
      zh: '将把挂失 {number} 的医保确认号由 {was} 更正为 {reference}，原编号保留在记录中。',
      en: "The department's number of report {number} becomes {reference} instead of {was}; the first stays on record.",
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    followUp: typeof followUpWords;
  }
}
