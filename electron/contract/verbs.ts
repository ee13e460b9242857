/**
 * The one list of what can be asked of the program: business verbs, never tables, files or paths
 * (docs/architecture.md 3). Preload, main, ledger and command line all read it, so a verb missing anywhere fails
 * type-checking.
 */
import type { z } from 'zod';
import { approvalVerbs } from './approvals/approval-verbs.ts';
import { clerkVerbs } from './administration/clerk-verbs.ts';
import { counterVerbs } from './visit/visit-verbs.ts';
import { fileVerbs } from './month-end/file-verbs.ts';
import { lossVerbs } from './loss/loss-verbs.ts';
import { officeVerbs } from './office/office-verbs.ts';
import { pinVerbs } from './customer/customer-verbs.ts';
import type { SecondPerson, WindowKind } from './kernel/verb-definition.ts';

export const verbs = {
  ...officeVerbs,
  ...counterVerbs,
  ...fileVerbs,
  ...lossVerbs,
  ...pinVerbs,
  ...approvalVerbs,
  ...clerkVerbs,
} as const;

export type Verbs = typeof verbs;
export type Verb = keyof Verbs;
export type LedgerVerb = { [V in Verb]: Verbs[V]['owner'] extends 'ledger' ? V : never }[Verb];
export type MainVerb = Exclude<Verb, LedgerVerb>;
/** What a window of the kind may ask. */
export type WindowVerb<Kind extends WindowKind> = {
  [V in Verb]: Kind extends Verbs[V]['windows'][number] ? V : never;
}[Verb];
export type TellerVerb = WindowVerb<'teller'>;
export type CustomerVerb = WindowVerb<'customer'>;
export type Input<V extends Verb> = z.infer<Verbs[V]['input']>;
export type Output<V extends Verb> = z.infer<Verbs[V]['output']>;

/** The commands that take a second person, in place or from the queue; those for two persons in place alone take no null. */
export type SecondVerb = {
  [V in LedgerVerb]: Input<V> extends { readonly second: SecondPerson | null }
    ? null extends Input<V>['second']
      ? V
      : never
    : never;
}[LedgerVerb];

export function isVerb(name: string): name is Verb {
  return Object.hasOwn(verbs, name);
}
