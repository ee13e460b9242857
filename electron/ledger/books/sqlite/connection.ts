/**
 * Opening the encrypted SQLite file (docs/ledger.md 3): aegis cipher, whole file, every page authenticated; WAL with
 * synchronous FULL, read back because the build's default in WAL is NORMAL.
 */
import Database from 'better-sqlite3';
import { hexOfKey, KEY_BYTES } from '../../../contract/kernel/key-bytes.ts';
import { claimFile, makePrivate } from '../../../disk/own-files.ts';
import { asRefusal } from '../books-refusal.ts';
import type { DatabaseFile } from '../prepared.ts';

export type Connection = Database.Database;

/** Pages a connection keeps in memory, in KiB. */
const CACHE_KIB = 32_768;
const SCRATCH_PAGE_BYTES = 16_384;
const SCRATCH_CACHE_KIB = 8_192;

const OLDEST_SQLITE = [3, 51, 3] as const;
const OLDEST_NODE_API = 10;

export interface OpenOptions extends DatabaseFile {
  readonly readOnly?: boolean;
  /** A scratch file exists for one job: no journal on the disk, no sync, never read again after a crash. */
  readonly scratch?: boolean;
}

/** Opens and proves a connection. Throws RefusalError for what an operator can meet (key, disk, damage). */
export function openConnection(options: OpenOptions): Connection {
  // The native module crashes the process on an older Node-API instead of refusing; so the refusal is here.
  if (Number(process.versions.napi) < OLDEST_NODE_API) {
    throw new Error(
      `this Node.js (${process.version}) is too old for the ledger: Node-API ${OLDEST_NODE_API} is needed`,
    );
  }
  // What SQLite makes beside the file takes the file's own mode.
  if (options.readOnly !== true) {
    claimFile(options.path);
    for (const ending of ['-wal', '-shm']) makePrivate(`${options.path}${ending}`);
  }
  return asRefusal(() => {
    const connection = new Database(options.path, { readonly: options.readOnly ?? false, timeout: 5_000 });
    try {
      prepare(connection, options);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  });
}

function prepare(connection: Connection, options: OpenOptions): void {
  connection.pragma("cipher = 'aegis'");
  giveKey(connection, options.databaseKey);
  connection.pragma(`cache_size = -${CACHE_KIB}`);
  connection.pragma('temp_store = MEMORY');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  connection.pragma('foreign_keys = ON');
  // Without it a row that REPLACE takes away passes the triggers that keep the books append-only.
  connection.pragma('recursive_triggers = ON');
  if (options.scratch === true) {
    // Written once from front to back: large pages cost least, and few need to stay in memory.
    connection.pragma(`page_size = ${SCRATCH_PAGE_BYTES}`);
    connection.pragma(`cache_size = -${SCRATCH_CACHE_KIB}`);
    // This SQLite takes no OFF, and would write a journal beside the file.
    connection.pragma('journal_mode = MEMORY');
    connection.pragma('synchronous = OFF');
    return;
  }
  // What is deleted or moved is overwritten: a value that has been sealed or taken away stays in no freed page.
  connection.pragma('secure_delete = ON');
  if (options.readOnly !== true) connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  if (process.platform === 'darwin') connection.pragma('fullfsync = ON');
  prove(connection, options.readOnly === true);
}

/** The cipher wants the digits of a raw key; as bytes they are overwritten when it has derived its own from them. */
function giveKey(connection: Connection, databaseKey: Uint8Array): void {
  if (!takesKey(connection)) throw new Error('this SQLite takes no key');
  // Of another length the cipher would take it for a passphrase, without a word.
  if (databaseKey.length !== KEY_BYTES) throw new RangeError(`a database key is ${KEY_BYTES} bytes`);
  const digits = hexOfKey(databaseKey);
  const raw = Buffer.concat([Buffer.from('raw:'), digits]);
  connection.key(raw);
  digits.fill(0);
  raw.fill(0);
}

/** What better-sqlite3-multiple-ciphers adds to better-sqlite3, whose types do not know it. */
function takesKey(connection: Connection): connection is Connection & { key(key: Buffer): void } {
  return 'key' in connection && typeof connection.key === 'function';
}

/** The settings of the build are read back and checked; a reader writes no journal, and a copy has no journal. */
function prove(connection: Connection, readOnly: boolean): void {
  const expected: [string, unknown][] = [
    ...(readOnly ? [] : [['journal_mode', 'wal'] satisfies [string, unknown]]),
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['secure_delete', 1],
  ];
  for (const [pragma, value] of expected) {
    const actual: unknown = connection.pragma(pragma, { simple: true });
    if (actual !== value) throw new Error(`SQLite did not take ${pragma}: ${String(actual)}`);
  }
  const version = String(connection.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  const older = OLDEST_SQLITE.findIndex((least, at) => (parts[at] ?? 0) !== least);
  if (older >= 0 && (parts[older] ?? 0) < (OLDEST_SQLITE[older] ?? 0)) {
    throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  }
}
