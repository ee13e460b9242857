/** The print gate: which entries a holder has on paper, and how many are not (docs/rules.md 1). */

/** Both ends included, sequence numbers of one account. */
export interface SeqRange {
  readonly from: number;
  readonly to: number;
}

/** Sorted, disjoint, with neighbours joined. */
export function mergeRanges(ranges: readonly SeqRange[]): SeqRange[] {
  const merged: SeqRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || range.from > last.to + 1) merged.push(range);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return merged;
}

/** How many of the entries 1 to `lastSeq` lie in no printed range. */
export function countUnprinted(lastSeq: number, printed: readonly SeqRange[]): number {
  const covered = mergeRanges(printed).reduce((sum, range) => sum + range.to - range.from + 1, 0);
  return lastSeq - covered;
}

/** The first entry in no printed range; null when all are on paper. */
export function firstUnprinted(lastSeq: number, printed: readonly SeqRange[]): number | null {
  const first = mergeRanges(printed)[0];
  const candidate = first !== undefined && first.from === 1 ? first.to + 1 : 1;
  return candidate <= lastSeq ? candidate : null;
}

/** How many entries of `range` are not on paper yet: what printing the range would clear. */
export function countCleared(range: SeqRange, printed: readonly SeqRange[]): number {
  const overlap = mergeRanges(printed).reduce(
    (sum, each) => sum + Math.max(0, Math.min(each.to, range.to) - Math.max(each.from, range.from) + 1),
    0,
  );
  return range.to - range.from + 1 - overlap;
}
