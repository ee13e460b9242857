/**
 * The open books as use cases see them: one transaction at a time that writes, several snapshots that are read, and the
 * rehearsal of a file. The engine lies behind open-books.ts, and no connection of it is handed out.
 * Reads and writes are different types, so that a query cannot write by mistake.
 */
import type { Kysely } from 'kysely';
import type { Instant } from '../../contract/kernel/dates.ts';
import type { RefusalError } from '../../contract/kernel/errors.ts';
import type { AuditRecord } from './audit/audit-row.ts';
import type { Anchoring } from './anchor/anchoring.ts';
import type { Clock, ClockBehind } from './ledger-clock.ts';
import type { EngineCheck, Questions, Statements } from './prepared.ts';
import type { Keys } from './sealing/keys.ts';
import type { Tables } from './tables/tables.ts';

/** A snapshot of the books. */
export interface Reading {
  readonly query: Kysely<Tables>;
  /** For what is asked line by line, and for SQL that Kysely has no words for; used by rows alone. */
  readonly sql: Questions;
  readonly check: EngineCheck;
  readonly keys: Keys;
  readonly at: Instant;
}

/** A transaction that may change the books. */
export interface Writing extends Reading {
  readonly mayWrite: true;
  readonly sql: Statements;
  /** What is kept in memory changes here: right after the commit, before the next transaction begins, else never. */
  afterCommit(action: () => void): void;
  /** A part that is undone by itself when it fails, while the transaction goes on. */
  undoable<T>(work: () => Promise<T>): Promise<T>;
  /** At its end the transaction is undone, and its value is given back all the same. */
  undo(): void;
  /** Told of every audit record, for those who hold the transaction against what may be recorded in it, or tell of it. */
  readonly noteRecord?: (record: AuditRecord) => void;
}

export interface Books {
  readonly keys: Keys;
  readonly clock: Clock;
  readonly folder: string;
  /** Null in books opened without a folder for anchors. */
  readonly anchoring: Anchoring | null;
  /** Several at once, each on a snapshot of its own for as long as it takes; more than a few wait in their order. */
  read<T>(work: (reading: Reading) => Promise<T>): Promise<T>;
  /** The time of the last commit. */
  lastCommit(): Instant;
  /** Null while the computer's clock may be worked with (ledger-clock.ts). */
  clockBehind(): ClockBehind | null;
  /** That work waits for the clock, in the words of the office. */
  clockRefusal(behind: ClockBehind): RefusalError;
  /**
   * Commits when `work` resolves (see Writing.undo), undoes everything when it throws. Throws RefusalError CLOCK_BEHIND while the clock lies
   * behind the last commit, unless told otherwise.
   */
  write<T>(work: (writing: Writing) => Promise<T>, behind?: WhileBehind): Promise<T>;
  /** Like `write`, with a job's scratch file readable and writable as schema `scratch`. */
  writeWithScratch<T>(scratchPath: string, work: (writing: Writing) => Promise<T>): Promise<T>;
  /**
   * Work on a snapshot of the books, on a connection of its own: it holds up neither who reads nor who writes, however long
   * it takes, and whatever it would change is undone. A scratch file is readable and writable as schema `scratch`: with one,
   * nothing but that file may be written, and what is written there stays.
   */
  rehearse<T>(scratchPath: string | null, work: (rehearsing: Writing) => Promise<T>): Promise<T>;
  /** Writes an encrypted copy and proves it (see verified-copy.ts). */
  backUp(target: string): Promise<void>;
  /** Who reads at this moment reads to the end; who waits to read is refused. */
  close(): void;
}

/** What may be written while the clock lies behind: signing in and out, refusals, backups, the decision about the clock itself. */
export interface WhileBehind {
  readonly whileBehind: true;
  /** From this commit on the time is the clock's, as a supervisor decided. */
  readonly acceptedClock?: Instant;
  /** A note of time or presence, no act of anybody's: no anchor counts it, and none is missed. */
  readonly uncounted?: true;
}

export interface OpenBooksOptions {
  readonly folder: string;
  readonly dataKey: Uint8Array;
  readonly clock: Clock;
  /** Where the keys lie, and the anchors beside them; null for books whose commits are not anchored. */
  readonly keysFolder: string | null;
}

export function booksPath(folder: string): string {
  return `${folder}/ledger.db`;
}
