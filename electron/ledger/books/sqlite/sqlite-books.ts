/** The books on SQLite (docs/ledger.md 3): one writing connection, a few that read, one more for each check of a file. */
import { Kysely, SqliteDialect } from 'kysely';
import type { Instant } from '../../../contract/kernel/dates.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { readAnchors } from '../anchor/anchor-file.ts';
import { Anchoring } from '../anchor/anchoring.ts';
import { booksPath, type Books, type OpenBooksOptions, type WhileBehind, type Writing } from '../books.ts';
import { diskRefusal } from '../books-refusal.ts';
import { readOfficeNote } from '../data-folder.ts';
import { clockRefusal, commitTimeOf, LedgerClock, readLastCommit } from '../ledger-clock.ts';
import { deriveKeys, type Keys } from '../sealing/keys.ts';
import type { Tables } from '../tables/tables.ts';
import { attachScratch, besideScratch, detachScratch } from './attached-scratch.ts';
import { openConnection, type Connection } from './connection.ts';
import { keepingStatements } from './kept-statements.ts';
import { migrate } from './migrate.ts';
import { ReaderPool } from './reader-pool.ts';
import { engineCheckOf, statementsOf } from './statements.ts';
import { Transaction } from './transaction.ts';
import { copyVerified } from './verified-copy.ts';

/** Long papers that may be prepared side by side; each holds up to the cache of a connection. */
const READERS = 4;

const REHEARSAL_CACHE_KIB = 16_384;

export function openSqliteBooks(options: OpenBooksOptions): Books {
  const keys = deriveKeys(options.dataKey);
  const path = booksPath(options.folder);
  const writer = openWriter(options, path, keys);
  try {
    migrate(writer, { path, keys });
    const readers = new ReaderPool(READERS, () =>
      opened(openConnection({ path, databaseKey: keys.database, readOnly: true })),
    );
    return assemble(options, keys, opened(writer), readers);
  } catch (error) {
    writer.close();
    throw diskRefusal(error) ?? error;
  }
}

/** A connection with what the port makes of it. */
interface Opened {
  readonly connection: Connection;
  readonly kysely: Kysely<Tables>;
  readonly port: ReturnType<typeof portOf>;
  close(): void;
}

function opened(connection: Connection): Opened {
  const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepingStatements(connection) }) });
  return { connection, kysely, port: portOf(connection), close: () => connection.close() };
}

function portOf(connection: Connection) {
  return { sql: statementsOf(connection), check: engineCheckOf(connection) };
}

/** A first page that does not open is damage where an anchor of the office proves that the key is the right one. */
function openWriter({ folder, keysFolder }: OpenBooksOptions, path: string, keys: Keys): Connection {
  try {
    return openConnection({ path, databaseKey: keys.database });
  } catch (error) {
    if (!(error instanceof RefusalError) || error.refusal.code !== 'KEY_WRONG' || keysFolder === null) throw error;
    const officeId = readOfficeNote(folder)?.officeId ?? '';
    const proven = readAnchors(keysFolder, officeId, keys).some(({ point }) => point !== null);
    throw proven ? new RefusalError('DATABASE_DAMAGED', { system: 'ledger.db, first page' }) : error;
  }
}

function assemble(options: OpenBooksOptions, keys: Keys, writer: Opened, readers: ReaderPool<Opened>): Books {
  const { folder, keysFolder } = options;
  const { connection, kysely: writing, port } = writer;
  const { sql } = port;
  const time = new LedgerClock(options.clock, readLastCommit(sql));
  const commitTime = commitTimeOf(sql);
  const clock = (): Instant => time.now();
  const anchoring = keysFolder === null ? null : new Anchoring({ sql, keys, clock, folder, keysFolder });
  const written = async <T>(query: Kysely<Tables>, work: (writing: Writing) => Promise<T>, how?: WhileBehind) => {
    const behind = time.behind();
    if (behind !== null && how === undefined) throw clockRefusal(sql, behind);
    const at = clock();
    const accepted = how?.acceptedClock ?? null;
    const counted = how?.uncounted === true ? null : anchoring;
    return inWriting(connection, counted, async (transaction) => {
      commitTime.begin();
      const done = await work({ query, ...port, keys, at, ...transaction.forWriting });
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
    clockRefusal: (behind) => clockRefusal(sql, behind),
    folder,
    anchoring,
    read: (work) =>
      translated(() =>
        readers.use((reader) =>
          reader.kysely
            .connection()
            .execute((query) =>
              Transaction.run(reader.connection, 'BEGIN', () => work({ query, ...reader.port, keys, at: clock() })),
            ),
        ),
      ),
    write: (work, behind) => translated(() => writing.connection().execute((query) => written(query, work, behind))),
    writeWithScratch: (scratchPath, work) =>
      translated(() =>
        writing.connection().execute(async (query) => {
          attachScratch(connection, scratchPath);
          try {
            return await besideScratch(connection, () => written(query, work));
          } finally {
            detachScratch(connection);
          }
        }),
      ),
    rehearse: (scratchPath, work) => translated(() => rehearsed({ folder, keys, clock }, scratchPath, work)),
    backUp: (target) =>
      translated(() =>
        writing.connection().execute(() => {
          copyVerified(connection, target, keys.database);
          return Promise.resolve();
        }),
      ),
    close() {
      anchoring?.close();
      readers.close();
      writer.close();
    },
  };
}

/** On a connection of its own, in a transaction that is never committed, but for what is in a scratch file. */
async function rehearsed<T>(
  { folder, keys, clock }: Pick<Books, 'folder' | 'keys' | 'clock'>,
  scratchPath: string | null,
  work: (rehearsing: Writing) => Promise<T>,
): Promise<T> {
  const {
    connection,
    kysely: query,
    port,
  } = opened(openConnection({ path: booksPath(folder), databaseKey: keys.database }));
  try {
    // It goes through the books once, beside connections that keep as much as they may.
    connection.pragma(`cache_size = -${REHEARSAL_CACHE_KIB}`);
    if (scratchPath !== null) attachScratch(connection, scratchPath);
    connection.exec('BEGIN');
    const rehearsing = { query, ...port, keys, at: clock(), ...new Transaction(connection).forWriting };
    if (scratchPath === null) return await work(rehearsing);
    return await besideScratch(connection, async () => {
      const done = await work(rehearsing);
      connection.exec('COMMIT');
      return done;
    });
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
