/**
 * One transaction: the parts of it that are undone alone, and what waits for its commit. What is kept in memory changes
 * after the commit, never before: memory would else know what the books do not.
 */
import type { Connection } from './connection.ts';

export class Transaction {
  readonly #connection: Connection;
  readonly #afterCommit: (() => void)[] = [];
  #undone = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * SQLite undoes a transaction by itself when the disk is full; Kysely's own transactions then fail at the rollback, and
   * that error would hide the one that counts.
   * @param commit calls `committed` right after the commit, whatever it does after it.
   */
  static async run<T>(
    connection: Connection,
    begin: string,
    work: (transaction: Transaction) => Promise<T>,
    commit: (committed: () => void) => void = () => connection.exec('COMMIT'),
  ): Promise<T> {
    const transaction = new Transaction(connection);
    connection.exec(begin);
    try {
      const result = await work(transaction);
      if (transaction.isUndone) connection.exec('ROLLBACK');
      else commit(() => transaction.#committed());
      return result;
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  }

  /** As a use case is given it. */
  get forWriting() {
    return {
      mayWrite: true as const,
      afterCommit: (action: () => void) => this.afterCommit(action),
      undoable: <T>(work: () => Promise<T>) => this.undoable(work),
      undo: () => {
        this.#undone = true;
      },
    };
  }

  get isUndone(): boolean {
    return this.#undone;
  }

  afterCommit(action: () => void): void {
    this.#afterCommit.push(action);
  }

  async undoable<T>(work: () => Promise<T>): Promise<T> {
    const connection = this.#connection;
    const waiting = this.#afterCommit.length;
    connection.exec('SAVEPOINT part');
    try {
      const result = await work();
      connection.exec('RELEASE part');
      return result;
    } catch (error) {
      this.#afterCommit.length = waiting;
      // SQLite undoes the whole transaction by itself when the disk is full.
      if (connection.inTransaction) connection.exec('ROLLBACK TO part; RELEASE part');
      throw error;
    }
  }

  #committed(): void {
    for (const action of this.#afterCommit) action();
  }
}
