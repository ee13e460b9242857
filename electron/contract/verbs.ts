/**
 * What can be asked of the program: business verbs, never tables, files or paths
 * (docs/architecture.md 3). Preload, main, ledger and command line all read it, so a verb missing anywhere fails
 * type-checking.
 */
import type { z } from 'zod';
import type { WindowKind } from './kernel/verb-definition.ts';
import type { Door, OfficePolicy, OncePolicy, SessionPolicy, VerbPolicy, VisitPolicy } from './kernel/verb-policy.ts';
import { verbs } from './verb-list.ts';

export { verbs };

export type Verbs = typeof verbs;
export type Verb = keyof Verbs;
export type LedgerVerb = { [V in Verb]: Verbs[V]['owner'] extends 'ledger' ? V : never }[Verb];
export type MainVerb = Exclude<Verb, LedgerVerb>;
/** What a window of the kind may ask. */
export type WindowVerb<Kind extends WindowKind> = {
  [V in Verb]: Kind extends Verbs[V]['doors'][number] ? V : never;
}[Verb];
export type TellerVerb = WindowVerb<'teller'>;
export type CustomerVerb = WindowVerb<'customer'>;
export type Input<V extends Verb> = z.infer<Verbs[V]['input']>;
export type Output<V extends Verb> = z.infer<Verbs[V]['output']>;

/** Verbs of the ledger whose policy says one of the given values. */
type LedgerVerbWith<Policy> = { [V in LedgerVerb]: Verbs[V] extends Policy ? V : never }[LedgerVerb];

/** The verb is answered to a signed-in clerk alone. */
export type SessionVerb = LedgerVerbWith<{
  readonly session: Exclude<
    SessionPolicy,
    'none' | 'open, or just set up' | 'open, or at the command line' | 'relayed' | HolderSessionPolicy
  >;
}>;
type HolderSessionPolicy = Extract<SessionPolicy, 'holder signed in' | 'holder known' | 'caller proven'>;
/** Answered to a holder at their own door, or to a proven caller. */
export type HolderVerb = LedgerVerbWith<{ readonly session: HolderSessionPolicy }>;
/** Answered for a visit that the request must name. */
export type VisitVerb = LedgerVerbWith<{
  readonly visit: Extract<
    VisitPolicy,
    'anyone' | 'holder' | 'holder, for a card anyone' | 'also ended' | 'of the task'
  >;
}>;
/** Done once: the same operation id answers the same. */
export type OnceVerb = LedgerVerbWith<{ readonly once: Extract<OncePolicy, 'kept' | 'kept, and judged again'> }>;
/** Of these, the ones whose use case decides whether the first answer may still be shown. */
export type JudgedAgainVerb = LedgerVerbWith<{ readonly once: 'kept, and judged again' }>;
/** Those that make an office, or work on books that are not open. */
export type OpeningVerb = LedgerVerbWith<{ readonly office: Exclude<OfficePolicy, 'open' | 'open or absent'> }>;
/** The commands that take a second person, in place or from the queue. */
export type SecondVerb = LedgerVerbWith<{ readonly second: { readonly from: 'in place or queue' } }>;
/** Those that take one in place alone. */
export type InPlaceVerb = LedgerVerbWith<{ readonly second: { readonly from: 'in place' } }>;

/** The policy of a verb, for code that does not know which verb it is. */
export function policyOf(verb: Verb): VerbPolicy {
  return verbs[verb];
}

/** Whether a request that comes in through the door may ask for the verb. */
export function mayAsk(verb: Verb, door: Door): boolean {
  const { doors } = policyOf(verb);
  return doors.includes(door) || (door === 'own-program' && doors.includes('program'));
}

export function isOpeningVerb(verb: LedgerVerb): verb is OpeningVerb {
  const { office } = policyOf(verb);
  return office !== 'open' && office !== 'open or absent';
}

export function isVerb(name: string): name is Verb {
  return Object.hasOwn(verbs, name);
}
