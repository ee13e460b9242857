/** Backups: an encrypted, verified copy of the books; restored into an empty folder only (FORMATS.md). */
import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, rmSync, statSync } from 'node:fs';
import { RefusalError } from '../../contract/errors.ts';
import { makeFolder, makePrivate } from '../../disk/own-files.ts';
import { booksPath } from './books.ts';
import { diskRefusal, openConnection } from './connection.ts';
import { folderIsEmpty } from './data-folder.ts';
import { deriveKeys } from './keys.ts';

export interface BackupFacts {
  readonly bytes: number;
  readonly sha256: string;
}

export async function backupFacts(path: string): Promise<BackupFacts> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece instanceof Uint8Array ? piece : String(piece));
  return { bytes: statSync(path).size, sha256: hash.digest('hex') };
}

/** True when the file is a backup that this key opens. */
export function backupOpensWith(path: string, dataKey: Uint8Array): boolean {
  try {
    openConnection({ path, databaseKey: deriveKeys(dataKey).database, readOnly: true }).close();
    return true;
  } catch (error) {
    if (error instanceof RefusalError && error.refusal.code === 'KEY_WRONG') return false;
    throw error;
  }
}

/**
 * Copies a backup into an empty data folder and proves it. Throws RefusalError FILE_UNREADABLE, FOLDER_NOT_EMPTY,
 * KEY_WRONG, BACKUP_DAMAGED; the folder is left as it was then.
 */
export function placeBackup(file: string, folder: string, dataKey: Uint8Array): void {
  if (!existsSync(file)) throw new RefusalError('FILE_UNREADABLE', { reason: 'ENOENT' });
  if (!folderIsEmpty(folder)) throw new RefusalError('FOLDER_NOT_EMPTY', { folder });
  makeFolder(folder);
  const target = booksPath(folder);
  try {
    copyFileSync(file, target);
    makePrivate(target);
    const connection = openConnection({ path: target, databaseKey: deriveKeys(dataKey).database });
    try {
      const verdict = String(connection.pragma('integrity_check', { simple: true }));
      if (verdict !== 'ok') throw new RefusalError('BACKUP_DAMAGED', { verdict });
    } finally {
      connection.close();
    }
  } catch (error) {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${target}${ending}`, { force: true });
    throw diskRefusal(error) ?? error;
  }
}
