import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../property-seed.ts';
import { isSamePhone, readPhone } from '../../../../electron/ledger/numbers/phone-number.ts';

const mobile = fc.integer({ min: 0, max: 9_999_999_999 }).map((rest) => `1${String(rest).padStart(10, '0')}`);
const landline = fc
  .tuple(fc.constantFrom('010', '021', '0571', '0755'), fc.integer({ min: 2_000_000, max: 8_999_999 }))
  .map(([area, rest]) => `${area}8${rest}`);
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

test('country code, blanks, hyphens and width mean nothing', () => {
  const code = fc.constantFrom('', '+86', '+86 ', '0086', '0086-', '86-', '86', '＋８６ ', '(+86)');
  fc.assert(
    fc.property(
      mobile,
      code,
      fc.constantFrom('', ' ', '-', '－', '\u3000', '—'),
      fc.boolean(),
      (number, prefix, gap, wide) => {
        const grouped = `${prefix}${number.slice(0, 3)}${gap}${number.slice(3, 7)}${gap}${number.slice(7)}`;
        expect(readPhone(wide ? fullWidth(grouped) : grouped)).toBe(number);
        expect(isSamePhone(grouped, number)).toBe(true);
      },
    ),
  );
});

test('a landline has its area code, also behind the country code, where its 0 is left out', () => {
  fc.assert(
    fc.property(landline, (number) => {
      const area = /^0(?:10|21|\d{3})/.exec(number)![0];
      expect(readPhone(`(${area}) ${number.slice(area.length)}`)).toBe(number);
      expect(readPhone(`+86 ${number.slice(1)}`)).toBe(number);
    }),
  );
});

test('of several numbers the first that is one counts, whatever stands between them', () => {
  const junk = fc.constantFrom('', '无', '12345', '1.38E+10', '138000000001');
  const between = fc.constantFrom(';', '；', '、', '/', ',', '，', ' 或 ', '\n', ' ');
  fc.assert(
    fc.property(junk, between, mobile, mobile, (first, gap, one, other) => {
      expect(readPhone([first, one, other].join(gap))).toBe(one);
    }),
  );
});

test.each(['', '无', '12', '1391259762', '1.38E+10', '+852 9123 4567', '621330900000000001', '?'])(
  '%j is no phone number',
  (text) => {
    expect(readPhone(text)).toBeNull();
    expect(isSamePhone(text, text), 'what is missing is the same as nothing').toBe(false);
  },
);
