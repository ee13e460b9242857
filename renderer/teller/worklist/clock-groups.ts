/** A page of the worklist by clock; the ledger gives it in order (docs/rules.md 3). */
import type { LossClock, WorklistItem } from '../../../electron/contract/loss/loss-views.ts';

export interface ClockGroup {
  readonly clock: LossClock;
  /** Soonest first. */
  readonly items: readonly WorklistItem[];
}

export function clockGroups(items: readonly WorklistItem[]): readonly ClockGroup[] {
  const clocks = [...new Set(items.map(({ clock }) => clock))];
  return clocks.map((clock) => ({ clock, items: items.filter((item) => item.clock === clock) }));
}
