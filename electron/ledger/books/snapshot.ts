/** One snapshot of the books in a thread that has nothing but their place: it reads and asks the engine's own check. */
import type { Reading } from './books.ts';
import type { DatabaseFile } from './prepared.ts';
import { openConnection } from './sqlite/connection.ts';
import { engineCheckOf, statementsOf } from './sqlite/statements.ts';

/** What needs neither the office's keys nor its clock. */
export type PlainReading = Pick<Reading, 'sql' | 'check'>;

/** Throws RefusalError as opening the books does. */
export async function readSnapshot<T>(database: DatabaseFile, work: (reading: PlainReading) => Promise<T>): Promise<T> {
  const connection = openConnection({ ...database, readOnly: true });
  try {
    connection.exec('BEGIN');
    return await work({ sql: statementsOf(connection), check: engineCheckOf(connection) });
  } finally {
    connection.close();
  }
}
