/** What must come of what a customer types. What a task has come to is in the server's memory alone. */
import type { ActOf } from './acts.ts';
import { sessionAt, visitOf, type Seen, type TaskState, type World } from './office-world.ts';
import { holderOf } from './session-rules.ts';

const ENTRY_MS = 60_000;
const TRIES = 3;

export function beginTask(world: World, { key, place, visit: visitKey, task }: ActOf<'begin task'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const visit = visitOf(world, session, visitKey);
  if (typeof visit === 'string') return visit;
  if (visit.agent) return 'AGENT_MAY_NOT';
  if (Object.values(world.tasks).some((each) => each.visit === visitKey && isRunning(world, each)))
    return 'PIN_TASK_OPEN';
  const { pin } = holderOf(world, visit.holder);
  if (pin.state !== stateFor(task)) return 'PIN_STATE';
  const begun: TaskState = {
    ...{ session: session.key, visit: visitKey, holder: visit.holder, task },
    step: task === 'first' ? 'new' : 'old',
    ...{ ended: null, fault: null, failures: 0, firstTyped: '', until: world.at + ENTRY_MS },
  };
  world.tasks[key] = begun;
  return view(begun);
}

/** In which state a PIN is for the task to fit. */
const stateFor = (task: TaskState['task']): 'none' | 'set' => (task === 'first' ? 'none' : 'set');

const isRunning = (world: World, { ended, until }: TaskState): boolean => ended === null && world.at < until;

function view({ step, ended, fault }: TaskState): Seen {
  return { step, ended, fault };
}

export function type(world: World, { place, task: key, step, digits }: ActOf<'type'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const task = world.tasks[key];
  if (task?.session !== session.key || !isRunning(world, task)) return 'PIN_TASK_ENDED';
  const visit = visitOf(world, session, task.visit);
  if (typeof visit === 'string') return visit;
  if (step === 'old' && task.task === 'first') return 'PIN_TASK_ENDED';
  if (step !== 'old' && task.task === 'prove') return 'PIN_TASK_ENDED';
  if (task.step !== step) return view(task);
  if (step === 'old') return typedOld(world, task, digits);
  // Meanwhile the same holder may have set it, or it was locked, at another counter.
  const isSettable = holderOf(world, task.holder).pin.state === stateFor(task.task);
  if (step === 'repeat' && digits === task.firstTyped && !isSettable) return 'PIN_TASK_ENDED';
  task.until = world.at + ENTRY_MS;
  if (step === 'new') return typedNew(world, task, digits);
  if (digits !== task.firstTyped) return noGood(task, 'different');
  Object.assign(task, { ended: 'done', fault: null });
  Object.assign(holderOf(world, task.holder).pin, { state: 'set', digits, wrong: 0 });
  return view(task);
}

function typedOld(world: World, task: TaskState, digits: string): Seen {
  const { pin } = holderOf(world, task.holder);
  if (pin.state !== 'set') return 'PIN_TASK_ENDED';
  task.until = world.at + ENTRY_MS;
  // The last try was counted by a server that did not live to judge it.
  const isRight = pin.wrong < TRIES && digits === pin.digits;
  if (pin.wrong < TRIES) pin.wrong += 1;
  if (isRight) {
    pin.wrong = 0;
    Object.assign(task, task.task === 'prove' ? { ended: 'done', fault: null } : { step: 'new', fault: null });
    return view(task);
  }
  task.fault = 'wrong';
  if (pin.wrong >= TRIES) {
    task.ended = 'locked';
    pin.state = 'locked';
  }
  return view(task);
}

/** A try that was counted, and not judged: the server died over it. */
export function countedOnly(world: World, { task: key, step }: ActOf<'type'>): void {
  const task = world.tasks[key];
  const pin = task === undefined ? null : holderOf(world, task.holder).pin;
  if (step === 'old' && task?.step === 'old' && pin?.state === 'set' && pin.wrong < TRIES) pin.wrong += 1;
}

function typedNew(world: World, task: TaskState, digits: string): Seen {
  if (digits === holderOf(world, task.holder).pin.digits) return noGood(task, 'weak');
  Object.assign(task, { step: 'repeat', fault: null, firstTyped: digits });
  return view(task);
}

/** The third time the task is over, and nothing was changed. */
function noGood(task: TaskState, fault: 'weak' | 'different'): Seen {
  task.failures += 1;
  Object.assign(task, { step: 'new', fault, firstTyped: '', ended: task.failures >= TRIES ? 'tries' : null });
  return view(task);
}

export function endTask(world: World, { place, task: key }: ActOf<'end task'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const task = world.tasks[key];
  if (task?.session !== session.key) return 'PIN_TASK_ENDED';
  if (task.ended === null) Object.assign(task, { ended: 'abandoned', fault: null });
  return view(task);
}

/** The server began anew: what it had in memory is gone. */
export function forgetTasks(world: World): void {
  world.tasks = {};
}
