/** Money is whole fen inside and yuan with two decimals outside; one form is understood (docs/rules.md 6). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addFen, fen, parseYuan, yuanGrouped, yuanPlain } from '../../../../electron/contract/kernel/money.ts';
import { fenSchema } from '../../../../electron/contract/kernel/value-schemas.ts';

const amount = fc
  .integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })
  .map((value) => fen(value === 0 ? 0 : value));

test.each([
  ['0', 0],
  ['0.00', 0],
  ['0.01', 1],
  ['1', 100],
  ['1.5', 150],
  ['12.34', 1234],
  ['1,234.50', 123_450],
  ['1234.50', 123_450],
  ['1,234,567', 123_456_700],
  ['-5.00', -500],
  ['007', 700],
  ['9999999999999.99', 999_999_999_999_999],
])('%j is %i fen', (text, expected) => {
  expect(parseYuan(text)).toEqual({ ok: true, amountFen: expected });
});

test.each([
  '',
  ' ',
  '.',
  '.5',
  '5.',
  '1e5',
  '-0.00',
  '-0',
  '0.005',
  '1.234,50',
  '1,23',
  '1234,567',
  '12,34.00',
  ',123',
  '1,,234',
  '+5',
  '--5',
  ' 5.00',
  '5.00 ',
  '5.00\n',
  '１００',
  '٣',
  '5,00',
  '¥5',
  '5元',
  'NaN',
  'Infinity',
  '0x10',
  '1_000',
  '5.000',
  '99999999999999',
  '99,999,999,999,999.00',
])('%j is no amount, and comes back as it was seen', (text) => {
  expect(parseYuan(text)).toEqual({ ok: false, text });
});

test('what is written is read back, plain or grouped', () => {
  fc.assert(
    fc.property(amount, (value) => {
      expect(parseYuan(yuanPlain(value))).toEqual({ ok: true, amountFen: value });
      expect(parseYuan(yuanGrouped(value))).toEqual({ ok: true, amountFen: value });
    }),
  );
});

test('the two forms differ by their commas alone, which stand every three digits', () => {
  fc.assert(
    fc.property(amount, (value) => {
      expect(yuanGrouped(value).replaceAll(',', '')).toBe(yuanPlain(value));
      expect(yuanGrouped(value)).toMatch(/^-?\d{1,3}(,\d{3})*\.\d{2}$/);
    }),
  );
});

test('no text makes the reader throw, and what it takes is whole fen', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?[\d,]{0,20}(\.\d{0,4})?$/)), (text) => {
      const read = parseYuan(text);
      if (read.ok) expect(fenSchema.safeParse(read.amountFen).success).toBe(true);
      else expect(read.text).toBe(text);
    }),
  );
});

test('a fraction, an inexact number or no number is no fen', () => {
  for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)]) {
    expect(() => fen(wrong)).toThrow(RangeError);
    expect(fenSchema.safeParse(wrong).success).toBe(false);
  }
  expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError);
  expect(fenSchema.safeParse('5').success).toBe(false);
});

test('tenths are added exactly, which doubles of yuan would not be', () => {
  const tenth = parseYuan('0.10');
  const fifth = parseYuan('0.20');
  if (!tenth.ok || !fifth.ok) throw new Error('not read');
  expect(yuanPlain(addFen(tenth.amountFen, fifth.amountFen))).toBe('0.30');
});
