/** Opening the books of a data folder, with the engine they are kept in. */
import { existsSync, statSync } from 'node:fs';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { booksPath, type Books, type OpenBooksOptions } from './books.ts';
import { readOfficeNote } from './data-folder.ts';
import { openSqliteBooks } from './sqlite/sqlite-books.ts';

/** Brings the schema up to date first. Throws RefusalError (see sqlite/connection.ts). */
export function openBooks(options: OpenBooksOptions): Books {
  refuseLostBooks(options.folder, booksPath(options.folder));
  return openSqliteBooks(options);
}

/** Where the note names an office, missing or emptied books are damage: made anew they would pass for an empty office. */
function refuseLostBooks(folder: string, path: string): void {
  const present = existsSync(path) && statSync(path).size > 0;
  if (!present && readOfficeNote(folder) !== null) throw new RefusalError('DATABASE_DAMAGED', { system: 'ledger.db' });
}
