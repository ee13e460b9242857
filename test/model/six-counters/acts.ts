/** What the people of the office do, one thing each: by whom it is done is where it is done, and who is signed in there. */

/** The command line has no place. */
export const COMMAND_LINE = -1;

interface Common {
  /** Names the act, and what comes of it. */
  readonly key: string;
  /** Index of the place, from 0 on. */
  readonly place: number;
}

export type Second = { readonly clerk: string } | { readonly request: string } | null;

/** Each kind of act with what it is about: keys name what earlier acts have made. */
interface About {
  readonly 'sign in': { readonly clerk: string };
  readonly 'sign out': object;
  readonly lock: object;
  readonly unlock: { readonly clerk: string };
  readonly 'lift lock': { readonly clerk: string; readonly by: string };
  /** Asks with the token of another place's session. */
  readonly steal: { readonly from: number };
  readonly arrive: { readonly holder: number; readonly agent: boolean; readonly wrong: boolean };
  readonly 'look at visit': object;
  readonly leave: { readonly visit: string };
  readonly prepare: { readonly visit: string };
  readonly print: { readonly visit: string; readonly paper: string };
  readonly settle: { readonly job: string; readonly outcome: 'printed' | 'failed' };
  readonly 'take paper': { readonly job: string };
  readonly 'cancel paper': { readonly job: string };
  readonly 'see queue': object;
  readonly 'report loss': { readonly visit: string; readonly kind: 'oral' | 'formal' };
  readonly 'cancel loss': { readonly visit: string; readonly loss: string; readonly second: Second };
  readonly ask: { readonly visit: string; readonly loss: string };
  readonly decide: { readonly request: string; readonly decision: 'approve' | 'refuse'; readonly clerk: string };
  readonly 'see requests': object;
  readonly 'begin task': { readonly visit: string; readonly task: 'first' | 'change' | 'prove' };
  readonly type: { readonly task: string; readonly step: 'old' | 'new' | 'repeat'; readonly digits: string };
  readonly 'end task': { readonly task: string };
  readonly receive: { readonly batch: string; readonly lines: readonly (readonly [number, number])[] };
  readonly check: { readonly file: string };
  readonly 'ask about file': { readonly file: string };
  readonly post: { readonly file: string; readonly second: Second };
  /** A command that was answered is asked again under its id: as it was, or with something else in it. */
  readonly again: { readonly of: Act; readonly changed: boolean };
  readonly revoke: { readonly counter: string; readonly whose: number };
  readonly 'close day': { readonly days: number };
}

export type ActKind = keyof About;
export type ActOf<Kind extends ActKind> = Common & About[Kind] & { readonly do: Kind };
export type Act = { readonly [Kind in ActKind]: ActOf<Kind> }[ActKind];

/** Those whose operation id makes sure that they are done once. */
const DONE_ONCE: ReadonlySet<ActKind> = new Set<ActKind>([
  'arrive',
  'print',
  'report loss',
  'cancel loss',
  'ask',
  'ask about file',
  'decide',
  'post',
  'lift lock',
]);

export function isDoneOnce(act: Act): boolean {
  return DONE_ONCE.has(act.do === 'again' ? act.of.do : act.do);
}
