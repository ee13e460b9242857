/** A page of the worklist by how soon its clocks run out; the ledger gives it in order (docs/rules.md 3). */
import type { ClockSpan, WorklistItem } from '../../../electron/contract/loss/loss-views.ts';

export interface ClockGroup {
  readonly span: ClockSpan;
  /** Soonest first. */
  readonly items: readonly WorklistItem[];
}

export function clockGroups(items: readonly WorklistItem[]): readonly ClockGroup[] {
  const spans = [...new Set(items.map(({ span }) => span))];
  return spans.map((span) => ({ span, items: items.filter((item) => item.span === span) }));
}
