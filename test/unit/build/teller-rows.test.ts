/** A teller's task becomes a row of time and one of keys for each hand; its goals follow from the figures of a quiet machine. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judged } from '../../perf/bench-table.ts';
import { withinParts, withinSeconds } from '../../perf/teller-goals.ts';
import { tellerRows, type KeyCounts } from '../../perf/teller-rows.ts';

const goal = { name: 'pin', what: 'to the receipt', keys: { clerk: 3, customer: 14 }, blankPresses: 30 };
const time = { measured: 600, baseline: 25, ratio: 24 };
const pressed = (clerk: number, customer = 14, supervisor = 0): KeyCounts => ({ clerk, customer, supervisor });

function missed(...counts: readonly KeyCounts[]): readonly string[] {
  const rows = tellerRows(goal, time, counts).map(judged);
  return rows.filter(({ met }) => !met).map(({ name }) => name);
}

test('a row of time beside a blank key press, and one of keys for each hand that has any', () => {
  const rows = tellerRows(goal, time, [pressed(3)]);
  expect(rows.map(({ name, measured }) => [name, measured.value, measured.unit])).toEqual([
    ['pin-time', 600, 'ms'],
    ['pin-clerk', 3, 'keys'],
    ['pin-customer', 14, 'keys'],
  ]);
  expect(rows.map(judged).every(({ met }) => met)).toBe(true);
});

test('one key too many in one round is a goal missed, and so is a key of a hand that has none to press', () => {
  expect(missed(pressed(3), pressed(4), pressed(3))).toEqual(['pin-clerk']);
  expect(missed(pressed(3, 15))).toEqual(['pin-customer']);
  expect(missed(pressed(3, 14, 1))).toEqual(['pin-supervisor']);
});

test('the hands never pay for each other', () => {
  const few = fc.integer({ min: 0, max: 30 });
  const rule = fc.property(few, few, few, (clerk, customer, supervisor) => {
    const late = [clerk > 3 && 'pin-clerk', customer > 14 && 'pin-customer', supervisor > 0 && 'pin-supervisor'];
    expect(missed(pressed(clerk, customer, supervisor))).toEqual(late.filter((name) => name !== false));
  });
  fc.assert(rule);
});

test('a blank key press is one and a half frames, and the parts cost what the visits and the statement allow', () => {
  expect(withinSeconds(0.15)).toBe(withinParts({ keys: 4 }));
  expect(withinSeconds(0.29)).toBe(withinParts({ keys: 0, papers: 1 }));
  expect(withinParts({ keys: 0, characters: 41 })).toBeLessThanOrEqual(withinSeconds(0.5) + 1);
  expect(withinParts({ keys: 1 })).toBe(2);
  expect(withinParts({ keys: 3, characters: 1, written: 1, secrets: 1, papers: 1 })).toBe(25);
});
