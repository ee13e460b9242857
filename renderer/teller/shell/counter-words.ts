/** The words of the counter behind sign-in. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';
import { approvalsWords } from '../approvals/approvals-words.ts';
import { customerEntryWords } from '../customer-entry/customer-entry-words.ts';
import { documentCheckWords } from '../document-check/document-check-words.ts';
import { followUpWords } from '../follow-up/follow-up-words.ts';
import { lossWords } from '../loss/loss-words.ts';
import { monthEndWords } from '../month-end/month-end-words.ts';
import { paperWords } from '../paper/paper-words.ts';
import { passwordWords } from '../password/password-words.ts';
import { printQueueWords } from '../print-queue/print-queue-words.ts';
import { secondPersonWords } from '../second-person/second-person-words.ts';
import { statementWords } from '../statement/statement-words.ts';
import { visitWords } from '../visit/visit-words.ts';
import { panelWords } from '../visit-panel/panel-words.ts';
import { worklistWords } from '../worklist/worklist-words.ts';
import { shellWords } from './shell-words.ts';

export const counterWords: readonly WordPairs[] = [
  shellWords,
  approvalsWords,
  customerEntryWords,
  documentCheckWords,
  followUpWords,
  lossWords,
  monthEndWords,
  paperWords,
  passwordWords,
  printQueueWords,
  secondPersonWords,
  statementWords,
  visitWords,
  panelWords,
  worklistWords,
];
