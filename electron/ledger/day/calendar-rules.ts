/**
 * Which day follows a business day (docs/rules.md 9): the next one that is neither a holiday nor a weekend, by the office's list of
 * holidays; without a list the next calendar day.
 */
import { addDays, type BusinessDate } from '../../contract/kernel/dates.ts';
import { isWeekend, type HolidayList } from '../office/holiday-list-rules.ts';

export function isBusinessDay({ off, worked, years }: HolidayList, day: BusinessDate): boolean {
  if (years.size === 0) return true;
  return worked.has(day) || (!off.has(day) && !isWeekend(day));
}

/** Longer than any row of days that are off; a list that leaves no business day in it is passed over. */
const MOST_DAYS_OFF = 60;

export function nextBusinessDay(list: HolidayList, day: BusinessDate): BusinessDate {
  for (let days = 1; days <= MOST_DAYS_OFF; days += 1) {
    const next = addDays(day, days);
    if (isBusinessDay(list, next)) return next;
  }
  return addDays(day, 1);
}

/** What is to be said of a list: it does not know the year of the next business day, or it ends within a month. */
export interface ListWarning {
  readonly kind: 'unknown-year' | 'ends';
  /** The year that is not in it, or the last day that is. */
  readonly on: string;
}

const WARNED_DAYS_BEFORE = 31;

/** Null for a list that goes on, and for an office without one. */
export function listWarning(list: HolidayList, day: BusinessDate): ListWarning | null {
  if (list.years.size === 0) return null;
  const next = nextBusinessDay(list, day);
  const yearOfNext = next.slice(0, 4);
  if (!list.years.has(yearOfNext)) return { kind: 'unknown-year', on: yearOfNext };
  const yearSoon = addDays(day, WARNED_DAYS_BEFORE).slice(0, 4);
  return list.years.has(yearSoon) ? null : { kind: 'ends', on: `${yearOfNext}-12-31` };
}
