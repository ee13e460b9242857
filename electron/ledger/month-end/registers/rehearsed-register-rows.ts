/**
 * What a register that is only being checked would have added so far, in a scratch file of its own: a later line is
 * judged against the lines before it, while the books are read and not held from anybody who writes.
 */
import { inScratch, openScratch, type Scratch } from '../../books/scratch-file.ts';

const TABLES = `
  CREATE TABLE card (number_index TEXT PRIMARY KEY, payee_index TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE holder (id_number_index TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
  BEGIN;`;

/** All throw RefusalError for what the disk says. */
export class RehearsedRegister {
  readonly #scratch: Scratch;
  readonly #findCard;
  readonly #findHolder;
  readonly #insertCard;
  readonly #insertHolder;

  /** `path` is that of a scratch file (scratch-file.ts). */
  constructor(path: string, databaseKey: Uint8Array) {
    const sql = openScratch({ path, databaseKey }, TABLES);
    this.#scratch = sql;
    this.#findCard = sql.values<[string], string>('SELECT payee_index FROM card WHERE number_index = ?');
    this.#findHolder = sql.values<[string], string>('SELECT name FROM holder WHERE id_number_index = ?');
    this.#insertCard = sql.change('INSERT INTO card VALUES (?, ?)');
    this.#insertHolder = sql.change('INSERT INTO holder VALUES (?, ?)');
  }

  /** The payee's index of a card that an earlier line brought. */
  payeeOf(cardIndex: string): string | null {
    return inScratch(() => this.#findCard.get(cardIndex) ?? null);
  }

  /** The name of a holder whom an earlier line brought. */
  nameOf(idNumberIndex: string): string | null {
    return inScratch(() => this.#findHolder.get(idNumberIndex) ?? null);
  }

  addCard(cardIndex: string, payeeIndex: string): void {
    inScratch(() => this.#insertCard.run(cardIndex, payeeIndex));
  }

  addHolder(idNumberIndex: string, name: string): void {
    inScratch(() => this.#insertHolder.run(idNumberIndex, name));
  }

  close(): void {
    this.#scratch.close();
  }
}
