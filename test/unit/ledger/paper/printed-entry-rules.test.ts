/** The print gate's ranges against a plain set of numbers (docs/rules.md 1). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countCleared,
  countUnprinted,
  firstUnprinted,
  mergeRanges,
} from '../../../../electron/ledger/paper/printed-entry-rules.ts';

const lastSeq = fc.integer({ min: 0, max: 40 });
const rangeWithin = (limit: number) =>
  fc.tuple(fc.integer({ min: 1, max: limit }), fc.integer({ min: 1, max: limit })).map(([a, b]) => ({
    from: Math.min(a, b),
    to: Math.max(a, b),
  }));
const printed = lastSeq.chain((last) =>
  fc.tuple(fc.constant(last), last === 0 ? fc.constant([]) : fc.array(rangeWithin(last), { maxLength: 8 })),
);

type Range = { from: number; to: number };
const numbers = ({ from, to }: Range) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const asSet = (ranges: readonly Range[]) => new Set(ranges.flatMap(numbers));

test('merged ranges are the same numbers, sorted, apart, and as few as can be', () => {
  fc.assert(
    fc.property(printed, ([, ranges]) => {
      const merged = mergeRanges(ranges);
      expect(asSet(merged)).toEqual(asSet(ranges));
      merged.forEach((range, at) => expect(range.from).toBeGreaterThan((merged[at - 1]?.to ?? -1) + 1));
      expect(mergeRanges(merged)).toEqual(merged);
    }),
  );
});

test('unprinted are the numbers in no range, and the first of them is the first', () => {
  fc.assert(
    fc.property(printed, ([last, ranges]) => {
      const set = asSet(ranges);
      const missing = numbers({ from: 1, to: last }).filter((seq) => !set.has(seq));
      expect(countUnprinted(last, ranges)).toBe(missing.length);
      expect(firstUnprinted(last, ranges)).toBe(missing[0] ?? null);
    }),
  );
});

test('printing a range clears exactly the numbers of it that were in none', () => {
  fc.assert(
    fc.property(
      printed
        .filter(([last]) => last > 0)
        .chain(([last, ranges]) => fc.tuple(fc.constant(last), fc.constant(ranges), rangeWithin(last))),
      ([last, ranges, range]) => {
        const set = asSet(ranges);
        const cleared = numbers(range).filter((seq) => !set.has(seq)).length;
        expect(countCleared(range, ranges)).toBe(cleared);
        expect(countUnprinted(last, [...ranges, range])).toBe(countUnprinted(last, ranges) - cleared);
      },
    ),
  );
});
