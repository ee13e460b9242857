/**
 * The plain checks of `verify` in a thread of their own: a query over millions of entries takes seconds, and nobody waits
 * for it. Books of a few pages are checked here, which is sooner than a thread starts.
 */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { DatabaseFile } from '../books/prepared.ts';
import type { PlainReading } from '../books/snapshot.ts';
import { plainFindings, type PlainFindings } from './book-checks.ts';
import type { VerifyAnswer } from './verify-worker.ts';

/** As that of the staging thread (staging-thread.ts). */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? new URL('./verify-worker.ts', import.meta.url)
  : new URL('./verify-worker.cjs', import.meta.url);

/** Of 4 kB: all checks over so many take some hundredths of a second. */
const PAGES_WORTH_A_THREAD = 512;

/** Throws RefusalError for what the disk says. */
export async function plainFindingsOf(reading: PlainReading, database: DatabaseFile): Promise<PlainFindings> {
  if (reading.check.pages() < PAGES_WORTH_A_THREAD) return plainFindings(reading);
  const answer = await askThread(database);
  if ('code' in answer) throw new RefusalError(answer.code, answer.details);
  return answer;
}

function askThread(database: DatabaseFile): Promise<VerifyAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(PROGRAM), { workerData: database });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => {
      reject(new Error('the thread of the checks has ended without an answer'));
    });
  });
}
