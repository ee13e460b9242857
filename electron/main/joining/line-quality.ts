/** How well the line to the server does, for the page that says so. */
import type { Instant } from '../../contract/kernel/dates.ts';
import type { Output } from '../../contract/verbs.ts';
import type { LedgerStatus } from '../ledger-link/ledger-link.ts';

type Quality = NonNullable<Output<'server.show'>>['line'];

export class LineQuality {
  #since = Date.now();
  #breaks = 0;
  #state: LedgerStatus['state'] = 'starting';

  hear({ state }: LedgerStatus): void {
    if (state === this.#state) return;
    if (this.#state === 'ready') this.#breaks += 1;
    this.#state = state;
    this.#since = Date.now();
  }

  /** @param question a small one, by which the server's answer is timed. */
  async of(status: LedgerStatus, question: () => Promise<{ readonly ok: boolean }>): Promise<Quality> {
    const answerMs = status.state === 'ready' ? await timed(question) : null;
    return { ...status, since: this.#since as Instant, breaks: this.#breaks, answerMs };
  }
}

async function timed(question: () => Promise<{ readonly ok: boolean }>): Promise<number | null> {
  const begun = performance.now();
  const { ok } = await question();
  return ok ? Math.round(performance.now() - begun) : null;
}
