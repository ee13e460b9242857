/** Which copies are kept, how they are named, and when the next one is due (docs/ledger.md 7). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTime, type Instant } from '../../../../electron/contract/kernel/dates.ts';
import {
  copyName,
  copyOfName,
  keptCopies,
  nextCopyAt,
  type NamedCopy,
} from '../../../../electron/ledger/backup/backup-rules.ts';

const ZONE = 'Asia/Shanghai';
const OFFICE = { code: '0101', officeId: '7b0e7e9e-0000-4000-8000-000000000001' };
const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);

const copyAt = (at: number): NamedCopy => ({ name: copyName(OFFICE, at as Instant), at: at as Instant });

/** Seconds of three years, in any order. */
const copies = fc
  .uniqueArray(fc.integer({ min: 0, max: 3 * 366 * 86_400 }), { maxLength: 400 })
  .map((seconds) => seconds.map((second) => copyAt(START + second * 1000)));
/** As an office makes them: hourly on working hours, most days, with pauses. */
const workedCopies = fc
  .array(fc.record({ pause: fc.integer({ min: 1, max: 40 }), hours: fc.integer({ min: 1, max: 12 }) }), {
    maxLength: 120,
  })
  .map((days) => {
    let day = 0;
    return days.flatMap(({ pause, hours }) => {
      day += pause;
      return Array.from({ length: hours }, (_, hour) => copyAt(START + day * 24 * HOUR + (1 + hour) * HOUR));
    });
  });

test('a name says whose copy it is and when it was begun, and nothing else is taken for one', () => {
  const name = copyName(OFFICE, Date.UTC(2026, 10, 28, 1, 30, 5) as Instant);
  expect(name).toBe('medicard-0101-7b0e7e9e-20261128T013005Z.backup');
  expect(copyOfName(OFFICE, name)).toEqual({ name, at: Date.UTC(2026, 10, 28, 1, 30, 5) });
  for (const other of [
    `${name}.part`,
    `x${name}`,
    name.replace('0101', '0102'),
    name.replace('7b0e', 'aaaa'),
    'notes.txt',
  ])
    expect(copyOfName(OFFICE, other)).toBeNull();
  expect(copyOfName(OFFICE, 'medicard-0101-7b0e7e9e-20261399T013005Z.backup')).toBeNull();
});

test('the newest copy of all is kept, and never more than 24, 31 and 24', () => {
  fc.assert(
    fc.property(copies, (given) => {
      const kept = keptCopies(given, ZONE);
      const newest = Math.max(...given.map(({ at }) => at));
      if (given.length > 0) expect(kept[0]?.at).toBe(newest);
      expect(kept.length).toBeLessThanOrEqual(24 + 31 + 24);
      expect(given).toEqual(expect.arrayContaining(kept));
    }),
  );
});

test.each([
  ['hours', 24, 13],
  ['days', 31, 10],
  ['months', 24, 7],
] as const)('of the last %s that have a copy, %i keep their newest', (_, most, characters) => {
  fc.assert(
    fc.property(fc.oneof(copies, workedCopies), (given) => {
      const slots = new Map<string, number>();
      for (const { at } of given) {
        const slot = localTime(at, ZONE).slice(0, characters);
        slots.set(slot, Math.max(slots.get(slot) ?? 0, at));
      }
      const last = [...slots].toSorted(([one], [other]) => (one < other ? 1 : -1)).slice(0, most);
      expect(keptCopies(given, ZONE).map(({ at }) => at)).toEqual(expect.arrayContaining(last.map(([, at]) => at)));
    }),
  );
});

test('whether they are thinned after each copy or once at the end, the same ones stay', () => {
  fc.assert(
    fc.property(workedCopies, (given) => {
      let kept: NamedCopy[] = [];
      for (const copy of given) kept = keptCopies([...kept, copy], ZONE);
      expect(kept).toEqual(keptCopies(given, ZONE));
    }),
  );
});

test('a second thinning takes nothing away', () => {
  fc.assert(
    fc.property(copies, (given) => {
      const kept = keptCopies(given, ZONE);
      expect(keptCopies(kept, ZONE)).toEqual(kept);
    }),
  );
});

const OPENED = START as Instant;
const minutes = (count: number): Instant => (START + count * 60_000) as Instant;

test.each([
  ['nothing there: soon after the opening', null, null, false, 0, 5],
  ['a copy of ten minutes ago: an hour after it', -10, null, false, 0, 50],
  ['a copy of yesterday: soon after the opening', -1_440, null, false, 0, 5],
  ['made at work: an hour after it', 30, 30, false, 31, 90],
  ['a place that fails: five minutes after it was tried', 30, 90, true, 91, 95],
  ['found failing at the opening: soon after it', null, null, true, 0, 5],
  ['a clock that was put back by a day: within an hour', 1_440, 1_440, false, 10, 70],
])('%s', (_, lastGood, tried, isFailing, now, next) => {
  const lastGoodAt = lastGood === null ? null : minutes(lastGood);
  const triedAt = tried === null ? null : minutes(tried);
  expect(nextCopyAt({ lastGoodAt, triedAt, isFailing }, OPENED, minutes(now))).toBe(minutes(next));
});
