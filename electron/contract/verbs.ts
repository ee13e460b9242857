/**
 * The one list of what can be asked of the program: business verbs, never tables, files or paths (DESIGN.md 3).
 * Preload, main, ledger and command line all read it, so a verb missing anywhere fails type-checking.
 */
import type { z } from 'zod';
import { counterVerbs } from './counter-verbs.ts';
import { fileVerbs } from './file-verbs.ts';
import { officeVerbs } from './office-verbs.ts';

export const verbs = { ...officeVerbs, ...counterVerbs, ...fileVerbs } as const;

export type Verbs = typeof verbs;
export type Verb = keyof Verbs;
export type LedgerVerb = { [V in Verb]: Verbs[V]['owner'] extends 'ledger' ? V : never }[Verb];
export type MainVerb = Exclude<Verb, LedgerVerb>;
export type TellerVerb = { [V in Verb]: Verbs[V]['windows'] extends readonly [] ? never : V }[Verb];
export type Input<V extends Verb> = z.infer<Verbs[V]['input']>;
export type Output<V extends Verb> = z.infer<Verbs[V]['output']>;

export function isVerb(name: string): name is Verb {
  return Object.hasOwn(verbs, name);
}
