/** What stands on every page of the holder's web: the frame, the fields, what is wrong with them, kinds and states. */
import type { WordPairs } from '../shared/words/word-pairs.ts';

export const frameWords = {
  service: { zh: '医保卡网上服务', en: 'Medical insurance card online' },
  skip: { zh: '跳到正文', en: 'Skip to the page itself' },
  language: { zh: 'English', en: '中文' },
  signedIn: { zh: '已登录：{name}', en: 'Signed in: {name}' },
  known: { zh: '已验证：{name}', en: 'Confirmed: {name}' },
  signOut: { zh: '退出', en: 'Sign out' },
  home: { zh: '我的账户', en: 'My account' },
  back: { zh: '返回', en: 'Back' },
  start: { zh: '回到首页', en: 'Go to the start page' },
  footer: {
    zh: '银行不会打电话或发短信向您索要密码或验证码。',
    en: 'The bank never calls or writes to ask you for a password or a code.',
  },
  /** Before the number itself. */
  telephone: { zh: '客服电话：', en: 'Service line: ' },
  demo: { zh: '演示网点，人员和金额都是虚构的。', en: 'Demo office: its people and amounts are made up.' },
  print: { zh: '打印本页', en: 'Print this page' },
} satisfies WordPairs;

export const fieldWords = {
  number: { zh: '挂失编号', en: 'Report number' },
  idNumber: { zh: '身份证号码', en: 'ID number' },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '登记的手机号码', en: 'Phone number on file' },
  cardEnd: { zh: '医保卡卡号后四位', en: 'Last four digits of the card number' },
  code: { zh: '短信验证码', en: 'Code from the text message' },
  password: { zh: '登录密码', en: 'Sign-in password' },
  newPassword: { zh: '新的登录密码', en: 'New sign-in password' },
  repeated: { zh: '再输入一遍新密码', en: 'New sign-in password once more' },
} satisfies WordPairs;

export const hintWords = {
  number: { zh: '以字母 L 开头，挂失时显示过', en: 'It starts with L and was shown when you reported' },
  idNumber: { zh: '18 位，最后一位可能是 X', en: '18 characters; the last may be X' },
  name: { zh: '与身份证上一致', en: 'As on your ID card' },
  phone: { zh: '您在网点留下的手机号码', en: 'The mobile number you gave to the office' },
  cardEnd: { zh: '卡面号码的最后四位', en: 'The end of the number on the front of the card' },
  code: { zh: '六位数字，五分钟内有效', en: 'Six digits, good for five minutes' },
  newPassword: {
    zh: '至少 10 个字符。不要使用医保卡密码。',
    en: 'At least 10 characters. Do not use the password of your card.',
  },
} satisfies WordPairs;

export const faultWords = {
  title: { zh: '请改正以下内容', en: 'There is a problem' },
  prefix: { zh: '错误：', en: 'Error:' },
  differs: { zh: '两次输入的新密码不一样', en: 'The two new passwords are not the same' },
  noPasskey: {
    zh: '没有用上通行密钥。请再试一次，或改用密码。',
    en: 'The passkey was not used. Try again, or use a password.',
  },
} satisfies WordPairs;

/** Of a field that was left empty. */
export const emptyWords = {
  number: { zh: '请填写挂失编号', en: 'Enter the number of the report' },
  idNumber: { zh: '请填写身份证号码', en: 'Enter your ID number' },
  name: { zh: '请填写姓名', en: 'Enter your name' },
  phone: { zh: '请填写登记的手机号码', en: 'Enter the phone number on file' },
  cardEnd: { zh: '请填写卡号后四位', en: 'Enter the last four digits of the card number' },
  code: { zh: '请填写短信验证码', en: 'Enter the code from the text message' },
  password: { zh: '请填写登录密码', en: 'Enter your sign-in password' },
  newPassword: { zh: '请填写新的登录密码', en: 'Enter a new sign-in password' },
  repeated: { zh: '请再输入一遍新密码', en: 'Enter the new password once more' },
} satisfies WordPairs;

export const kindWords = {
  allocation: { zh: '划入', en: 'Allocation' },
  consumption: { zh: '消费', en: 'Payment' },
  void: { zh: '撤销', en: 'Void' },
  refund: { zh: '退货', en: 'Refund' },
  interest: { zh: '结息', en: 'Interest' },
  correction: { zh: '更正', en: 'Correction' },
} satisfies WordPairs;

export const lossWords = {
  object: {
    card: { zh: '卡', en: 'Card' },
    password: { zh: '密码', en: 'Password of the card' },
    both: { zh: '双挂失（卡和密码）', en: 'Card and its password' },
  },
  channel: {
    counter: { zh: '网点柜台', en: 'At the counter' },
    telephone: { zh: '电话', en: 'By telephone' },
    online: { zh: '网上', en: 'Online' },
  },
  status: {
    reported: { zh: '口头挂失中', en: 'Reported; payments are stopped' },
    waiting: { zh: '书面挂失中', en: 'Confirmed; payments are stopped' },
    lapsed: { zh: '已到期失效', en: 'Lapsed; the card pays again' },
    superseded: { zh: '已由新的挂失代替', en: 'Replaced by a later report' },
    cancelled: { zh: '已解除挂失', en: 'Ended; the card was found' },
    reissued: { zh: '已补卡', en: 'A new card was issued' },
    renewed: { zh: '密码已重置', en: 'The password was renewed' },
    'taken-back': { zh: '误挂，已撤销', en: 'Withdrawn; made by mistake' },
  },
  step: {
    reported: { zh: '登记挂失', en: 'Reported' },
    confirmed: { zh: '在网点确认（书面挂失）', en: 'Confirmed at the office' },
    'password-void': { zh: '密码作废', en: 'Password made void' },
    superseded: { zh: '由新的挂失代替', en: 'Replaced by a later report' },
    lapsed: { zh: '到期失效', en: 'Lapsed' },
    cancelled: { zh: '解除挂失', en: 'Ended; card found' },
    reissued: { zh: '补卡', en: 'New card issued' },
    'password-renewed': { zh: '密码已重置', en: 'Password renewed' },
    'reference-added': { zh: '补记医保确认号', en: 'Reference of the department added' },
    'reference-corrected': { zh: '更正医保确认号', en: 'Reference of the department corrected' },
    'taken-back': { zh: '撤销误挂', en: 'Withdrawn as a mistake' },
    reinstated: { zh: '恢复原挂失', en: 'Earlier report in force again' },
  },
} satisfies WordPairs;
