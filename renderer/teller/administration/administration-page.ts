/**
 * What a page of F11 announces of itself, in one file of its folder: the task's navigation, its words and Ctrl+K read it, and
 * `npm run lists` lists it.
 */
import type { Component } from 'vue';
import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';
import type { ShortcutName } from '../../shared/keyboard/shortcuts.ts';
import type { WordPairs } from '../../shared/words/word-pairs.ts';
import type { TaskAction } from '../task.ts';

export interface AdministrationPage {
  readonly id: string;
  /** From 1 to 9: Alt and this digit open it. */
  readonly place: number;
  readonly name: WordPair;
  /** What else it is called, in any language. */
  readonly alias: readonly string[];
  /** What Ctrl+K finds of it, beside the page itself: the page is opened, and this key pressed. */
  readonly actions: readonly {
    readonly name: WordPair;
    readonly alias: readonly string[];
    readonly key: ShortcutName;
  }[];
  /** Given `row`, the name of what is chosen first, or null. */
  readonly component: () => Promise<{ readonly default: Component }>;
  readonly words: WordPairs;
}

export function definePage(page: AdministrationPage): AdministrationPage {
  return page;
}

export function inOrderOfPlace(pages: readonly AdministrationPage[]): readonly AdministrationPage[] {
  return pages.toSorted((one, other) => one.place - other.place);
}

/** Its place among the keys of `administrationPage`. */
export function keyIndexOf({ place }: AdministrationPage): number {
  return place - 1;
}

/** What Ctrl+K finds of the pages. */
export function actionsOf(pages: readonly AdministrationPage[]): readonly TaskAction[] {
  return pages.flatMap((page) => {
    const opens = { shortcut: 'administrationPage', index: keyIndexOf(page) } as const;
    return [
      { name: page.name, alias: page.alias, needs: 'nothing' as const, keys: [opens] },
      ...page.actions.map(({ name, alias, key }) => ({
        name,
        alias,
        needs: 'nothing' as const,
        keys: [opens, { shortcut: key }],
      })),
    ];
  });
}
