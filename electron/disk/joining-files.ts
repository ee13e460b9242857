/**
 * What a desktop keeps in its data folder when it is a counter of an office server, in place of books of its own: plain files of
 * their owner alone, written whole. No key is in them.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refusingDisk, requireFile } from './disk-refusal.ts';
import { makeFolder } from './own-files.ts';

/** Lies in a folder whose computer has joined. */
const JOINED_FILE = 'joining.json';
/** Lies beside while the computer asks to join, or for another certificate. The folder counts as empty with it. */
export const ASKED_FILE = 'joining.asked';

export type JoiningFile = 'joined' | 'asked';

function pathOf(folder: string, file: JoiningFile): string {
  return join(folder, file === 'joined' ? JOINED_FILE : ASKED_FILE);
}

/** Null where there is none. Throws RefusalError for what the disk does. */
export function readJoiningFile(folder: string, file: JoiningFile): string | null {
  const path = pathOf(folder, file);
  if (!existsSync(path)) return null;
  requireFile(path);
  return refusingDisk(() => readFileSync(path, 'utf8'));
}

/** On the disk itself when this answers; after a crash it is as before or as after. Throws RefusalError for what the disk does. */
export function writeJoiningFile(folder: string, file: JoiningFile, text: string): void {
  makeFolder(folder);
  const path = pathOf(folder, file);
  refusingDisk(() => {
    const unfinished = openSync(`${path}.new`, 'w', 0o600);
    try {
      writeSync(unfinished, text);
      fsyncSync(unfinished);
    } finally {
      closeSync(unfinished);
    }
    renameSync(`${path}.new`, path);
    syncFolder(dirname(path));
  });
}

/** Throws RefusalError for what the disk does. */
export function removeJoiningFile(folder: string, file: JoiningFile): void {
  const path = pathOf(folder, file);
  refusingDisk(() => {
    rmSync(`${path}.new`, { force: true });
    if (!existsSync(path)) return;
    rmSync(path);
    syncFolder(folder);
  });
}

function syncFolder(folder: string): void {
  // Windows has no way to open a folder for this.
  if (process.platform === 'win32') return;
  const entry = openSync(folder, 'r');
  fsyncSync(entry);
  closeSync(entry);
}
