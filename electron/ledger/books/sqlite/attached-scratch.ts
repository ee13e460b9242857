/** A job's scratch file beside the books, as schema `scratch` of their connection. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { diskRefusal } from '../books-refusal.ts';
import type { Connection } from './connection.ts';

/** What a job puts in order by account fits into it for a million lines. */
const JOB_CACHE_KIB = 36_864;

/** Codes by which SQLite says that a file is damaged, of whichever file it speaks. */
const DAMAGE: ReadonlySet<string> = new Set(['DATABASE_DAMAGED', 'KEY_WRONG']);

/** What befell the work on a scratch file: damage is the file's. */
export function workFileRefusal(error: unknown): unknown {
  return isDamage(error) ? new RefusalError('WORK_FILE_DAMAGED') : (diskRefusal(error) ?? error);
}

function isDamage(error: unknown): boolean {
  return DAMAGE.has(diskRefusal(error)?.refusal.code ?? (error instanceof RefusalError ? error.refusal.code : ''));
}

/**
 * Work on the books with a scratch file attached. Damage is the scratch file's where that does not pass its check, and
 * RefusalError WORK_FILE_DAMAGED is thrown; else it is the books'.
 */
export async function besideScratch<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDamage(error) && !isSound(connection)) throw new RefusalError('WORK_FILE_DAMAGED');
    throw error;
  }
}

function isSound(connection: Connection): boolean {
  try {
    return connection.pragma('scratch.quick_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/**
 * Makes the file readable and writable as schema `scratch`. An attached file starts with a journal and sync of its own.
 * Throws RefusalError WORK_FILE_DAMAGED, also where the file is gone or empty: SQLite would make a new one.
 */
export function attachScratch(connection: Connection, path: string): void {
  if (!existsSync(path)) throw new RefusalError('WORK_FILE_DAMAGED');
  try {
    connection.prepare('ATTACH ? AS scratch').run(path);
    try {
      prepareAttached(connection);
    } catch (error) {
      detachScratch(connection);
      throw error;
    }
  } catch (error) {
    throw isRefusedByHeader(error, path) ? new RefusalError('WORK_FILE_DAMAGED') : workFileRefusal(error);
  }
}

/**
 * Whether SQLite will not write to a file that the disk lets us write: a flipped bit in the plain part of its header makes
 * SQLite take it for one of a newer format, which may only be read (SQLite's file format, 1.3.3).
 */
function isRefusedByHeader(error: unknown, path: string): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_READONLY' && isWritable(path);
}

function isWritable(path: string): boolean {
  try {
    closeSync(openSync(path, 'r+'));
    return true;
  } catch {
    return false;
  }
}

function prepareAttached(connection: Connection): void {
  const tables = connection.prepare<[], number>('SELECT count(*) FROM scratch.sqlite_schema').pluck().get();
  if (tables === 0) throw new RefusalError('WORK_FILE_DAMAGED');
  connection.pragma('scratch.journal_mode = MEMORY');
  connection.pragma('scratch.synchronous = OFF');
  connection.pragma(`scratch.cache_size = -${JOB_CACHE_KIB}`);
  // The first write shows whether the file takes any.
  connection.pragma('scratch.user_version = 1');
}

export function detachScratch(connection: Connection): void {
  connection.exec('DETACH scratch');
}
