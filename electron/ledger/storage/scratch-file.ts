/**
 * A job's scratch database: encrypted like the books, without journal or sync, gone when the job is done. Staging a
 * file there keeps the books free for the counter until the posting itself.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Connection } from './connection.ts';
import { makeWorkFolder, removeLeftOver } from './work-folder.ts';

export interface ScratchFile {
  readonly path: string;
  remove(): void;
}

function scratchFolder(folder: string): string {
  return join(folder, 'scratch');
}

/** What a job that died left behind is worth nothing. */
export function clearScratch(folder: string): void {
  removeLeftOver(scratchFolder(folder));
}

/** A path for it, where nothing is yet. Throws RefusalError DISK_FULL or DISK_READ_ONLY. */
export function scratchFile(folder: string): ScratchFile {
  makeWorkFolder(scratchFolder(folder));
  const path = join(scratchFolder(folder), `${randomUUID()}.db`);
  return {
    path,
    remove() {
      removeLeftOver(path);
    },
  };
}

/** What a job puts in order by account fits into it for a million lines. */
const JOB_CACHE_KIB = 36_864;

/** Makes the file readable and writable as schema `scratch`. An attached file starts with a journal and sync of its own. */
export function attachScratch(connection: Connection, path: string): void {
  connection.prepare('ATTACH ? AS scratch').run(path);
  connection.pragma('scratch.journal_mode = MEMORY');
  connection.pragma('scratch.synchronous = OFF');
  connection.pragma(`scratch.cache_size = -${JOB_CACHE_KIB}`);
}

export function detachScratch(connection: Connection): void {
  connection.exec('DETACH scratch');
}
