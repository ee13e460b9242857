/**
 * Requests that were under way when the ledger died. One that was at two deaths is taken for their cause and is not sent
 * again. After a first death the suspects go one at a time, so that an innocent one is answered and cleared and does not
 * die beside the guilty one a second time.
 */
import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';

const DEATHS_OF_ITS_CAUSE = 2;
/** Far more than a counter has requests under way; the oldest suspicion makes room. */
const SUSPECTS_KEPT = 1_000;

/** A new id or another second person does not make another request, and no secret goes into its fingerprint. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['operationId', 'authorisation', 'second', 'password', 'pin']);

/** What is asked, as a hash: two requests of one fingerprint ask the same of the ledger. */
export function requestFingerprint(verb: string, input: unknown): string {
  const hash = createHash('sha256').update(verb);
  return hash.update(serialize(compared(input))).digest('base64');
}

function compared(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || input instanceof Uint8Array) return input;
  return Object.entries(input).filter(([name]) => !NOT_COMPARED.has(name));
}

export class SuspectRequests {
  readonly #deaths = new Map<string, number>();
  #lastSent: Promise<void> = Promise.resolve();

  endsLedger(fingerprint: string): boolean {
    return (this.#deaths.get(fingerprint) ?? 0) >= DEATHS_OF_ITS_CAUSE;
  }

  isSuspect(fingerprint: string): boolean {
    return this.#deaths.has(fingerprint);
  }

  /** Sends a suspect when the one before it has been answered. */
  oneAtATime<Value>(send: () => Promise<Value>): Promise<Value> {
    const sent = this.#lastSent.then(send);
    this.#lastSent = sent.then(ignoreOutcome, ignoreOutcome);
    return sent;
  }

  /** The ledger died with these under way. Answers how many of them are known by now to end the ledger. */
  diedWith(fingerprints: Iterable<string>): number {
    let known = 0;
    for (const fingerprint of new Set(fingerprints)) {
      const deaths = (this.#deaths.get(fingerprint) ?? 0) + 1;
      this.#deaths.delete(fingerprint);
      this.#deaths.set(fingerprint, deaths);
      if (deaths === DEATHS_OF_ITS_CAUSE) known += 1;
    }
    for (const oldest of this.#deaths.keys()) {
      if (this.#deaths.size <= SUSPECTS_KEPT) break;
      this.#deaths.delete(oldest);
    }
    return known;
  }

  /** The ledger lived to answer it. */
  clear(fingerprint: string): void {
    this.#deaths.delete(fingerprint);
  }
}

function ignoreOutcome(): void {
  // The asker of the earlier request receives how it ended.
}
