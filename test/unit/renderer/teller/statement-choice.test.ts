/** What the clerk chooses becomes exactly one period, or a fault at the field that has it. */
import { expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import {
  chosenKinds,
  chosenPeriod,
  entryKinds,
  type StatementChoice,
} from '../../../../renderer/teller/statement/statement-choice.ts';

const day = businessDate('2025-02-03');
const month = { from: businessDate('2025-02-01'), to: day };
const presets = { thisMonth: month, lastThreeMonths: month, thisYear: month, sinceLastPrint: null };
const choice: StatementChoice = { preset: 'ownDates', from: '', to: '', kinds: [...entryKinds], largeType: false };

test('a preset is its period', () => {
  expect(chosenPeriod({ ...choice, preset: 'thisMonth' }, presets)).toEqual({ ok: true, period: month });
});

test('a preset the office does not offer chooses nothing', () => {
  expect(chosenPeriod({ ...choice, preset: 'sinceLastPrint' }, presets)).toBeNull();
});

test.each([
  ['20240131', '2024-2-29', { ok: true, period: { from: '2024-01-31', to: '2024-02-29' } }],
  ['20240131', '20240131', { ok: true, period: { from: '2024-01-31', to: '2024-01-31' } }],
  ['20230229', '20240131', { ok: false, fault: { from: 'date' } }],
  ['20240131', '', { ok: false, fault: { to: 'date' } }],
  ['20240131', '20240130', { ok: false, fault: { to: 'order' } }],
])('own dates %s to %s', (from, to, expected) => {
  expect(chosenPeriod({ ...choice, from, to }, presets)).toEqual(expected);
});

test('all kinds are asked for as null, because only that clears the print gate', () => {
  expect(chosenKinds(choice)).toBeNull();
  expect(chosenKinds({ ...choice, kinds: ['refund'] })).toEqual(['refund']);
});
