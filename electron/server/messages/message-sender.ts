/**
 * Sends what the ledger has for holders' phones: takes what is due, gives it to the provider, and settles what came of it (docs/ledger.md 13). What is
 * taken when this process ends is given out again a minute later, under the same key.
 */
import type { Note } from '../server-log.ts';

export interface DueMessage {
  readonly id: number;
  /** The same at every attempt. */
  readonly key: string;
  readonly phone: string;
  readonly text: string;
}

/** A way to a phone. Answers why the message was not sent, in words without any of it; null where it was. */
export interface MessageProvider {
  send(message: Omit<DueMessage, 'id'>): Promise<string | null>;
}

export interface Outbox {
  /** Due now, at most so many; none where the ledger cannot be asked. */
  takeMessages(most: number): Promise<readonly DueMessage[]>;
  settleMessage(id: number, failure: string | null): Promise<void>;
}

const AT_A_TIME = 20;

export class MessageSender {
  readonly #outbox: Outbox;
  readonly #provider: MessageProvider;
  readonly #note: Note;
  #looking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(outbox: Outbox, provider: MessageProvider, note: Note) {
    this.#outbox = outbox;
    this.#provider = provider;
    this.#note = note;
  }

  begin(everyMs: number): void {
    this.#timer = setInterval(() => void this.look(), everyMs);
  }

  /** What is under way is settled. */
  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#looking;
  }

  /** Sends what is due, one after the other; asked again meanwhile, it is the same look. */
  async look(): Promise<void> {
    this.#looking ??= this.#send().finally(() => {
      this.#looking = null;
    });
    await this.#looking;
  }

  async #send(): Promise<void> {
    for (const { id, ...message } of await this.#outbox.takeMessages(AT_A_TIME)) {
      const failure = await this.#provider.send(message);
      if (failure !== null) this.#note('message not sent', { message: String(id), failure });
      await this.#outbox.settleMessage(id, failure);
    }
  }
}
