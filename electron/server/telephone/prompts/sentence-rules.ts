/** The sentences of the telephone's menu in both languages: each is a recording of its own (docs/server.md 7). */

interface Pair {
  readonly zh: string;
  readonly en: string;
}

export const SENTENCES = {
  welcome: { zh: '您好，这里是医保卡电话服务。', en: 'Welcome to the medical insurance card service.' },
  menu: {
    zh: '查询余额请按一，最近五笔明细请按二，挂失请按三，查询挂失进度请按四，修改卡的密码请按五，For English press nine，人工服务请按零。',
    en: 'For the balance press one. For the last five entries press two. To report the card lost press three. For the progress of a report press four. To change the card password press five. For Chinese press nine. For a person press zero.',
  },
  howToReport: {
    zh: '有电话密码请按一，没有电话密码请按二，返回请按星号键。',
    en: 'If you have a telephone password press one. If you have none press two. To go back press star.',
  },
  keyIdNumber: {
    zh: '请输入身份证号码，末位为字母的按星号键，以井号键结束。',
    en: 'Please key in the ID number, with star for the letter X, and end with the hash key.',
  },
  keyPassword: {
    zh: '请输入六位电话密码，以井号键结束。不要输入卡的密码。',
    en: 'Please key in the six digits of your telephone password and end with the hash key. Do not key in the card password.',
  },
  keyPhone: {
    zh: '请输入在银行登记的手机号，以井号键结束。',
    en: 'Please key in the phone number that the bank has on file and end with the hash key.',
  },
  keyOldPin: {
    zh: '请输入卡的原密码，以井号键结束。',
    en: 'Please key in the present card password and end with the hash key.',
  },
  keyNewPin: {
    zh: '请输入六位新密码，以井号键结束。',
    en: 'Please key in the six digits of the new card password and end with the hash key.',
  },
  keyNewPinAgain: {
    zh: '请再次输入新密码，以井号键结束。',
    en: 'Please key in the new card password again and end with the hash key.',
  },
  nothingKeyed: { zh: '没有收到您的按键。', en: 'We have not received a key.' },
  notOffered: { zh: '没有这个选项。', en: 'This key is not offered here.' },
  tooFew: { zh: '位数不够，请重新输入。', en: 'There were too few digits.' },
  tooMany: { zh: '位数过多，请重新输入。', en: 'There were too many digits.' },
  oneMoment: { zh: '请稍候。', en: 'One moment please.' },
  idNumberWrong: { zh: '身份证号码有误。', en: 'This is not a valid ID number.' },
  notProven: {
    zh: '身份证号码与电话密码不符，或电话密码已锁定。忘记或已锁定的，请持身份证到柜台办理。',
    en: 'The ID number and the telephone password do not agree, or the password is locked. If it is locked or forgotten, please come to a counter with the ID card.',
  },
  notOnFile: {
    zh: '身份证号码与登记的手机号不符。',
    en: 'The ID number and the phone number do not agree with what is on file.',
  },
  proveAgain: { zh: '已超时，请重新验证。', en: 'Your session has ended. Please identify yourself again.' },
  youKeyedIdNumber: { zh: '您输入的身份证号码是', en: 'You keyed in the ID number' },
  youKeyedPhone: { zh: '手机号是', en: 'and the phone number' },
  confirmReport: {
    zh: '确认挂失请按一，卡将立即停止支付；不挂失请按二。',
    en: 'To report the card lost press one, and its payments stop at once. To leave it as it is press two.',
  },
  reported: {
    zh: '挂失已登记，卡已停止支付。挂失编号是',
    en: 'The loss is reported and payments have stopped. The report number is',
  },
  onceMore: { zh: '再报一遍', en: 'Once more' },
  lapsesOn: { zh: '口头挂失有效至', en: 'The report lapses at the end of' },
  unlessConfirmed: {
    zh: '请在此之前持身份证到柜台办理书面挂失。',
    en: 'unless it is confirmed at a counter with the ID card.',
  },
  reportedAlready: {
    zh: '这张卡已经书面挂失，一直停止支付。',
    en: 'This card has been reported lost in writing already, and its payments are stopped.',
  },
  reportNumber: { zh: '挂失编号', en: 'Report number' },
  statusReported: { zh: '口头挂失，已停止支付。', en: 'is an oral report. Payments are stopped.' },
  statusWaiting: { zh: '书面挂失，已停止支付。', en: 'is a report in writing. Payments are stopped.' },
  statusLapsed: { zh: '已经失效。', en: 'has lapsed.' },
  statusSuperseded: { zh: '已被后来的挂失取代。', en: 'was superseded by a later report.' },
  statusCancelled: { zh: '已经解除。', en: 'was cancelled.' },
  statusReissued: { zh: '已经补卡。', en: 'ended with a new card.' },
  statusRenewed: { zh: '已经设置新密码。', en: 'ended with a new password.' },
  statusTakenBack: { zh: '已经撤销。', en: 'was taken back.' },
  newCardFrom: { zh: '可以补卡的日期是', en: 'A new card can be issued from' },
  noReports: { zh: '没有挂失记录。', en: 'There are no reports.' },
  afterNumber: {
    zh: '重听请按一，用短信发送挂失编号请按二，返回请按星号键。',
    en: 'To hear it again press one. To have the report number sent to the phone on file press two. To go back press star.',
  },
  afterTold: { zh: '重听请按一，返回请按星号键。', en: 'To hear it again press one. To go back press star.' },
  numberSent: { zh: '挂失编号已发送到登记的手机。', en: 'The report number is on its way to the phone on file.' },
  numberNotSent: {
    zh: '短信没有发送，请记下挂失编号。',
    en: 'No message was sent. Please write the report number down.',
  },
  balanceOn: { zh: '截至', en: 'On' },
  balanceIs: { zh: '余额是', en: 'the balance is' },
  noEntries: { zh: '没有明细。', en: 'There are no entries.' },
  lastEntries: { zh: '最近的明细是', en: 'The last entries are' },
  allocation: { zh: '划入', en: 'allocation' },
  consumption: { zh: '消费', en: 'payment' },
  void: { zh: '消费撤销', en: 'voided payment' },
  refund: { zh: '退货', en: 'refund' },
  interest: { zh: '结息', en: 'interest' },
  correction: { zh: '更正，增加', en: 'correction, added' },
  correctionDown: { zh: '更正，减少', en: 'correction, taken off' },
  pinChanged: { zh: '卡的密码已修改。', en: 'The card password has been changed.' },
  pinWrong: { zh: '原密码不对。', en: 'The present card password was wrong.' },
  pinLocked: {
    zh: '卡的密码已锁定，请持身份证到柜台办理。',
    en: 'The card password is locked. Please come to a counter with the ID card.',
  },
  pinDifferent: { zh: '两次输入的新密码不一致。', en: 'The two new passwords were different.' },
  pinNotByTelephone: {
    zh: '电话不办理修改卡的密码，请到柜台。',
    en: 'The card password is not changed by telephone. Please come to a counter.',
  },
  pinOnlyAtCounter: {
    zh: '这张卡的密码没有设置，或已锁定、已挂失，请持身份证到柜台办理。',
    en: 'The card has no password, or it is locked or reported lost. Please come to a counter with the ID card.',
  },
  weakForm: { zh: '新密码须为六位数字。', en: 'The new password takes six digits.' },
  weakAllEqual: { zh: '新密码不能六位相同。', en: 'The new password must not repeat one digit.' },
  weakRun: { zh: '新密码不能是连续数字。', en: 'The new password must not be a run of digits.' },
  weakBirthDate: { zh: '新密码不能是出生日期。', en: 'The new password must not be the birth date.' },
  weakNumbers: {
    zh: '新密码不能取自身份证号码、手机号或卡号。',
    en: 'The new password must not be taken from the ID number, the phone number or the card number.',
  },
  weakPrevious: { zh: '新密码不能与原密码相同。', en: 'The new password must not be the present one.' },
  weakOther: { zh: '新密码不能与电话密码相同。', en: 'The new password must not be the telephone password.' },
  toPerson: { zh: '正在为您转接人工服务。', en: 'You are being connected to a person.' },
  noPerson: {
    zh: '现在没有人工服务，请到柜台办理。',
    en: 'There is nobody to connect you to. Please come to a counter.',
  },
  lostToPerson: {
    zh: '没有收到有效的按键，正在为您转接人工服务。',
    en: 'We could not understand your keys. You are being connected to a person.',
  },
  lostGoodbye: {
    zh: '没有收到有效的按键，感谢来电，再见。',
    en: 'We could not understand your keys. Thank you for calling. Goodbye.',
  },
  failedToPerson: {
    zh: '多次不符，正在为您转接人工服务。',
    en: 'This was refused several times. You are being connected to a person.',
  },
  failedGoodbye: {
    zh: '多次不符，请持身份证到柜台办理，再见。',
    en: 'This was refused several times. Please come to a counter with the ID card. Goodbye.',
  },
  troubleToPerson: {
    zh: '暂时不能办理，正在为您转接人工服务。',
    en: 'This cannot be done at the moment. You are being connected to a person.',
  },
  troubleGoodbye: {
    zh: '暂时不能办理，请稍后再拨，再见。',
    en: 'This cannot be done at the moment. Please call again later. Goodbye.',
  },
} as const satisfies Readonly<Record<string, Pair>>;

export type SentenceName = keyof typeof SENTENCES;
