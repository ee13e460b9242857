/** The office's parameters that are texts. Like the whole numbers, each is a row once somebody changed it. */
import type { Locale } from '../../contract/messages/word-pair.ts';
import { readHolidayList } from './holiday-list-rules.ts';
import { ratesFrom } from './interest-rate-rules.ts';

export type Meaning = Readonly<Record<Locale, string>>;

interface TextSettingDefinition {
  readonly default: string;
  /** Fewest and most characters. */
  readonly min: number;
  readonly max: number;
  readonly form: RegExp;
  /** Of a list: what the form alone cannot tell, and how one is written. */
  readonly allows?: (text: string) => boolean;
  readonly written?: 'list-of-holidays' | 'list-of-rates';
  readonly meaning: Meaning;
}

/** Rates with the days from which they hold. */
function rates(zh: string, en: string): TextSettingDefinition {
  const allows = (text: string): boolean => ratesFrom(text) !== null;
  const written = 'list-of-rates';
  return { default: '', min: 0, max: 600, form: /^[\d\-.; ]*$/, allows, written, meaning: { 'zh-CN': zh, en } };
}

export const textSettingDefinitions = {
  bankName: {
    default: '',
    min: 0,
    max: 40,
    form: /^(?:[\p{L}\p{N}](?:[\p{L}\p{N} ·（）()'&.-]*[\p{L}\p{N}）).])?)?$/u,
    meaning: {
      'zh-CN': '客户窗口上网点名称前的银行名称，空白则不显示',
      en: "The bank's name, shown before the office's at the customer's window; none while it is empty",
    },
  },
  queryTelephone: {
    default: '',
    min: 0,
    max: 30,
    form: /^(?:[\d+(（][\d\-() （）转]*\d)?$/,
    meaning: {
      'zh-CN': '单据上印的查询电话，空白则不印',
      en: 'Telephone for queries that papers name; they name none while it is empty',
    },
  },
  holidays: {
    default: '',
    min: 0,
    max: 600,
    form: /^[\d\-+:; ]*$/,
    allows: (text: string) => readHolidayList(text) !== null,
    written: 'list-of-holidays',
    meaning: {
      'zh-CN':
        '节假日安排，空白则每个自然日都是营业日。每年一段，用分号隔开：年份、冒号、放假的月日或起止月日，加号后为调休上班的周末，如 2026: 0101-0103 +0104',
      en: 'Holidays; every calendar day is a business day while it is empty. A part a year, with semicolons between: the year, a colon, days or spans off as month and day, and after a plus each weekend day that is worked, as in 2026: 0101-0103 +0104',
    },
  },
  interestDemandRate: rates(
    '当年资金的活期利率，空白则不计息。每档为起始日和年利率百分数，用分号隔开，如 2026-01-01 0.05; 2026-07-01 0.1',
    "Demand rate of the current year's money; no interest while it is empty. The day from which each rate holds and the rate in per cent a year, with semicolons between, as in 2026-01-01 0.05; 2026-07-01 0.1",
  ),
  interestCarryOverRate: rates(
    '历年结转资金的三个月定期利率，空白则不计息。写法与活期利率相同',
    'Three-month rate of what earlier years left; no interest while it is empty. Written as the demand rate',
  ),
} as const satisfies Readonly<Record<string, TextSettingDefinition>>;

export type TextSettingName = keyof typeof textSettingDefinitions;
export type TextSettings = { readonly [Name in TextSettingName]: string };

export function isTextSettingName(name: string): name is TextSettingName {
  return Object.hasOwn(textSettingDefinitions, name);
}

export const textSettingNames = Object.keys(textSettingDefinitions).filter(isTextSettingName);

/** The text if the setting may have it; null when it is too long or of another form. */
export function textSettingValue(name: TextSettingName, text: string): string | null {
  const { max, form, allows }: TextSettingDefinition = textSettingDefinitions[name];
  return text.length <= max && form.test(text) && (allows?.(text) ?? true) ? text : null;
}

/** How a list is written; null for a text that is none. */
export function writtenAs(name: TextSettingName): 'list-of-holidays' | 'list-of-rates' | null {
  const { written }: TextSettingDefinition = textSettingDefinitions[name];
  return written ?? null;
}

/** The stored texts over the defaults; one that is not allowed counts for nothing. */
export function textSettingsFrom(stored: ReadonlyMap<string, string>): TextSettings {
  const valueOf = (name: TextSettingName): string =>
    textSettingValue(name, stored.get(name) ?? '') ?? textSettingDefinitions[name].default;
  return {
    bankName: valueOf('bankName'),
    queryTelephone: valueOf('queryTelephone'),
    holidays: valueOf('holidays'),
    interestDemandRate: valueOf('interestDemandRate'),
    interestCarryOverRate: valueOf('interestCarryOverRate'),
  };
}
