/** The auditor's own calendar: business days by a list of holidays, quarter days, and the wall clock of Shanghai. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 8 * HOUR;

export const dayOf = (at: number): string => new Date(at + ZONE).toISOString().slice(0, 10);
export const hourOf = (at: number): number => new Date(at + ZONE).getUTCHours();
export const timeOf = (at: number): string => new Date(at + ZONE).toISOString().slice(0, 19).replace('T', ' ');
export const instantOf = (day: string, hour: number): number => Date.parse(`${day}T00:00:00Z`) - ZONE + hour * HOUR;

export function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** From the first up to, not with, the last. */
export function daysBetween(from: string, before: string): string[] {
  const days: string[] = [];
  for (let day = from; day < before; day = daysFrom(day, 1)) days.push(day);
  return days;
}

export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
}

/** As a list says it; null while it says nothing of any year. */
export interface Holidays {
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
}

export function holidaysOf(text: string): Holidays {
  const [off, worked, years] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const part of text.split(';').filter((each) => each.trim() !== '')) {
    const [year = '', terms = ''] = part.trim().split(':');
    years.add(year);
    for (const term of terms.trim().split(' ').filter(Boolean)) {
      const [first = '', last = first] = term.replace('+', '').split('-');
      const date = (each: string): string => `${year}-${each.slice(0, 2)}-${each.slice(2)}`;
      for (const day of daysBetween(date(first), daysFrom(date(last), 1)))
        (term.startsWith('+') ? worked : off).add(day);
    }
  }
  return { off, worked, years };
}

/** No list of the months has so many days off in a row that the search would end. */
export function nextBusinessDay({ off, worked, years }: Holidays, day: string): string {
  let next = daysFrom(day, 1);
  while (years.size > 0 && !worked.has(next) && (off.has(next) || isWeekend(next))) next = daysFrom(next, 1);
  return next;
}

/** What a day end says of a list that does not know the next year, now or within 31 days. */
export function warningOf(list: Holidays, day: string): { kind: string; on: string } | null {
  if (list.years.size === 0) return null;
  const year = nextBusinessDay(list, day).slice(0, 4);
  if (!list.years.has(year)) return { kind: 'unknown-year', on: year };
  return list.years.has(daysFrom(day, 31).slice(0, 4)) ? null : { kind: 'ends', on: `${year}-12-31` };
}

/** The quarter days that a closing passes. */
export function quarterDays(from: string, before: string): string[] {
  return daysBetween(from, before).filter((day) => /-(03|06|09|12)-20$/.test(day));
}

/** The first day of the quarter that ends on a quarter day. */
export function quarterBegins(quarterDay: string, opened: string): string {
  const before = quarterDays(daysFrom(quarterDay, -95), quarterDay).at(-1);
  const first = before === undefined ? opened : daysFrom(before, 1);
  return first < opened ? opened : first;
}

/** The rates of a setting, in millionths a year. */
export function rateOn(text: string): (day: string) => number {
  const rates = text
    .split(';')
    .filter((each) => each.trim() !== '')
    .map((each) => each.trim().split(' '))
    .map(([from = '', percent = '']) => ({ from, millionths: Math.round(Number(percent) * 10_000) }));
  return (day) => rates.filter(({ from }) => from <= day).at(-1)?.millionths ?? 0;
}
