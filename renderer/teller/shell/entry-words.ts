/** The words of the first screens: until somebody has signed in. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';
import { firstRunWords } from '../first-run/first-run-words.ts';
import { joinWords } from '../first-run/join-words.ts';
import { helpWords } from '../help/help-words.ts';
import { ownServerWords } from '../office-server/own-server-words.ts';
import { signInWords } from '../sign-in/sign-in-words.ts';
import { programWords } from './program-words.ts';

export const entryWords: readonly WordPairs[] = [
  programWords,
  helpWords,
  signInWords,
  firstRunWords,
  joinWords,
  ownServerWords,
];
