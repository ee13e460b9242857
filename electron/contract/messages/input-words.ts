/** The names of a request's fields, and what may be wrong with their values, as the clerk reads it. */
import { inLanguage, type Locale, type WordPair } from './word-pair.ts';

/** The program makes the value, so a clerk cannot correct it. */
const OWN_PART: WordPair = { zh: '程序自己填写的部分', en: 'a part filled in by the program' };

/** By the name a field has in the request. */
const FIELDS: Readonly<Record<string, WordPair>> = {
  name: { zh: '姓名或名称', en: 'the name' },
  code: { zh: '编号', en: 'the code' },
  openingDate: { zh: '开业日期', en: 'the opening date' },
  livesBy: { zh: '营业方式（按日历或按账目）', en: 'how the office runs (by calendar or by business day)' },
  clerks: { zh: '柜员名单', en: 'the clerks' },
  role: { zh: '岗位', en: 'the role' },
  password: { zh: '密码', en: 'the password' },
  newPassword: { zh: '新密码', en: 'the new password' },
  recoveryKey: { zh: '恢复密钥', en: 'the recovery key' },
  pinRecoveryKey: { zh: '密码密钥的恢复密钥', en: 'the recovery key of the card passwords' },
  first: { zh: '第一个人', en: 'the first person' },
  second: { zh: '第二个人', en: 'the second person' },
  other: { zh: '另一位授权人', en: 'the other person' },
  authorisation: { zh: '授权人', en: 'the authorising person' },
  clerkCode: { zh: '工号', en: 'the clerk code' },
  to: { zh: '截止日期或去处', en: 'the last day, or where to' },
  from: { zh: '起始日期', en: 'the first day' },
  period: { zh: '起止日期', en: 'the period' },
  kinds: { zh: '交易种类', en: 'the kinds of entries' },
  largeType: { zh: '大字版', en: 'large type' },
  language: { zh: '语言', en: 'the language' },
  reason: { zh: '理由', en: 'the reason' },
  path: { zh: '文件位置', en: 'the location of the file' },
  idNumber: { zh: '身份证号码', en: 'the ID number' },
  agentIdNumber: { zh: '代办人身份证号码', en: "the agent's ID number" },
  card: { zh: '卡号', en: 'the card number' },
  networkCheck: { zh: '联网核查结果', en: 'the result of the network check' },
  secondaryDocument: { zh: '辅助证件', en: 'the second document' },
  agent: { zh: '代办人', en: 'the agent' },
  relation: { zh: '与持卡人的关系', en: 'the relation to the holder' },
  phone: { zh: '电话号码', en: 'the phone number' },
  address: { zh: '地址', en: 'the address' },
  householdRegister: { zh: '户口簿', en: 'the household register' },
  sex: { zh: '性别', en: 'the sex' },
  document: { zh: '所见证件', en: 'the document seen' },
  field: { zh: '要显示的号码', en: 'the number to be shown' },
  documentNumber: { zh: '凭证编号', en: 'the document number' },
  printer: { zh: '打印机', en: 'the printer' },
  format: { zh: '保存的形式', en: 'the format' },
  verificationCode: { zh: '验证码', en: 'the verification code' },
  page: { zh: '页码', en: 'the page' },
  bytes: { zh: '文件大小', en: 'the size of the file' },
  batchId: { zh: '批次', en: 'the batch' },
  object: { zh: '挂失对象', en: 'what is lost' },
  kind: { zh: '种类', en: 'the kind' },
  missedSince: { zh: '遗失时间', en: 'since when it is missing' },
  caller: { zh: '来电人', en: 'the caller' },
  telephonePassword: { zh: '电话密码', en: 'the telephone password' },
  old: { zh: '原密码', en: 'the present password' },
  new: { zh: '新密码', en: 'the new password' },
  repeated: { zh: '再次输入的新密码', en: 'the new password again' },
  number: { zh: '编号', en: 'the number' },
  lossNumber: { zh: '挂失编号', en: 'the report number' },
  report: { zh: '挂失编号和身份证号码', en: 'the report and its ID number' },
  percent: { zh: '显示比例', en: 'the size of the window' },
  newCard: { zh: '新卡号', en: 'the new card number' },
  newInsuranceNumber: { zh: '新医保编号', en: 'the new insurance number' },
  feeClass: { zh: '工本费档次', en: 'the fee' },
  reference: { zh: '医保确认号', en: "the department's number" },
  paper: { zh: '纸张', en: 'the paper' },
  task: { zh: '密码业务', en: 'the task' },
  pin: { zh: '卡的密码', en: "the card's password" },
  decision: { zh: '授权意见', en: 'the decision' },
  verb: { zh: '所申请的业务', en: 'what is asked for' },
  value: { zh: '参数的值', en: 'the value' },
  csr: OWN_PART,
  proof: OWN_PART,
  serial: OWN_PART,
  fingerprint: OWN_PART,
  demoFolder: OWN_PART,
  recoveryKeyTyped: OWN_PART,
  dataKey: OWN_PART,
  pinKey: OWN_PART,
  operationId: OWN_PART,
  visitId: OWN_PART,
  jobId: OWN_PART,
  outcome: OWN_PART,
  failure: OWN_PART,
  intakeId: OWN_PART,
  answerId: OWN_PART,
  copyId: OWN_PART,
  asPosted: OWN_PART,
  of: OWN_PART,
  sealed: OWN_PART,
  enc: OWN_PART,
  box: OWN_PART,
  offset: OWN_PART,
  chunk: OWN_PART,
  seen: OWN_PART,
  requestId: OWN_PART,
  taskId: OWN_PART,
  typing: OWN_PART,
  step: OWN_PART,
  how: OWN_PART,
  input: OWN_PART,
};

/** `{limit}` and `{allowed}` are details of the refusal; the values allowed are the command line's own words. */
const PROBLEMS = {
  missing: { zh: '没有填写', en: 'it is missing' },
  text: { zh: '应为文字', en: 'it must be text' },
  number: { zh: '应为数字', en: 'it must be a number' },
  wholeNumber: { zh: '应为整数', en: 'it must be a whole number' },
  yesOrNo: { zh: '应为是或否', en: 'it must be yes or no' },
  list: { zh: '应为列表', en: 'it must be a list' },
  several: { zh: '应由几项内容组成', en: 'it must consist of several details' },
  tooLong: { zh: '最多 {limit} 个字符', en: 'it may have at most {limit} characters' },
  tooShort: { zh: '至少 {limit} 个字符', en: 'it must have at least {limit} characters' },
  empty: { zh: '不能为空', en: 'it may not be empty' },
  length: { zh: '应为 {limit} 个字符', en: 'it must have exactly {limit} characters' },
  tooLarge: { zh: '不能大于 {limit}', en: 'it may not be more than {limit}' },
  tooSmall: { zh: '不能小于 {limit}', en: 'it may not be less than {limit}' },
  below: { zh: '须小于 {limit}', en: 'it must be less than {limit}' },
  above: { zh: '须大于 {limit}', en: 'it must be more than {limit}' },
  tooMany: { zh: '最多 {limit} 项', en: 'it may have at most {limit} entries' },
  tooFew: { zh: '至少 {limit} 项', en: 'it must have at least {limit} entries' },
  entries: { zh: '应为 {limit} 项', en: 'it must have exactly {limit} entries' },
  multiple: { zh: '应为 {limit} 的倍数', en: 'it must be a multiple of {limit}' },
  date: { zh: '应为存在的日期（年-月-日）', en: 'it must be an existing date, year-month-day' },
  fourDigits: { zh: '应为 4 位数字', en: 'it must be four digits' },
  form: { zh: '格式有误', en: 'it is not in the right format' },
  choice: { zh: '不在可选范围之内', en: 'it must be one of {allowed}' },
  twice: { zh: '有一个编号出现两次', en: 'it contains a code twice' },
  unknownPart: { zh: '含有不认识的内容', en: 'it contains something that is not recognised' },
  rule: { zh: '不符合规定', en: 'it breaks a rule' },
} as const satisfies Readonly<Record<string, WordPair>>;

export type InputProblem = keyof typeof PROBLEMS;

/** A field's word by its path in the request, such as `clerks.0.password`; null for one without a word. */
export function fieldInWords(locale: Locale, path: string): string | null {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  const pair = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  return pair === undefined ? null : inLanguage(locale, pair);
}

/** What is wrong, its details still to be filled in; null for what is no problem of this list. */
export function problemInWords(locale: Locale, problem: string): string | null {
  return isInputProblem(problem) ? inLanguage(locale, PROBLEMS[problem]) : null;
}

export function isInputProblem(problem: unknown): problem is InputProblem {
  return typeof problem === 'string' && Object.hasOwn(PROBLEMS, problem);
}
