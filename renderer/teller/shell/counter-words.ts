/** The words of the counter behind sign-in: of the counter itself, of the parts that tasks are made of, and of the tasks. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';
import { findingWords } from '../finding/finding-words.ts';
import { customerEntryWords } from '../customer-entry/customer-entry-words.ts';
import { decisionWords } from '../decisions/decision-words.ts';
import { paperWords } from '../paper/paper-words.ts';
import { secondPersonWords } from '../second-person/second-person-words.ts';
import { wordsOf } from '../task.ts';
import { panelWords } from '../visit-panel/panel-words.ts';
import { shellWords } from './shell-words.ts';
import { tasks } from './tasks.ts';

export const counterWords: readonly WordPairs[] = [
  shellWords,
  findingWords,
  panelWords,
  paperWords,
  secondPersonWords,
  decisionWords,
  customerEntryWords,
  ...tasks.flatMap(wordsOf),
];
