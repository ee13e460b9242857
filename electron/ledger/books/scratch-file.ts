/**
 * A job's scratch database: encrypted like the books, without journal or sync, gone when the job is done. Staging a
 * file there keeps the books free for the counter until the posting itself. What is damaged in it says nothing against
 * the books: the job is refused, and begun again.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseFile, Statements } from './prepared.ts';
import { openConnection } from './sqlite/connection.ts';
import { workFileRefusal } from './sqlite/attached-scratch.ts';
import { statementsOf } from './sqlite/statements.ts';
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

/** A scratch file in the hands of one job. */
export interface Scratch extends Statements {
  /** Nothing where it is closed already. */
  close(): void;
}

/** Makes the file with these tables. Throws RefusalError WORK_FILE_DAMAGED, or what else the disk says. */
export function openScratch(database: DatabaseFile, tables: string): Scratch {
  return inScratch(() => {
    const connection = openConnection({ ...database, scratch: true });
    try {
      connection.exec(tables);
    } catch (error) {
      connection.close();
      throw error;
    }
    return {
      ...statementsOf(connection),
      close() {
        if (connection.open) connection.close();
      },
    };
  });
}

/** Work on the scratch file alone. Throws RefusalError WORK_FILE_DAMAGED, or what else the disk says. */
export function inScratch<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw workFileRefusal(error);
  }
}
