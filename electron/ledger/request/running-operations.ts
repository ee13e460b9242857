/**
 * The operations that run now, and which of them are cancelled: an id is known for as long as it runs, and no longer. It is that
 * of one counter and session; the same id from elsewhere names another operation.
 */

/** Where an operation was begun. */
export interface Origin {
  readonly counter: string;
  readonly sessionToken: string | null;
}

interface Running {
  /** The same command may be sent again while it runs. */
  requests: number;
  cancelled: boolean;
}

export class RunningOperations {
  readonly #running = new Map<string, Running>();

  /** An operation that has ended, never began, or was begun elsewhere has nothing to cancel. */
  cancel(operationId: string, origin: Origin): void {
    const running = this.#running.get(nameOf(operationId, origin));
    if (running !== undefined) running.cancelled = true;
  }

  isCancelled(operationId: string, origin: Origin): boolean {
    return this.#running.get(nameOf(operationId, origin))?.cancelled === true;
  }

  /** Runs `work` as the operation that a request names, if it names one. */
  async during<T>(operationId: string | null, origin: Origin, work: () => Promise<T>): Promise<T> {
    if (operationId === null) return work();
    const name = nameOf(operationId, origin);
    const running = this.#running.get(name) ?? { requests: 0, cancelled: false };
    this.#running.set(name, running);
    running.requests += 1;
    try {
      return await work();
    } finally {
      running.requests -= 1;
      if (running.requests === 0) this.#running.delete(name);
    }
  }
}

function nameOf(operationId: string, { counter, sessionToken }: Origin): string {
  return JSON.stringify([counter, sessionToken, operationId]);
}
