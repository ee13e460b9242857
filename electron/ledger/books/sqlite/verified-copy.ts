/** Copies of the books, and what proves one: it is opened, and the database's own check is run over it. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { claimFile } from '../../../disk/own-files.ts';
import { diskRefusal } from '../books-refusal.ts';
import type { DatabaseFile } from '../prepared.ts';
import { openConnection, type Connection } from './connection.ts';

/**
 * Writes a compact encrypted copy and proves it by opening it again and running the database's own check. It gets its name
 * when it is whole: a copy that failed leaves nothing behind. Throws RefusalError BACKUP_DAMAGED when the copy does not
 * pass, and for what the disk does.
 */
export function copyVerified(connection: Connection, target: string, databaseKey: Uint8Array): void {
  const unfinished = `${target}.part`;
  try {
    rmSync(unfinished, { force: true });
    claimFile(unfinished);
    connection.prepare('VACUUM INTO ?').run(unfinished);
    proveCopy(unfinished, databaseKey);
    reachDisk(unfinished, 'r+');
    renameSync(unfinished, target);
    // Windows opens no folder; there the name follows the file.
    if (process.platform !== 'win32') reachDisk(dirname(target), 'r');
  } catch (error) {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${ending}`, { force: true });
    throw diskRefusal(error) ?? error;
  }
}

/** A name that outlives a loss of power names a whole file. */
function reachDisk(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function proveCopy(path: string, databaseKey: Uint8Array): void {
  const copy = openConnection({ path, databaseKey });
  try {
    const verdict = String(copy.pragma('integrity_check', { simple: true }));
    if (verdict !== 'ok') throw new RefusalError('BACKUP_DAMAGED', { verdict });
    // Out of WAL mode, so that a reader needs no files beside it: a copy may lie on a disk that takes no writing.
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** Opens a copy and lets go of it. Throws RefusalError KEY_WRONG, DATABASE_DAMAGED and what else the disk says. */
export function openOnce(database: DatabaseFile): void {
  openConnection({ ...database, readOnly: true }).close();
}

/** What the database's own check says of a copy, `ok` when nothing. */
export function verdictOn(database: DatabaseFile): string {
  const connection = openConnection(database);
  try {
    return String(connection.pragma('integrity_check', { simple: true }));
  } finally {
    connection.close();
  }
}
