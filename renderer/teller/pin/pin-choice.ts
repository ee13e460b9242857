/** What can be done about a PIN, and which of it fits the card's state (docs/rules.md 4). */
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import type { PinState, PinTaskKind } from '../../../electron/contract/kernel/vocabulary.ts';
import type { SeenTask } from '../customer-entry/customer-entry.ts';

/** In the order of the keys 1 to 4. */
export const pinChoices = ['first', 'change', 'forgotten', 'telephone'] as const;
export type PinChoice = (typeof pinChoices)[number];

const FITTING: Readonly<Record<PinState, PinChoice>> = {
  none: 'first',
  set: 'change',
  locked: 'forgotten',
  void: 'forgotten',
};

export function fittingChoice(state: PinState): PinChoice {
  return FITTING[state];
}

/** A PIN that was never set can be neither changed nor forgotten; one that is void only renewed. */
export function isPossible(choice: PinChoice, { pinState }: Pick<Visit, 'pinState'>): boolean {
  if (choice === 'telephone') return true;
  if (choice === 'forgotten') return pinState !== 'none';
  return FITTING[pinState] === choice;
}

const SETS_PIN: readonly PinTaskKind[] = ['first', 'change', 'reset'];

/** What an entry that ended has made of the PIN; null where it stayed as it was. */
export function pinStateAfter({ task, ended }: Pick<SeenTask, 'task' | 'ended'>): PinState | null {
  if (ended === 'locked') return 'locked';
  return ended === 'done' && SETS_PIN.includes(task) ? 'set' : null;
}

export function taskOf(choice: PinChoice): PinTaskKind {
  return choice === 'forgotten' ? 'reset' : choice;
}
