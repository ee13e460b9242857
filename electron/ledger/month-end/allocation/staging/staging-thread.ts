/**
 * Staging in a thread of its own: while lines are read, decoded and their payees' indexes taken here, SQLite takes those
 * before them there. Of a month-end's reading that is nearly half.
 */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { RefusalError } from '../../../../contract/kernel/errors.ts';
import type { StagedPiece, StageWriter } from './staged-piece.ts';
import type { DatabaseFile } from '../../../books/prepared.ts';
import type { StagingAnswer, StagingMessage } from './staging-messages.ts';

/**
 * Run from its sources, or bundled beside the ledger. That bundle is CommonJS: the only form of a thread's program that
 * Electron reads out of the packed program.
 */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? new URL('./staging-worker.ts', import.meta.url)
  : new URL('./staging-worker.cjs', import.meta.url);

/** Pieces on their way: as many as are read while a run is inserted (staged-run.ts). Each takes some 200 kB. */
const PIECES_AHEAD = 32;

type Outcome = StagingAnswer | Error;

export class StagingThread implements StageWriter {
  readonly #worker: Worker;
  /** Told in the order of the messages. */
  readonly #waiting: ((outcome: Outcome) => void)[] = [];
  readonly #ahead: Promise<Outcome>[] = [];
  #failure: Error | null = null;

  constructor(database: DatabaseFile) {
    this.#worker = new Worker(fileURLToPath(PROGRAM), {
      workerData: database,
      // What becomes garbage there is short-lived; more room for it would only make the process larger.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    this.#worker.on('message', (answer: StagingAnswer) => this.#waiting.shift()?.(answer));
    this.#worker.on('error', (error) => {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    });
    this.#worker.on('exit', () => {
      this.#fail(new Error('the staging thread has ended'));
    });
  }

  async take(piece: StagedPiece): Promise<void> {
    this.#ahead.push(this.#send({ kind: 'piece', piece }));
    if (this.#ahead.length > PIECES_AHEAD) await this.#settleOldest();
  }

  async finish(identifiersRise: boolean): Promise<void> {
    this.#ahead.push(this.#send({ kind: 'finish', identifiersRise }));
    while (this.#ahead.length > 0) await this.#settleOldest();
    await this.#worker.terminate();
  }

  async abandon(): Promise<void> {
    await this.#worker.terminate();
  }

  async #settleOldest(): Promise<void> {
    const outcome = await this.#ahead.shift();
    if (outcome instanceof Error) throw outcome;
    if (outcome) throw new RefusalError(outcome.code, outcome.details);
  }

  /** Never rejects: an outcome is looked at when its turn comes, or not at all when the file is given up before. */
  #send(message: StagingMessage): Promise<Outcome> {
    if (this.#failure !== null) return Promise.resolve(this.#failure);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#worker.postMessage(message);
    });
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const resolve of this.#waiting.splice(0)) resolve(this.#failure);
  }
}
