/** The ledger's time: the computer's clock, and never a time before its last commit (ledger-clock.ts). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../../../../electron/contract/kernel/dates.ts';
import { CORRECTION_MILLISECONDS, LedgerClock } from '../../../../electron/ledger/books/ledger-clock.ts';

const MORNING = Date.UTC(2024, 1, 5, 1, 30);
const instant = (at: number): Instant => at as Instant;

function clockAt(lastCommit: number): { time: LedgerClock; set: (at: number) => void } {
  let at = lastCommit;
  return {
    time: new LedgerClock(() => instant(at), instant(lastCommit)),
    set(to) {
      at = to;
    },
  };
}

test('a clock that was corrected by a little waits at the last commit', () => {
  const { time, set } = clockAt(MORNING);
  set(MORNING - CORRECTION_MILLISECONDS);
  expect([time.now(), time.behind()]).toEqual([MORNING, null]);
  set(MORNING + 1);
  expect(time.now()).toBe(MORNING + 1);
});

test('one that lies further behind is told with both times', () => {
  const { time, set } = clockAt(MORNING);
  set(MORNING - CORRECTION_MILLISECONDS - 1);
  expect(time.behind()).toEqual({ lastCommit: MORNING, clock: MORNING - CORRECTION_MILLISECONDS - 1 });
});

test('while it lies behind the time runs on from the last commit, so that every wait still ends', () => {
  const { time, set } = clockAt(MORNING);
  set(MORNING - 86_400_000);
  expect(time.now()).toBe(MORNING);
  set(MORNING - 86_400_000 + 30_000);
  expect(time.now()).toBe(MORNING + 30_000);
});

test('once accepted the time is the clock’s', () => {
  const { time, set } = clockAt(MORNING);
  set(MORNING - 86_400_000);
  time.accepted(instant(MORNING - 86_400_000));
  expect([time.now(), time.behind(), time.lastCommit]).toEqual([MORNING - 86_400_000, null, MORNING - 86_400_000]);
});

test('whatever a clock does, no time lies before a commit that was made', () => {
  const moves = fc.array(fc.tuple(fc.integer({ min: -900_000, max: 900_000 }), fc.boolean()), { maxLength: 40 });
  fc.assert(
    fc.property(moves, (steps) => {
      const { time, set } = clockAt(MORNING);
      let [at, last] = [MORNING, MORNING];
      for (const [by, commits] of steps) {
        at += by;
        set(at);
        const now = time.now();
        expect(now).toBeGreaterThanOrEqual(last);
        if (commits) {
          time.committed(now);
          last = now;
        }
      }
    }),
  );
});

test('what was told a moment ago is not earlier a moment later', () => {
  const { time, set } = clockAt(MORNING);
  set(MORNING + 60_000);
  expect(time.now()).toBe(MORNING + 60_000);
  set(MORNING + 10_000);
  expect(time.now()).toBe(MORNING + 60_000);
});
