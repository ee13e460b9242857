/**
 * What the telephone's menu may be at, what can happen to it, and what it then has done (docs/rules.md 8). No digit that was keyed
 * stands in any of it: the call keeps them as bytes, and a state knows how many there are.
 */
import type { Fen } from '../../../contract/kernel/money.ts';
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import type { Reply } from '../../../contract/kernel/errors.ts';
import type { Language } from '../../../contract/kernel/vocabulary.ts';
import type { TelephoneAnswer, TelephoneVerb } from '../../../contract/telephone/telephone-verbs.ts';
import type { SentenceName } from '../prompts/sentence-rules.ts';

export const KEYS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'] as const;
export type Key = (typeof KEYS)[number];

/** What is keyed in as a whole and ended by `#`. */
export const FIELDS = ['idNumber', 'password', 'phone', 'old', 'new', 'repeated'] as const;
export type Field = (typeof FIELDS)[number];

/** What a caller wants. `reportUnproven` is a loss of somebody who gives no telephone password. */
export const ERRANDS = ['balance', 'entries', 'report', 'progress', 'changePin', 'reportUnproven'] as const;
export type Errand = (typeof ERRANDS)[number];

/** One thing that is said. Of what was keyed only what is no password can be read back. */
export type Say =
  | { readonly sentence: SentenceName }
  | { readonly amountFen: Fen }
  | { readonly date: BusinessDate }
  | { readonly number: string }
  | { readonly keyed: 'idNumber' | 'phone' };

/** What stays with a call from one question to the next. */
export interface Caller {
  readonly language: Language;
  /** The telephone password has proven the caller in this call. */
  readonly proven: boolean;
  readonly mayChangePin: boolean;
  /** Times in a row that the question at hand was not answered, or with what it does not offer. */
  readonly faults: number;
  /** Times in this call that what was keyed was refused. */
  readonly failures: number;
  /** Calls can be handed over to a person. */
  readonly hasPerson: boolean;
}

export type State = { readonly caller: Caller } & (
  | { readonly at: 'menu' }
  /** With a telephone password, or without. */
  | { readonly at: 'how' }
  | { readonly at: 'entry'; readonly errand: Errand; readonly field: Field; readonly keyed: number }
  /** One more key stops the card. */
  | { readonly at: 'confirm'; readonly errand: 'report' | 'reportUnproven' }
  | { readonly at: 'asking'; readonly verb: TelephoneVerb; readonly errand: Errand; readonly number: string | null }
  /** Something was told: it can be heard again, and a report's number be sent. */
  | { readonly at: 'told'; readonly says: readonly Say[]; readonly number: string | null }
  | { readonly at: 'leaving'; readonly to: 'person' | 'end' }
  | { readonly at: 'over' }
);

export type MenuAnswer = {
  [V in TelephoneVerb]: { readonly verb: V; readonly reply: Reply<TelephoneAnswer<V>> };
}[TelephoneVerb];

export type Happening =
  | { readonly happens: 'key'; readonly key: Key }
  /** All that was to be played has been. */
  | { readonly happens: 'played' }
  /** The time that was waited for a key has run out. */
  | { readonly happens: 'pause' }
  | { readonly happens: 'answer'; readonly answer: MenuAnswer }
  /** The caller has hung up, or the line has died. */
  | { readonly happens: 'gone' };

export type Step =
  /** In place of what is being played. */
  | { readonly do: 'play'; readonly says: readonly Say[] }
  | { readonly do: 'stop' }
  /** Milliseconds until `pause` happens, from now on, in place of an earlier wait. */
  | { readonly do: 'wait'; readonly ms: number }
  /** The key belongs to this field. */
  | { readonly do: 'keep'; readonly field: Field }
  /** What was keyed is overwritten and gone. */
  | { readonly do: 'clear'; readonly fields: readonly Field[] }
  | { readonly do: 'ask'; readonly verb: Exclude<TelephoneVerb, 'telephone.sendNumber'> }
  | { readonly do: 'ask'; readonly verb: 'telephone.sendNumber'; readonly number: string }
  /** The key came while the ledger is asked, and waits for its answer. */
  | { readonly do: 'hold' }
  /** Held keys were meant for something that did not come to pass. */
  | { readonly do: 'drop' }
  | { readonly do: 'handOver' }
  | { readonly do: 'hangUp' };

export interface Moved {
  readonly state: State;
  readonly steps: readonly Step[];
}
