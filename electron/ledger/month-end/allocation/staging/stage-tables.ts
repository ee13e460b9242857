/**
 * The scratch tables of an allocation file. Its lines are put in the order of their payees' index, a run at a time, so
 * that matching (allocation-posting-rows.ts) goes through the books' index from its start to its end: indexes of
 * neighbouring lines lie anywhere in it, and looking them up in file order took three times as long.
 */
import { inScratch, openScratch, type Scratch } from '../../../books/scratch-file.ts';
import type { StagedColumns, StagedPiece } from './staged-piece.ts';
import { INDEX_DIGITS, StagedRun, type StagedRow } from './staged-run.ts';

/**
 * An identifier that is written as a plain whole number, as nearly all are, is kept as a number: equal ones stay equal,
 * and '007' is none. `matched` takes the lines whose account was found, in the order of accounts; `closed` names the
 * accounts that take none.
 */
const TABLES = `
  CREATE TABLE stage (
    place INTEGER PRIMARY KEY, ordinal INTEGER NOT NULL, external ANY NOT NULL, payee_index TEXT, amount_fen INTEGER,
    narrative INTEGER, reason TEXT, CHECK (reason IS NOT NULL OR payee_index IS NOT NULL)
  ) STRICT;
  CREATE TABLE narrative (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE TABLE written (first_ordinal INTEGER PRIMARY KEY, lines TEXT NOT NULL) STRICT;
  CREATE TABLE matched (
    account_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, external ANY NOT NULL, amount_fen INTEGER NOT NULL,
    narrative INTEGER NOT NULL, PRIMARY KEY (account_id, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE closed (account_id INTEGER PRIMARY KEY) STRICT;`;

const COLUMNS = 5;
const INSERT_ROWS = 'INSERT INTO stage (ordinal, external, payee_index, amount_fen, narrative) VALUES';
/** Rows an insert takes at once: more of them win nothing. */
const ROWS_AT_ONCE = 8;

/** All throw RefusalError for what the disk says. */
export class StageTables {
  readonly #scratch: Scratch;
  readonly #insertRows;
  readonly #insertRow;
  readonly #insertRefused;
  readonly #insertWritten;
  readonly #insertNarrative;
  readonly #run = new StagedRun();

  constructor(path: string, databaseKey: Uint8Array) {
    const sql = openScratch({ path, databaseKey }, TABLES);
    this.#scratch = sql;
    const row = '(?, ?, ?, ?, ?)';
    this.#insertRows = sql.change(`${INSERT_ROWS} ${Array.from({ length: ROWS_AT_ONCE }, () => row).join()}`);
    this.#insertRow = sql.change(`${INSERT_ROWS} ${row}`);
    this.#insertRefused = sql.change('INSERT INTO stage (ordinal, external, reason) VALUES (?, ?, ?)');
    this.#insertWritten = sql.change('INSERT INTO written VALUES (?, ?)');
    this.#insertNarrative = sql.change('INSERT INTO narrative VALUES (?, ?)');
    sql.script('BEGIN');
  }

  take({ firstOrdinal, written, lines, refused, narratives }: StagedPiece): void {
    inScratch(() => {
      this.#insertWritten.run(firstOrdinal, written);
      for (const narrative of narratives) this.#insertNarrative.run(narrative);
      for (const line of refused) this.#insertRefused.run(line);
      this.#collect(lines);
    });
  }

  #collect({ ordinals, externals, payeeIndexes, amountsFen, narratives }: StagedColumns): void {
    for (const [at, ordinal] of ordinals.entries()) {
      const index = payeeIndexes.slice(at * INDEX_DIGITS, (at + 1) * INDEX_DIGITS);
      this.#run.add([ordinal, externals[at] ?? '', index, amountsFen[at] ?? 0, narratives[at] ?? 0]);
      if (this.#run.full) this.#insertRun();
    }
  }

  #insertRun(): void {
    let waiting: StagedRow[number][] = [];
    this.#run.drain((row) => {
      for (const value of row) waiting.push(value);
      if (waiting.length < ROWS_AT_ONCE * COLUMNS) return;
      this.#insertRows.run(waiting);
      waiting = [];
    });
    for (let at = 0; at < waiting.length; at += COLUMNS) this.#insertRow.run(waiting.slice(at, at + COLUMNS));
  }

  /** Ends staging and closes: an identifier seen before in the file is AM05, unless its amount was already at fault. */
  finish(identifiersRise: boolean): void {
    inScratch(() => {
      this.#insertRun();
      if (!identifiersRise) this.#refuseRepeats();
      this.#scratch.script('COMMIT');
    });
    this.close();
  }

  #refuseRepeats(): void {
    this.#scratch.script(`
      UPDATE stage SET reason = 'AM05' WHERE reason IS NULL AND ordinal IN (
        SELECT ordinal FROM (
          SELECT ordinal, row_number() OVER (PARTITION BY external ORDER BY ordinal) AS nth
          FROM stage
        ) WHERE nth > 1)`);
  }

  close(): void {
    this.#scratch.close();
  }
}
