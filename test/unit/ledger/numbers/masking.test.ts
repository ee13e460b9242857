/** What is shown of personal values, and never more (docs/rules.md 2, JR/T 0171-2020). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskCard, maskIdNumber, maskName, maskPhone } from '../../../../electron/ledger/numbers/masking.ts';

const MASKS = [
  ['card', maskCard, 6, 4],
  ['ID number', maskIdNumber, 3, 4],
  ['phone', maskPhone, 3, 4],
] as const;

test('the usual ones', () => {
  expect(maskCard('6213300000000000011')).toBe('621330*********0011');
  expect(maskIdNumber('11010519491231002X')).toBe('110***********002X');
  expect(maskPhone('13912597620')).toBe('139****7620');
});

test.each(MASKS)('a %s never shows more than its first and last digits', (_, mask, first, last) => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{0,40}$/), (text) => {
      const masked = mask(text);
      expect(masked).toHaveLength(text.length);
      const shown = [...masked].filter((character) => character !== '*').length;
      expect(shown).toBe(text.length > first + last ? first + last : 0);
      if (shown > 0) expect(masked.startsWith(text.slice(0, first)) && masked.endsWith(text.slice(-last))).toBe(true);
    }),
  );
});

test('a text that is no number is not cut through a character', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('𠀀', '1', '张'), { maxLength: 30 }), (characters) => {
      expect(maskCard(characters.join('')).isWellFormed()).toBe(true);
    }),
  );
});

test.each([
  ['张三', '张*'],
  ['李四光', '李*'],
  ['欧阳明日', '欧阳*'],
  ['司马相如', '司马*'],
  ['欧阳', '欧*'],
  ['𠀀娜', '𠀀*'],
  ['买买提·艾力', '买*'],
  ["O'Brien", 'O*'],
  ['王', '王*'],
  [' 张三', '张*'],
  ['', '*'],
])('the name %j is shown as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test('a name shows its surname alone, whole and well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 3, maxLength: 12 }), (name) => {
      const masked = maskName(name);
      expect(masked.isWellFormed()).toBe(true);
      expect([...masked].length).toBeLessThanOrEqual(3);
      expect(masked.endsWith('*')).toBe(true);
    }),
  );
});
