/** The thread of verify-thread.ts: one snapshot of the books, checked on a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { RefusalError, type Refusal } from '../../contract/kernel/errors.ts';
import { diskRefusal } from '../books/books-refusal.ts';
import type { DatabaseFile } from '../books/prepared.ts';
import { readSnapshot } from '../books/snapshot.ts';
import { plainFindings, type PlainFindings } from './book-checks.ts';

export type VerifyAnswer = PlainFindings | Refusal;

/** An unexpected error is thrown on, ends the thread and is thrown again where the answer is waited for. */
async function answered(database: DatabaseFile): Promise<VerifyAnswer> {
  try {
    return await readSnapshot(database, plainFindings);
  } catch (error) {
    const refusal = error instanceof RefusalError ? error : diskRefusal(error);
    if (refusal === null) throw error;
    return refusal.refusal;
  }
}

void answered(workerData as DatabaseFile).then((answer) => parentPort?.postMessage(answer));
