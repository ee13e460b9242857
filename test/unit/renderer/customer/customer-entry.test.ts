/** The customer's keys: the pad's order, what counts as a key, and digits that stand in one place and only till they are sent. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customerWords } from '../../../../renderer/customer/customer-words.ts';
import { weakPinSchema } from '../../../../electron/contract/kernel/vocabulary.ts';
import { faultSentence } from '../../../../renderer/customer/pin-entry/fault-sentence.ts';
import { keyOf, type KeyPress } from '../../../../renderer/customer/pin-entry/keyboard-source.ts';
import { shuffledDigits } from '../../../../renderer/customer/pin-entry/shuffled-digits.ts';
import { PIN_LENGTH, typedDigits } from '../../../../renderer/customer/pin-entry/typed-digits.ts';
import { i18n, useWords } from '../../../../renderer/shared/words/use-words.ts';
import { wordIn } from '../../../e2e/support/words.ts';

const bare = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({ ...bare, key, code, ...more });

test('the pad has every digit once, whatever chance says', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(255)), (bytes) => {
      const order = shuffledDigits((into) => into.fill(bytes.next().value ?? 0));
      expect([...order].sort((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }),
  );
});

test('each digit stands on each place of the pad equally often', () => {
  // A generator of full period gives every byte the same weight, so the counts are the same in every run.
  let state = 1;
  const chance = (into: Uint8Array): void => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    into[0] = state >>> 24;
  };
  const runs = 20_000;
  const counts = new Map<string, number>();
  for (let run = 0; run < runs; run += 1) {
    for (const [place, digit] of shuffledDigits(chance).entries()) {
      counts.set(`${digit}@${place}`, (counts.get(`${digit}@${place}`) ?? 0) + 1);
    }
  }
  expect(counts.size).toBe(100);
  // Six standard deviations of a fair tenth.
  const allowed = 6 * Math.sqrt(runs * 0.1 * 0.9);
  for (const [where, count] of counts) expect(Math.abs(count - runs / 10), where).toBeLessThan(allowed);
});

test('without a chance handed in, the order is another one from entry to entry', () => {
  const orders = new Set(Array.from({ length: 50 }, () => shuffledDigits().join('')));
  expect(orders.size).toBeGreaterThan(45);
});

test.each([
  ['numpad', press('7', 'Numpad7'), { kind: 'digit', digit: 7 }],
  ['numpad without NumLock', press('Home', 'Numpad7'), { kind: 'digit', digit: 7 }],
  ['numpad without NumLock, 0', press('Insert', 'Numpad0'), { kind: 'digit', digit: 0 }],
  ['number row', press('0', 'Digit0'), { kind: 'digit', digit: 0 }],
  ['number row of a French keyboard', press('&', 'Digit1'), { kind: 'digit', digit: 1 }],
  ['number row of a French keyboard with Shift', press('1', 'Digit1', { shiftKey: true }), { kind: 'digit', digit: 1 }],
  ['backspace', press('Backspace', 'Backspace'), { kind: 'erase' }],
  ['enter', press('Enter', 'Enter'), { kind: 'submit' }],
  ['numpad enter', press('Enter', 'NumpadEnter'), { kind: 'submit' }],
  ['escape', press('Escape', 'Escape'), { kind: 'cancel' }],
] as const)('%s is a key of the pad', (_what, event, key) => {
  expect(keyOf(event)).toEqual(key);
});

test.each([
  ['a letter', press('a', 'KeyA')],
  ['a sign over a digit', press('!', 'Digit1', { shiftKey: true })],
  ['a shortcut', press('1', 'Digit1', { ctrlKey: true })],
  ['a digit with Alt', press('1', 'Numpad1', { altKey: true })],
  ['Tab', press('Tab', 'Tab')],
  ['the numpad’s dot', press('.', 'NumpadDecimal')],
  ['a name every object has', press('constructor', '')],
] as const)('%s is none', (_what, event) => {
  expect(keyOf(event)).toBeNull();
});

function ascii(digits: string): Uint8Array {
  return Uint8Array.from(Buffer.from(digits));
}

test('digits are handed over once, in order, and at most six', () => {
  const digits = typedDigits();
  const added = [9, 1, 8, 2, 7, 3, 4].map((digit) => digits.add(digit));
  expect(added).toEqual([true, true, true, true, true, true, false]);
  expect(digits.count()).toBe(PIN_LENGTH);
  expect(digits.take()).toEqual(ascii('918273'));
  expect([digits.count(), digits.take()]).toEqual([0, ascii('')]);
});

test('what was erased or cleared is not handed over', () => {
  const digits = typedDigits();
  for (const digit of [1, 2, 3]) digits.add(digit);
  digits.erase();
  digits.add(0);
  expect(digits.take()).toEqual(ascii('120'));
  digits.erase();
  expect(digits.count()).toBe(0);
  for (const digit of [4, 5]) digits.add(digit);
  digits.clear();
  digits.add(6);
  expect(digits.take()).toEqual(ascii('6'));
});

function wordsOf(language: Parameters<typeof wordIn>[0], between: string) {
  return {
    t: (key: Parameters<typeof wordIn>[1], values = {}): string => wordIn(language, key, values),
    joined: (...sentences: readonly string[]): string => sentences.join(between),
  };
}

test('sentences are joined as their language joins them: no blank stands after a Chinese full stop', () => {
  const { locale } = i18n.global;
  const before = locale.value;
  try {
    locale.value = 'zh-CN';
    expect(useWords().joined('一。', '二。')).toBe('一。二。');
    locale.value = 'en';
    expect(useWords().joined('One.', 'Two.')).toBe('One. Two.');
  } finally {
    locale.value = before;
  }
});

test('every rule a PIN can break has its own sentence, with the tries that are left and no digit besides', () => {
  const words = wordsOf('en', ' ');
  const rules = weakPinSchema.options.map((rule) => faultSentence({ kind: 'weak', rule, triesLeft: 2 }, words));
  const others = (['wrong', 'different'] as const).map((kind) => faultSentence({ kind, triesLeft: 2 }, words));
  expect(new Set([...rules, ...others]).size).toBe(weakPinSchema.options.length + 2);
  for (const sentence of [...rules, ...others]) expect(sentence.match(/\d/g)).toEqual(['2']);
  expect(Object.keys(customerWords.customer.weak).sort()).toEqual([...weakPinSchema.options].sort());
});
