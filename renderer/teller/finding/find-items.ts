/** Which of the things that Ctrl+K knows fit what was typed, the best first. */
import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';
import { fitOf, type Spoken } from './matching.ts';

/** In the order in which equally good ones stand. */
export const ITEM_KINDS = ['paper', 'task', 'action', 'help', 'setting'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export interface Findable {
  readonly kind: ItemKind;
  /** Found in either language, whichever the window speaks. */
  readonly name: WordPair;
  /** What else it is called, in any language. */
  readonly alias: readonly string[];
}

export function findItems<Item extends Findable>(
  typed: string,
  items: readonly Item[],
  spoken: Spoken | null,
): readonly Item[] {
  return items
    .flatMap((item) => {
      const rank = rankOf(typed, item, spoken);
      return rank === null ? [] : [{ item, rank }];
    })
    .toSorted((one, other) => one.rank - other.rank || kindOrder(one.item) - kindOrder(other.item))
    .map(({ item }) => item);
}

/** A name goes before another word for the same, where both fit equally well. */
function rankOf(typed: string, { name, alias }: Findable, spoken: Spoken | null): number | null {
  const ranks = [
    ...[name.zh, name.en].map((text) => ranked(fitOf(typed, text, spoken), 0)),
    ...alias.map((text) => ranked(fitOf(typed, text, spoken), 1)),
  ].filter((rank) => rank !== null);
  return ranks.length === 0 ? null : Math.min(...ranks);
}

function ranked(fit: number | null, behind: 0 | 1): number | null {
  return fit === null ? null : 2 * fit + behind;
}

function kindOrder({ kind }: Findable): number {
  return ITEM_KINDS.indexOf(kind);
}
