/** How long to wait before a line is tried again: longer each time up to a limit, and never all counters at once. */

const FIRST_MS = 250;
const LONGEST_MS = 15_000;

/** @param failures in a row, from 1 on; @param chance from 0 up to 1. The answer is in milliseconds. */
export function retryDelayMs(failures: number, chance: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 30));
  return Math.round(whole / 2 + (whole / 2) * chance);
}
