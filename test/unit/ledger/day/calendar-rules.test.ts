/** The day after a business day, by weekends, holidays and the weekends worked for them (docs/rules.md 9). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { DEMO_HOLIDAYS } from '../../../../electron/contract/office/demo-holidays.ts';
import { isBusinessDay, listWarning, nextBusinessDay } from '../../../../electron/ledger/day/calendar-rules.ts';
import { readHolidayList, type HolidayList } from '../../../../electron/ledger/office/holiday-list-rules.ts';

function list(text: string): HolidayList {
  const read = readHolidayList(text);
  if (read === null) throw new Error(`no list: ${text}`);
  return read;
}
const demo = list(DEMO_HOLIDAYS);
const day = businessDate;

test('without a list the next calendar day is a business day, leap days and year ends too', () => {
  const next = (from: string) => nextBusinessDay(list(''), day(from));
  expect(['2024-02-28', '2024-02-29', '2024-12-31', '2026-05-01'].map(next)).toEqual([
    '2024-02-29',
    '2024-03-01',
    '2025-01-01',
    '2026-05-02',
  ]);
});

describe('the published arrangement of 2026', () => {
  test.each([
    ['2025-12-31', '2026-01-04', 'New Year, and the Sunday worked after it'],
    ['2026-01-09', '2026-01-12', 'a weekend'],
    ['2026-02-13', '2026-02-14', 'the Saturday worked before the Spring Festival'],
    ['2026-02-14', '2026-02-24', 'nine days of Spring Festival'],
    ['2026-02-27', '2026-02-28', 'the Saturday worked after it'],
    ['2026-04-03', '2026-04-07', 'Tomb-Sweeping Day'],
    ['2026-04-30', '2026-05-06', 'Labour Day'],
    ['2026-05-08', '2026-05-09', 'the Saturday worked for it'],
    ['2026-06-18', '2026-06-22', 'Dragon Boat'],
    ['2026-09-18', '2026-09-20', 'the Sunday worked before the National Day'],
    ['2026-09-24', '2026-09-28', 'Mid-Autumn'],
    ['2026-09-30', '2026-10-08', 'the National Day'],
    ['2026-10-09', '2026-10-10', 'the Saturday worked after it'],
  ])('%s is followed by %s: %s', (from, to) => {
    expect(nextBusinessDay(demo, day(from))).toBe(to);
  });

  test('it has as many business days as were published', () => {
    const all = Array.from({ length: 365 }, (_, index) => addDays(day('2026-01-01'), index));
    // 261 weekdays, 19 of them off, 6 days of weekends worked.
    expect(all.filter((each) => isBusinessDay(demo, each))).toHaveLength(248);
  });
});

test('a list that does not know the next year is said, and so is one that ends within a month', () => {
  expect(listWarning(list(''), day('2026-12-31'))).toBeNull();
  expect(listWarning(demo, day('2026-11-30'))).toBeNull();
  expect(listWarning(demo, day('2026-12-01'))).toEqual({ kind: 'ends', on: '2026-12-31' });
  expect(listWarning(demo, day('2026-12-30'))).toEqual({ kind: 'ends', on: '2026-12-31' });
  expect(listWarning(demo, day('2026-12-31'))).toEqual({ kind: 'unknown-year', on: '2027' });
  expect(nextBusinessDay(demo, day('2026-12-31'))).toBe('2027-01-01');
  expect(nextBusinessDay(demo, day('2027-01-01'))).toBe('2027-01-04');
});

test('a list that leaves no business day is passed over', () => {
  expect(nextBusinessDay(list('2026: 0101-1231'), day('2026-03-03'))).toBe('2026-03-04');
});

test.each([
  '2026',
  '2026: 0230',
  '2026: 0103-0101',
  '2026: 0101 0101',
  '2026: 0101-0105 0103',
  '2026: +0105',
  '2026: 0104 +0104',
  '2026: 0101; 2026: 0501',
  '2026: 0101;',
  '26: 0101',
  '2026: 01-01',
])('%j is no list', (text) => {
  expect(readHolidayList(text)).toBeNull();
});

test('the next business day lies ahead, is one, and none lies between', () => {
  const from = fc.integer({ min: 0, max: 1_000 }).map((days) => addDays(day('2024-06-01'), days));
  const check = (start: ReturnType<typeof day>) => {
    const next = nextBusinessDay(demo, start);
    expect(next > start && isBusinessDay(demo, next)).toBe(true);
    for (let between = addDays(start, 1); between < next; between = addDays(between, 1)) {
      expect(isBusinessDay(demo, between)).toBe(false);
    }
  };
  fc.assert(fc.property(from, check));
});
