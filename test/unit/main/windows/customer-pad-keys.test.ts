/** Which keys the clerk's window does not take while a customer types: every one that a pad has. */
import { expect, test } from 'vitest';
import { isPadKey } from '../../../../electron/main/windows/pad-key-guard.ts';
import { keyOf } from '../../../../renderer/customer/pin-entry/keyboard-source.ts';

const digits = Array.from('0123456789');
const noModifiers = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

test.each<readonly [code: string, key: string]>([
  ...digits.map((digit) => [`Digit${digit}`, digit] as const),
  ...digits.map((digit) => [`Numpad${digit}`, digit] as const),
  ['Numpad7', 'Home'],
  ['Digit1', '&'],
  ['', '5'],
  ['NumpadEnter', 'Enter'],
])('%s giving %s is held back', (code, key) => {
  expect(isPadKey(code, key)).toBe(true);
});

test.each<readonly [code: string, key: string]>([
  ['Escape', 'Escape'],
  ['Enter', 'Enter'],
  ['KeyA', 'a'],
  ['F4', 'F4'],
  ['Tab', 'Tab'],
])('%s giving %s is the clerk’s', (code, key) => {
  expect(isPadKey(code, key)).toBe(false);
});

test('whatever the customer’s window takes for a digit is held back at the clerk’s', () => {
  for (const code of [...digits.flatMap((digit) => [`Digit${digit}`, `Numpad${digit}`]), 'KeyQ', '']) {
    for (const key of [...digits, 'Home', '&', 'q']) {
      const taken = keyOf({ ...noModifiers, code, key })?.kind === 'digit';
      expect(isPadKey(code, key) || !taken, `${code} ${key}`).toBe(true);
    }
  }
});
