/** Every list of words there is, so that a wrong key fails compiling. Each list names itself here, in its own file. */
import type { sharedWords } from './shared-words.ts';
import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';

export interface WordLists {
  shared: typeof sharedWords;
}

type Paths<Tree> = {
  [K in keyof Tree & string]: Tree[K] extends WordPair ? K : `${K}.${Paths<Tree[K]>}`;
}[keyof Tree & string];

type PathsOf<List> = { [L in keyof List]: Paths<List[L]> }[keyof List];

/** The place of a word in the lists: `visit.title`. */
export type WordKey = PathsOf<WordLists>;
