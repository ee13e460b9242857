/**
 * A copy of the books made in a thread of its own: writing and proving a large one takes seconds, and no counter waits for it. Books
 * of a few pages are copied here, which is sooner than a thread starts.
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { copyFile, type CopyFacts } from '../books/backup.ts';
import type { DatabaseFile } from '../books/prepared.ts';
import type { CopyAnswer, CopyTask } from './copy-worker.ts';

/** As that of the staging thread (staging-thread.ts). */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? new URL('./copy-worker.ts', import.meta.url)
  : new URL('./copy-worker.cjs', import.meta.url);

const BYTES_WORTH_A_THREAD = 2 * 1024 * 1024;

/** Makes one copy at a time. */
export class CopyThread {
  readonly #leastBytes: number;
  #worker: Worker | null = null;

  constructor(leastBytes: number = BYTES_WORTH_A_THREAD) {
    this.#leastBytes = leastBytes;
  }

  /** Throws RefusalError for what the disk says, and BACKUP_DAMAGED for a copy that does not prove itself. */
  async copy(database: DatabaseFile, target: string): Promise<CopyFacts> {
    if (statSync(database.path).size < this.#leastBytes) return copyFile(database, target);
    const answer = await this.#ask({ database, target });
    if ('code' in answer) throw new RefusalError(answer.code, answer.details);
    return answer;
  }

  #ask(task: CopyTask): Promise<CopyAnswer> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(fileURLToPath(PROGRAM), { workerData: task });
      this.#worker = worker;
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', () => {
        this.#worker = null;
        // Books that are closed meanwhile end the thread: what it wrote has no name yet.
        reject(new RefusalError('LEDGER_UNAVAILABLE'));
      });
    });
  }

  close(): void {
    void this.#worker?.terminate();
  }
}
