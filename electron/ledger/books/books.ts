/**
 * The open books: one writing connection, one reading connection, one more for each check of a file, and the transactions
 * in which every use case runs.
 * Reads and writes are different types, so that a query cannot write by mistake.
 */
import { existsSync, statSync } from 'node:fs';
import { Kysely, SqliteDialect } from 'kysely';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { AuditRecord } from './audit/audit-row.ts';
import { readAnchors } from './anchor/anchor-file.ts';
import { Anchoring } from './anchor/anchoring.ts';
import { diskRefusal, openConnection, type Connection } from './sqlite/connection.ts';
import { readSidecar } from './data-folder.ts';
import { keepingStatements } from './sqlite/kept-statements.ts';
import { deriveKeys, type Keys } from './sealing/keys.ts';
import { copyVerified, migrate } from './sqlite/migrate.ts';
import {
  clockRefusal,
  commitTimeOf,
  LedgerClock,
  readLastCommit,
  type Clock,
  type ClockBehind,
} from './ledger-clock.ts';
import { attachScratch, besideScratch, detachScratch } from './sqlite/scratch-file.ts';
import { Transaction } from './sqlite/transaction.ts';
import type { Tables } from './tables/tables.ts';

/** A snapshot of the books. */
export interface Reading {
  readonly query: Kysely<Tables>;
  /** The same connection for engine-specific SQL on hot paths; used by rows alone. */
  readonly connection: Connection;
  readonly keys: Keys;
  readonly at: Instant;
}

/** A transaction that may change the books. */
export interface Writing extends Reading {
  readonly mayWrite: true;
  /** What is kept in memory changes here: right after the commit, before the next transaction begins, else never. */
  afterCommit(action: () => void): void;
  /** A part that is undone by itself when it fails, while the transaction goes on. */
  undoable<T>(work: () => Promise<T>): Promise<T>;
  /** At its end the transaction is undone, and its value is given back all the same. */
  undo(): void;
  /** Told of every audit record by whoever holds the transaction against what may be recorded in it. */
  readonly noteRecord?: (record: AuditRecord) => void;
}

export interface Books {
  readonly keys: Keys;
  readonly clock: Clock;
  readonly folder: string;
  /** Null in books opened without a folder for anchors. */
  readonly anchoring: Anchoring | null;
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
   * it takes, and whatever it would change is undone. A scratch file is readable and writable as schema `scratch`.
   */
  rehearse<T>(scratchPath: string | null, work: (rehearsing: Writing) => Promise<T>): Promise<T>;
  /** Writes an encrypted copy and proves it (see migrate.ts). */
  backUp(target: string): Promise<void>;
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

/** Opens the books of a data folder, bringing the schema up to date first. Throws RefusalError (see connection.ts). */
export function openBooks(options: OpenBooksOptions): Books {
  const keys = deriveKeys(options.dataKey);
  const path = booksPath(options.folder);
  refuseLostBooks(options.folder, path);
  const writer = openWriter(options, path, keys);
  try {
    migrate(writer, { path, keys });
    const reader = openConnection({ path, databaseKey: keys.database, readOnly: true });
    return assemble(options, keys, writer, reader);
  } catch (error) {
    writer.close();
    throw diskRefusal(error) ?? error;
  }
}

/** A first page that does not open is damage where an anchor of the office proves that the key is the right one. */
function openWriter({ folder, keysFolder }: OpenBooksOptions, path: string, keys: Keys): Connection {
  try {
    return openConnection({ path, databaseKey: keys.database });
  } catch (error) {
    if (!(error instanceof RefusalError) || error.refusal.code !== 'KEY_WRONG' || keysFolder === null) throw error;
    const officeId = readSidecar(folder)?.officeId ?? '';
    const proven = readAnchors(keysFolder, officeId, keys).some(({ point }) => point !== null);
    throw proven ? new RefusalError('DATABASE_DAMAGED', { system: 'ledger.db, first page' }) : error;
  }
}

/** Where the note names an office, missing or emptied books are damage: made anew they would pass for an empty office. */
function refuseLostBooks(folder: string, path: string): void {
  const present = existsSync(path) && statSync(path).size > 0;
  if (!present && readSidecar(folder) !== null) throw new RefusalError('DATABASE_DAMAGED', { system: 'ledger.db' });
}

function assemble(options: OpenBooksOptions, keys: Keys, writer: Connection, reader: Connection): Books {
  const { folder, keysFolder } = options;
  const writing = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepingStatements(writer) }) });
  const reading = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepingStatements(reader) }) });
  const time = new LedgerClock(options.clock, readLastCommit(writer));
  const commitTime = commitTimeOf(writer);
  const clock = (): Instant => time.now();
  const anchoring = keysFolder === null ? null : new Anchoring({ connection: writer, keys, clock, folder, keysFolder });
  const written = async <T>(query: Kysely<Tables>, work: (writing: Writing) => Promise<T>, how?: WhileBehind) => {
    const behind = time.behind();
    if (behind !== null && how === undefined) throw clockRefusal(writer, behind);
    const at = clock();
    const accepted = how?.acceptedClock ?? null;
    const counted = how?.uncounted === true ? null : anchoring;
    return inWriting(writer, counted, async (transaction) => {
      commitTime.begin();
      const done = await work({ query, connection: writer, keys, at, ...transaction.forWriting });
      // What changes nothing costs nothing.
      const kept = !transaction.isUndone && commitTime.keep(accepted ?? at);
      if (accepted !== null) transaction.afterCommit(() => time.accepted(accepted));
      else if (kept) transaction.afterCommit(() => time.committed(at));
      return done;
    });
  };
  return {
    keys,
    clock,
    lastCommit: () => time.lastCommit,
    clockBehind: () => time.behind(),
    clockRefusal: (behind) => clockRefusal(writer, behind),
    folder,
    anchoring,
    read: (work) =>
      translated(() =>
        reading
          .connection()
          .execute((query) =>
            Transaction.run(reader, 'BEGIN', () => work({ query, connection: reader, keys, at: clock() })),
          ),
      ),
    write: (work, behind) => translated(() => writing.connection().execute((query) => written(query, work, behind))),
    writeWithScratch: (scratchPath, work) =>
      translated(() =>
        writing.connection().execute(async (query) => {
          attachScratch(writer, scratchPath);
          try {
            return await besideScratch(writer, () => written(query, work));
          } finally {
            detachScratch(writer);
          }
        }),
      ),
    rehearse: (scratchPath, work) => translated(() => rehearsed({ folder, keys, clock }, scratchPath, work)),
    backUp: (target) =>
      translated(() =>
        writing.connection().execute(() => {
          copyVerified(writer, target, keys.database);
          return Promise.resolve();
        }),
      ),
    close() {
      anchoring?.close();
      reader.close();
      writer.close();
    },
  };
}

/** On a connection of its own, in a transaction that is never committed. */
async function rehearsed<T>(
  { folder, keys, clock }: Pick<Books, 'folder' | 'keys' | 'clock'>,
  scratchPath: string | null,
  work: (rehearsing: Writing) => Promise<T>,
): Promise<T> {
  const connection = openConnection({ path: booksPath(folder), databaseKey: keys.database });
  try {
    if (scratchPath !== null) attachScratch(connection, scratchPath);
    connection.exec('BEGIN');
    const query = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepingStatements(connection) }) });
    const rehearsing = { query, connection, keys, at: clock(), ...new Transaction(connection).forWriting };
    return await (scratchPath === null ? work(rehearsing) : besideScratch(connection, () => work(rehearsing)));
  } finally {
    connection.close();
  }
}

/** A writing transaction, with its anchor between the commit and the answer. */
async function inWriting<T>(
  writer: Connection,
  anchoring: Anchoring | null,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  anchoring?.beforeWriting();
  const changes = writer.prepare<[], number>('SELECT total_changes()').pluck();
  const before = changes.get();
  return Transaction.run(writer, 'BEGIN IMMEDIATE', work, (committed) => {
    if (anchoring === null) {
      writer.exec('COMMIT');
      committed();
    } else anchoring.commit(changes.get() !== before, committed);
  });
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskRefusal(error) ?? error;
  }
}
