/** The words of following up a loss report. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const followUpWords = {
  followUp: {
    title: { zh: '挂失查询与处理', en: 'Follow-up' },
    explain: {
      zh: '持有挂失编号和身份证号码的人都可以查询。当前客户的挂失直接显示在这里。',
      en: 'Anyone with the report number and the ID number may ask. Reports of the holder at the counter are shown automatically.',
    },
    number: { zh: '挂失编号', en: 'Report number' },
    numberHint: { zh: '输入，或扫描申请书上的二维码', en: 'Type it, or scan the QR code on the form' },
    find: { zh: '查询', en: 'Search' },
    another: { zh: '另一份挂失', en: 'Another report' },
    others: { zh: '此账户的其他挂失', en: 'Other reports of this account' },
    today: { zh: '今天可以办理', en: 'What can be done today' },
    nothing: { zh: '这份挂失今天没有可办理的事项。', en: 'Nothing can be done about this report today.' },
    act: {
      confirm: { zh: '书面确认', en: 'Confirm in writing' },
      cancel: { zh: '解除挂失（解挂）', en: 'Cancel the report' },
      reissue: { zh: '补卡', en: 'Issue a new card' },
      'renew-password': { zh: '设置新密码', en: 'Set the new password' },
      'take-back': { zh: '撤销误挂', en: 'Take back (made by mistake)' },
      'add-reference': { zh: '记入医保确认号', en: 'Add department number' },
      'correct-reference': { zh: '更正医保确认号', en: 'Correct department number' },
    },
    obstacle: {
      'no-visit': {
        zh: '须持卡人本人到柜台办理；请先按 {key} 识别客户。',
        en: 'The holder must be at the counter for this; open their visit with {key} first.',
      },
      'other-visit': {
        zh: '当前客户不是这位持卡人；请结束当前办理，再按 {key} 识别持卡人。',
        en: "The current customer is not this holder; finish that visit and open the holder's with {key}.",
      },
    },
    papers: { zh: '这份挂失的单据', en: 'Papers of this report' },
    reprint: { zh: '补打最近的单据', en: 'Reprint latest' },
    noPapers: { zh: '这份挂失还没有单据。', en: 'No documents have been made for this report yet.' },
    toVisit: { zh: '识别持卡人', en: "Open the holder's visit" },
    cancelFound: { zh: '卡已找到，持卡人本人在场。', en: 'The card has been found and the holder is here in person. ' },
    cancelStep: {
      prove: { zh: '持卡人在客户窗口输入密码。', en: "The holder enters the password at the customer's window. " },
      second: { zh: '主管授权。', en: 'A supervisor authorises. ' },
    },
    cancelAfter: { zh: '解除后立即恢复支付。', en: 'Payments are then possible again at once.' },
    cancelNow: { zh: '解除挂失', en: 'Cancel the report' },
    askPin: { zh: '请持卡人输入密码', en: 'Ask the holder for the password' },
    secondCancel: {
      zh: '主管核对持卡人本人、身份证和找回的卡后授权。',
      en: 'The supervisor checks the holder, the ID card and the card that was found, then authorises.',
    },
    newCard: { zh: '新卡号', en: 'New card number' },
    newInsuranceNumber: { zh: '新医保编号', en: 'New insurance number' },
    feeClass: { zh: '工本费（元）', en: 'Fee (yuan)' },
    fee: {
      standard: { zh: '标准', en: 'Standard' },
      reduced: { zh: '优惠', en: 'Reduced' },
      exempt: { zh: '免收', en: 'Exempt' },
    },
    toSecond: { zh: '请主管授权', en: 'Ask a supervisor to authorise' },
    secondReissue: {
      zh: '主管核对持卡人本人、身份证和新卡号后授权；旧卡从此不能再用。',
      en: 'The supervisor checks the holder, the ID card and the new card number, then authorises; the old card can never be used again.',
    },
    reissueNow: { zh: '补卡', en: 'Issue the new card' },
    takeBackReason: { zh: '误挂的原因', en: 'Reason for the mistake' },
    takeBackHint: {
      zh: '写入办理记录；原挂失不删除',
      en: 'Recorded on the timeline; the report itself is not deleted',
    },
    takeBackReasons: {
      'holder-says-no': { zh: '持卡人核对后表示挂失内容有误', en: 'The holder says the report is not right' },
    },
    declined: {
      zh: '持卡人在客户窗口表示挂失内容有误。请问明情况，撤销这份误挂后重新登记；撤销之前止付继续有效。',
      en: "The holder says at the customer's window that the report is not right. Ask what is wrong, take the report back and make a new one. Until then debits stay stopped.",
    },
    declinedLate: {
      zh: '持卡人在客户窗口表示挂失内容有误。这份挂失已不能撤销误挂，请问明情况后办理解除挂失。',
      en: "The holder says at the customer's window that the report is not right. It can no longer be taken back: ask what is wrong, then cancel it.",
    },
    secondTakeBack: {
      zh: '主管问明误挂的原因，核对挂失编号后授权。',
      en: 'The supervisor asks how the mistake was made and checks the report number, then authorises.',
    },
    takeBackNow: { zh: '撤销误挂', en: 'Take it back' },
    save: { zh: '记入', en: 'Add' },
    correctedNumber: { zh: '正确的编号', en: 'Correct number' },
    correctionReason: { zh: '更正的理由', en: 'Reason for the correction' },
    secondCorrection: {
      zh: '主管对照医保部门的回执核对正确的编号后授权。',
      en: "The supervisor checks the correct number against the department's reply, then authorises.",
    },
    correctNow: { zh: '更正编号', en: 'Correct the number' },
    done: {
      cancel: {
        zh: '挂失已解除，已恢复支付。请打印回单。',
        en: 'The report has been cancelled and payments are possible again. Print the receipt.',
      },
      reissue: {
        zh: '新卡已启用，旧卡永久停用。请打印回单。',
        en: 'The new card is active and the old one can never be used again. Print the receipt.',
      },
      'take-back': {
        zh: '误挂已撤销，卡和密码恢复到挂失前的状态。',
        en: 'The report has been taken back; card and password are as they were before it.',
      },
      'add-reference': { zh: '医保确认号已记入。', en: 'The department number has been added.' },
      'correct-reference': {
        zh: '医保确认号已更正，原编号保留在记录中。',
        en: 'The department number has been corrected; the original stays on record.',
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
    missedSince: { zh: '发现丢失时间', en: 'Missing since' },
    lostFrom: { zh: '止付时间', en: 'Debits stopped from' },
    lapsesOn: { zh: '有效期至', en: 'Valid until' },
    reissueFrom: { zh: '可补卡日', en: 'New card from' },
    renewFrom: { zh: '可设新密码日', en: 'New password from' },
    fee: { zh: '工本费（元）', en: 'Fee (yuan)' },
    reference: { zh: '医保确认号', en: 'Department number' },
    at: { zh: '时间', en: 'Time' },
    event: { zh: '办理', en: 'Step' },
    by: { zh: '经办 / 授权', en: 'Clerk / authorised by' },
    clock: { zh: '系统', en: 'system' },
    holderSelf: { zh: '持卡人本人', en: 'the holder' },
    holderOnline: { zh: '持卡人本人（网上）', en: 'the holder, online' },
    holderByTelephone: { zh: '持卡人本人（电话）', en: 'the holder, by telephone' },
    timelineOf: { zh: '{number} 的办理记录', en: 'Timeline of {number}' },
    channel: {
      counter: { zh: '柜台', en: 'counter' },
      telephone: { zh: '电话', en: 'telephone' },
      online: { zh: '网上', en: 'online' },
    },
    status: {
      reported: { zh: '口头挂失中', en: 'reported orally' },
      waiting: { zh: '挂失中', en: 'in force' },
      lapsed: { zh: '已失效', en: 'lapsed' },
      superseded: { zh: '已被取代', en: 'superseded' },
      cancelled: { zh: '已解除', en: 'cancelled' },
      reissued: { zh: '已补卡', en: 'new card issued' },
      renewed: { zh: '密码已重置', en: 'password renewed' },
      'taken-back': { zh: '误挂，已撤销', en: 'taken back (made by mistake)' },
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
      'reference-added': { zh: '记入医保确认号', en: 'Department number added' },
      'reference-corrected': { zh: '更正医保确认号', en: 'Department number corrected' },
      'taken-back': { zh: '撤销误挂', en: 'Taken back (made by mistake)' },
      reinstated: { zh: '恢复有效（后一份误挂已撤销）', en: 'In force again (later report taken back)' },
    },
  },
  final: {
    cancel: {
      zh: '将解除{name}的卡 {card} 的挂失 {number}：立即恢复支付。',
      en: 'Loss report {number} on card {card} of {name} will be cancelled: payments are possible again at once.',
    },
    reissue: {
      zh: '将为{name}补卡：新卡 {newCard} 启用，旧卡 {card} 永久作废，工本费 {fee}。',
      en: '{name} will be issued new card {newCard}; old card {card} can never be used again; the fee is {fee}.',
    },
    takeBack: {
      card: {
        zh: '将撤销{name}的卡 {card} 的误挂 {number}：卡恢复到挂失前的状态，其间被拒绝的支付不再补记。',
        en: 'Loss report {number} on card {card} of {name}, made by mistake, will be taken back: the card will be as it was before. Payments declined in the meantime stay declined.',
      },
      password: {
        zh: '将撤销{name}的卡 {card} 密码的误挂 {number}：原密码恢复使用。',
        en: 'Loss report {number} on the password of card {card} of {name}, made by mistake, will be taken back: the password will be as it was before.',
      },
      both: {
        zh: '将撤销{name}的卡 {card} 及其密码的误挂 {number}：卡和密码恢复到挂失前的状态，其间被拒绝的支付不再补记。',
        en: 'Loss report {number} on card {card} of {name} and its password, made by mistake, will be taken back: both will be as they were before. Payments declined in the meantime stay declined.',
      },
    },
    correction: {
      zh: '将把挂失 {number} 的医保确认号由 {was} 更正为 {reference}，原编号保留在记录中。',
      en: 'The department number of report {number} will be changed from {was} to {reference}; the original stays on record.',
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    followUp: typeof followUpWords;
  }
}
