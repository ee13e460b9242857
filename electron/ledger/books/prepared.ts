/**
 * SQL that is prepared once and asked line by line, where a file of a million lines goes through the books: nothing
 * waits for a promise between two lines. What is prepared is the engine's own statement; nothing is wrapped around it.
 */

/** Placeholders take their values in turn, or by name from one object. */
export interface Question<Values extends unknown[], Row> {
  get(...values: Values): Row | undefined;
  all(...values: Values): Row[];
  /** While its rows are walked, the question answers nothing else. */
  iterate(...values: Values): IterableIterator<Row>;
}

export interface Change<Values extends unknown[]> {
  run(...values: Values): { readonly changes: number };
}

/** What can be asked without changing anything. */
export interface Questions {
  rows<Values extends unknown[], Row>(sql: string): Question<Values, Row>;
  /** The first column alone. */
  values<Values extends unknown[], Value>(sql: string): Question<Values, Value>;
}

export interface Statements extends Questions {
  change<Values extends unknown[] = unknown[]>(sql: string): Change<Values>;
  /** Statements without values, one after the other. */
  script(sql: string): void;
}

export interface Transacting extends Statements {
  /** Undoes the transaction, unless the engine did so by itself. */
  rollBack(): void;
}

/** What the engine says of its own files. */
export interface EngineCheck {
  /** How much there is to look through. */
  pages(): number;
  /** What its own check finds wrong with pages, indexes, constraints and foreign keys; null when nothing is. */
  fault(): string | null;
}

/** Where a database lies, as a thread is told. */
export interface DatabaseFile {
  readonly path: string;
  readonly databaseKey: Uint8Array;
}
