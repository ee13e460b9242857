/** One request of the matrix: who asks what through which door, in which session, about which visit or task. */
import type { Reply } from '../../../../electron/contract/kernel/errors.ts';
import type { Door } from '../../../../electron/contract/kernel/verb-policy.ts';
import { policyOf, type LedgerVerb } from '../../../../electron/contract/verbs.ts';
import { COMMAND_LINE } from '../../../../electron/ledger/request/scope.ts';
import type { Dispatcher } from '../../../../electron/ledger/dispatch/dispatcher.ts';
import { SECOND, type MatrixSession, type MatrixTask, type MatrixVisit, type NotedHandlers } from './matrix-office.ts';
import { predicted, type Facts, type HolderFacts } from './predicted-answer.ts';
import { ABOUT_NOTHING, SAMPLES } from './verb-samples.ts';

export interface MatrixCase {
  readonly verb: LedgerVerb;
  readonly door: Door;
  /** At which its sessions were opened, or another one. */
  readonly counter: 'their own' | 'another' | 'command-line';
  readonly session: MatrixSession;
  /** Null where the request names none; one that is nobody's is unknown. */
  readonly visit: MatrixVisit | null;
  readonly task: MatrixTask | null;
  readonly about: Facts['about'];
  readonly second: 'supervisor' | 'the first person';
}

export const NOBODYS_VISIT: MatrixVisit = { id: 'no such visit', token: '', facts: { over: false, stands: 'holder' } };
export const NOBODYS_TASK: MatrixTask = { id: 'no such task', token: '', facts: { running: true, visitOver: false } };

/** Whose lock is to be lifted, in the sample of that verb: nobody lifts their own, and no password is judged for it. */
const LOCKED = { clerkCode: '1002', password: 'x' };

export function inputOf({ verb, visit, task, about, second }: MatrixCase): object {
  const sample = SAMPLES[verb]({
    ...ABOUT_NOTHING,
    ...named(visit, task),
    second: second === 'supervisor' ? SECOND : LOCKED,
  });
  const input = about === 'password' ? { ...sample, object: 'password' } : sample;
  if (visit !== null) return input;
  if ('visitId' in input) return { ...input, visitId: null };
  return 'input' in input && 'visitId' in input.input ? { ...input, input: { ...input.input, visitId: null } } : input;
}

function named(visit: MatrixVisit | null, task: MatrixTask | null) {
  return { visitId: (visit ?? NOBODYS_VISIT).id, taskId: (task ?? NOBODYS_TASK).id };
}

export function factsOf({ door, counter, session, visit, task, about, second }: MatrixCase): Facts {
  const whose = (of: { readonly token: string }) =>
    of.token === '' ? 'nobody' : of.token === session.token ? 'own' : 'another';
  return {
    door,
    office: 'open',
    justSetUp: false,
    // A session is its counter's: from elsewhere it is none.
    session: counter === 'their own' && !isHolders(door) ? session.facts : null,
    holder: isAt(door, session.holder) ? session.holder : null,
    visit: visit && { ...visit.facts, whose: whose(visit) },
    task: task && { ...task.facts, whose: whose(task) },
    about,
    second,
  };
}

const AT: Readonly<Record<HolderFacts['kind'], Door>> = {
  login: 'web',
  report: 'web',
  'follow-up': 'web',
  call: 'telephone',
};

/** A clerk is nobody there, whatever token comes. */
const isHolders = (door: Door): boolean => Object.values(AT).includes(door);

function isAt(door: Door, holder: HolderFacts | undefined): holder is HolderFacts {
  return holder !== undefined && AT[holder.kind] === door;
}

export type Ask = (asked: MatrixCase) => Promise<Reply<unknown>>;

const COUNTERS = { 'their own': 'T1', another: 'T2', 'command-line': COMMAND_LINE } as const;

/** As the door itself is asked. */
export function asking(door: Dispatcher): Ask {
  return async (asked) => {
    const { verb, session, door: through } = asked;
    const request = { verb, input: inputOf(asked), sessionToken: session.token, door: through };
    return (await door.answer({ ...request, counter: COUNTERS[asked.counter], operator: 'window' })).reply;
  };
}

/** What came of a request: `done` when its use case and no other was reached, else the code of its refusal. */
export async function cameTo(ask: Ask, asked: MatrixCase, noted: NotedHandlers): Promise<string> {
  const reply = await ask(asked);
  const reached = noted.taken();
  if (!reply.ok) return [reply.error.code, ...reached].join(' and reached ');
  return reached.join(' ') === asked.verb ? 'done' : `told${reached.join(' ')}`;
}

/** Every case in which a keeper of policies answers otherwise than the rules say. */
export async function disagreements(
  ask: Ask,
  cases: Iterable<MatrixCase>,
  noted: NotedHandlers,
  most = Infinity,
): Promise<string[]> {
  const found: string[] = [];
  for (const asked of cases) {
    const must = predicted(policyOf(asked.verb), factsOf(asked));
    const came = await cameTo(ask, asked, noted);
    if (came !== must) found.push(`${wordsOf(asked)}: must be ${must}, is ${came}`);
    if (found.length >= most) break;
  }
  return found;
}

function wordsOf(asked: MatrixCase): string {
  const { verb, door, counter, session, about } = asked;
  const { visit, task } = factsOf(asked);
  return JSON.stringify([verb, door, counter, session.name, visit, task, about]);
}
