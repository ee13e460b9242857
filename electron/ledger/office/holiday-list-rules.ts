/**
 * The holidays that an office keeps, as its setting says them: of each year the days off, and the weekend days that are worked in
 * exchange (调休). `2026: 0101-0103 0215-0223 +0104; 2027: …`; a year that is named is known whole (docs/rules.md 9).
 */
import { addDays, fromCompactDate, type BusinessDate } from '../../contract/kernel/dates.ts';

export interface HolidayList {
  readonly off: ReadonlySet<BusinessDate>;
  /** Weekend days that are worked. */
  readonly worked: ReadonlySet<BusinessDate>;
  /** The years that are named, `YYYY`. */
  readonly years: ReadonlySet<string>;
}

const PART = /^(\d{4}): *([\d+\- ]*)$/;
const TERM = /^(?:(\+)(\d{4})|(\d{4})(?:-(\d{4}))?)$/;

/** What is gathered while the text is read. */
type Gathered = { [Field in keyof HolidayList]: Set<HolidayList[Field] extends ReadonlySet<infer Of> ? Of : never> };

/**
 * Null for a text that is no list: a date that does not exist, a span that runs backwards, a year or a day named twice, or a
 * working day that is no Saturday or Sunday.
 */
export function readHolidayList(text: string): HolidayList | null {
  const list: Gathered = { off: new Set(), worked: new Set(), years: new Set() };
  if (text.trim() === '') return list;
  const parts = text.split(';').map((part) => part.trim());
  return parts.every((part) => takePart(list, part)) ? list : null;
}

function takePart(list: Gathered, part: string): boolean {
  const [, year, terms] = PART.exec(part) ?? [];
  if (year === undefined || terms === undefined || list.years.has(year)) return false;
  list.years.add(year);
  return terms
    .split(' ')
    .filter((term) => term !== '')
    .every((term) => takeTerm(list, year, term));
}

function takeTerm(list: Gathered, year: string, term: string): boolean {
  const [, plus, working, from, to] = TERM.exec(term) ?? [];
  const first = fromCompactDate(`${year}${working ?? from ?? ''}`);
  const last = to === undefined ? first : fromCompactDate(`${year}${to}`);
  if (first === null || last === null || last < first) return false;
  if (plus !== undefined && !isWeekend(first)) return false;
  const target = plus === undefined ? list.off : list.worked;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (list.off.has(day) || list.worked.has(day)) return false;
    target.add(day);
  }
  return true;
}

/** Saturday and Sunday. */
export function isWeekend(day: BusinessDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
