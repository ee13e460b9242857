/** Until when a report entered by mistake can be taken back (docs/rules.md 3). */
import { expect, test } from 'vitest';
import { businessDate, type Instant } from '../../../../../electron/contract/kernel/dates.ts';
import { lossEventSchema, type LossEventName } from '../../../../../electron/contract/kernel/vocabulary.ts';
import { takeBackFault } from '../../../../../electron/ledger/loss/taking-back/take-back-rules.ts';

const on = businessDate('2024-02-05');
const MINUTE = 60_000;

function fault(
  events: readonly LossEventName[],
  minutesLater: number,
  other: { today?: string; minutes?: number } = {},
) {
  const { today = on, minutes = 30 } = other;
  const taking = { today: businessDate(today), at: (minutesLater * MINUTE) as Instant, minutes };
  return takeBackFault({ events, on, at: 0 as Instant }, taking);
}

test('within its minutes, and not in the next moment', () => {
  expect(fault(['reported'], 0)).toBeNull();
  expect(fault(['reported', 'password-void'], 29.999)).toBeNull();
  expect(fault(['reported'], 30)).toBe('late');
});

test('on its own day alone, however few minutes are gone', () => {
  expect(fault(['reported'], 1, { today: '2024-02-06' })).toBe('late');
});

test('never where the office has set no minutes', () => {
  expect(fault(['reported'], 0, { minutes: 0 })).toBe('late');
});

test('only while it stands as it was entered', () => {
  const follows = lossEventSchema.options.filter((event) => fault(['reported', event], 1) === 'followed');
  expect(follows).toEqual([
    'confirmed',
    'lapsed',
    'cancelled',
    'reissued',
    'password-renewed',
    'reference-added',
    'reference-corrected',
    'taken-back',
  ]);
});
