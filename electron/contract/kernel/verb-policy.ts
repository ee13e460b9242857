/**
 * What an auditor asks of a verb: at which doors, by whom, in which state of office, session and visit, how often, before whom,
 * and what stays on record. The dispatcher of the ledger keeps it, and every list of verbs is made from it (docs/permissions.md).
 */
import { roleSchema, type Role } from './vocabulary.ts';

/** Of a counter: its two windows, and main for a window that may not ask this itself, also over a line to an office server. */
export const COUNTER_DOORS = ['teller', 'customer', 'program'] as const;

/**
 * Through which a request comes in. `own-program` is main that itself keeps the office's folder and keys: it may ask what any
 * main may, and alone what takes a key, names a path of the ledger's disk or makes an office. Web, telephone and point of sale
 * are still to be built; `enrolment` is a computer that has no certificate yet, and `server` the office server itself.
 */
export type Door = MainDoor | 'command-line' | 'enrolment' | 'server' | 'web' | 'telephone' | 'pos';
/** Through which a counter may ask, whoever keeps the office. */
export type CounterDoor = (typeof COUNTER_DOORS)[number];
/** What main says of its requests. */
export type MainDoor = CounterDoor | 'own-program';

/**
 * Nobody in particular (the request comes before a session, or brings a proof in its input), a clerk with one of the roles, the
 * holder at the customer's window, a holder at their own door, or a line, which speaks for whoever calls.
 */
export type Actor =
  | 'nobody'
  | {
      readonly roles: readonly Role[];
      /** A clerk with another role is told which one it takes. */ readonly told: boolean;
    }
  | 'holder'
  | 'online holder'
  | 'line';

/** In which state of its books the verb is answered; books are shut while they disagree with their anchor, or are gone. */
export type OfficePolicy = 'open' | 'open or absent' | 'open or shut' | 'shut' | 'absent' | 'absent or gone';

/**
 * - `open`: a session of a clerk who is not locked, at a window that is not locked;
 * - `window may be locked`: the window may be locked, the clerk not;
 * - `clerk may be locked`: either may be locked;
 * - `open, or just set up`: none is needed at the counter that made the office, until somebody signs in;
 * - `open, or at the command line`: none is needed there, where the user of the operating system answers for it;
 * - `relayed`: main relays the verb, and the ledger proves the session for each verb that main asks;
 * - `holder signed in`: a session of the holder's own door, opened by their login;
 * - `holder known`: one of a login, or one that a code has opened for this very matter;
 * - `caller proven`: that of a call whose caller the telephone password has proven.
 */
export type SessionPolicy =
  | 'none'
  | 'open'
  | 'window may be locked'
  | 'clerk may be locked'
  | 'open, or just set up'
  | 'open, or at the command line'
  | 'holder signed in'
  | 'holder known'
  | 'caller proven'
  | 'relayed';

/**
 * The visit that `visitId` names, which is always of the asking session and still going on:
 * - `anyone`: the holder's, or that of an agent;
 * - `holder`: the holder's, or that of the guardian of a child;
 * - `holder, for a card anyone`: an agent may do it about the card, about the PIN the holder alone;
 * - `anyone, or none`: no visit may be named;
 * - `also ended`: the session's own, whether it goes on or not;
 * - `of the task`: that of the customer's task which this session has under way;
 * - `of the command`: that of the command asked about, if it takes one; who stands in it is judged when the command is given.
 */
export type VisitPolicy =
  | 'none'
  | 'anyone'
  | 'holder'
  | 'holder, for a card anyone'
  | 'anyone, or none'
  | 'also ended'
  | 'of the task'
  | 'of the command'
  | 'relayed';

/**
 * - `kept`: the same operation id gets the first answer again, also when its visit has ended;
 * - `kept, and judged again`: the use case decides whether the first answer may still be shown, and in which state;
 * - `named`: the id serves for progress and cancelling alone.
 */
export type OncePolicy = 'none' | 'named' | 'kept' | 'kept, and judged again' | 'relayed';

/**
 * A second person in place types code and password at the same counter; one from the queue decided elsewhere.
 * - `one in place`: a person who may decide alone, signed in or not, proves themselves;
 * - `two in place`: nobody needs to be signed in, and two persons prove themselves to each other;
 * - `one or two in place`: as a lock is lifted, before somebody who is neither of them;
 * - `in place, where asked`: the use case itself proves them, where its rule asks for one.
 * `when` is `always`, or the rule in words; a rule that the dispatcher keeps says which field of the input spares the command
 * a second person, any other is `ruled` by the use case, which says in its transaction on which side the command falls.
 */
export type SecondPolicy =
  | 'never'
  | { readonly from: 'in place'; readonly when: 'always' }
  | { readonly from: 'one in place'; readonly when: 'always' }
  | { readonly from: 'two in place'; readonly when: 'always' }
  | { readonly from: 'one or two in place'; readonly when: string }
  | { readonly from: 'in place, where asked'; readonly when: string }
  | { readonly from: 'in place or queue'; readonly when: 'always' }
  | {
      readonly from: 'in place or queue';
      readonly when: string;
      readonly unless: { readonly field: string; readonly is: string };
    }
  | { readonly from: 'in place or queue'; readonly when: string; readonly ruled: 'in the transaction' };

/** `done` names every audit record that a success may leave; whatever is not recorded says why. */
export type RecordPolicy =
  | { readonly done: readonly [string, ...string[]]; readonly refused: true }
  | { readonly done: readonly string[]; readonly refused: boolean; readonly why: string };

export interface VerbPolicy {
  /** The way in; none is a verb that nobody may ask. */
  readonly doors: readonly [Door, ...Door[]];
  readonly actor: Actor;
  readonly office: OfficePolicy;
  readonly session: SessionPolicy;
  readonly visit: VisitPolicy;
  readonly once: OncePolicy;
  readonly second: SecondPolicy;
  readonly record: RecordPolicy;
}

/** What has run out goes on record, as done by the clock, with whatever comes upon it first. */
export const RECORDED_BY_THE_CLOCK = ['loss.lapse'] as const;

const anyClerk = { roles: roleSchema.options, told: true } as const;
export const administrator = { roles: ['administrator'], told: true } as const;

/** Success is recorded under these names, and so is a refusal. */
export function recorded<const Names extends readonly [string, ...string[]]>(...done: Names) {
  return { done, refused: true } as const;
}

/** A refusal goes on record, a success does not. */
export function refusalsRecorded(why: string) {
  return { done: [], refused: true, why } as const;
}

/** A success is recorded, a refusal is not. */
export function successRecorded<const Names extends readonly [string, ...string[]]>(why: string, ...done: Names) {
  return { done, refused: false, why } as const;
}

export function unrecorded(why: string) {
  return { done: [], refused: false, why } as const;
}

/** What is asked at the clerk's open window and changes nothing. */
export const clerkAsks = {
  kind: 'query',
  owner: 'ledger',
  doors: ['teller'],
  actor: anyClerk,
  office: 'open',
  session: 'open',
  visit: 'none',
  once: 'none',
  second: 'never',
  record: unrecorded('a question'),
} as const;

/** What is done at the clerk's open window; what is not said here each verb says itself. */
export const clerkDoes = {
  kind: 'command',
  owner: 'ledger',
  doors: ['teller'],
  actor: anyClerk,
  office: 'open',
  session: 'open',
} as const;

/** What main does for the clerk's window by asking other verbs, each of which keeps its own policy. */
export const mainActsForClerk = {
  kind: 'command',
  owner: 'main',
  doors: ['teller'],
  actor: anyClerk,
  office: 'open',
  session: 'relayed',
  visit: 'relayed',
  once: 'relayed',
  second: 'never',
  record: unrecorded('each verb that main asks is recorded'),
} as const;

/** What main itself answers: nothing of the office is in it. */
export const mainAnswers = {
  owner: 'main',
  actor: 'nobody',
  office: 'open or absent',
  session: 'none',
  visit: 'none',
  once: 'none',
  second: 'never',
} as const;
