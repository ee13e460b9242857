/** Amounts, counts, dates and durations are shown in one way, and dates are read as tellers type them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, businessDate, type Instant } from '../../../../electron/contract/kernel/dates.ts';
import { fen, parseYuan } from '../../../../electron/contract/kernel/money.ts';
import {
  readTypedDate,
  showAmount,
  showBytes,
  showCount,
  showDuration,
  showMoment,
} from '../../../../renderer/shared/display-format.ts';

test('an amount shown is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e14, max: 1e14 }), (amount) => {
      expect(parseYuan(showAmount(fen(amount)))).toEqual({ ok: true, amountFen: amount });
    }),
  );
});

test('a count keeps its digits and groups them in threes', () => {
  fc.assert(
    fc.property(fc.nat(), (count) => {
      const shown = showCount(count);
      expect(shown).toMatch(/^\d{1,3}(,\d{3})*$/);
      expect(Number(shown.replaceAll(',', ''))).toBe(count);
    }),
  );
});

test('a date is read in every form tellers type', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
      const date = addDays(businessDate('1900-01-01'), days);
      const [year = '', month = '', day = ''] = date.split('-');
      const forms = [
        date,
        year + month + day,
        `${year}/${Number(month)}/${Number(day)}`,
        `${year}.${month}.${day}`,
        `${year}年${Number(month)}月${Number(day)}日`,
        ` ${date} `,
        String(date).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      ];
      for (const form of forms) expect(readTypedDate(form)).toBe(date);
    }),
  );
});

test.each(['', '2024', '240131', '2024-01', '31.01.2024', '2024-01-31x', '1e5'])('%j is no date', (text) => {
  expect(readTypedDate(text)).toBeNull();
});

test.each([
  [0, '0:00'],
  [-5000, '0:00'],
  [1, '0:01'],
  [59_000, '0:59'],
  [760_000, '12:40'],
  [6_000_000, '100:00'],
])('%i ms is %s', (milliseconds, shown) => {
  expect(showDuration(milliseconds)).toBe(shown);
});

test('bytes are shown in the unit that fits', () => {
  expect([512, 1536, 1_572_864, 3_221_225_472].map(showBytes)).toEqual(['512 B', '1.5 kB', '1.5 MB', '3.0 GB']);
});

test("an instant is shown as the office's wall clock", () => {
  expect(showMoment(0 as Instant, 'Asia/Shanghai')).toBe('1970-01-01 08:00');
});
