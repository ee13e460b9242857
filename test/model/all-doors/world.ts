/**
 * What the auditor of all doors knows: plain data that can be copied whole, and the few rules that every door shares. Nothing here is
 * the program's: days are counted numbers, figures are those of docs/rules.md 3, 7 and 8.
 */
import type { Login } from './acts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Shanghai has no summer time. */
const ZONE = 8 * HOUR;

/** Settings of these offices, lower than the usual 60 and 10, so that a history comes to them. */
export const ADDRESS_TRIES = 15;
export const NUMBER_TRIES = 4;

/** Figures of the rules. */
const RULES = {
  failures: 5,
  lockMinutes: 30,
  oralDays: 5,
  reissueDays: 7,
} as const;

export type CardState = 'oral' | 'formal' | 'lapsed' | 'superseded' | 'taken-back' | 'cancelled' | 'reissued';

export interface ModelReport {
  readonly person: number;
  /** The number up to its check character. */
  readonly digits: string;
  readonly channel: 'online' | 'telephone' | 'counter';
  card: CardState;
  readonly lapses: number;
  readonly day: number;
  readonly at: number;
  /** The session online that made it. */
  readonly session: string | null;
  readonly supersedes: string | null;
  /** The day from which there is a new card. */
  reissueFrom: number | null;
  confirmed: boolean;
  from: string;
  until: string | null;
  /** When its number was last sent by message. */
  sentAt: number | null;
}

export interface ModelSession {
  readonly key: string;
  readonly kind: 'login' | 'report' | 'follow-up' | 'call';
  readonly person: number;
  number: string | null;
  lastUsed: number;
  readonly endsAt: number;
  ended: boolean;
}

export interface ModelCode {
  readonly key: string;
  readonly purpose: 'register' | 'report' | 'follow-up';
  /** Whose door it counts against. */
  readonly person: number;
  /** It was sent: everything agreed with what is on file. */
  readonly known: boolean;
  readonly phone: string;
  readonly number: string | null;
  readonly madeAt: number;
  readonly expires: number;
  tries: number;
  used: boolean;
}

export interface ModelMessage {
  readonly kind: string;
  readonly phone: string;
  /** The code that it carries. */
  readonly code: string | null;
  state: 'waiting' | 'sent' | 'given up';
  tries: number;
  nextAt: number;
  readonly expires: number;
}

interface ModelPerson {
  phone: string;
  card: string;
  isClosed: boolean;
  /** With a number that no two logins share, and the last use of a passkey. */
  login: { readonly credential: Login; readonly version: number; uses: number } | null;
  lockedUntil: number;
  failures: number[];
  telephone: { readonly digits: string; readonly version: number; wrong: number };
  pin: { digits: string; wrong: number; locked: boolean };
}

export interface World {
  at: number;
  readonly people: ModelPerson[];
  readonly reports: ModelReport[];
  readonly sessions: ModelSession[];
  readonly codes: ModelCode[];
  /** In the order of their ids. */
  readonly messages: ModelMessage[];
  readonly addresses: Record<string, number[]>;
  /** Tries by the number that called. */
  readonly callers: Record<string, { readonly tried: number[]; readonly right: number[] }>;
  /** The passkey of each login that there is or that ended with its account. */
  readonly passkeys: Record<number, string | null>;
  /** Challenges that were answered, by the name of the answer, and until when each serves. */
  readonly answered: Record<string, number>;
  readonly operations: Record<string, string>;
  readonly sequence: Record<string, number>;
  versions: number;
}

/** An act's prediction: every `yield` is a place where another act may come between, and after which a kill leaves what was done. */
export type Steps = Generator<undefined, string, undefined>;

export function moment(at: number): string {
  return new Date(at + ZONE).toISOString().slice(0, 19).replace('T', ' ');
}

export const dayOf = (at: number): number => Math.floor((at + ZONE) / DAY);
const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const midnightAfter = (day: number): string => `${dateOf(day + 1)} 00:00:00`;

export function personOf(world: World, at: number): ModelPerson {
  const person = world.people[at];
  if (person === undefined) throw new RangeError(`no person ${at}`);
  return person;
}

/** The first that a caller asks about; null for none. */
export function openReport(world: World, person: number): ModelReport | null {
  lapse(world);
  return (
    world.reports.find((each) => each.person === person && (each.card === 'oral' || each.card === 'formal')) ?? null
  );
}

/** An oral report ends with its last day, whoever looks. */
export function lapse(world: World): void {
  for (const report of world.reports) if (isLapsed(report, world.at)) report.card = 'lapsed';
}

export function isLapsed({ card, lapses }: ModelReport, at: number): boolean {
  return card === 'oral' && dayOf(at) > lapses;
}

export function statusOf({ card }: ModelReport): string {
  if (card === 'oral') return 'reported';
  return card === 'formal' ? 'waiting' : card;
}

interface Making {
  readonly person: number;
  readonly kind: 'oral' | 'formal';
  readonly channel: ModelReport['channel'];
  readonly session: string | null;
}

/** The report as it is made, or confirmed, now; the code of the refusal where it is not taken. */
export function makeReport(world: World, { person, kind, channel, session }: Making): ModelReport | string {
  const open = openReport(world, person);
  if (open?.card === 'formal') return 'LOSS_ALREADY_REPORTED';
  if (open !== null && kind === 'formal') {
    Object.assign(open, {
      ...{ card: 'formal', confirmed: true, until: null },
      reissueFrom: dayOf(world.at) + RULES.reissueDays,
    });
    return open;
  }
  const day = dayOf(world.at);
  const date = dateOf(day).replaceAll('-', '');
  const sequence = (world.sequence[date] ?? 0) + 1;
  world.sequence[date] = sequence;
  const from = open?.from ?? moment(world.at);
  if (open !== null) Object.assign(open, { card: 'superseded', until: open.from });
  const lapses = day + RULES.oralDays;
  const report: ModelReport = {
    ...{ person, channel, session, day, lapses, from, at: world.at, card: kind, confirmed: false, sentAt: null },
    digits: `L0101${date}${String(sequence).padStart(4, '0')}`,
    supersedes: open?.digits ?? null,
    reissueFrom: kind === 'formal' ? day + RULES.reissueDays : null,
    until: kind === 'oral' ? midnightAfter(lapses) : null,
  };
  world.reports.push(report);
  return report;
}

/** As entered by mistake: what it stopped so far stays stopped, and the one whose place it took goes on by its own days. */
export function takeBack(world: World, report: ModelReport): void {
  const now = moment(world.at);
  Object.assign(report, { card: 'taken-back', until: report.from > now ? report.from : now });
  const earlier = world.reports.find(({ digits }) => digits === report.supersedes);
  if (earlier !== undefined) Object.assign(earlier, { card: 'oral', until: midnightAfter(earlier.lapses) });
}

export function reportOf(world: World, digits: string): ModelReport {
  const report = world.reports.find((each) => each.digits === digits);
  if (report === undefined) throw new RangeError(`no report ${digits}`);
  return report;
}

/** Newest first. */
export function reportsOf(world: World, person: number): ModelReport[] {
  lapse(world);
  return world.reports.filter((each) => each.person === person).reverse();
}

/** A request of somebody unknown; false where its address has asked too often. */
export function mayRequest(world: World, peer: string): boolean {
  const tries = (world.addresses[peer] ??= []);
  if (tries.filter((at) => at > world.at - HOUR).length >= ADDRESS_TRIES) return false;
  tries.push(world.at);
  return true;
}

/** A try from this number; false where too many of the last hour were not right. */
export function mayTry(world: World, from: string): boolean {
  const { tried, right } = (world.callers[from] ??= { tried: [], right: [] });
  const lately = (times: readonly number[]): number => times.filter((at) => at > world.at - HOUR).length;
  if (lately(tried) - lately(right) >= NUMBER_TRIES) return false;
  tried.push(world.at);
  return true;
}

export function wasRight(world: World, from: string): void {
  world.callers[from]?.right.push(world.at);
}

export const isLocked = (world: World, person: number): boolean => personOf(world, person).lockedUntil > world.at;

/** Counts before it is judged; whether it is still judged. */
export function countFailure(world: World, person: number): boolean {
  personOf(world, person).failures.push(world.at);
  return failures(world, person) <= RULES.failures;
}

export function failures(world: World, person: number): number {
  return personOf(world, person).failures.filter((at) => at > world.at - DAY).length;
}

/** @param told whether anybody's phone is known to the door. */
export function lockAfterFailure(world: World, person: number, told = true): void {
  if (failures(world, person) < RULES.failures) return;
  const who = personOf(world, person);
  who.lockedUntil = world.at + RULES.lockMinutes * MINUTE;
  who.failures = [];
  if (told) queue(world, { kind: 'door locked', phone: who.phone, code: null, minutes: 24 * 60 });
}

interface Queued {
  readonly kind: string;
  readonly phone: string;
  readonly code: string | null;
  /** For how long it is of use. */
  readonly minutes: number;
}

export function queue(world: World, { kind, phone, code, minutes }: Queued): void {
  giveUpLate(world);
  const expires = world.at + minutes * MINUTE;
  world.messages.push({ kind, phone, code, state: 'waiting', tries: 0, nextAt: world.at, expires });
}

/** A message that was not sent in time is given up with the next that is queued, a code's to nobody included. */
export function giveUpLate(world: World): void {
  for (const message of world.messages)
    if (message.state === 'waiting' && message.expires <= world.at) message.state = 'given up';
}

const IDLE = 15 * MINUTE;
const NOTED_EVERY = 30_000;

/**
 * The session of a request, if it still goes on; its use is noted. What was seen of it then is what the request goes by, whatever
 * becomes of it meanwhile.
 */
export function* session(
  world: World,
  key: string | null,
  kinds: readonly ModelSession['kind'][],
): Generator<undefined, ModelSession | null, undefined> {
  const found = world.sessions.find((each) => each.key === key);
  const goesOn = found !== undefined && !found.ended && world.at < found.endsAt && world.at - found.lastUsed < IDLE;
  if (!goesOn) return null;
  const seen = { ...found };
  if (world.at - found.lastUsed >= NOTED_EVERY) {
    yield;
    found.lastUsed = world.at;
  }
  yield;
  return kinds.includes(seen.kind) ? seen : null;
}

export function beginSession(
  world: World,
  begun: Pick<ModelSession, 'key' | 'kind' | 'person' | 'number'>,
  minutes: number,
): void {
  world.sessions.push({ ...begun, lastUsed: world.at, endsAt: world.at + minutes * MINUTE, ended: false });
}

export function endSessions(world: World, person: number, kind: ModelSession['kind']): void {
  for (const each of world.sessions) if (each.person === person && each.kind === kind) each.ended = true;
}
