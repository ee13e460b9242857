/** Card numbers and the Luhn digit, ISO/IEC 7812-1 (docs/rules.md 6). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountNumber } from '../../../../electron/ledger/numbers/account-number.ts';
import { judgeCardNumber, luhnRemainder } from '../../../../electron/ledger/numbers/card-number.ts';

const fault = (text: string) => {
  const verdict = judgeCardNumber(text);
  return verdict.ok ? null : verdict.fault;
};

/** The sum written down another way: by table and not by doubling. */
function luhnByTable(digits: string): number {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  return (
    Array.from(digits)
      .reverse()
      .reduce((sum, digit, place) => sum + (place % 2 === 1 ? doubled[Number(digit)]! : Number(digit)), 0) % 10
  );
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const sound = fc
  .integer({ min: 13, max: 16 })
  .chain((length) => digits(length))
  .map((middle) =>
    Array.from('0123456789')
      .map((check) => `62${middle}${check}`)
      .find((card) => luhnByTable(card) === 0)!,
  );

test('published Luhn vectors', () => {
  for (const good of ['79927398713', '4111111111111111', '6213300100000000008']) {
    expect(luhnRemainder(good)).toBe(0);
  }
  for (const check of Array.from('012456789')) expect(luhnRemainder(`7992739871${check}`)).not.toBe(0);
});

test('the remainder is the one of the table, for any digits', () => {
  fc.assert(
    fc.property(digits(19), (text) => {
      expect(luhnRemainder(text)).toBe(luhnByTable(text));
    }),
  );
});

test('every card of 16 to 19 digits with its check digit is accepted, spaces and full width included', () => {
  fc.assert(
    fc.property(sound, (card) => {
      expect(judgeCardNumber(card)).toEqual({ ok: true, card });
      const wide = card.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
      expect(judgeCardNumber(` ${wide.slice(0, 4)}\u3000${wide.slice(4)} `)).toEqual({ ok: true, card });
    }),
  );
});

test('every single wrong digit is noticed', () => {
  fc.assert(
    fc.property(sound, fc.nat(15), fc.nat(9), (card, at, wrong) => {
      fc.pre(card[at] !== String(wrong));
      expect(judgeCardNumber(`${card.slice(0, at)}${wrong}${card.slice(at + 1)}`).ok).toBe(false);
    }),
  );
});

test('two neighbours exchanged are noticed, but for 09 and 90, which Luhn cannot tell apart', () => {
  fc.assert(
    fc.property(sound, fc.integer({ min: 2, max: 14 }), (card, at) => {
      const pair = card.slice(at, at + 2);
      fc.pre(pair[0] !== pair[1]);
      const exchanged = `${card.slice(0, at)}${pair[1]}${pair[0]}${card.slice(at + 2)}`;
      expect(judgeCardNumber(exchanged).ok).toBe(pair === '09' || pair === '90');
    }),
  );
});

test.each([
  ['', 'LENGTH'],
  ['621330000000001', 'LENGTH'],
  ['62133000000000000111', 'LENGTH'],
  ['62133000000000000l1', 'CHARACTER'],
  ['6213-3000-0000-0000-011', 'CHARACTER'],
  ['4111111111111111', 'PREFIX'],
  ['6213300100000000009', 'CHECK_DIGIT'],
  ['x', 'CHARACTER'],
])('%j is refused for its %s', (text, expected) => {
  expect(fault(text)).toBe(expected);
});

test('account numbers are the office, ten digits and a Luhn digit, all different', () => {
  const numbers = Array.from({ length: 500 }, (_, at) => accountNumber('0101', at + 1));
  expect(new Set(numbers).size).toBe(500);
  for (const number of numbers) {
    expect(number).toMatch(/^0101\d{11}$/);
    expect(luhnByTable(number)).toBe(0);
  }
});
