/** The four outcomes of the network check in words, in the order of the keys 1 to 4 (docs/rules.md 2). */
import type { NetworkCheck } from '../../electron/contract/kernel/vocabulary.ts';
import type { WordKey } from '../shared/words/word-lists.ts';

export const networkChecks: readonly { readonly value: NetworkCheck; readonly word: WordKey }[] = [
  { value: 'match-photo', word: 'visit.matchPhoto' },
  { value: 'match-no-photo', word: 'visit.matchNoPhoto' },
  { value: 'name-differs', word: 'visit.nameDiffers' },
  { value: 'number-unknown', word: 'visit.numberUnknown' },
];
