/** The operations that run now, and which of them are cancelled: an id is known for as long as it runs, and no longer. */
interface Running {
  /** The same command may be sent again while it runs. */
  requests: number;
  cancelled: boolean;
}

export class RunningOperations {
  readonly #running = new Map<string, Running>();

  /** An operation that has ended, or never began, has nothing left to cancel. */
  cancel(operationId: string): void {
    const running = this.#running.get(operationId);
    if (running !== undefined) running.cancelled = true;
  }

  isCancelled(operationId: string): boolean {
    return this.#running.get(operationId)?.cancelled === true;
  }

  /** Runs `work` as the operation that a request names, if it names one. */
  async during<T>(operationId: string | null, work: () => Promise<T>): Promise<T> {
    if (operationId === null) return work();
    const running = this.#running.get(operationId) ?? { requests: 0, cancelled: false };
    this.#running.set(operationId, running);
    running.requests += 1;
    try {
      return await work();
    } finally {
      running.requests -= 1;
      if (running.requests === 0) this.#running.delete(operationId);
    }
  }
}
