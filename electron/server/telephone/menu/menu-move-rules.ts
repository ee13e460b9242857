/** The moves that many states of the menu share: back to the menu, into an entry, to the ledger, out of the call. */
import type { TelephoneVerb } from '../../../contract/telephone/telephone-verbs.ts';
import type { SentenceName } from '../prompts/sentence-rules.ts';
import { FIELDS, type Caller, type Errand, type Field, type Moved, type Say, type State } from './menu-state-rules.ts';

export const ALL_FIELDS = FIELDS;

/** Milliseconds that a caller has. */
export const WAITS = {
  choice: 8_000,
  firstKey: 10_000,
  nextKey: 5_000,
  /** All digits are there and `#` is missing. */
  whole: 2_000,
  /** The ledger answers at once as a rule. */
  ledger: 3_000,
} as const;

/** A question is asked so often again before the call goes to a person or ends. */
const ASKED_AGAIN = 2;
/** Times that what was keyed is refused in one call, whoever is meant: the ledger counts the tries of each person beside. */
const FAILURES = 3;

interface Length {
  readonly least: number;
  readonly most: number;
  /** So many need no `#`. */
  readonly whole: number;
}

const SIX: Length = { least: 6, most: 6, whole: 6 };

export const FIELD_LENGTHS: Readonly<Record<Field, Length>> = {
  idNumber: { least: 18, most: 18, whole: 18 },
  password: SIX,
  // A fixed line with its area code has ten to twelve, and one that the bank never corrected may have fewer.
  phone: { least: 7, most: 16, whole: 11 },
  old: SIX,
  new: SIX,
  repeated: SIX,
};

/** ID number and password prove a caller, ID number and phone are enough for a loss. */
export function fieldAfter(errand: Errand, field: Field): Field | null {
  if (field === 'idNumber') return errand === 'reportUnproven' ? 'phone' : 'password';
  if (field === 'old') return 'new';
  return field === 'new' ? 'repeated' : null;
}

export function withCaller<S extends State>(state: S, change: Partial<Caller>): S {
  return { ...state, caller: { ...state.caller, ...change } };
}

/** What was keyed for one errand is nothing to the next. */
export function toMenu({ caller }: State, first: readonly Say[]): Moved {
  const state: State = { caller: { ...caller, faults: 0 }, at: 'menu' };
  return {
    state,
    steps: [
      { do: 'clear', fields: ALL_FIELDS },
      { do: 'play', says: [...first, ...question(state)] },
    ],
  };
}

export function entering({ caller }: State, errand: Errand, field: Field, first: readonly Say[]): Moved {
  const state: State = { caller, at: 'entry', errand, field, keyed: 0 };
  return {
    state,
    steps: [
      { do: 'clear', fields: [field] },
      { do: 'play', says: [...first, ...question(state)] },
    ],
  };
}

export function asking(state: State, verb: 'telephone.sendNumber', errand: Errand, number: string): Moved;
export function asking(state: State, verb: Exclude<TelephoneVerb, 'telephone.sendNumber'>, errand: Errand): Moved;
export function asking({ caller }: State, verb: TelephoneVerb, errand: Errand, number: string | null = null): Moved {
  const state: State = { caller, at: 'asking', verb, errand, number };
  const wait = { do: 'wait', ms: WAITS.ledger } as const;
  if (verb !== 'telephone.sendNumber') return { state, steps: [{ do: 'stop' }, { do: 'ask', verb }, wait] };
  return { state, steps: [{ do: 'stop' }, { do: 'ask', verb, number: number ?? '' }, wait] };
}

/** What a proven caller wants is asked for at once, but for a report, which takes one more key, and for new digits. */
export function provenErrand(state: State, errand: Errand): Moved {
  if (errand === 'balance' || errand === 'entries' || errand === 'progress')
    return asking(state, `telephone.${errand}`, errand);
  if (errand === 'report') return replayed({ caller: state.caller, at: 'confirm', errand });
  if (errand !== 'changePin') throw new Error(`${errand} is of somebody who is not proven`);
  return state.caller.mayChangePin
    ? entering(state, errand, 'old', [])
    : toMenu(state, [{ sentence: 'pinNotByTelephone' }]);
}

export function replayed(state: State): Moved {
  return { state, steps: [{ do: 'play', says: question(state) }] };
}

/** Asked again with what was wrong; after the last time a person, or the end. */
export function faulty(state: State, wrong: SentenceName): Moved {
  const faults = state.caller.faults + 1;
  if (faults > ASKED_AGAIN) return leaving(state, 'lost');
  const again: State = withCaller(state.at === 'entry' ? { ...state, keyed: 0 } : state, { faults });
  const says: Say[] = [{ sentence: wrong }, ...question(again)];
  if (again.at !== 'entry') return { state: again, steps: [{ do: 'drop' }, { do: 'play', says }] };
  return { state: again, steps: [{ do: 'drop' }, { do: 'clear', fields: [again.field] }, { do: 'play', says }] };
}

/**
 * What was keyed is not what is known: from `field` on it is keyed again, and what was keyed ahead is not for anything any more.
 * After the last time of a call a person, or the end.
 */
export function refusedEntry(state: State, errand: Errand, field: Field, sentence: SentenceName): Moved {
  const failures = state.caller.failures + 1;
  const known = withCaller(state, { failures, faults: 0 });
  if (failures >= FAILURES) return leaving(known, 'failed');
  const moved = entering(known, errand, field, [{ sentence }]);
  return { state: moved.state, steps: [{ do: 'drop' }, { do: 'clear', fields: ALL_FIELDS }, ...moved.steps] };
}

const LAST_WORDS = {
  asked: { person: 'toPerson', end: 'noPerson' },
  lost: { person: 'lostToPerson', end: 'lostGoodbye' },
  failed: { person: 'failedToPerson', end: 'failedGoodbye' },
  trouble: { person: 'troubleToPerson', end: 'troubleGoodbye' },
} as const satisfies Readonly<Record<string, Readonly<Record<'person' | 'end', SentenceName>>>>;

/** To a person where there is one. Who only asks for one where there is none stays in the menu. */
export function leaving(state: State, why: keyof typeof LAST_WORDS): Moved {
  const to = state.caller.hasPerson ? 'person' : 'end';
  const says: Say[] = [{ sentence: LAST_WORDS[why][to] }];
  if (why === 'asked' && to === 'end') return toMenu(state, says);
  return {
    state: { caller: state.caller, at: 'leaving', to },
    steps: [{ do: 'drop' }, { do: 'clear', fields: ALL_FIELDS }, { do: 'play', says }],
  };
}

const ENTRY_QUESTIONS: Readonly<Record<Field, SentenceName>> = {
  idNumber: 'keyIdNumber',
  password: 'keyPassword',
  phone: 'keyPhone',
  old: 'keyOldPin',
  new: 'keyNewPin',
  repeated: 'keyNewPinAgain',
};

/** What is asked in a state, which is what is played again when it is not answered. */
function question(state: State): readonly Say[] {
  if (state.at === 'menu') return [{ sentence: 'menu' }];
  if (state.at === 'how') return [{ sentence: 'howToReport' }];
  if (state.at === 'entry') return [{ sentence: ENTRY_QUESTIONS[state.field] }];
  if (state.at === 'told') return [...state.says, { sentence: state.number === null ? 'afterTold' : 'afterNumber' }];
  if (state.at !== 'confirm') return [];
  if (state.errand === 'report') return [{ sentence: 'confirmReport' }];
  return [
    { sentence: 'youKeyedIdNumber' },
    { keyed: 'idNumber' },
    { sentence: 'youKeyedPhone' },
    { keyed: 'phone' },
    { sentence: 'confirmReport' },
  ];
}

/** Told, with what can be done next. */
export function told(state: State, says: readonly Say[], number: string | null): Moved {
  return replayed({ caller: { ...state.caller, faults: 0 }, at: 'told', says, number });
}
