/** Backups: an encrypted, verified copy of the books; restored into an empty folder only (docs/ledger.md 7). */
import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, rmSync, statSync } from 'node:fs';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { readingReason } from '../../disk/disk-refusal.ts';
import { makeFolder, makePrivate } from '../../disk/own-files.ts';
import { booksPath } from './books.ts';
import { diskRefusal } from './books-refusal.ts';
import { openConnection, type Connection } from './sqlite/connection.ts';
import { copyVerified, openOnce, verdictOn } from './sqlite/verified-copy.ts';
import type { DatabaseFile } from './prepared.ts';
import { folderIsEmpty } from './data-folder.ts';
import { deriveKeys } from './sealing/keys.ts';

const SMALLEST_PAGE_BYTES = 512;
const BESIDE = ['-wal', '-shm'] as const;

export interface BackupFacts {
  readonly bytes: number;
  readonly sha256: string;
}

export interface CopyFacts {
  readonly bytes: number;
  /** The newest audit record in it. */
  readonly headSeq: number;
}

/**
 * Copies the books on a connection of its own, beside whoever works in them, and proves the copy: opened, whole by the database's own
 * check, and with an audit record that ends no earlier than the books' own did. Throws RefusalError BACKUP_DAMAGED, and for what the disk does.
 */
export function copyFile(database: DatabaseFile, target: string): CopyFacts {
  const connection = openConnection(database);
  try {
    const before = headOf(connection);
    copyVerified(connection, target, database.databaseKey);
    const copy = openConnection({ path: target, databaseKey: database.databaseKey, readOnly: true });
    const headSeq = headOf(copy);
    copy.close();
    if (headSeq < before) throw new RefusalError('BACKUP_DAMAGED', { verdict: `audit record ${headSeq} of ${before}` });
    return { bytes: statSync(target).size, headSeq };
  } finally {
    connection.close();
  }
}

function headOf(connection: Connection): number {
  return Number(connection.prepare('SELECT seq FROM audit_head').pluck().get() ?? 0);
}

export async function backupFacts(path: string): Promise<BackupFacts> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece instanceof Uint8Array ? piece : String(piece));
  return { bytes: statSync(path).size, sha256: hash.digest('hex') };
}

/**
 * True when the file is a backup that this key opens; nothing is left beside it. Throws RefusalError BACKUP_DAMAGED for a
 * file that is cut or empty.
 */
export function backupOpensWith(path: string, dataKey: Uint8Array): boolean {
  refuseCut(path);
  const beside = BESIDE.map((ending) => `${path}${ending}`).filter((name) => !existsSync(name));
  try {
    openOnce({ path, databaseKey: deriveKeys(dataKey).database });
    return true;
  } catch (error) {
    if (error instanceof RefusalError && error.refusal.code === 'KEY_WRONG') return false;
    throw asBackupDamage(error);
  } finally {
    // A copy of an earlier version is in WAL mode, and a reader makes these two beside it.
    for (const name of beside) rmSync(name, { force: true });
  }
}

/** SQLite takes a file below its smallest page for new and empty books, whatever the key. */
function refuseCut(path: string): void {
  const { size } = statSync(path);
  if (size < SMALLEST_PAGE_BYTES) throw new RefusalError('BACKUP_DAMAGED', { verdict: `${size} bytes` });
}

/** Damage that is met in a backup is the backup's: the books that people work in have nothing to do with it. */
function asBackupDamage(error: unknown): unknown {
  if (!(error instanceof RefusalError) || error.refusal.code !== 'DATABASE_DAMAGED') return error;
  return new RefusalError('BACKUP_DAMAGED', { verdict: error.refusal.details['system'] ?? '' });
}

/**
 * Copies a backup into an empty data folder and proves it. Throws RefusalError FILE_UNREADABLE, FOLDER_NOT_EMPTY,
 * KEY_WRONG, BACKUP_DAMAGED; the folder is left as it was then.
 */
export function placeBackup(file: string, folder: string, dataKey: Uint8Array): void {
  if (!existsSync(file)) throw new RefusalError('FILE_UNREADABLE', { reason: readingReason('ENOENT') });
  refuseCut(file);
  if (!folderIsEmpty(folder)) throw new RefusalError('FOLDER_NOT_EMPTY', { folder });
  makeFolder(folder);
  const target = booksPath(folder);
  try {
    copyFileSync(file, target);
    makePrivate(target);
    const verdict = verdictOn({ path: target, databaseKey: deriveKeys(dataKey).database });
    if (verdict !== 'ok') throw new RefusalError('BACKUP_DAMAGED', { verdict: firstFault(verdict) });
  } catch (error) {
    for (const ending of ['', ...BESIDE]) rmSync(`${target}${ending}`, { force: true });
    throw asBackupDamage(diskRefusal(error) ?? error);
  }
}

/** The check's report begins with the database's name and goes on for a line a page; one fault says enough. */
function firstFault(verdict: string): string {
  const lines = verdict.split('\n').filter((line) => !line.startsWith('***'));
  return lines[0] ?? verdict;
}
