/** The recovery key as people copy it: every single slip and every swap of neighbours is caught (ISO/IEC 7064). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRecoveryKey, recoveryKeyText } from '../../../../electron/contract/office/recovery-key.ts';

const HEX = '0123456789ABCDEF';
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const bare = (text: string) => text.replaceAll(/[\s-]/g, '');

test('what is printed is read back, typed in any way', () => {
  fc.assert(
    fc.property(key, (dataKey) => {
      const text = recoveryKeyText(dataKey);
      expect(text).toMatch(/^([0-9A-F]{4} ){16}- \d{2}$/);
      expect(parseRecoveryKey(text)).toEqual(dataKey);
      expect(parseRecoveryKey(bare(text).toLowerCase())).toEqual(dataKey);
      expect(parseRecoveryKey(`\n ${text.replaceAll(' ', '-')}\t`)).toEqual(dataKey);
    }),
  );
});

test('every single wrong character is caught, in every place', () => {
  fc.assert(
    fc.property(key, (dataKey) => {
      const text = bare(recoveryKeyText(dataKey));
      for (let at = 0; at < text.length; at += 1) {
        for (const wrong of HEX) {
          if (wrong === text[at]) continue;
          expect(parseRecoveryKey(`${text.slice(0, at)}${wrong}${text.slice(at + 1)}`)).toBeNull();
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('every swap of neighbours is caught, over the end of the key too', () => {
  fc.assert(
    fc.property(key, (dataKey) => {
      const text = bare(recoveryKeyText(dataKey));
      for (let at = 0; at + 1 < text.length; at += 1) {
        if (text[at] === text[at + 1]) continue;
        const swapped = `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
        expect(parseRecoveryKey(swapped)).toBeNull();
      }
    }),
  );
});

test('a missing, doubled or foreign character is caught', () => {
  const text = bare(recoveryKeyText(Buffer.from('0123456789abcdef'.repeat(4), 'hex')));
  expect(parseRecoveryKey(text.slice(1))).toBeNull();
  expect(parseRecoveryKey(`${text[0]}${text}`)).toBeNull();
  expect(parseRecoveryKey(text.replace('A', 'G'))).toBeNull();
  expect(parseRecoveryKey('')).toBeNull();
});
