/**
 * What a page of help says: the steps, the rules with their sources, what can go wrong, and which pages are near. Each task
 * has one beside it; those of the window's other states stand in `window-pages.ts`. In every sentence `{name}` stands for
 * the key of the shortcut of that name, `{nameLast}` for its last key.
 */
import type { ErrorCode } from '../../../electron/contract/kernel/errors.ts';
import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';
import type { TaskId } from '../../shared/keyboard/shortcuts.ts';

/** What a window shows outside the tasks. */
export type WindowState = 'signIn' | 'lock' | 'clerkLocked' | 'firstRun' | 'shut';
export type HelpId = TaskId | WindowState;

/** The part of a screen that is shown while a clerk is at a step. */
export const PLACES = {
  secondPress: '.final-act',
  secondPerson: '.second-person',
  customerEntry: '.customer-entry',
  paper: '.paper-pane',
} as const;
export type HelpPlace = keyof typeof PLACES;

interface HelpStep {
  readonly says: WordPair;
  readonly at?: HelpPlace;
}

interface HelpRule {
  readonly says: WordPair;
  readonly source: WordPair;
}

/** A refusal says by itself what was kept and what to do; the page adds why it comes. */
interface HelpRefusal {
  readonly code: ErrorCode;
  readonly cause: WordPair;
}

interface HelpMishap {
  readonly what: WordPair;
  readonly cause: WordPair;
  readonly kept: WordPair;
  readonly cure: WordPair;
}

type Some<Thing> = readonly [Thing, ...Thing[]];

export interface HelpPage {
  readonly steps: Some<HelpStep>;
  readonly rules: Some<HelpRule>;
  readonly faults: Some<HelpRefusal | HelpMishap>;
  readonly near: Some<HelpId>;
}

/** The program's own rules, by section. */
export function ruled(section: number, says: WordPair): HelpRule {
  return {
    says,
    source: { zh: `业务规则第 ${section} 节（docs/rules.md）`, en: `Rules, section ${section} (docs/rules.md)` },
  };
}

/** What papers keep to, by section. */
export function ofPapers(section: number, says: WordPair): HelpRule {
  return {
    says,
    source: { zh: `单据规则第 ${section} 节（docs/papers.md）`, en: `Papers, section ${section} (docs/papers.md)` },
  };
}
