import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';

/** Words by their keys, however deep. A list stands beside the screens that say it. */
export interface WordPairs {
  readonly [key: string]: WordPair | WordPairs;
}

/** Words for names of two parts: `visit.open` stands under `visit` as `open`. */
export type PairsOf<Name extends string> = {
  readonly [Wing in WingOf<Name>]: {
    readonly [Act in Name as Act extends `${Wing}.${infer Rest}` ? Rest : never]: WordPair;
  };
};

type WingOf<Name extends string> = Name extends `${infer Wing}.${string}` ? Wing : never;

/** The words of one language, under the same keys. */
export interface WordTree {
  [key: string]: string | WordTree;
}

/** Puts lists together in one language. Throws when two of them have a word of the same key. */
export function inOneLanguage(lists: readonly WordPairs[], language: keyof WordPair): WordTree {
  const whole: WordTree = {};
  for (const list of lists) addTo(whole, list, language, '');
  return whole;
}

function addTo(tree: WordTree, list: WordPairs, language: keyof WordPair, path: string): void {
  for (const [key, value] of Object.entries(list)) {
    const there = tree[key];
    if (isPair(value)) {
      if (there !== undefined) throw new Error(takenTwice(`${path}${key}`));
      tree[key] = value[language];
      continue;
    }
    if (typeof there === 'string') throw new Error(takenTwice(`${path}${key}`));
    const branch: WordTree = there ?? {};
    tree[key] = branch;
    addTo(branch, value, language, `${path}${key}.`);
  }
}

function isPair(value: WordPair | WordPairs): value is WordPair {
  return typeof value['zh'] === 'string';
}

function takenTwice(key: string): string {
  return `The word ${key} stands in two lists: give one of them another key, or keep it in one list only.`;
}
