/** How much of a posting is done at once: so little that nobody waits long for it, whatever the disk and the processor. */
import { setImmediate as letOthersRun } from 'node:timers/promises';

export interface Pace {
  /** Of the next step. */
  readonly lines: number;
  /** What the last step took, its commit included. */
  took(milliseconds: number): void;
  /** Between two steps: whoever waits is served first. */
  letOthers(): Promise<void>;
}

/** A request comes in the middle of one step and may wait for another: both together are far from being noticed. */
const LONG_STEP_MS = 28;
const SHORT_STEP_MS = 16;
const FEWEST_LINES = 100;
/** More lines win nothing: what a commit costs is little beside them. */
const MOST_LINES = 25_000;

/** Begins with a short step and finds out what the computer can do. */
export class SteadyPace implements Pace {
  #lines = 500;

  get lines(): number {
    return this.#lines;
  }

  took(milliseconds: number): void {
    if (milliseconds > LONG_STEP_MS) this.#lines = Math.max(FEWEST_LINES, Math.floor(this.#lines * 0.6));
    else if (milliseconds < SHORT_STEP_MS) this.#lines = Math.min(MOST_LINES, Math.ceil(this.#lines * 1.5));
  }

  /** Two turns: an answer that comes in within the first is taken on in the second. */
  async letOthers(): Promise<void> {
    await letOthersRun();
    await letOthersRun();
  }
}
