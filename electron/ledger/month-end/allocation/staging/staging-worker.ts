/** The thread of staging-thread.ts: takes pieces into the scratch tables, one message after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { RefusalError, type Refusal } from '../../../../contract/kernel/errors.ts';
import { StageTables } from './stage-tables.ts';
import type { DatabaseFile } from '../../../books/prepared.ts';
import type { StagingAnswer, StagingMessage } from './staging-messages.ts';

const { path, databaseKey } = workerData as DatabaseFile;
let tables: StageTables | null = null;
let refusal: Refusal | null = null;

/** An unexpected error is thrown on, ends the thread and is thrown again where the answer is waited for. */
function answered(message: StagingMessage): StagingAnswer {
  if (refusal !== null) return refusal;
  try {
    tables ??= new StageTables(path, databaseKey);
    if (message.kind === 'piece') tables.take(message.piece);
    else tables.finish(message.identifiersRise);
    return null;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    ({ refusal } = error);
    return refusal;
  }
}

parentPort?.on('message', (message: StagingMessage) => {
  parentPort?.postMessage(answered(message));
});
