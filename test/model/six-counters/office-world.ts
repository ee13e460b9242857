/**
 * What the auditor believes of the office: plain values, and nothing of the code under test. Where a race or a lost answer leaves
 * more than one possibility, there are several such worlds, and what is seen next decides between them.
 */
import { luhnDigit } from '../../offices/made-up-people.ts';

export const OFFICE_CODE = '0101';
const MINUTE = 60_000;
const VISIT_MINUTES = 15;
const MISMATCH_MINUTES = 10;
const MISMATCH_LIMIT = 5;

/** What an answer comes down to: a code of a refusal, or what the auditor holds against its prediction. */
export type Seen = string | { readonly [name: string]: string | number | boolean | null | readonly string[] };

export interface SessionState {
  readonly key: string;
  readonly place: number;
  readonly clerk: string;
  open: boolean;
  locked: boolean;
  /** The visit that was opened in it last. */
  visit: string | null;
}

export interface VisitState {
  readonly key: string;
  readonly session: string;
  readonly holder: number;
  readonly agent: boolean;
  open: boolean;
}

interface PinState {
  state: 'none' | 'set' | 'locked';
  digits: string;
  wrong: number;
}

export interface HolderState {
  entries: number;
  fen: number;
  /** Entries that are on paper: the first so many. */
  printed: number;
  readonly pin: PinState;
}

export interface PaperState {
  readonly number: string;
  readonly holder: number;
  readonly visit: string;
  /** As many entries as it shows. */
  entries: number;
  issued: boolean;
  copies: number;
}

export interface JobState {
  readonly paper: string;
  readonly copy: number;
  readonly clerk: string;
  /** The number of the counter at which it was issued. */
  readonly counter: string;
  state: 'queued' | 'printed' | 'cancelled';
}

export interface LossState {
  /** Without its check character. */
  readonly number: string;
  readonly holder: number;
  kind: 'oral' | 'formal';
  state: 'oral' | 'formal' | 'lapsed' | 'superseded' | 'cancelled';
  readonly lastDay: string;
}

/** A file with what its check comes to, as somebody is asked for it. */
export interface AskedFile {
  /** Equal for equal bytes alone. */
  readonly content: string;
  readonly figures: string;
}

export interface RequestState {
  /** `file` where it is about one. */
  readonly loss: string;
  readonly file: AskedFile | null;
  readonly agent: boolean;
  readonly askedBy: string;
  state: 'pending' | 'approved' | 'refused' | 'used' | 'expired';
}

export interface TaskState {
  readonly session: string;
  readonly visit: string;
  readonly holder: number;
  readonly task: 'first' | 'change' | 'prove';
  step: 'old' | 'new' | 'repeat';
  ended: 'done' | 'locked' | 'tries' | 'abandoned' | null;
  fault: 'wrong' | 'weak' | 'different' | null;
  failures: number;
  firstTyped: string;
  until: number;
}

export interface FileState {
  readonly session: string;
  readonly batch: string;
  /** Holder and fen of each line; a line of nobody here has holder -1. */
  readonly lines: readonly (readonly [holder: number, fen: number])[];
}

/** What a command that is done once was answered. */
export interface KeptState {
  readonly seen: Seen;
  readonly clerk: string;
}

export interface World {
  at: number;
  day: string;
  readonly places: { number: string; session: string | null; revoked: boolean }[];
  readonly clerks: Record<string, { mismatches: number[]; locked: boolean }>;
  readonly sessions: Record<string, SessionState>;
  readonly visits: Record<string, VisitState>;
  readonly holders: HolderState[];
  readonly papers: Record<string, PaperState>;
  readonly jobs: Record<string, JobState>;
  readonly losses: LossState[];
  readonly requests: Record<string, RequestState>;
  tasks: Record<string, TaskState>;
  readonly files: Record<string, FileState>;
  /** What the last check of each content came to; the server that made it knows it as long as it lives. */
  checked: Record<string, string>;
  readonly batches: string[];
  readonly kept: Record<string, KeptState>;
  /** The last number of a day that was given, by kind and day. */
  readonly numbers: Record<string, number>;
}

export const isClerkOnly = (clerk: string): boolean => clerk.startsWith('1');

/** In which state a session may be for a verb. */
export type MayBe = 'open' | 'window locked' | 'clerk locked';

/** The session that a request from the place is asked in, or why it is refused. */
export function sessionAt(world: World, place: number, mayBe: MayBe = 'open'): SessionState | string {
  const key = world.places[place]?.session ?? null;
  const session = key === null ? undefined : world.sessions[key];
  if (session?.open !== true) return 'SIGN_IN_REQUIRED';
  if (clerkOf(world, session.clerk).locked && mayBe !== 'clerk locked') return 'CLERK_LOCKED';
  return session.locked && mayBe === 'open' ? 'SESSION_LOCKED' : session;
}

export function clerkOf(world: World, code: string): { mismatches: number[]; locked: boolean } {
  return (world.clerks[code] ??= { mismatches: [], locked: false });
}

/** The visit that a request names, or why it is refused. */
export function visitOf(world: World, session: SessionState, key: string): VisitState | string {
  const visit = world.visits[key];
  if (visit?.session !== session.key) return 'VISIT_REQUIRED';
  return visit.open ? visit : 'VISIT_ENDED';
}

/** The visit that goes on in the session, if one does. */
export function openVisitOf(world: World, session: SessionState): VisitState | null {
  const visit = session.visit === null ? undefined : world.visits[session.visit];
  return visit?.open === true ? visit : null;
}

export function endSession(world: World, session: SessionState): void {
  session.open = false;
  const visit = session.visit === null ? undefined : world.visits[session.visit];
  if (visit !== undefined) visit.open = false;
}

/** Minutes in which nobody does anything: every window is locked after five, every visit has ended after fifteen. */
export function pass(world: World, minutes: number): void {
  world.at += minutes * MINUTE;
  for (const session of Object.values(world.sessions)) if (session.open) session.locked = true;
  if (minutes > VISIT_MINUTES) for (const visit of Object.values(world.visits)) visit.open = false;
}

/** A wrong guess counts against the clerk, and the last of them locks. */
export function countGuess(world: World, code: string): void {
  const clerk = clerkOf(world, code);
  const since = world.at - MISMATCH_MINUTES * MINUTE;
  clerk.mismatches = [...clerk.mismatches.filter((at) => at > since), world.at];
  if (clerk.mismatches.length >= MISMATCH_LIMIT) clerk.locked = true;
}

/** The next number of the day: of a paper with its Luhn digit, of a loss report without its check character. */
export function nextNumber(world: World, kind: 'S' | 'L'): string {
  const name = `${kind} ${world.day}`;
  const last = (world.numbers[name] = (world.numbers[name] ?? 0) + 1);
  const digits = `${OFFICE_CODE}${world.day.replaceAll('-', '')}${String(last).padStart(kind === 'S' ? 5 : 4, '0')}`;
  return kind === 'S' ? `S${digits}${luhnDigit(digits)}` : `L${digits}`;
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * MINUTE).toISOString().slice(0, 10);
}
