/** Steps follow what the computer can do, up and down, and never stand still or grow without end (docs/ledger.md 12). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SteadyPace } from '../../../../electron/ledger/request/step-pace.ts';

/** Lines a step comes to on a computer that takes so long for a line and for a commit, in ms. */
function settledAt(perLine: number, commit: number): { lines: number; took: number } {
  const pace = new SteadyPace();
  for (let step = 0; step < 60; step += 1) pace.took(commit + pace.lines * perLine);
  return { lines: pace.lines, took: commit + pace.lines * perLine };
}

test('a fast computer takes many lines at once, a slow one few', () => {
  const fast = settledAt(0.002, 5);
  const slow = settledAt(0.2, 5);
  expect(fast.lines).toBeGreaterThan(slow.lines * 10);
});

test('however slow line and commit are, a step is short wherever it can be, and goes on where it cannot', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.0005, max: 0.3, noNaN: true }),
      fc.double({ min: 0, max: 200, noNaN: true }),
      (perLine, commit) => {
        const { lines, took } = settledAt(perLine, commit);
        expect(lines).toBeGreaterThanOrEqual(100);
        expect(lines).toBeLessThanOrEqual(25_000);
        if (commit + 100 * perLine < 40) expect(took).toBeLessThanOrEqual(61);
        else expect(lines).toBe(100);
      },
    ),
  );
});
