/** The labels of the papers about losses and PINs, each in Chinese and English, once. */
import type {
  LossChannel,
  LossKind,
  LossObject,
  LossStatus,
  NetworkCheck,
  ReissueFeeClass,
} from '../../../contract/kernel/vocabulary.ts';
import type { ChangedField } from '../../../contract/holder/holder-verbs.ts';
import type { LossPaperKind, LossPaperView } from './loss-paper-view.ts';
import type { Label } from '../../paper/paper-labels.ts';

export const TITLES: Readonly<Record<LossPaperKind, Label>> = {
  'loss-form': { zh: '个人账户挂失申请书', en: 'Personal Account Loss Report' },
  'password-receipt': { zh: '密码业务回单', en: 'Password Receipt' },
  'reissue-receipt': { zh: '补卡业务回单', en: 'Card Reissue Receipt' },
  'cancellation-receipt': { zh: '解除挂失回单', en: 'Loss Cancellation Receipt' },
  'take-back-receipt': { zh: '撤销误挂回单', en: 'Receipt of a Report Taken Back' },
  'contact-receipt': { zh: '变更联系方式回单', en: 'Change of Contact Receipt' },
  'identity-receipt': { zh: '更正登记信息回单', en: 'Correction of Details Receipt' },
  'closing-receipt': { zh: '销户回单', en: 'Account Closing Receipt' },
  'correction-receipt': { zh: '账务更正回单', en: 'Correction of an Entry Receipt' },
};

export const SECTIONS = {
  report: { zh: '挂失事项', en: 'Loss report' },
  pin: { zh: '密码业务', en: 'Password' },
  reissue: { zh: '补卡', en: 'Reissue' },
  change: { zh: '变更事项', en: 'What was changed' },
  holder: { zh: '持卡人', en: 'Holder' },
  agent: { zh: '代办人', en: 'Agent' },
  account: { zh: '账户', en: 'Account' },
  handling: { zh: '受理', en: 'Handled by' },
} as const satisfies Record<string, Label>;

export const FIELDS = {
  reportNumber: { zh: '挂失编号', en: 'Report no.' },
  journalNumber: { zh: '流水号', en: 'Journal no.' },
  reportedAt: { zh: '挂失时间', en: 'Reported at' },
  object: { zh: '挂失对象', en: 'What is lost' },
  kind: { zh: '挂失方式', en: 'Kind of report' },
  channel: { zh: '渠道', en: 'Channel' },
  status: { zh: '状态', en: 'Status' },
  missedSince: { zh: '发现丢失时间', en: 'Missing since' },
  lostFrom: { zh: '止付时间', en: 'Debits stopped from' },
  lapsesOn: { zh: '口头挂失有效期至', en: 'Valid until' },
  reissueFrom: { zh: '最早补卡日期', en: 'Earliest reissue' },
  renewFrom: { zh: '最早重设密码', en: 'New password from' },
  secondReference: { zh: '医保确认号', en: 'Department ref.' },
  fee: { zh: '工本费', en: 'Fee' },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '联系电话', en: 'Phone' },
  idType: { zh: '证件类型', en: 'ID type' },
  idNumber: { zh: '证件号码', en: 'ID number' },
  employer: { zh: '单位名称', en: 'Employer' },
  address: { zh: '联系地址', en: 'Address' },
  relation: { zh: '与持卡人关系', en: 'Relationship to holder' },
  card: { zh: '医保卡号', en: 'Medical card' },
  account: { zh: '账户', en: 'Account' },
  openedOn: { zh: '开户日期', en: 'Opened on' },
  balance: { zh: '账户余额', en: 'Balance' },
  oldCard: { zh: '原卡号', en: 'Old card' },
  newCard: { zh: '新卡号', en: 'New card' },
  newInsuranceNumber: { zh: '新医保编号', en: 'New insurance no.' },
  task: { zh: '业务种类', en: 'Task' },
  office: { zh: '网点', en: 'Office' },
  counter: { zh: '柜台', en: 'Counter' },
  clerk: { zh: '经办柜员', en: 'Clerk' },
  authorisedBy: { zh: '授权主管', en: 'Authorised by' },
  issuedAt: { zh: '打印时间', en: 'Printed at' },
  networkCheck: { zh: '联网核查结果', en: 'Network check' },
  secondDocument: { zh: '辅助证件', en: 'Second document' },
  documentSeen: { zh: '核对证件', en: 'Document seen' },
  closedOn: { zh: '销户日期', en: 'Closed on' },
  paidOut: { zh: '划付余额', en: 'Paid out' },
  payOutReference: { zh: '医保划付文号', en: 'Department ref.' },
  corrected: { zh: '被更正的序号', en: 'Entry corrected' },
  correctedAs: { zh: '更正的序号', en: 'Correction' },
  entryReference: { zh: '原流水号', en: 'Reference' },
  amount: { zh: '更正金额', en: 'Amount' },
  reason: { zh: '更正理由', en: 'Reason' },
} as const satisfies Record<string, Label>;

export const VALUE_BEFORE: Readonly<Record<ChangedField, Label>> = {
  name: { zh: '原姓名', en: 'Name before' },
  idNumber: { zh: '原证件号码', en: 'ID number before' },
  sex: { zh: '原性别', en: 'Sex before' },
  phone: { zh: '原联系电话', en: 'Phone before' },
  address: { zh: '原联系地址', en: 'Address before' },
};

export const VALUE_NOW: Readonly<Record<ChangedField, Label>> = {
  name: { zh: '现姓名', en: 'Name now' },
  idNumber: { zh: '现证件号码', en: 'ID number now' },
  sex: { zh: '性别更正', en: 'Sex corrected' },
  phone: { zh: '现联系电话', en: 'Phone now' },
  address: { zh: '现联系地址', en: 'Address now' },
};

export const SEXES = {
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
} as const satisfies Record<string, Label>;

export const OBJECTS: Readonly<Record<LossObject, Label>> = {
  card: { zh: '卡', en: 'Card' },
  password: { zh: '密码', en: 'Password' },
  both: { zh: '双挂失（卡和密码）', en: 'Card and password' },
};

export const KINDS: Readonly<Record<LossKind, Label>> = {
  oral: { zh: '口头挂失', en: 'Oral' },
  formal: { zh: '书面挂失', en: 'Formal' },
};

export const CHANNELS: Readonly<Record<LossChannel, Label>> = {
  counter: { zh: '柜台', en: 'Counter' },
  telephone: { zh: '电话', en: 'Telephone' },
  online: { zh: '网上', en: 'Online' },
};

export const STATUSES: Readonly<Record<LossStatus, Label>> = {
  reported: { zh: '口头挂失中', en: 'Reported orally' },
  waiting: { zh: '挂失中', en: 'In force' },
  lapsed: { zh: '已失效', en: 'Lapsed' },
  superseded: { zh: '已被取代', en: 'Superseded' },
  cancelled: { zh: '已解除挂失', en: 'Cancelled' },
  reissued: { zh: '已补卡', en: 'Reissued' },
  renewed: { zh: '已重设密码', en: 'Renewed' },
  'taken-back': { zh: '误挂，已撤销', en: 'Taken back' },
};

export const FEE_CLASSES: Readonly<Record<ReissueFeeClass, Label>> = {
  standard: { zh: '标准', en: 'standard' },
  reduced: { zh: '优惠', en: 'reduced' },
  exempt: { zh: '免收', en: 'exempt' },
};

export const TASKS: Readonly<Record<NonNullable<LossPaperView['password']>['task'], Label>> = {
  first: { zh: '首次设置密码', en: 'First password' },
  change: { zh: '修改密码', en: 'Password change' },
  reset: { zh: '挂失后重设密码', en: 'New password after a loss' },
  telephone: { zh: '设置电话密码', en: 'Telephone password' },
};

/** The only document of identity the counter takes (docs/rules.md 6). */
export const RESIDENT_ID: Label = { zh: '居民身份证', en: 'Resident ID card' };

/** The outcomes of the network check in words. */
export const NETWORK_CHECKS: Readonly<Record<NetworkCheck, Label>> = {
  'match-photo': { zh: '号码与姓名一致，且存在照片', en: 'Match with photo' },
  'match-no-photo': { zh: '号码与姓名一致，但不存在照片', en: 'Match without photo' },
  'name-differs': { zh: '号码存在，但与姓名不匹配', en: 'Name differs' },
  'number-unknown': { zh: '号码不存在', en: 'Number unknown' },
};

/** After article 31 of the Regulations on Savings Administration, which speaks of savings deposits. */
export const LIABILITY: Label = {
  zh: '受理挂失前，账户资金已被他人支用的，本网点不负赔偿责任（参照《储蓄管理条例》第三十一条）。',
  en: 'The bank does not compensate for money taken before this report was accepted (after the Regulations on Savings Administration, art. 31).',
};

/** The words on the line between two copies. */
export const CUT_LINE: Label = { zh: '沿此线裁开', en: 'Cut here' };

export const FOLLOW_UP: Label = {
  zh: '凭挂失编号与证件号码可查询办理进度',
  en: 'Follow up with this number and the ID number',
};

/** The copies of a form or receipt in their order. */
export const COPIES: readonly Label[] = [
  { zh: '第一联　银行留存联', en: 'Copy 1: bank' },
  { zh: '第二联　客户联', en: 'Copy 2: customer' },
];

export const DECLARATION: Label = {
  zh: '本人确认所载内容属实，并已知晓上述事项。',
  en: 'I confirm that these particulars are true and that I have understood the above.',
};

export const SIGNATURES = {
  customer: { zh: '客户签名', en: 'Customer signature' },
  agent: { zh: '代办人签名', en: 'Agent signature' },
  clerk: { zh: '经办柜员签章', en: 'Clerk signature' },
  authorising: { zh: '授权主管签章', en: 'Authorising clerk' },
  seal: { zh: '业务专用章', en: 'Branch seal' },
} as const satisfies Record<string, Label>;

export const DATE_LINE: Label = { zh: '日期', en: 'Date' };

export const NOT_THE_ORIGINAL: Label = { zh: '非原件', en: 'not the original' };
