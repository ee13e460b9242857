/** The requests that the ledger has not answered yet, each settled exactly once. */
import type { Reply } from '../../contract/kernel/errors.ts';
import type { MainDoor } from '../../contract/kernel/verb-policy.ts';
import type { RequestMessage } from '../../contract/protocol.ts';
import type { LedgerVerb } from '../../contract/verbs.ts';

export interface Answer {
  readonly reply: Reply<unknown>;
  /** Present when the asker's session changed. */
  readonly session?: string | null;
}

interface Question {
  readonly verb: LedgerVerb;
  readonly input: unknown;
  /** Of what is asked (suspect-requests.ts). */
  readonly fingerprint: string;
  readonly asker: { readonly counter: string; readonly session: string | null };
  readonly door: MainDoor;
}

interface Waiting {
  readonly fingerprint: string;
  readonly resolve: (answer: Answer) => void;
}

export class PendingRequests {
  readonly #waiting = new Map<number, Waiting>();
  #held: RequestMessage[] = [];
  #lastId = 0;

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  add({ verb, input, fingerprint, asker, door }: Question): {
    readonly message: RequestMessage;
    readonly answer: Promise<Answer>;
  } {
    const id = ++this.#lastId;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, { fingerprint, resolve }));
    const { counter, session: sessionToken } = asker;
    return { message: { type: 'request', id, verb, input, door, sessionToken, counter }, answer };
  }

  /** Keeps a message back until `release`. */
  hold(message: RequestMessage): void {
    this.#held.push(message);
  }

  release(send: (message: RequestMessage) => void): void {
    const messages = this.#held;
    this.#held = [];
    for (const message of messages) send(message);
  }

  /** The fingerprints of what was sent and is not answered. */
  underWay(): string[] {
    const held = new Set(this.#held.map(({ id }) => id));
    return [...this.#waiting].filter(([id]) => !held.has(id)).map(([, { fingerprint }]) => fingerprint);
  }

  /** Answers the fingerprint. A late answer to what is settled already is of no use to anyone. */
  settle(id: number, answer: Answer): string | null {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.resolve(answer);
    return waiting?.fingerprint ?? null;
  }

  settleAll(reply: Reply<never>): void {
    this.#held = [];
    for (const id of [...this.#waiting.keys()]) this.settle(id, { reply });
  }
}
