/** What each of the holder's pages says. Short sentences, no words of the trade: who reads them may be frightened. */
import type { WordPairs } from '../shared/words/word-pairs.ts';

export const startWords = {
  title: { zh: '医保卡网上服务', en: 'Your medical insurance card' },
  lost: { zh: '我的卡丢了', en: 'I have lost my card' },
  lostHint: {
    zh: '挂失后，这张卡马上不能再付款。不用登录，三分钟左右办好。',
    en: 'Once you report it, nobody can pay with it. No sign-in needed; about three minutes.',
  },
  need: {
    zh: '请准备好：身份证号码，以及在网点登记的手机。',
    en: 'You need your ID number and the phone you registered with the office.',
  },
  other: { zh: '其他服务', en: 'Other services' },
  followUp: { zh: '查询挂失进度', en: 'Follow up a report' },
  signIn: { zh: '登录，查看余额和明细', en: 'Sign in to see balance and payments' },
  register: { zh: '首次使用，先注册', en: 'Register for the first time' },
  elsewhere: {
    zh: '也可以打客服电话，或到任一网点办理。',
    en: 'You can also call the service line or go to any office.',
  },
} satisfies WordPairs;

export const whoWords = {
  report: {
    title: { zh: '挂失医保卡：您是谁', en: 'Report your card lost: who are you?' },
    lead: {
      zh: '别着急。核对身份后，我们向登记的手机发送验证码。',
      en: 'Take your time. When we know who you are, we send a code to the phone on file.',
    },
  },
  'follow-up': {
    title: { zh: '查询挂失进度', en: 'Follow up a report' },
    lead: {
      zh: '输入挂失编号和您的身份信息，我们向登记的手机发送验证码。',
      en: 'Give the number of the report and who you are. We send a code to the phone on file.',
    },
  },
  register: {
    title: { zh: '注册网上服务', en: 'Register' },
    lead: {
      zh: '注册后可以查看余额和明细。重新注册会取代原来的登录方式。',
      en: 'Once registered you can see balance and payments. Registering again replaces your earlier sign-in.',
    },
  },
  submit: { zh: '发送验证码', en: 'Send me a code' },
  noPhone: {
    zh: '手机也丢了，或号码已更换？请打客服电话，或带身份证到任一网点挂失。',
    en: 'Phone lost too, or number changed? Call the service line, or go to any office with your ID card.',
  },
} satisfies WordPairs;

export const codeWords = {
  title: { zh: '输入短信验证码', en: 'Enter the code' },
  lead: {
    zh: '如果资料与登记的一致，验证码已经发到登记的手机。',
    en: 'If what you entered agrees with what is on file, a code is on its way to the phone on file.',
  },
  late: { zh: '没有收到？请等一分钟，再重新填写。', en: 'No message? Wait a minute, then start again.' },
  again: { zh: '重新填写', en: 'Start again' },
  submit: { zh: '继续', en: 'Continue' },
} satisfies WordPairs;

export const confirmWords = {
  title: { zh: '确认挂失', en: 'Report this card lost' },
  card: { zh: '医保卡', en: 'Card' },
  holder: { zh: '持卡人', en: 'Holder' },
  happens: { zh: '挂失后会怎样', en: 'What will happen' },
  stops: {
    zh: '从现在起，这张卡不能再付款；资金划入不受影响。',
    en: 'From now on nobody can pay with this card; money paid in still arrives.',
  },
  lapsesOn: {
    zh: '本次挂失保留到 {date} 24:00。请在此之前带身份证到任一网点办理书面挂失，否则自动失效，卡又可以付款。',
    en: 'The report holds until {date}, 24:00. Go to an office with your ID card before then, or it ends by itself and the card pays again.',
  },
  submit: { zh: '挂失这张卡', en: 'Report the card lost' },
  found: { zh: '卡找到了，不挂失', en: 'I have found it; do not report' },
} satisfies WordPairs;

export const reportedWords = {
  title: { zh: '已挂失，这张卡不能再付款了', en: 'Reported: nobody can pay with this card now' },
  number: { zh: '您的挂失编号', en: 'Your report number' },
  until: { zh: '保留到 {date} 24:00', en: 'It holds until {date}, 24:00' },
  next: { zh: '接下来', en: 'What to do next' },
  keep: { zh: '记下编号，或保存、打印凭证。', en: 'Note the number, or save or print the voucher.' },
  office: {
    zh: '在 {date} 24:00 之前，带身份证到任一网点办理书面挂失。',
    en: 'Before {date}, 24:00, go to any office with your ID card and confirm the report.',
  },
  follow: { zh: '用编号随时可以查询进度。', en: 'You can follow it up with its number at any time.' },
  voucher: { zh: '保存凭证（PDF）', en: 'Save the voucher (PDF)' },
  details: { zh: '查看这份挂失', en: 'See this report' },
} satisfies WordPairs;

export const reportWords = {
  title: { zh: '挂失进度', en: 'Your report' },
  number: { zh: '挂失编号', en: 'Number' },
  status: { zh: '状态', en: 'State' },
  what: { zh: '挂失对象', en: 'Reported lost' },
  card: { zh: '医保卡', en: 'Card' },
  how: { zh: '挂失方式', en: 'Reported' },
  reportedAt: { zh: '挂失时间', en: 'On' },
  lapsesOn: { zh: '保留到', en: 'Holds until' },
  dayEnd: { zh: '{date} 24:00', en: '{date}, 24:00' },
  reissueFrom: { zh: '可补卡日期', en: 'New card from' },
  timeline: { zh: '办理记录', en: 'What has happened' },
  at: { zh: '时间', en: 'Time' },
  step: { zh: '办理', en: 'Step' },
  next: {
    reported: {
      zh: '请在到期前带身份证到任一网点办理书面挂失。',
      en: 'Go to any office with your ID card before it ends, and confirm the report.',
    },
    waiting: {
      zh: '到可补卡日期后，带身份证到网点补办新卡。',
      en: 'From the day given, go to an office with your ID card for a new card.',
    },
    over: { zh: '这份挂失已经结束。', en: 'This report has ended.' },
  },
  withdraw: { zh: '误挂了，撤销', en: 'Withdraw it: made by mistake' },
  withdrawLeft: {
    zh: '{minutes} 分钟内还可以在这里撤销。',
    en: 'It can be withdrawn here for {minutes} more minutes.',
  },
} satisfies WordPairs;

export const withdrawWords = {
  title: { zh: '撤销这份挂失吗', en: 'Withdraw this report?' },
  lead: {
    zh: '只在误挂时撤销：卡就在您手里。撤销后，这张卡马上又可以付款。',
    en: 'Only if you made it by mistake and have the card in your hand. Anyone holding the card can then pay with it again.',
  },
  submit: { zh: '撤销误挂', en: 'Withdraw the report' },
  keep: { zh: '不撤销', en: 'Keep it' },
} satisfies WordPairs;

export const signInWords = {
  title: { zh: '登录', en: 'Sign in' },
  submit: { zh: '用密码登录', en: 'Sign in with the password' },
  passkey: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
  passkeyHint: {
    zh: '用手机或电脑的指纹、人脸或锁屏密码。',
    en: 'With the fingerprint, face or screen lock of your phone or computer.',
  },
  or: { zh: '或者用密码', en: 'Or with a password' },
  lost: { zh: '卡丢了？不用登录就能挂失', en: 'Lost your card? Report it without signing in' },
  register: { zh: '还没有注册，或忘记了密码', en: 'Not registered yet, or password forgotten' },
} satisfies WordPairs;

export const registerWords = {
  title: { zh: '设置登录方式', en: 'Choose how to sign in' },
  code: { zh: '验证码', en: 'The code' },
  passkey: { zh: '用通行密钥注册', en: 'Register with a passkey' },
  submit: { zh: '用密码注册', en: 'Register with a password' },
} satisfies WordPairs;

export const homeWords = {
  title: { zh: '我的账户', en: 'My account' },
  balance: { zh: '余额（元）', en: 'Balance (yuan)' },
  asOf: { zh: '截至 {date}', en: 'As of {date}' },
  card: { zh: '医保卡', en: 'Card' },
  state: { zh: '卡的状态', en: 'State of the card' },
  works: { zh: '可以付款', en: 'In use' },
  stopped: { zh: '已挂失，不能付款', en: 'Reported lost; payments are stopped' },
  phone: { zh: '登记的手机', en: 'Phone on file' },
  lost: { zh: '我的卡丢了', en: 'I have lost my card' },
  entries: { zh: '最近 12 个月的明细', en: 'Entries of the last 12 months' },
  totals: { zh: '上一年的合计', en: "Last year's totals" },
  login: { zh: '更改登录方式', en: 'Change how you sign in' },
  more: { zh: '更多', en: 'More' },
  reports: { zh: '我的挂失', en: 'My reports' },
  noReports: { zh: '没有挂失记录。', en: 'You have reported nothing lost.' },
  official: {
    zh: '这里不提供盖章的对账单；请带身份证和医保卡到网点打印。',
    en: 'Official statements are printed at the office, against ID card and medical card.',
  },
} satisfies WordPairs;

export const entriesWords = {
  title: { zh: '最近 12 个月的明细', en: 'Entries of the last 12 months' },
  none: { zh: '最近 12 个月没有明细。', en: 'There are no entries in the last 12 months.' },
  date: { zh: '日期', en: 'Date' },
  kind: { zh: '类型', en: 'Kind' },
  amount: { zh: '金额（元）', en: 'Amount (yuan)' },
  balance: { zh: '余额（元）', en: 'Balance (yuan)' },
  place: { zh: '地点', en: 'Place' },
  pages: { zh: '分页', en: 'Pages' },
  newer: { zh: '较新的', en: 'Newer' },
  older: { zh: '较早的', en: 'Older' },
  position: { zh: '第 {page} / {pages} 页，共 {total} 条', en: 'Page {page} of {pages}, {total} entries' },
} satisfies WordPairs;

export const totalsWords = {
  title: { zh: '{year} 年合计', en: 'Totals of {year}' },
  kind: { zh: '类型', en: 'Kind' },
  count: { zh: '笔数', en: 'Number' },
  amount: { zh: '金额（元）', en: 'Amount (yuan)' },
  none: { zh: '{year} 年没有明细。', en: 'There are no entries in {year}.' },
} satisfies WordPairs;

export const loginWords = {
  title: { zh: '更改登录方式', en: 'Change how you sign in' },
  proof: { zh: '先证明是您本人', en: 'First, show that it is you' },
  proofPasskey: { zh: '用现在的通行密钥确认', en: 'Confirm with your present passkey' },
  proven: { zh: '已确认', en: 'Confirmed' },
  needsScript: {
    zh: '您现在用通行密钥登录。更改它需要打开浏览器的 JavaScript，或带身份证到网点办理。',
    en: 'You sign in with a passkey. To change it, turn on JavaScript in your browser, or go to an office with your ID card.',
  },
  next: { zh: '以后怎样登录', en: 'From now on' },
  passkey: { zh: '改用新的通行密钥', en: 'Use a new passkey' },
  submit: { zh: '改用新的密码', en: 'Use the new password' },
  others: { zh: '其他已登录的设备', en: 'Signed in elsewhere' },
  othersLead: {
    zh: '除了这里，您的登录还在别处使用。如不是您本人，请让它们退出，再更改登录方式。',
    en: 'Your login is in use in other places too. If that is not you, sign them out, and then change how you sign in.',
  },
  since: { zh: '登录于 {time}', en: 'Since {time}' },
  lastUsed: { zh: '最近使用 {time}', en: 'last used {time}' },
  endOthers: { zh: '让其他设备退出', en: 'Sign out everywhere else' },
} satisfies WordPairs;

export const phoneWords = {
  title: { zh: '演示手机', en: 'Demo phone' },
  explain: {
    zh: '演示网点不发短信。本应发到持卡人手机的内容显示在这里，新的在上面。',
    en: "The demo office sends no messages. What would go to a holder's phone is shown here, the newest on top.",
  },
  to: { zh: '发至 {phone}', en: 'To {phone}' },
  again: { zh: '刷新', en: 'Look again' },
  none: { zh: '还没有短信。', en: 'No message has come yet.' },
} satisfies WordPairs;
