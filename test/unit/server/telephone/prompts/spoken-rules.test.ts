/** Amounts, dates and numbers as they are said, in Chinese and English. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessDate } from '../../../../../electron/contract/kernel/dates.ts';
import { fen } from '../../../../../electron/contract/kernel/money.ts';
import type { Language } from '../../../../../electron/contract/kernel/vocabulary.ts';
import { pieces, recordings } from '../../../../../electron/server/telephone/prompts/piece-rules.ts';
import { SENTENCES } from '../../../../../electron/server/telephone/prompts/sentence-rules.ts';
import {
  chineseNumber,
  englishNumber,
  GAP,
  spokenAmount,
  spokenDate,
  spokenNumber,
  type Piece,
} from '../../../../../electron/server/telephone/prompts/spoken-rules.ts';

const text = (said: readonly Piece[], language: Language): string =>
  said.map((piece) => recordings(language)[piece]).join(language === 'en' ? ' ' : '');

test.each([
  [123_456, '一千二百三十四元五角六分', 'one thousand two hundred and thirty four yuan and fifty six fen'],
  [0, '零元', 'zero yuan'],
  [1, '一分', 'one fen'],
  [2, '两分', 'two fen'],
  [20, '两角', 'twenty fen'],
  [200, '两元', 'two yuan'],
  [205, '两元零五分', 'two yuan and five fen'],
  [220, '两元二角', 'two yuan and twenty fen'],
  [1_000, '十元', 'ten yuan'],
  [1_200, '十二元', 'twelve yuan'],
  [11_000, '一百一十元', 'one hundred and ten yuan'],
  [20_000, '二百元', 'two hundred yuan'],
  [22_222, '二百二十二元二角二分', 'two hundred and twenty two yuan and twenty two fen'],
  [100_500, '一千零五元', 'one thousand and five yuan'],
  [101_000, '一千零一十元', 'one thousand and ten yuan'],
  [200_000, '两千元', 'two thousand yuan'],
  [1_000_000, '一万元', 'ten thousand yuan'],
  [2_000_000, '两万元', 'twenty thousand yuan'],
  [2_200_000, '两万二千元', 'twenty two thousand yuan'],
  [1_000_500, '一万零五元', 'ten thousand and five yuan'],
  [10_010_000, '十万零一百元', 'one hundred thousand one hundred yuan'],
  [10_000_000_100, '一亿零一元', 'one hundred million and one yuan'],
])('%d fen is %s', (amount, zh, en) => {
  expect(text(spokenAmount(fen(amount), 'zh-CN'), 'zh-CN')).toBe(zh);
  expect(text(spokenAmount(fen(amount), 'en'), 'en')).toBe(en);
});

/** Reads Chinese numerals back, by a way of its own. */
function readChinese(spoken: string): number {
  const digits = '零一二三四五六七八九';
  const sizes: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
  let [total, group, digit] = [0, 0, 0];
  for (const character of spoken.replaceAll('两', '二')) {
    if (digits.includes(character)) digit = digits.indexOf(character);
    else if (character in sizes) [group, digit] = [group + (digit || 1) * sizes[character]!, 0];
    else [total, group, digit] = [(total + group + digit) * (character === '万' ? 1e4 : 1e8), 0, 0];
  }
  return total + group + digit;
}

test('a number said in Chinese is read back as the same number below a hundred million', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
      expect(readChinese(text(chineseNumber(value), 'zh-CN'))).toBe(value);
    }),
  );
});

test('no number is said with two 零 in a row, or with one at its end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => {
      const spoken = text(chineseNumber(value), 'zh-CN');
      expect(spoken).not.toMatch(/零零|零$|零[万亿]/);
    }),
  );
});

test('everything that is said has its recording in both languages', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: 1, max: 999_999_999 }), (amount, value) => {
      for (const language of ['zh-CN', 'en'] as const) {
        const said = [...spokenAmount(fen(amount), language), ...spokenNumber('L0101202403010001X')];
        for (const piece of said) if (piece !== GAP) expect(recordings(language)).toHaveProperty(piece);
      }
      for (const piece of englishNumber(value)) expect(recordings('en')).toHaveProperty(piece);
    }),
  );
  for (const language of ['zh-CN', 'en'] as const) {
    const missing = Object.keys(SENTENCES).filter((name) => !recordings(language)[name]);
    expect(missing).toEqual([]);
    for (let month = 1; month <= 12; month += 1)
      for (const piece of spokenDate(businessDate(`2024-${String(month).padStart(2, '0')}-23`), language))
        expect(recordings(language)).toHaveProperty(piece);
  }
});

test('numbers are said digit by digit, by fours, with one as 幺', () => {
  expect(
    text(
      spokenNumber('1380011').filter((piece) => piece !== GAP),
      'zh-CN',
    ),
  ).toBe('幺三八零零幺幺');
  expect(spokenNumber('12345')).toEqual(['digit-1', 'digit-2', 'digit-3', 'digit-4', GAP, 'digit-5']);
});

test('what was keyed is read back by the field that may be', () => {
  const said = pieces([{ sentence: 'youKeyedIdNumber' }, { keyed: 'idNumber' }], 'en', () => '1X');
  expect(said).toEqual(['youKeyedIdNumber', GAP, 'digit-1', 'letter-X', GAP]);
});

test('a date is said by month and day', () => {
  expect(text(spokenDate(businessDate('2024-03-01'), 'zh-CN'), 'zh-CN')).toBe('三月一日');
  expect(text(spokenDate(businessDate('2024-12-21'), 'en'), 'en')).toBe('December twenty one');
});
