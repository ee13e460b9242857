/** What a record shows of a person (docs/rules.md 2), and between which instants it is searched. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTime, type Instant } from '../../../../../electron/contract/kernel/dates.ts';
import { RefusalError } from '../../../../../electron/contract/kernel/errors.ts';
import { maskedRecord } from '../../../../../electron/ledger/administration/audit/audit-mask-rules.ts';
import { spanOf } from '../../../../../electron/ledger/administration/audit/audit-time-rules.ts';
import { maskNumbers } from '../../../../../electron/ledger/numbers/masking.ts';

test.each([
  ['客户卡 6213300000000000018 丢失', '客户卡 621330*********0018 丢失'],
  ['证件11010519491231002X。', '证件110***********002X。'],
  ['回电13800138000', '回电138****8000'],
  ['a card of 18 digits: 621330000000000018', 'a card of 18 digits: 621330********0018'],
])('a number that somebody typed into a reason is masked: %s', (typed, shown) => {
  expect(maskNumbers(typed)).toBe(shown);
});

test.each([
  '010100000000018',
  'L0101202402050001K',
  'YB20240131001',
  '9f86d081884c7d659a2feaa0c55ad015',
  '20240205093000',
])('the number of an account, a report or a file stays: %s', (text) => {
  expect(maskNumbers(text)).toBe(text);
});

test('a record says whether something in it was masked', () => {
  const row = { actor: '1001', second: null, subject: '010100000000018', details: '{"reason":"核对"}' };
  expect(maskedRecord(row)).toEqual({ ...row, isMasked: false });
  const typed = { ...row, details: '{"reason":"13800138000"}' };
  expect(maskedRecord(typed)).toEqual({ ...row, details: '{"reason":"138****8000"}', isMasked: true });
});

const SHANGHAI = 'Asia/Shanghai';

test('a day is the whole day of the office, a minute the whole minute', () => {
  expect(spanOf('2024-02-05', '2024-02-05', SHANGHAI)).toEqual({
    from: Date.UTC(2024, 1, 4, 16),
    before: Date.UTC(2024, 1, 5, 16),
  });
  expect(spanOf('2024-02-05 09:30', '2024-02-05 09:30', SHANGHAI)).toEqual({
    from: Date.UTC(2024, 1, 5, 1, 30),
    before: Date.UTC(2024, 1, 5, 1, 31),
  });
  expect(spanOf(null, null, SHANGHAI)).toEqual({ from: null, before: null });
});

test('a time found again by the clock on the wall is the same instant, in every zone', () => {
  const minutes = fc.integer({ min: Date.UTC(1995, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(SHANGHAI, 'Asia/Urumqi', 'Europe/Berlin', 'UTC'), (minute, zone) => {
      const text = localTime((minute * 60_000) as Instant, zone).slice(0, 16);
      const { from } = spanOf(text, null, zone);
      // Where a clock is put back an hour comes twice: the text is met, if not the instant.
      expect(localTime(from ?? (0 as Instant), zone).slice(0, 16)).toBe(text);
    }),
  );
});

test.each([
  ['2024-02-30', null, 'DATE_INVALID'],
  ['2024-02-05 24:30', null, 'DATE_INVALID'],
  [null, '2024-13-01', 'DATE_INVALID'],
  ['0001-01-01', null, 'DATE_INVALID'],
  [null, '0001-01-01 09:30', 'DATE_INVALID'],
  [null, '9999-12-31', 'DATE_INVALID'],
  ['2024-02-06', '2024-02-05', 'PERIOD_INVALID'],
])('from %s to %s is refused as %s', (from, to, code) => {
  const refused = (): unknown => {
    try {
      return spanOf(from, to, SHANGHAI);
    } catch (error) {
      if (error instanceof RefusalError) return error.refusal.code;
      throw error;
    }
  };
  expect(refused()).toBe(code);
});
