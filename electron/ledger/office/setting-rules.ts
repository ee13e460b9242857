/**
 * The office's parameters with their defaults (docs/rules.md); each is a row once somebody changed it. A setting's
 * range and meaning stand here and nowhere else: commands, refusals and screens read them from this list.
 */
import { isTextSettingName, textSettingValue, type Meaning } from './text-setting-rules.ts';

interface SettingDefinition {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly meaning: Meaning;
}

function whole(standard: number, [min, max]: readonly [number, number], zh: string, en: string): SettingDefinition {
  return { default: standard, min, max, meaning: { 'zh-CN': zh, en } };
}

/** The settings that are whole numbers; the unit of each stands in its meaning. */
export const settingDefinitions = {
  printGate: whole(
    60,
    [0, 1_000],
    '未打印明细达到此笔数时卡片停止支付，0 表示不限',
    'Unprinted entries at which a card stops paying; 0 switches the gate off',
  ),
  printGateWarning: whole(
    50,
    [0, 1_000],
    '未打印明细达到此笔数时提醒持卡人',
    'Unprinted entries from which the holder is warned',
  ),
  allocationCeiling: whole(
    1_000_000,
    [1, 100_000_000],
    '划入文件单笔上限，单位为分',
    'Largest allocation of one line, in fen',
  ),
  monthEndSumTolerancePercent: whole(
    20,
    [0, 1_000],
    '批量文件总金额与上月同类批次相差超过百分之多少时提醒授权人',
    "Per cent by which the sum of a file may differ from last month's before the second person is warned",
  ),
  visitIdleMinutes: whole(15, [1, 120], '客户办理中无操作多少分钟后自行结束', 'Idle minutes after which a visit ends'),
  idleLockMinutes: whole(5, [1, 60], '窗口无操作多少分钟后锁定', 'Idle minutes after which a window locks'),
  mismatchLimit: whole(
    5,
    [1, 20],
    '证件与卡不符（或挂失编号输错）达到此次数时锁定柜员',
    'How many wrong pairs of ID and card, or wrong loss numbers, lock a clerk',
  ),
  mismatchMinutes: whole(
    10,
    [1, 1_440],
    '不符次数在多少分钟内累计',
    'Minutes within which wrong pairs are counted together',
  ),
  oralLossDays: whole(
    5,
    [0, 30],
    '口头挂失未转为书面挂失时，在挂失当日之后第几个自然日的 24:00 失效',
    'Calendar days after its own at whose end an unconfirmed oral loss report lapses',
  ),
  reissueWaitDays: whole(
    7,
    [0, 60],
    '书面挂失后多少个自然日起可以补卡',
    'Calendar days from a formal loss report until a new card may be handed out',
  ),
  pinResetWaitDays: whole(
    0,
    [0, 60],
    '密码挂失后多少个自然日起可以设置新密码，0 表示当日',
    'Calendar days from the loss report of a password until a new one may be set; 0 the same day',
  ),
  lossTakeBackMinutes: whole(
    30,
    [0, 240],
    '误挂在登记后多少分钟内可以撤销（限当日），0 表示不可撤销',
    'Minutes within which a loss report entered by mistake is may be taken back, on its own day; 0 never',
  ),
  reissueFeeStandard: whole(
    2_000,
    [0, 100_000],
    '补卡标准工本费，单位为分，只登记不扣账户',
    'Standard reissue fee in fen, recorded and not taken from the account',
  ),
  reissueFeeReduced: whole(1_000, [0, 100_000], '补卡优惠工本费，单位为分', 'Reduced reissue fee in fen'),
  reissueFeeExempt: whole(0, [0, 100_000], '补卡免收类工本费，单位为分', 'Reissue fee of those exempt, in fen'),
  longPrintPages: whole(
    50,
    [1, 10_000],
    '单据超过多少页时，打印前先询问一次',
    'Pages above which printing a document is asked about first',
  ),
  statementName: whole(
    1,
    [0, 1],
    '对账单上的户名：1 为全名，0 为掩码（姓加星号）',
    "The holder's name on a statement: 1 whole, 0 masked",
  ),
  receiptPaper: whole(
    1,
    [0, 2],
    '回单用纸：0 为 A4（两联同页），1 为 A5，2 为 80 毫米卷纸',
    'Paper of receipts: 0 A4 with both copies, 1 A5, 2 the 80 mm roll',
  ),
  pinTries: whole(
    3,
    [1, 10],
    '卡密码或电话密码连续输错多少次锁定',
    "How many wrong tries in a row lock a card's or a telephone password",
  ),
  pinEntrySeconds: whole(
    60,
    [1, 600],
    '客户窗口等待客户输入多少秒',
    "Seconds the customer's window waits for an entry",
  ),
  telephonePinChange: whole(
    1,
    [0, 1],
    '持卡人是否可以在电话菜单里修改卡的密码：1 可以，0 不可以',
    "Whether holders may change the card's password in the telephone's menu: 1 yes, 0 no",
  ),
  approvalMinutes: whole(
    120,
    [1, 1_440],
    '授权申请在多少分钟内有效',
    'Minutes for which a request in the queue of approvals holds',
  ),
  passwordTries: whole(
    5,
    [3, 10],
    '柜员密码在一个柜台连续输错多少次锁定',
    'How many wrong passwords in a row at one counter lock a clerk',
  ),
  passwordLockMinutes: whole(
    30,
    [1, 1_440],
    '柜员密码输错锁定后多少分钟自行解除',
    'Minutes after which the lock of wrong clerk passwords ends by itself',
  ),
  passwordExpiryDays: whole(
    90,
    [0, 730],
    '柜员密码多少天后须更换，0 表示不过期',
    'Days after which a clerk has to set a new password; 0 never',
  ),
  onlineIdleMinutes: whole(
    15,
    [1, 120],
    '网上和电话办理无操作多少分钟后自行退出',
    'Idle minutes after which a holder online or a caller is signed out',
  ),
  onlineSessionMinutes: whole(
    120,
    [5, 720],
    '持卡人网上登录后最长多少分钟',
    'Minutes after which a holder who signed in online has to sign in again',
  ),
  onlineCodeMinutes: whole(5, [1, 30], '短信验证码多少分钟内有效', 'Minutes for which a code sent to a phone is good'),
  onlineCodeTries: whole(3, [1, 10], '短信验证码可输入几次', 'Tries that a code sent to a phone takes'),
  onlineCodesAPhone: whole(
    5,
    [1, 50],
    '同一手机 24 小时内最多发送几个验证码',
    'Codes that are sent to one phone in 24 hours',
  ),
  onlineCodesAPerson: whole(
    10,
    [1, 50],
    '同一证件号码 24 小时内最多申请几个验证码',
    'Codes that may be asked for one ID number in 24 hours',
  ),
  onlineFailures: whole(
    5,
    [1, 20],
    '网上办理连续失败几次后锁定该证件号码的网上入口',
    'Failures after which the online door of a person is locked',
  ),
  onlineLockMinutes: whole(
    30,
    [1, 1_440],
    '网上入口锁定多少分钟',
    'Minutes for which the online door of a person is locked',
  ),
  onlineAddressTries: whole(
    60,
    [5, 10_000],
    '同一网络地址每小时最多多少次未登录的申请',
    'Requests without a session that one network address may make in an hour',
  ),
  telephoneNumberTries: whole(
    10,
    [0, 10_000],
    '同一来电号码每小时最多几次证件号码与密码或电话不符，0 表示不限',
    'Refused tries of ID numbers that one calling number may make in an hour; 0 for no limit',
  ),
  onlineWithdrawMinutes: whole(
    30,
    [0, 240],
    '网上误报的挂失多少分钟内可由本人在同一次登录中撤回，0 表示不能',
    'Minutes within which a holder may withdraw a report made online, from the same sign-in; 0 never',
  ),
  dayEndHour: whole(
    16,
    [0, 23],
    '当日几点以后可以日终（网点时间，整点）',
    "Hour of the office's clock from which the day end of today may be made",
  ),
  sessionHours: whole(
    12,
    [1, 24],
    '一次签到最长多少小时，当日结束时也随之结束',
    'Hours after which a session ends; it ends with the day too',
  ),
} as const satisfies Readonly<Record<string, SettingDefinition>>;

export type SettingName = keyof typeof settingDefinitions;
export type Settings = { readonly [Name in SettingName]: number };

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingDefinitions, name);
}

export const settingNames = Object.keys(settingDefinitions).filter(isSettingName);

/** The whole number a person wrote, if the setting may have it; null when it is none or out of range. */
export function settingValue(name: SettingName, text: string): number | null {
  const { min, max } = settingDefinitions[name];
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : null;
}

/**
 * The stored values over the defaults. A stored value that is not allowed counts for nothing: with its default the office
 * can be worked in, and the setting be corrected.
 */
export function settingsFrom(stored: ReadonlyMap<string, string>): Settings {
  const valueOf = (name: SettingName): number =>
    settingValue(name, stored.get(name) ?? '') ?? settingDefinitions[name].default;
  // `Object.fromEntries` forgets which names there are.
  return Object.fromEntries(settingNames.map((name) => [name, valueOf(name)])) as Settings;
}

/** A row of the settings that counts for nothing: of a name there is not, or of a value the setting may not have. */
export interface UnusableSetting {
  readonly name: string;
  /** As it is stored. */
  readonly text: string;
}

export function unusableSettings(stored: ReadonlyMap<string, string>): UnusableSetting[] {
  return [...stored].flatMap(([name, text]) => (isUsable(name, text) ? [] : [{ name, text }]));
}

function isUsable(name: string, text: string): boolean {
  if (isTextSettingName(name)) return textSettingValue(name, text) !== null;
  return isSettingName(name) && settingValue(name, text) !== null;
}

/** What is wrong with it, in English as `verify` tells it. */
export function unusableWords({ name, text }: UnusableSetting): string {
  if (isTextSettingName(name)) return `setting ${name} is stored as ${text}, which it may not be; its default holds`;
  if (!isSettingName(name)) return `setting ${name} is not known; its stored value counts for nothing`;
  const { min, max, default: standard } = settingDefinitions[name];
  return `setting ${name} is stored as ${text}, which is not between ${min} and ${max}; its default ${standard} holds`;
}
