/** When an enrolment code serves, and which number a counter gets. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../../../../electron/contract/kernel/dates.ts';
import { CODE_TRIES, codeFault, freeNumber, mayRenew } from '../../../../electron/ledger/counters/enrolment-rules.ts';

const at = (milliseconds: number) => milliseconds as Instant;
const code = { expiresAt: at(1_000), tries: 0, usedFor: null };

test('a code serves once, in its time, for five tries, and for a counter that is there', () => {
  expect(codeFault(code, 'expected', 'mine', at(999))).toBeNull();
  expect(codeFault(code, 'expected', 'mine', at(1_000))).toBe('expired');
  expect(codeFault({ ...code, tries: CODE_TRIES - 1 }, 'expected', 'mine', at(0))).toBeNull();
  expect(codeFault({ ...code, tries: CODE_TRIES }, 'expected', 'mine', at(0))).toBe('tried-too-often');
  expect(codeFault({ ...code, usedFor: 'other' }, 'joined', 'mine', at(0))).toBe('used');
  expect(codeFault({ ...code, usedFor: 'mine' }, 'joined', 'mine', at(0))).toBeNull();
  expect(codeFault(code, 'revoked', 'mine', at(0))).toBe('unknown');
  expect(codeFault(null, 'expected', 'mine', at(0))).toBe('unknown');
  expect(codeFault(code, null, 'mine', at(0))).toBe('unknown');
});

test('the least number is given that was never given before, until all are', () => {
  const numbers = Array.from({ length: 99 }, (_, place) => String(place + 1).padStart(2, '0'));
  fc.assert(
    fc.property(fc.subarray(numbers), (taken) => {
      expect(freeNumber(taken)).toBe(numbers.find((number) => !taken.includes(number)) ?? null);
    }),
  );
  expect(freeNumber(numbers)).toBeNull();
});

test('a certificate is renewed in its last 120 days, and after its end', () => {
  const day = 86_400_000;
  expect(mayRenew(at(121 * day), at(0))).toBe(false);
  expect(mayRenew(at(120 * day), at(0))).toBe(true);
  expect(mayRenew(at(0), at(day))).toBe(true);
});
