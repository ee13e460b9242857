/** The worklist by clock, the most pressing first (RULES.md 3). */
import type { WorklistItem } from '../../../../electron/contract/loss-views.ts';

const CLOCKS: readonly WorklistItem['clock'][] = [
  'lapses-today',
  'lapses-tomorrow',
  'reissue-due',
  'password-due',
  'reissue-waiting',
  'password-waiting',
];

export interface ClockGroup {
  readonly clock: WorklistItem['clock'];
  /** Soonest first. */
  readonly items: readonly WorklistItem[];
}

/** Groups with nothing in them are left out. */
export function clockGroups(items: readonly WorklistItem[]): readonly ClockGroup[] {
  return CLOCKS.map((clock) => ({
    clock,
    items: items
      .filter((item) => item.clock === clock)
      .toSorted((one, other) => (`${one.on}${one.number}` < `${other.on}${other.number}` ? -1 : 1)),
  })).filter((group) => group.items.length > 0);
}
