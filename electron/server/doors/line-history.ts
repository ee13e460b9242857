/** How the lines of the counters have done since the server was started: what an administrator sees of each (F11). */
import type { LineSeen } from '../../contract/administration/counter-verbs.ts';
import type { Instant } from '../../contract/kernel/dates.ts';

export class LineHistory {
  readonly #lines = new Map<string, LineSeen>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The counter may ask from now on; a line that stood until now has been lost. */
  begun(counter: string): void {
    const before = this.#lines.get(counter);
    const returns = before === undefined ? 0 : before.returns + 1;
    this.#lines.set(counter, { since: this.#now() as Instant, returns });
  }

  ended(counter: string): void {
    const before = this.#lines.get(counter);
    if (before !== undefined) this.#lines.set(counter, { ...before, since: null });
  }

  /** Null for a counter that has not come since then. */
  of(counter: string): LineSeen | null {
    return this.#lines.get(counter) ?? null;
  }
}
