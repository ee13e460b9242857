/**
 * A file that one process holds: a write transaction is kept open on it, so the operating system lets go of it when the
 * process dies, however it dies.
 */
import { truncateSync } from 'node:fs';
import Database from 'better-sqlite3';
import { claimFile } from '../../../disk/own-files.ts';

interface LockedFile {
  release(): void;
}

/** Null while another process holds it. */
export function lockFile(path: string): LockedFile | null {
  try {
    const held = opened(path);
    return {
      release() {
        held.exec('ROLLBACK');
        held.close();
      },
    };
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}

/** What the file holds means nothing: where it is no database any more it is emptied, never removed. */
function opened(path: string): Database.Database {
  try {
    return open(path);
  } catch (error) {
    if (codeOf(error) !== 'SQLITE_NOTADB') throw error;
    truncateSync(path);
    return open(path);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function open(path: string): Database.Database {
  claimFile(path);
  const held = new Database(path, { timeout: 0 });
  try {
    held.pragma('journal_mode = DELETE');
    held.exec('BEGIN EXCLUSIVE');
    return held;
  } catch (error) {
    held.close();
    throw error;
  }
}
