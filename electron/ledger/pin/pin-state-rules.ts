/** The life of an account's PIN as a table (docs/rules.md 4): independent of whether the card is lost. */
import type { PinState, PinTaskKind } from '../../contract/kernel/vocabulary.ts';

export const PIN_EVENTS = [
  'setFirst',
  'proveRight',
  'proveWrong',
  'lastTryWrong',
  'change',
  'reportLost',
  'reset',
] as const;
export type PinEvent = (typeof PIN_EVENTS)[number];

/** A lock is lifted by a reset alone, and a reset begins with a loss report. */
const PIN_STATES: Readonly<Record<PinState, Partial<Readonly<Record<PinEvent, PinState>>>>> = {
  none: { setFirst: 'set' },
  set: { proveRight: 'set', proveWrong: 'set', lastTryWrong: 'locked', change: 'set', reportLost: 'void' },
  locked: { reportLost: 'void' },
  void: { reset: 'set' },
};

/** The state after the event; null when the event is impossible in this state. */
export function afterPinEvent(state: PinState, event: PinEvent): PinState | null {
  return PIN_STATES[state][event] ?? null;
}

export type PinStep = 'old' | 'new' | 'repeat' | 'read';

/** What the customer types in each task, in order; a loss report and a new contact are only read. */
export const TASK_STEPS: Readonly<Record<PinTaskKind, readonly PinStep[]>> = {
  first: ['new', 'repeat'],
  change: ['old', 'new', 'repeat'],
  reset: ['new', 'repeat'],
  prove: ['old'],
  telephone: ['new', 'repeat'],
  acknowledge: ['read'],
  contact: ['read'],
};

/** A telephone password is none of the card's, and what is only read is no PIN. */
type OfPin = Exclude<PinTaskKind, 'telephone' | 'acknowledge' | 'contact'>;

/** The event with which a task ends well. */
const TASK_EVENTS: Readonly<Record<OfPin, PinEvent>> = {
  first: 'setFirst',
  change: 'change',
  reset: 'reset',
  prove: 'proveRight',
};

export function taskEvent(task: OfPin): PinEvent {
  return TASK_EVENTS[task];
}

/** The step after this one; null after the last. */
export function stepAfter(task: PinTaskKind, step: PinStep): PinStep | null {
  const steps = TASK_STEPS[task];
  return steps[steps.indexOf(step) + 1] ?? null;
}

/** Can the task be begun while the PIN is so? */
export function taskFits(task: PinTaskKind, state: PinState): boolean {
  if (task === 'telephone' || task === 'acknowledge' || task === 'contact') return true;
  return afterPinEvent(state, TASK_EVENTS[task]) !== null;
}
