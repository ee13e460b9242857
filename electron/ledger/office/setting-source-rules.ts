/** Where the default of each setting comes from, as it is told beside it (docs/rules.md). */
import type { SettingName } from './setting-rules.ts';
import type { Meaning, TextSettingName } from './text-setting-rules.ts';

function source(zh: string, en: string): Meaning {
  return { 'zh-CN': zh, en };
}

/** A rule of the office, by its section in docs/rules.md. */
function rule(section: number, zh = '本程序选定', en = 'chosen by this program'): Meaning {
  return source(`${zh}（业务规则第 ${section} 节）`, `${en} (the rules, section ${section})`);
}

const CARD_GUIDE = rule(1, '银行分行公布的用卡指南', "a bank branch's published card guide");
const SAVINGS_LAW = rule(
  3,
  '《储蓄管理条例》第三十一条与挂失实务',
  'Regulations on Savings Administration, article 31, and practice',
);
const FEES = rule(3, '补卡收费标准，各地不同', 'the table of reissue fees, which differs by city');

export const settingSources: Readonly<Record<SettingName | TextSettingName, Meaning>> = {
  printGate: CARD_GUIDE,
  printGateWarning: rule(1),
  allocationCeiling: source('本程序选定，防止录错金额', 'chosen by this program, against mistyped amounts'),
  monthEndSumTolerancePercent: source('本程序选定', 'chosen by this program'),
  visitIdleMinutes: rule(2),
  idleLockMinutes: rule(5),
  mismatchLimit: rule(2),
  mismatchMinutes: rule(2),
  oralLossDays: SAVINGS_LAW,
  reissueWaitDays: SAVINGS_LAW,
  pinResetWaitDays: rule(3),
  lossTakeBackMinutes: rule(3),
  reissueFeeStandard: FEES,
  reissueFeeReduced: FEES,
  reissueFeeExempt: FEES,
  longPrintPages: source('本程序选定', 'chosen by this program'),
  statementName: rule(
    2,
    '持卡人当面出示证件，掩码不能作证明',
    'the holder is there in person, and a masked name proves nothing',
  ),
  receiptPaper: source('本程序选定，依网点打印机而定', "chosen by this program; it depends on the office's printer"),
  pinTries: rule(4, '银行卡通行做法', 'common practice of bank cards'),
  telephonePinChange: rule(4, '医保部门向参保人公布的办法', 'as the department tells its insured'),
  pinEntrySeconds: rule(4),
  approvalMinutes: rule(5),
  passwordTries: rule(5),
  passwordLockMinutes: rule(5),
  passwordExpiryDays: rule(5),
  onlineIdleMinutes: rule(7),
  onlineSessionMinutes: rule(7),
  onlineCodeMinutes: rule(7, '短信验证码的通行做法', 'common practice of codes by SMS'),
  onlineCodeTries: rule(7, '短信验证码的通行做法', 'common practice of codes by SMS'),
  onlineCodesAPhone: rule(7),
  onlineCodesAPerson: rule(7),
  onlineFailures: rule(7),
  onlineLockMinutes: rule(7),
  onlineAddressTries: rule(7),
  telephoneNumberTries: rule(8),
  onlineWithdrawMinutes: rule(7),
  sessionHours: rule(5),
  bankName: source('空白，由网点填写', 'empty; the office fills it in'),
  queryTelephone: source('空白，由网点填写', 'empty; the office fills it in'),
  holidays: source(
    '空白，由网点按国务院办公厅每年公布的节假日安排填写（业务规则第 9 节）',
    'empty; the office fills it in from what the General Office of the State Council publishes each year (the rules, section 9)',
  ),
  dayEndHour: rule(9),
  interestDemandRate: rule(1, '空白，由网点按本行公布的利率填写', 'empty; the office fills in what its bank publishes'),
  interestCarryOverRate: rule(
    1,
    '空白，由网点按本行公布的利率填写',
    'empty; the office fills in what its bank publishes',
  ),
};
