/** The folders of received files and of work files beside the books. */
import { mkdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { RefusalError } from '../../contract/errors.ts';
import { diskRefusal } from './connection.ts';

/** Throws RefusalError DISK_FULL or DISK_READ_ONLY, also where something else has the folder's name. */
export function makeWorkFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    throw diskRefusal(error) ?? new RefusalError('DISK_READ_ONLY', { system: String(error.code) });
  }
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
