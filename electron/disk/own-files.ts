/**
 * Folders and files for their owner alone, whatever the user's own mask says. What the disk keeps us from comes out as
 * RefusalError (disk-refusal.ts).
 */
import { chmodSync, closeSync, fchmodSync, fstatSync, lstatSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RefusalError } from '../contract/kernel/errors.ts';
import type { DiskReason } from '../contract/messages/message-kinds.ts';
import { refusingDisk } from './disk-refusal.ts';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const OTHERS = 0o077;

/**
 * Whether a folder is there; false only where nothing has its name. Throws RefusalError FOLDER_UNUSABLE for a link to
 * nowhere, a file in its place, and what the system does not let us see.
 */
export function isFolder(path: string): boolean {
  const found = refusingDisk(() => statSync(path, { throwIfNoEntry: false }));
  if (found === undefined) {
    if (refusingDisk(() => lstatSync(path, { throwIfNoEntry: false })) !== undefined)
      throw unusable('disk-link-to-nowhere', path);
    return false;
  }
  if (!found.isDirectory()) throw unusable('disk-not-a-folder', path);
  return true;
}

function unusable(reason: DiskReason, path: string): RefusalError {
  return new RefusalError('FOLDER_UNUSABLE', { reason, path });
}

/**
 * Makes the folder and what is missing above it, each by itself: Node's own way never ends where the system makes no
 * folders at all (`/proc`).
 */
export function makeFolder(folder: string): void {
  const missing = missingFolders(folder);
  refusingDisk(() => {
    for (const each of missing) mkdirSync(each, FOLDER_MODE);
  });
}

/** What is missing of a folder's path, from above. Throws RefusalError FOLDER_UNUSABLE as `isFolder` does, for any part. */
export function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let at = resolve(folder); !isFolder(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  return missing;
}

/** Makes sure that the file is there, and its owner's alone. */
export function claimFile(path: string): void {
  refusingDisk(() => {
    const file = openSync(path, 'a', FILE_MODE);
    try {
      if (isShared(fstatSync(file).mode)) fchmodSync(file, FILE_MODE);
    } finally {
      closeSync(file);
    }
  });
}

/** Takes from others what an earlier version, or another program, let them see; a path that is not there is left so. */
export function makePrivate(path: string): void {
  refusingDisk(() => {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined || found.isSymbolicLink() || !isShared(found.mode)) return;
    chmodSync(path, found.isDirectory() ? FOLDER_MODE : FILE_MODE);
  });
}

function isShared(mode: number): boolean {
  return process.platform !== 'win32' && (mode & OTHERS) !== 0;
}
