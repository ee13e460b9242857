/** The thread of copy-thread.ts: one copy of the books, on a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { RefusalError, type Refusal } from '../../contract/kernel/errors.ts';
import { copyFile, type CopyFacts } from '../books/backup.ts';
import { diskRefusal } from '../books/books-refusal.ts';
import type { DatabaseFile } from '../books/prepared.ts';

export interface CopyTask {
  readonly database: DatabaseFile;
  readonly target: string;
}

export type CopyAnswer = CopyFacts | Refusal;

/** An unexpected error is thrown on, ends the thread and is thrown again where the answer is waited for. */
function answered({ database, target }: CopyTask): CopyAnswer {
  try {
    return copyFile(database, target);
  } catch (error) {
    const refusal = error instanceof RefusalError ? error : diskRefusal(error);
    if (refusal === null) throw error;
    return refusal.refusal;
  }
}

parentPort?.postMessage(answered(workerData as CopyTask));
