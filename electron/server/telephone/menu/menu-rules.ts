/**
 * The telephone's menu as a table of states (docs/rules.md 8): pure, so that every state can be tried with everything that may
 * happen to it. Nothing is told and nothing but an oral report is done for a caller who is not proven.
 */
import type { Language } from '../../../contract/kernel/vocabulary.ts';
import { afterAnswer } from './menu-answer-rules.ts';
import {
  ALL_FIELDS,
  asking,
  entering,
  faulty,
  fieldAfter,
  FIELD_LENGTHS,
  leaving,
  replayed,
  toMenu,
  provenErrand,
  WAITS,
  withCaller,
} from './menu-move-rules.ts';
import type { Caller, Errand, Happening, Key, Moved, State, Step } from './menu-state-rules.ts';

type At<A extends State['at']> = Extract<State, { readonly at: A }>;

/** A call that has just been taken. */
export function begun({ language, hasPerson }: Pick<Caller, 'language' | 'hasPerson'>): Moved {
  const caller = { language, proven: false, mayChangePin: false, faults: 0, failures: 0, hasPerson };
  return toMenu({ caller, at: 'menu' }, [{ sentence: 'welcome' }]);
}

export function next(state: State, happening: Happening): Moved {
  if (state.at === 'over') return { state, steps: [] };
  if (happening.happens === 'gone') return ended(state, []);
  if (state.at === 'leaving') return left(state, happening);
  if (happening.happens === 'answer') return answered(state, happening);
  if (happening.happens === 'played') return { state, steps: [{ do: 'wait', ms: waitOf(state) }] };
  return happening.happens === 'key' ? keyed(state, happening.key) : paused(state);
}

/** The call ends: what was keyed is gone, and the ledger ends the call's session. */
function ended(state: State, steps: readonly Step[]): Moved {
  const over: State = { caller: { ...state.caller, proven: false }, at: 'over' };
  const last: Step[] = [{ do: 'drop' }, { do: 'clear', fields: ALL_FIELDS }, { do: 'ask', verb: 'telephone.hangUp' }];
  return { state: over, steps: [...last, ...steps] };
}

/** What is said last is heard out, whatever is keyed. */
function left(state: At<'leaving'>, { happens }: Happening): Moved {
  if (happens !== 'played' && happens !== 'pause') return { state, steps: [] };
  return ended(state, [{ do: state.to === 'person' ? 'handOver' : 'hangUp' }]);
}

/** An answer to what is not asked any more changes nothing. */
function answered(state: State, { answer }: Extract<Happening, { readonly happens: 'answer' }>): Moved {
  return state.at === 'asking' && state.verb === answer.verb ? afterAnswer(state, answer) : { state, steps: [] };
}

function waitOf(state: State): number {
  if (state.at === 'entry') return WAITS.firstKey;
  return state.at === 'asking' ? WAITS.ledger : WAITS.choice;
}

function paused(state: State): Moved {
  if (state.at === 'asking') return { state, steps: [{ do: 'play', says: [{ sentence: 'oneMoment' }] }] };
  if (state.at === 'told') return toMenu(state, []);
  if (state.at !== 'entry') return faulty(state, 'nothingKeyed');
  if (state.keyed === FIELD_LENGTHS[state.field].whole) return entered(state);
  return faulty(state, state.keyed === 0 ? 'nothingKeyed' : 'tooFew');
}

function keyed(state: State, key: Key): Moved {
  if (state.at === 'asking') return { state, steps: [{ do: 'hold' }] };
  if (state.at === 'entry') return keyedIn(state, key);
  if (key === '0') return leaving(state, 'asked');
  if (state.at === 'menu') return chosen(state, key);
  if (key === '*' || key === '#') return toMenu(state, []);
  if (state.at === 'how') return chosenHow(state, key);
  if (state.at === 'confirm') return confirmed(state, key);
  return state.at === 'told' ? afterTold(state, key) : { state, steps: [] };
}

const CHOICES: Partial<Readonly<Record<Key, Errand>>> = {
  1: 'balance',
  2: 'entries',
  3: 'report',
  4: 'progress',
  5: 'changePin',
};

function chosen(state: At<'menu'>, key: Key): Moved {
  if (key === '9') return toMenu(inOther(state), []);
  if (key === '*' || key === '#') return toMenu(state, []);
  const errand = CHOICES[key];
  if (errand === undefined) return faulty(state, 'notOffered');
  return begunErrand(withCaller(state, { faults: 0 }), errand);
}

function inOther(state: At<'menu'>): State {
  const language: Language = state.caller.language === 'en' ? 'zh-CN' : 'en';
  return withCaller(state, { language, faults: 0 });
}

/** A proven caller goes on at once; a loss may be reported without being proven. */
function begunErrand(state: State, errand: Errand): Moved {
  if (state.caller.proven) return provenErrand(state, errand);
  return errand === 'report' ? replayed({ caller: state.caller, at: 'how' }) : entering(state, errand, 'idNumber', []);
}

function chosenHow(state: At<'how'>, key: Key): Moved {
  if (key === '1') return entering(withCaller(state, { faults: 0 }), 'report', 'idNumber', []);
  if (key === '2') return entering(withCaller(state, { faults: 0 }), 'reportUnproven', 'idNumber', []);
  return faulty(state, 'notOffered');
}

function confirmed(state: At<'confirm'>, key: Key): Moved {
  if (key === '2') return toMenu(state, []);
  if (key !== '1') return faulty(state, 'notOffered');
  return asking(withCaller(state, { faults: 0 }), `telephone.${state.errand}`, state.errand);
}

function afterTold(state: At<'told'>, key: Key): Moved {
  if (key === '1') return replayed(withCaller(state, { faults: 0 }));
  if (key !== '2' || state.number === null) return faulty(state, 'notOffered');
  return asking(withCaller(state, { faults: 0 }), 'telephone.sendNumber', 'progress', state.number);
}

/** `*` is the X of an ID number, and begins any other entry again; `#` ends an entry, and an empty one leads back. */
function keyedIn(state: At<'entry'>, key: Key): Moved {
  const { field } = state;
  if (key === '#') return state.keyed === 0 ? toMenu(state, []) : entered(state);
  if (key === '*' && field !== 'idNumber')
    return {
      state: { ...state, keyed: 0 },
      steps: [{ do: 'stop' }, { do: 'clear', fields: [field] }, { do: 'wait', ms: WAITS.firstKey }],
    };
  const { most, whole } = FIELD_LENGTHS[field];
  const count = state.keyed + 1;
  const wait: Step = { do: 'wait', ms: count === whole ? WAITS.whole : WAITS.nextKey };
  // More keys than a field takes are not kept, and counted no further than to know that they are too many.
  if (count > most) return { state: { ...state, keyed: most + 1 }, steps: [{ do: 'stop' }, wait] };
  return { state: { ...state, keyed: count }, steps: [{ do: 'stop' }, { do: 'keep', field }, wait] };
}

function entered(state: At<'entry'>): Moved {
  const { least, most } = FIELD_LENGTHS[state.field];
  if (state.keyed < least) return faulty(state, 'tooFew');
  if (state.keyed > most) return faulty(state, 'tooMany');
  const { errand } = state;
  const following = fieldAfter(errand, state.field);
  const settled = withCaller(state, { faults: 0 });
  if (following !== null) return entering(settled, errand, following, []);
  if (errand === 'reportUnproven') return replayed({ caller: settled.caller, at: 'confirm', errand });
  return asking(settled, state.field === 'repeated' ? 'telephone.changePin' : 'telephone.prove', errand);
}
