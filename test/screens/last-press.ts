/** The last press of a task, and how often what it asks for was asked. */
import { expect } from 'vitest';
import type { TellerVerb } from '../../electron/contract/verbs.ts';
import type { Clerk } from './clerk.ts';

/** The sentence that says what will happen, with the focus on its button. */
export async function box(): Promise<void> {
  await expect.poll(() => document.activeElement?.closest('.final-act button')).toBeTruthy();
}

export function times(clerk: Clerk, verb: TellerVerb): number {
  return clerk.program.asked.filter((asked) => asked.verb === verb).length;
}
