/** The fields of a request and what may be wrong with what stands in them, in the words of whoever filled them in. */
import type { Locale } from './message-kinds.ts';

type Words = readonly [chinese: string, english: string];

/** Made by the program, so nobody at a counter can put it right. */
const OWN_PART: Words = ['程序自己填写的部分', 'a part that the program fills in'];

/** By the name a field has in the request. */
const FIELDS: Readonly<Record<string, Words>> = {
  name: ['姓名或名称', 'the name'],
  code: ['编号', 'the code'],
  openingDate: ['开业日期', 'the opening date'],
  livesBy: ['营业方式（按日历或按账目）', 'by calendar or books'],
  clerks: ['柜员名单', 'the clerks'],
  role: ['岗位', 'the role'],
  password: ['密码', 'the password'],
  newPassword: ['新密码', 'the new password'],
  recoveryKey: ['恢复码', 'the recovery key'],
  pinRecoveryKey: ['密码密钥的恢复码', 'the recovery key of the card passwords'],
  first: ['第一个人', 'the first person'],
  second: ['第二个人', 'the second person'],
  other: ['另一位授权人', 'the other person'],
  authorisation: ['授权人', 'the authorising person'],
  clerkCode: ['工号', 'the clerk code'],
  to: ['截止日期或去处', 'the last day, or where to'],
  from: ['起始日期', 'the first day'],
  period: ['起止日期', 'the period'],
  kinds: ['交易种类', 'the kinds of entries'],
  largeType: ['大字版', 'large type'],
  language: ['语言', 'the language'],
  reason: ['理由', 'the reason'],
  path: ['文件位置', 'the place of the file'],
  idNumber: ['身份证号码', 'the ID number'],
  agentIdNumber: ['代办人身份证号码', "the agent's ID number"],
  card: ['卡号', 'the card number'],
  networkCheck: ['联网核查结果', 'the result of the network check'],
  secondaryDocument: ['第二种证件', 'the second document'],
  agent: ['代办人', 'the agent'],
  relation: ['与持卡人的关系', 'the relation to the holder'],
  phone: ['电话号码', 'the phone number'],
  address: ['地址', 'the address'],
  householdRegister: ['户口簿', 'the household register'],
  field: ['要显示的号码', 'the number to be shown'],
  documentNumber: ['单据编号', 'the document number'],
  printer: ['打印机', 'the printer'],
  format: ['保存的形式', 'the format'],
  verificationCode: ['验证码', 'the verification code'],
  page: ['页码', 'the page'],
  bytes: ['文件大小', 'the size of the file'],
  batchId: ['批次', 'the batch'],
  object: ['挂失对象', 'what is lost'],
  kind: ['种类', 'the kind'],
  missedSince: ['遗失时间', 'since when it is missed'],
  caller: ['来电人', 'the caller'],
  telephonePassword: ['电话密码', 'the telephone password'],
  number: ['编号', 'the number'],
  lossNumber: ['挂失编号', 'the report number'],
  newCard: ['新卡号', 'the new card number'],
  newInsuranceNumber: ['新医保编号', 'the new insurance number'],
  feeClass: ['手续费档次', 'the fee'],
  reference: ['医保确认号', "the department's number"],
  paper: ['纸张', 'the paper'],
  task: ['密码业务', 'the task'],
  pin: ['卡的密码', "the card's password"],
  decision: ['审批意见', 'the decision'],
  verb: ['所申请的业务', 'what is asked for'],
  value: ['参数的值', 'the value'],
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
  missing: ['没有填写', 'it is missing'],
  text: ['应为文字', 'it takes a text'],
  number: ['应为数字', 'it takes a number'],
  wholeNumber: ['应为整数', 'it takes a whole number'],
  yesOrNo: ['应为是或否', 'it takes yes or no'],
  list: ['应为列表', 'it takes a list'],
  several: ['应由几项内容组成', 'it is made of several details'],
  tooLong: ['最多 {limit} 个字符', 'it takes at most {limit} characters'],
  tooShort: ['至少 {limit} 个字符', 'it takes at least {limit} characters'],
  empty: ['不能为空', 'it may not be empty'],
  length: ['应为 {limit} 个字符', 'it takes exactly {limit} characters'],
  tooLarge: ['不能大于 {limit}', 'it may not be more than {limit}'],
  tooSmall: ['不能小于 {limit}', 'it may not be less than {limit}'],
  below: ['须小于 {limit}', 'it must be less than {limit}'],
  above: ['须大于 {limit}', 'it must be more than {limit}'],
  tooMany: ['最多 {limit} 项', 'it takes at most {limit} entries'],
  tooFew: ['至少 {limit} 项', 'it takes at least {limit} entries'],
  entries: ['应为 {limit} 项', 'it takes exactly {limit} entries'],
  multiple: ['应为 {limit} 的倍数', 'it takes a multiple of {limit}'],
  date: ['应为存在的日期（年-月-日）', 'it takes an existing date, year-month-day'],
  fourDigits: ['应为 4 位数字', 'it takes four digits'],
  form: ['写法不对', 'it is not written as it should be'],
  choice: ['不在可选范围之内', 'it is one of {allowed}'],
  twice: ['有一个编号出现两次', 'a code stands in it twice'],
  unknownPart: ['含有不认识的内容', 'it holds something that is not known here'],
  rule: ['不符合规定', 'it breaks a rule'],
} as const satisfies Readonly<Record<string, Words>>;

export type InputProblem = keyof typeof PROBLEMS;

/** A field's word by its path in the request, such as `clerks.0.password`; null for one without a word. */
export function fieldInWords(locale: Locale, path: string): string | null {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  const words = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  return words?.[locale === 'en' ? 1 : 0] ?? null;
}

/** What is wrong, its details still to be filled in; null for what is no problem of this list. */
export function problemInWords(locale: Locale, problem: string): string | null {
  return isInputProblem(problem) ? PROBLEMS[problem][locale === 'en' ? 1 : 0] : null;
}

export function isInputProblem(problem: unknown): problem is InputProblem {
  return typeof problem === 'string' && Object.hasOwn(PROBLEMS, problem);
}
