/** How fast long work goes, and how long it will still take. */
import type { Progress } from '../../../electron/contract/protocol.ts';

export interface Pace {
  /** Whole percent, null while the total is not known. */
  readonly percent: number | null;
  /** Per second, null before there is anything to go by. */
  readonly rate: number | null;
  readonly leftMs: number | null;
}

const LEAST_ELAPSED_MS = 300;

/** `elapsedMs` since the phase began. */
export function paceOf({ done, total }: Pick<Progress, 'done' | 'total'>, elapsedMs: number): Pace {
  const percent = total === null || total === 0 ? null : Math.min(100, Math.floor((done / total) * 100));
  if (elapsedMs < LEAST_ELAPSED_MS || done === 0) return { percent, rate: null, leftMs: null };
  const perMs = done / elapsedMs;
  const leftMs = total === null ? null : Math.max(0, total - done) / perMs;
  return { percent, rate: Math.round(perMs * 1000), leftMs };
}
