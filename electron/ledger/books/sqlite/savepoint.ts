/** A part of a transaction that is undone by itself when it fails, while the transaction goes on. */
import type { Writing } from '../books.ts';

export async function undoable<T>({ connection }: Writing, work: () => Promise<T>): Promise<T> {
  connection.exec('SAVEPOINT part');
  try {
    const result = await work();
    connection.exec('RELEASE part');
    return result;
  } catch (error) {
    // SQLite undoes the whole transaction by itself when the disk is full.
    if (connection.inTransaction) connection.exec('ROLLBACK TO part; RELEASE part');
    throw error;
  }
}
