/** What can be done about a password, and which of it fits the card's state (docs/rules.md 4). */
import type { PinTask } from '../../../electron/contract/loss/loss-views.ts';
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import type { PinState, PinTaskKind } from '../../../electron/contract/kernel/vocabulary.ts';

/** In the order of the keys 1 to 4. */
export const passwordChoices = ['first', 'change', 'forgotten', 'telephone'] as const;
export type PasswordChoice = (typeof passwordChoices)[number];

const FITTING: Readonly<Record<PinState, PasswordChoice>> = {
  none: 'first',
  set: 'change',
  locked: 'forgotten',
  void: 'forgotten',
};

export function fittingChoice(state: PinState): PasswordChoice {
  return FITTING[state];
}

/** A password that was never set can be neither changed nor forgotten; one that is void only renewed. */
export function isPossible(choice: PasswordChoice, { pinState }: Pick<Visit, 'pinState'>): boolean {
  if (choice === 'telephone') return true;
  if (choice === 'forgotten') return pinState !== 'none';
  return FITTING[pinState] === choice;
}

const SETS_PASSWORD: readonly PinTaskKind[] = ['first', 'change', 'reset'];

/** What an entry that ended has made of the password; null where it stayed as it was. */
export function pinStateAfter({ task, ended }: Pick<PinTask, 'task' | 'ended'>): PinState | null {
  if (ended === 'locked') return 'locked';
  return ended === 'done' && SETS_PASSWORD.includes(task) ? 'set' : null;
}

export function taskOf(choice: PasswordChoice): PinTaskKind {
  return choice === 'forgotten' ? 'reset' : choice;
}
