/** The phone of the demo office: what would be sent to a holder stands on it, to be read on a page beside the holders' (docs/server.md 9). */
import type { PhoneMessage } from '../../contract/online/holder-pages.ts';
import type { DueMessage, MessageProvider } from './message-sender.ts';

/** As many as a screen shows. */
const SHOWN = 20;

export class DemoPhone implements MessageProvider {
  readonly #now: () => number;
  /** The newest first. */
  #messages: readonly PhoneMessage[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  get messages(): readonly PhoneMessage[] {
    return this.#messages;
  }

  async send({ phone, text }: Omit<DueMessage, 'id'>): Promise<null> {
    this.#messages = [{ at: this.#now(), phone, text }, ...this.#messages].slice(0, SHOWN);
    return null;
  }
}
