/** Papers that a print queue of the system has taken and the ledger has not been heard to know of: none is given to a printer twice. */
import { accepted, type Reply } from '../../contract/kernel/errors.ts';
import type { PrintResult } from './printing.ts';

export class TakenPapers {
  readonly #taken = new Map<string, PrintResult>();

  /** Prints the job, or answers what came of it before, where the ledger could not be told. */
  async once(jobId: string, print: () => Promise<Reply<PrintResult>>): Promise<Reply<PrintResult>> {
    const before = this.#taken.get(jobId);
    if (before !== undefined) return accepted(before);
    const result = await print();
    if (result.ok && result.value.printed) this.#taken.set(jobId, result.value);
    return result;
  }

  /** The ledger knows of it. */
  forget(jobId: string): void {
    this.#taken.delete(jobId);
  }
}
