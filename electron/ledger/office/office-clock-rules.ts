/**
 * What an office takes for now (docs/rules.md 3, 'Whose days'): the wall clock of its time zone, or, where it was made
 * to live by its books, the business date with the wall clock's time of day. The clock and day of everything but a
 * posting come from here.
 */
import { businessDate, localTime, type BusinessDate, type Instant } from '../../contract/kernel/dates.ts';
import type { LivesBy } from '../../contract/kernel/vocabulary.ts';

export interface ClockedOffice {
  readonly livesBy: LivesBy;
  readonly businessDate: BusinessDate;
  readonly timeZone: string;
}

/** `YYYY-MM-DD HH:MM:SS`. */
export function officeTime({ livesBy, businessDate: open, timeZone }: ClockedOffice, at: Instant): string {
  const wallClock = localTime(at, timeZone);
  return livesBy === 'books' ? `${open}${wallClock.slice(10)}` : wallClock;
}

/** A day that is over and still open: entries of today would be posted on it. */
export interface PastDay {
  readonly day: BusinessDate;
  readonly today: BusinessDate;
}

/** Null while the books are at today's day or ahead of it, and always in an office by its books. */
export function pastDayOpen(office: ClockedOffice, at: Instant): PastDay | null {
  const today = officeDay(office, at);
  return office.businessDate < today ? { day: office.businessDate, today } : null;
}

/** The day of `officeTime`. */
export function officeDay(office: ClockedOffice, at: Instant): BusinessDate {
  return businessDate(officeTime(office, at).slice(0, 10));
}
