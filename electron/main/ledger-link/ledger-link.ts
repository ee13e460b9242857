/** What main needs of the ledger, whoever keeps it: a process of this computer, or an office server at the end of a line. */
import type { Refusal, Reply } from '../../contract/kernel/errors.ts';
import type { MainDoor } from '../../contract/kernel/verb-policy.ts';
import type { LedgerState } from '../../contract/protocol.ts';
import type { LedgerVerb } from '../../contract/verbs.ts';

export interface LedgerStatus {
  readonly state: LedgerState;
  /** Why the books stay shut, in state `failed`; why the line is down, in `restarting` as well. */
  readonly refusal: Refusal | null;
}

/** The one who asks. The ledger's replies change its session. */
export interface Asker {
  readonly counter: string;
  session: string | null;
}

export interface LedgerLink {
  readonly status: LedgerStatus;
  /** Answered exactly once, whatever happens to the ledger. */
  request(verb: LedgerVerb, input: unknown, asker: Asker, door: MainDoor): Promise<Reply<unknown>>;
  /** What the same counter has asked in the same session. */
  cancel(operationId: string, asker: Asker): void;
  /** Ends it and waits for it. */
  stop(): Promise<void>;
}

/** The ledger of the moment: a first run begins with a process of this computer's own, and may turn to a server's line. */
export class LinkInUse implements LedgerLink {
  #link: LedgerLink;

  constructor(first: LedgerLink) {
    this.#link = first;
  }

  /** What another one says is not of the ledger in use. */
  isUsed(link: LedgerLink): boolean {
    return this.#link === link;
  }

  /** From now on this one is asked; the one before ends. */
  async turnTo(next: LedgerLink): Promise<void> {
    const before = this.#link;
    this.#link = next;
    if (before !== next) await before.stop();
  }

  get status(): LedgerStatus {
    return this.#link.status;
  }

  request(...question: Parameters<LedgerLink['request']>): ReturnType<LedgerLink['request']> {
    return this.#link.request(...question);
  }

  cancel(...asked: Parameters<LedgerLink['cancel']>): void {
    this.#link.cancel(...asked);
  }

  stop(): Promise<void> {
    return this.#link.stop();
  }
}
