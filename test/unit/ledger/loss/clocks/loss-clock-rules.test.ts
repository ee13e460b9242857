/**
 * The clocks of losses: month ends, leap days, year ends, offices by the calendar and by their books (docs/rules.md 3).
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, businessDate, localTime, type Instant } from '../../../../../electron/contract/kernel/dates.ts';
import {
  endOfHold,
  hasLapsed,
  holdStops,
  oralEnd,
  oralLastDay,
  parseMoment,
  waitingEnds,
} from '../../../../../electron/ledger/loss/clocks/loss-clock-rules.ts';
import { officeDay, officeTime } from '../../../../../electron/ledger/office/office-clock-rules.ts';
import { lossNumber, parseLossNumber } from '../../../../../electron/ledger/numbers/loss-number.ts';

test.each([
  ['2026-11-20', '2026-11-25', '2026-11-26 00:00:00'],
  ['2024-02-25', '2024-03-01', '2024-03-02 00:00:00'],
  ['2023-02-25', '2023-03-02', '2023-03-03 00:00:00'],
  ['2024-12-28', '2025-01-02', '2025-01-03 00:00:00'],
  ['2026-04-26', '2026-05-01', '2026-05-02 00:00:00'],
])('an oral report of %s stops debits through %s', (reported, last, end) => {
  const day = oralLastDay(businessDate(reported), 5);
  expect([day, oralEnd(day)]).toEqual([last, end]);
});

test.each([
  ['2026-11-20', 7, '2026-11-27'],
  ['2024-02-22', 7, '2024-02-29'],
  ['2024-12-25', 7, '2025-01-01'],
  ['2026-11-20', 0, '2026-11-20'],
])('a formal report of %s and %i days: a new card from %s', (since, days, from) => {
  expect(waitingEnds(businessDate(since), days)).toBe(from);
});

test('a hold stops from its own second on, and no longer from the second it ends', () => {
  const hold = { from: '2024-02-10 12:00:00', until: '2024-02-16 00:00:00' };
  const at = ['2024-02-10 11:59:59', '2024-02-10 12:00:00', '2024-02-15 23:59:59', '2024-02-16 00:00:00'];
  expect(at.map((each) => holdStops(hold, each))).toEqual([false, true, true, false]);
  expect(holdStops({ ...hold, until: null }, '2099-01-01 00:00:00')).toBe(true);
});

test('an interval that would end before it begins is empty', () => {
  expect(endOfHold('2024-03-01 09:00:00', '2024-02-28 00:00:00')).toBe('2024-03-01 09:00:00');
  expect(endOfHold('2024-03-01 09:00:00', '2024-03-07 00:00:00')).toBe('2024-03-07 00:00:00');
});

test('an oral report has lapsed from the second its last day ends, and no other report ever', () => {
  const lapsesOn = businessDate('2024-02-28');
  const at = ['2024-02-28 23:59:59', '2024-02-29 00:00:00', '2025-01-01 00:00:00'];
  expect(at.map((now) => hasLapsed({ cardState: 'oral', lapsesOn }, now))).toEqual([false, true, true]);
  expect(at.map((now) => hasLapsed({ cardState: 'formal', lapsesOn }, now))).toEqual([false, false, false]);
});

test('now is the wall clock’s in an office by the calendar, however late or early its books are', () => {
  const instant = Date.UTC(2024, 2, 1, 1, 0) as Instant;
  for (const open of ['2024-02-22', '2024-03-01', '2024-03-11', '2020-01-01']) {
    const office = { livesBy: 'calendar', businessDate: businessDate(open), timeZone: 'Asia/Shanghai' } as const;
    expect([officeTime(office, instant), officeDay(office, instant)]).toEqual(['2024-03-01 09:00:00', '2024-03-01']);
  }
});

test('in an office by its books the day is theirs and the time of day the wall clock’s', () => {
  const instant = Date.UTC(2026, 10, 22, 2, 11, 12) as Instant;
  for (const open of ['2024-02-09', '2026-11-22', '2026-11-21']) {
    const office = { livesBy: 'books', businessDate: businessDate(open), timeZone: 'Asia/Shanghai' } as const;
    expect([officeTime(office, instant), officeDay(office, instant)]).toEqual([`${open} 10:11:12`, open]);
  }
});

test('an office in another zone has its own midnight, and an hour that the clocks skip is no report’s', () => {
  const instant = Date.UTC(2024, 2, 10, 6, 59, 59) as Instant;
  expect(localTime(instant, 'Asia/Shanghai')).toBe('2024-03-10 14:59:59');
  expect(localTime(instant, 'America/New_York')).toBe('2024-03-10 01:59:59');
  expect(localTime((instant + 1_000) as Instant, 'America/New_York')).toBe('2024-03-10 03:00:00');
});

test.each([
  ['2024-02-10 09:30', '2024-02-10 09:30:00'],
  [' 2024-02-10T09:30:15 ', '2024-02-10 09:30:15'],
  ['2024-02-30 09:30', null],
  ['2024-02-10 24:00', null],
  ['2024-2-10 09:30', null],
  ['10.02.2024', null],
])('the moment %j is read as %j', (text, moment) => {
  expect(parseMoment(text)).toBe(moment);
});

const numbers = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 9999 }))
  .map(([office, days, sequence]) =>
    lossNumber(String(office).padStart(4, '0'), addDays(businessDate('2000-01-01'), days), sequence),
  );

test('a report’s number is read back however it is typed', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      expect(parseLossNumber(number)).toBe(number);
      expect(parseLossNumber(` ${number.toLowerCase().replace(/(.{5})/g, '$1 ')}`)).toBe(number);
    }),
  );
});

test('one wrong digit, or two swapped, is no number', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 16 }), fc.integer({ min: 0, max: 9 }), (number, at, digit) => {
      const wrong = `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
      if (wrong !== number) expect(parseLossNumber(wrong)).toBeNull();
      const [one, two] = [number.charAt(at), number.charAt(at + 1)];
      const swapped = `${number.slice(0, at)}${two}${one}${number.slice(at + 2)}`;
      if (swapped !== number && /^\d$/.test(two)) expect(parseLossNumber(swapped)).toBeNull();
    }),
  );
});
