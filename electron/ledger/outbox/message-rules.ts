/** When a message that could not be sent is tried again (docs/ledger.md 13). */

const SECOND_MS = 1_000;
const FIRST_PAUSE_MS = 5 * SECOND_MS;
const LONGEST_PAUSE_MS = 600 * SECOND_MS;

/** Milliseconds until the next attempt after so many that failed: 5 s, twice as long each time, ten minutes at most. */
export function pauseAfter(tries: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, tries - 1), LONGEST_PAUSE_MS);
}
