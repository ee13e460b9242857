/**
 * Business dates are `YYYY-MM-DD` strings of the office, never JavaScript Dates; instants are UTC milliseconds
 * (docs/rules.md 6). The proleptic Gregorian calendar is worked out here by day number, so no time zone can creep in.
 */
export type BusinessDate = string & { readonly __unit: 'business date' };
/** UTC milliseconds since 1970. */
export type Instant = number & { readonly __unit: 'UTC milliseconds' };

/** Of every office: China has one time zone (docs/rules.md 6). */
export const OFFICE_TIME_ZONE = 'Asia/Shanghai';

const DATE_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_A_DAY = 86_400_000;

function utcMidnight(text: string): number | null {
  const match = DATE_FORM.exec(text);
  if (!match) return null;
  const [, year, month, day] = match.map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? at.getTime() : null;
}

/** True for a `YYYY-MM-DD` text whose date exists. */
export function isBusinessDate(text: string): text is BusinessDate {
  return utcMidnight(text) !== null;
}

/** Brands an existing date. Throws a RangeError otherwise: check operator input with `isBusinessDate` first. */
export function businessDate(text: string): BusinessDate {
  if (!isBusinessDate(text)) throw new RangeError(`not an existing date YYYY-MM-DD: ${text}`);
  return text;
}

export function isInstant(value: number): value is Instant {
  return Number.isSafeInteger(value);
}

/** Brands whole milliseconds. Throws a RangeError otherwise: that is a programmer's error. */
export function instant(milliseconds: number): Instant {
  if (!isInstant(milliseconds)) throw new RangeError(`not UTC milliseconds: ${milliseconds}`);
  return milliseconds;
}

/** `20240131` → `2024-01-31`; null when it is no existing date. The form of the department's files. */
export function fromCompactDate(text: string): BusinessDate | null {
  if (!/^\d{8}$/.test(text)) return null;
  const dashed = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return isBusinessDate(dashed) ? dashed : null;
}

/** Adds calendar days, negative ones too. */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  const midnight = utcMidnight(date);
  if (midnight === null) throw new RangeError(`not a business date: ${date}`);
  return businessDate(new Date(midnight + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10));
}

/** First day of the month that lies `months` after that of `date` (negative: before). */
export function monthStart(date: BusinessDate, months = 0): BusinessDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  return businessDate(`${year}-${String((count % 12) + 1).padStart(2, '0')}-01`);
}

export function monthEnd(date: BusinessDate): BusinessDate {
  return addDays(monthStart(date, 1), -1);
}

/** Whole years of age reached on `on`; a birthday on 29 February is reached on 1 March of a common year. */
export function ageOn(birth: BusinessDate, on: BusinessDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** `20240203101500` → `2024-02-03 10:15:00`; null when it is no existing local time. The form of POS files. */
export function fromCompactTime(text: string): string | null {
  const match = /^(\d{8})([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(text);
  const date = match?.[1] === undefined ? null : fromCompactDate(match[1]);
  return match && date ? `${date} ${match[2]}:${match[3]}:${match[4]}` : null;
}

/** Making one takes longer than all that it formats in a request. */
const clockFaces = new Map<string, Intl.DateTimeFormat>();

/** Whether the system knows the time zone. */
export function isTimeZone(name: string): boolean {
  try {
    localTime(0 as Instant, name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The office's wall clock at an instant, `YYYY-MM-DD HH:MM:SS`. */
export function localTime(at: Instant, timeZone: string): string {
  let face = clockFaces.get(timeZone);
  if (face === undefined) {
    face = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    clockFaces.set(timeZone, face);
  }
  return face.format(at);
}
