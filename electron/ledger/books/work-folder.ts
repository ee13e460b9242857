/** The folders of received files and of work files beside the books. */
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { makeFolder } from '../../disk/own-files.ts';

/** Throws RefusalError for what the disk does, also where something else has the folder's name. */
export function makeWorkFolder(path: string): void {
  makeFolder(path);
}

/**
 * Removes a file or folder that an earlier process left behind. It is worth nothing, so one that the system does not let
 * go keeps no office shut: it stays, and a line on standard error says so.
 */
export function removeLeftOver(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    process.emitWarning(`${basename(path)} was left over and cannot be removed: ${error.message}`);
  }
}
