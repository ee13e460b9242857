/** Weak PINs are named by rule, and the rules catch no other (docs/rules.md 4). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { birthDateForms, weakPin } from '../../../../electron/ledger/pin/pin-rules.ts';

const OWNER = { idNumber: '11010519491231002X', phone: '13912597620', card: '6213300000000010009' };

test.each([
  ['12345', 'FORM'],
  ['1234567', 'FORM'],
  ['12345a', 'FORM'],
  ['１２３４５６', 'FORM'],
  ['', 'FORM'],
  ['777777', 'ALL_EQUAL'],
  ['123456', 'ISSUER_DEFAULT'],
  ['234567', 'RUN'],
  ['987654', 'RUN'],
  ['012345', 'RUN'],
  ['491231', 'BIRTH_DATE'],
  ['311249', 'BIRTH_DATE'],
  ['123149', 'BIRTH_DATE'],
  ['194912', 'BIRTH_DATE'],
  ['121949', 'BIRTH_DATE'],
  ['194931', 'BIRTH_DATE'],
  // Without its X the ID number ends in 231002.
  ['231002', 'ID_NUMBER'],
  ['597620', 'PHONE'],
  ['010009', 'CARD'],
  ['890123', null],
  ['135791', null],
  ['112233', null],
  ['098765', null],
] as const)('%j: %s', (pin, rule) => {
  expect(weakPin(Buffer.from(pin), OWNER)).toBe(rule);
});

test('an ID number that ends in a digit counts with it', () => {
  expect(weakPin(Buffer.from('010014'), { ...OWNER, idNumber: '440524188001010014' })).toBe('ID_NUMBER');
});

test('a landline with dashes counts by its digits', () => {
  expect(weakPin(Buffer.from('345678'), { ...OWNER, phone: '010-1234 5678' })).toBe('RUN');
  expect(weakPin(Buffer.from('975310'), { ...OWNER, phone: '010-8697 5310' })).toBe('PHONE');
});

test('every six-digit writing of the birth date that names year and month or year and day is there', () => {
  const forms = birthDateForms(OWNER.idNumber);
  const parts = { y: '49', m: '12', d: '31' };
  for (const order of ['ymd', 'ydm', 'mdy', 'myd', 'dmy', 'dym'])
    expect(forms).toContain(Array.from(order, (part) => parts[part as keyof typeof parts]).join(''));
  for (const form of ['194912', '121949', '194931', '311949']) expect(forms).toContain(form);
});

test('what is refused is refused for a reason that can be seen in the digits', () => {
  const traces = [OWNER.idNumber.replace('X', ''), OWNER.phone, OWNER.card].map((text) => text.slice(-6));
  const named = new Set([...traces, ...birthDateForms(OWNER.idNumber), '123456']);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), (value) => {
      const pin = String(value).padStart(6, '0');
      const steps = new Set(Array.from(pin.slice(1), (digit, at) => Number(digit) - Number(pin.charAt(at))));
      const regular = steps.size === 1 && [0, 1, -1].includes([...steps][0] ?? 9);
      expect(weakPin(Buffer.from(pin), OWNER) !== null).toBe(regular || named.has(pin));
    }),
  );
});
