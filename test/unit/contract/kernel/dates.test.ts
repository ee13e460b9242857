/** Business dates by day number, without a time zone (docs/rules.md 6). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  ageOn,
  businessDate,
  fromCompactDate,
  fromCompactTime,
  isBusinessDate,
  localTime,
  monthEnd,
  monthStart,
  type Instant,
} from '../../../../electron/contract/kernel/dates.ts';

const date = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays(businessDate('1900-01-01'), days));

test.each(['2024-02-29', '2000-02-29', '2023-12-31', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
  expect(isBusinessDate(text)).toBe(true);
});

test.each([
  '2023-02-29',
  '1900-02-29',
  '2100-02-29',
  '2024-04-31',
  '2024-13-01',
  '2024-00-10',
  '2024-01-00',
  '2024-1-1',
  '24-01-01',
  '2024/01/01',
  '2024-01-01T00:00',
  ' 2024-01-01',
  '２０２４-01-01',
  '',
  '-001-01-01',
])('%j does not', (text) => {
  expect(isBusinessDate(text)).toBe(false);
  expect(() => businessDate(text)).toThrow(RangeError);
});

test('adding days and taking them away again leads back, and never past a month of 31', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
      const later = addDays(day, days);
      expect(addDays(later, -days)).toBe(day);
      expect(later > day).toBe(days > 0);
      expect((Date.parse(later) - Date.parse(day)) / 86_400_000).toBe(days);
    }),
  );
});

test('a month ends the day before the next begins', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -40, max: 40 }), (day, months) => {
      expect(addDays(monthEnd(day), 1)).toBe(monthStart(day, 1));
      expect(monthStart(monthStart(day, months), -months)).toBe(monthStart(day));
      expect(monthStart(day) <= day && day <= monthEnd(day)).toBe(true);
    }),
  );
  expect(monthEnd(businessDate('2024-02-01'))).toBe('2024-02-29');
  expect(monthEnd(businessDate('2023-02-28'))).toBe('2023-02-28');
  expect(monthStart(businessDate('2024-01-31'), -1)).toBe('2023-12-01');
  expect(monthStart(businessDate('2024-12-31'), 1)).toBe('2025-01-01');
});

test('age goes up on the birthday, for the 29th of February on the 1st of March of a common year', () => {
  const born = businessDate('2000-02-29');
  expect(ageOn(born, businessDate('2001-02-28'))).toBe(0);
  expect(ageOn(born, businessDate('2001-03-01'))).toBe(1);
  expect(ageOn(born, businessDate('2004-02-29'))).toBe(4);
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 100 }), (birth, years) => {
      fc.pre(!birth.endsWith('02-29'));
      const birthday = businessDate(`${Number(birth.slice(0, 4)) + years}${birth.slice(4)}`);
      expect(ageOn(birth, birthday)).toBe(years);
      expect(ageOn(birth, addDays(birthday, -1))).toBe(years - 1);
    }),
  );
});

test('the compact forms of the files', () => {
  expect(fromCompactDate('20240229')).toBe('2024-02-29');
  for (const text of ['20230229', '2024022', '202402290', '2024-2-9', '２０２４０２２９', '']) {
    expect(fromCompactDate(text)).toBeNull();
  }
  expect(fromCompactTime('20240203101500')).toBe('2024-02-03 10:15:00');
  expect(fromCompactTime('20240203235959')).toBe('2024-02-03 23:59:59');
  for (const text of ['20240203240000', '20240203106000', '20240203101560', '20230229101500', '20240203', '']) {
    expect(fromCompactTime(text)).toBeNull();
  }
});

test('the wall clock of the office, whatever zone the machine is in', () => {
  expect(localTime(Date.UTC(2024, 1, 28, 16, 30) as Instant, 'Asia/Shanghai')).toBe('2024-02-29 00:30:00');
  expect(localTime(0 as Instant, 'UTC')).toBe('1970-01-01 00:00:00');
});
