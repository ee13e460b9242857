/** How many cases a costly test tries: its usual number, and more in proportion when `FC_RUNS` asks for more. */
import { inject } from 'vitest';

export function caseCount(usual: number): number {
  return Math.max(usual, Math.round(usual * inject('caseShare')));
}
