/** Long work that tells how far it is, lets others in between, and can be cancelled before the commit. */
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Progress } from '../../contract/protocol.ts';
import type { Ledger } from './scope.ts';

/**
 * What a long file leaves behind lives for a moment. V8 answers it by making room for more of it, up to a hundred MB, and
 * keeps that room: a million lines took between 345 and 470 MB. With room that does not grow they take 260, as fast.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** A line takes up to a twentieth of a millisecond. */
const LINES_OF_SLICE = 250;

export class LongWork {
  readonly #ledger: Pick<Ledger, 'report' | 'isCancelled'>;
  readonly #operationId: string | null;
  #told = '';

  /** Without an operation id there is no progress report and no cancelling. */
  constructor(ledger: Pick<Ledger, 'report' | 'isCancelled'>, operationId: string | null) {
    this.#ledger = ledger;
    this.#operationId = operationId;
    keepHeapSmall();
  }

  /** Reports, lets waiting requests run first, and throws RefusalError OPERATION_CANCELLED when asked to stop. */
  async step(phase: Progress['phase'], done: number, total: number | null): Promise<void> {
    const told = `${phase} ${done}`;
    const hasMoved = told !== this.#told;
    if (this.#operationId !== null && hasMoved) {
      this.#ledger.report({ operationId: this.#operationId, phase, done, total });
    }
    this.#told = told;
    await this.pause();
  }

  /** Lets waiting requests run first, without a progress report. */
  async pause(): Promise<void> {
    await letOthersRun();
    if (this.#operationId !== null && this.#ledger.isCancelled(this.#operationId)) {
      throw new RefusalError('OPERATION_CANCELLED');
    }
  }

  /** Lines a slice at a time: a slice of a check takes some hundredths of a second, and nobody waits longer for it. */
  async *slices<Line>(lines: readonly Line[]): AsyncGenerator<readonly Line[]> {
    for (let at = 0; at < lines.length; at += LINES_OF_SLICE) {
      if (at > 0) await this.pause();
      yield lines.slice(at, at + LINES_OF_SLICE);
    }
  }
}
