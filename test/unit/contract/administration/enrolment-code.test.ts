/** The code with which a computer joins: read back as people type it, and a proof that binds all it is about. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  enrolmentCodeText,
  enrolmentSecret,
  parseEnrolmentCode,
  provenContent,
} from '../../../../electron/contract/administration/enrolment-code.ts';

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...Array.from('0123456789abcdef')), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const number = fc.integer({ min: 1, max: 99 }).map((value) => String(value).padStart(2, '0'));

test('a code comes back from its text, however it is typed', () => {
  fc.assert(
    fc.property(number, hex(32), fc.boolean(), fc.constantFrom('', ' ', '-'), (counter, digits, isSmall, between) => {
      const code = { number: counter, secret: enrolmentSecret(digits) };
      const text = Array.from(enrolmentCodeText(code), (each) => (each === '0' ? 'O' : each)).join(between);
      expect(parseEnrolmentCode(isSmall ? text.toLowerCase() : text)).toEqual(code);
    }),
  );
});

test.each(['', '02', '02-K7QM3-XPT9', '02-K7QM3-XPT9RR', 'A2-K7QM3-XPT9R', '02-K7QM3-XPT9U', '02-K7QM3-XPT9中'])(
  '"%s" is no code',
  (text) => {
    expect(parseEnrolmentCode(text)).toBeNull();
  },
);

test('fifty bits of the digits are in the secret: another one of them makes another secret', () => {
  fc.assert(
    fc.property(hex(32), fc.integer({ min: 0, max: 49 }), (digits, bit) => {
      const other = (BigInt(`0x${digits.slice(0, 16)}`) ^ (1n << BigInt(bit))).toString(16).padStart(16, '0');
      expect(enrolmentSecret(other)).not.toBe(enrolmentSecret(digits));
      expect(enrolmentSecret(digits)).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    }),
  );
});

test('what is proven names its side, its office and its content', () => {
  const content = Uint8Array.of(1, 2, 3);
  const all = [
    provenContent('join', 'ab'.repeat(32), content),
    provenContent('welcome', 'ab'.repeat(32), content),
    provenContent('join', 'ac'.repeat(32), content),
    provenContent('join', 'ab'.repeat(32), Uint8Array.of(1, 2, 4)),
    provenContent('join', 'ab'.repeat(32), Uint8Array.of(1, 2, 3, 0)),
  ];
  expect(new Set(all.map((each) => Buffer.from(each).toString('hex'))).size).toBe(all.length);
});
