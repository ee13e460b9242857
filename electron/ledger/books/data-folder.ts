/**
 * The data folder: whose office lies in it, and the lock that keeps a second program out. The lock is
 * held on a file of its own.
 */
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { ASKED_FILE } from '../../disk/joining-files.ts';
import { SOCKET_FILE } from '../../disk/local-socket.ts';
import { MAKING_MARK, NOTE_FILE, readNote } from '../../disk/office-note.ts';
import { isFolder, makeFolder, makePrivate } from '../../disk/own-files.ts';
import { asRefusal, diskRefusal } from './books-refusal.ts';
import { lockFile } from './sqlite/locked-file.ts';

const officeNoteSchema = z.object({ officeId: z.string().min(1), code: z.string(), name: z.string() });
export type OfficeNote = z.infer<typeof officeNoteSchema>;

const LOCK = 'in-use.lock';

/** Whose office this is; null in an empty folder. Throws RefusalError as `readNote` does. */
export function readOfficeNote(folder: string): OfficeNote | null {
  const note = readNote(folder);
  if (note === null) return null;
  const parsed = officeNoteSchema.safeParse(note);
  if (!parsed.success) throw new RefusalError('DATABASE_DAMAGED', { system: NOTE_FILE });
  return parsed.data;
}

/** Written last when an office is made: a folder without it holds no office. */
export function writeOfficeNote(folder: string, note: OfficeNote): void {
  const path = join(folder, NOTE_FILE);
  writeFileSync(`${path}.new`, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** True when nothing but our own marks and logs lies in the folder, or it is not there at all. */
export function folderIsEmpty(folder: string): boolean {
  if (!isFolder(folder)) return true;
  return asRefusal(() => readdirSync(folder)).every(
    (name) =>
      name.startsWith(LOCK) ||
      name === MAKING_MARK ||
      name.startsWith(ASKED_FILE) ||
      name === SOCKET_FILE ||
      name === 'logs',
  );
}

function bookFiles(folder: string): string[] {
  return ['', '-wal', '-shm'].map((ending) => join(folder, `ledger.db${ending}`));
}

/**
 * Marks that books are being made here. The remains of an earlier making are removed; books that were finished but lost
 * their note are not touched: throws RefusalError FOLDER_NOT_EMPTY.
 */
export function beginMaking(folder: string): void {
  const unfinished = existsSync(join(folder, MAKING_MARK));
  if (!unfinished && bookFiles(folder).some((file) => existsSync(file))) {
    throw new RefusalError('FOLDER_NOT_EMPTY', { folder });
  }
  try {
    for (const file of bookFiles(folder)) rmSync(file, { force: true });
    for (const remains of ['scratch', 'incoming']) rmSync(join(folder, remains), { recursive: true, force: true });
    writeFileSync(join(folder, MAKING_MARK), '', { mode: 0o600 });
  } catch (error) {
    throw diskRefusal(error) ?? error;
  }
}

/** The making failed: the folder is as empty as before. */
export function abandonMaking(folder: string): void {
  for (const file of bookFiles(folder)) rmSync(file, { force: true });
  rmSync(join(folder, MAKING_MARK), { force: true });
}

/** The office is whole: its note has been written. */
export function endMaking(folder: string): void {
  rmSync(join(folder, MAKING_MARK), { force: true });
}

/**
 * The folder holds an office: no mark of its making is left, and what others could see of it, made by an earlier version
 * or by hand, is taken from them.
 */
export function settleFolder(folder: string): void {
  endMaking(folder);
  makePrivate(folder);
  for (const entry of asRefusal(() => readdirSync(folder, { withFileTypes: true }))) {
    const path = join(folder, entry.name);
    makePrivate(path);
    if (!entry.isDirectory()) continue;
    for (const file of asRefusal(() => readdirSync(path))) makePrivate(join(path, file));
  }
}

export interface FolderLock {
  release(): void;
}

/** Takes the folder for this process. Throws RefusalError DATA_FOLDER_IN_USE when another program has it open. */
export function lockFolder(folder: string): FolderLock {
  const held = holdLock(folder);
  if (held === null) throw new RefusalError('DATA_FOLDER_IN_USE', { folder });
  return held;
}

function holdLock(folder: string): FolderLock | null {
  try {
    makeFolder(folder);
    return lockFile(join(folder, LOCK));
  } catch (error) {
    throw diskRefusal(error) ?? error;
  }
}
