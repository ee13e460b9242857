/** Two things measured by turns, so that whatever else the machine does weighs on both alike. */

export interface Pairs {
  /** Medians. */
  readonly measured: number;
  readonly baseline: number;
  /** Median of measured over baseline, pair by pair. */
  readonly ratio: number;
}

/** `rounds` pairs; which of the two goes first changes from pair to pair. */
export async function sideBySide(
  rounds: number,
  measure: () => Promise<number> | number,
  base: () => Promise<number> | number,
): Promise<Pairs> {
  const measured: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 1) baseline.push(await base());
    measured.push(await measure());
    if (round % 2 === 0) baseline.push(await base());
  }
  const ratios = measured.map((value, at) => value / (baseline[at] ?? Number.NaN));
  return { measured: median(measured), baseline: median(baseline), ratio: median(ratios) };
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The smallest value that `share` of all do not exceed. Throws a RangeError without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('nothing was measured');
  return value;
}
