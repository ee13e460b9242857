/**
 * How often a password may be tried: a wrong one delays the next try, longer each time, and the last allowed one locks
 * for a while (docs/rules.md 5). A try is counted before it is judged, so that many at once are not judged more often.
 */
import type { Instant } from '../../../contract/kernel/dates.ts';
import type { Settings } from '../../office/setting-rules.ts';

export interface TryCount {
  readonly tries: number;
  /** No try is judged before this. */
  readonly nextAt: Instant;
  readonly lockedUntil: Instant | null;
}

export type TryVerdict =
  | { readonly taken: true; readonly count: TryCount; readonly left: number }
  | { readonly taken: false; readonly locked: boolean; readonly until: Instant };

const MILLISECONDS_A_SECOND = 1_000;
const MILLISECONDS_A_MINUTE = 60_000;

/** Seconds until the next try after the first wrong one, the second, and so on; the last holds from there on. */
const WAIT_SECONDS = [0, 1, 2, 4, 8, 15, 30] as const;

export function waitSeconds(wrongTries: number): number {
  return WAIT_SECONDS[Math.min(wrongTries, WAIT_SECONDS.length) - 1] ?? 0;
}

/** Whether a try is taken now, and how the count stands when it is; a lock that has ended counts from nothing again. */
export function judgeTry(
  before: TryCount | null,
  at: Instant,
  { passwordTries, passwordLockMinutes }: Settings,
): TryVerdict {
  const lockedUntil = before?.lockedUntil ?? null;
  if (lockedUntil !== null && at < lockedUntil) return { taken: false, locked: true, until: lockedUntil };
  if (before !== null && lockedUntil === null && at < before.nextAt)
    return { taken: false, locked: false, until: before.nextAt };
  const tries = lockedUntil === null ? (before?.tries ?? 0) + 1 : 1;
  const locks = tries >= passwordTries;
  const count: TryCount = {
    tries,
    nextAt: (at + waitSeconds(tries) * MILLISECONDS_A_SECOND) as Instant,
    lockedUntil: locks ? ((at + passwordLockMinutes * MILLISECONDS_A_MINUTE) as Instant) : null,
  };
  return { taken: true, count, left: Math.max(0, passwordTries - tries) };
}
