/**
 * Interest reckoned another way, day by day in exact fractions: two pots of money, the current year's and what earlier years
 * left. What comes in goes into the current year's, what is paid comes out of it first, and at the year's end both are one.
 */

/** A part of a fen, or several, as a fraction that is never cut short. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const NOTHING: Fraction = { over: 0n, under: 1n };

function plus(one: Fraction, other: Fraction): Fraction {
  return { over: one.over * other.under + other.over * one.under, under: one.under * other.under };
}

/** Half a fen is a whole one. */
function rounded({ over, under }: Fraction): number {
  const [whole, rest] = [over / under, over % under];
  return Number(rest * 2n >= under ? whole + 1n : whole);
}

/** In per cent a year with four decimals: 500 is 0.05 per cent. */
export type RateOn = (day: string) => number;

export interface Reckoned {
  readonly settledTo: string;
  readonly interestFen: number;
  readonly carryOverFen: number;
}

const SETTLED_ON: ReadonlySet<string> = new Set(['03-20', '06-20', '09-20', '12-20']);

/** The days from one to another, both included. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** @param moved what a day's entries come to, in fen; the interest is not among them. */
export function reckonByPots(
  days: readonly string[],
  moved: ReadonlyMap<string, number>,
  [demand, threeMonths]: readonly [RateOn, RateOn],
): Reckoned[] {
  const reckoned: Reckoned[] = [];
  let [year, before] = [0, 0];
  /** Daily products of each rate since the last settlement, in fen. */
  let sums = new Map<number, number>();
  for (const day of days) {
    if (day.endsWith('-01-01')) [year, before] = [0, year + before];
    const amount = moved.get(day) ?? 0;
    year += amount;
    if (year < 0) [year, before] = [0, before + year];
    for (const [pot, rate] of [
      [year, demand(day)],
      [before, threeMonths(day)],
    ] as const)
      sums.set(rate, (sums.get(rate) ?? 0) + pot);
    if (!SETTLED_ON.has(day.slice(5))) continue;
    let interest = NOTHING;
    for (const [rate, sum] of sums) {
      interest = plus(interest, { over: BigInt(sum) * BigInt(rate), under: 360n * 1_000_000n });
    }
    const interestFen = rounded(interest);
    reckoned.push({ settledTo: day, interestFen, carryOverFen: before });
    sums = new Map();
    year += interestFen;
  }
  return reckoned;
}
