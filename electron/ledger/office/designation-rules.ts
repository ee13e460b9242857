/**
 * Whether a payment at an institution is taken (docs/rules.md 1): by the moment at which its terminal let it through, so that what was
 * paid before a stop is still settled, and what is given back always.
 */
export interface StoppedSpan {
  /** On the office's clock, `YYYY-MM-DD HH:MM:SS`. */
  readonly from: string;
  /** Null while it goes on. */
  readonly until: string | null;
}

export function isStoppedAt(spans: readonly StoppedSpan[], moment: string): boolean {
  return spans.some(({ from, until }) => from <= moment && (until === null || moment < until));
}
