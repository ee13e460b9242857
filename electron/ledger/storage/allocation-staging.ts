/**
 * An allocation file on its way into the books (DESIGN.md 4: the measured way): its lines are staged here in a scratch
 * file, with the blind index over card, ID number and name by which allocation-posting.ts finds their accounts.
 *
 * What is staged of a good line are numbers and that index. Its text is wanted again only if it is refused, so it is
 * kept by the piece, many lines to a row: handing SQLite every text of every line took half the time of staging. The
 * lines are put in the order of that index, a run at a time, so that matching goes through the books' index from its
 * start to its end: indexes of neighbouring lines lie anywhere in it, and looking them up in file order took three
 * times as long.
 */
import type { Fen } from '../../contract/money.ts';
import type { AllocationReason } from '../../contract/vocabulary.ts';
import type { Reading } from './books.ts';
import { asRefusal, type Connection } from './connection.ts';
import type { Keys } from './keys.ts';
import { payeeParts, payeeText } from './payee-text.ts';
import type { RefusedLine } from './posting-rows.ts';
import { StagedRun, type StagedRow } from './staged-run.ts';

export interface StagedAllocation {
  readonly line: number;
  readonly id: string;
  readonly idNumber: string;
  readonly name: string;
  readonly card: string;
  readonly amountText: string;
  /** Null when the amount is malformed. */
  readonly amount: Fen | null;
  readonly text: string;
}

/** What the amount alone already says against a line. */
export type AmountJudge = (amount: Fen | null) => AllocationReason | null;

/**
 * An identifier that is written as a plain whole number, as nearly all are, is kept as a number: equal ones stay equal,
 * and '007' is none. `matched` takes account and balance as the books have them.
 */
const STAGE = `
  CREATE TABLE stage (
    place INTEGER PRIMARY KEY, ordinal INTEGER NOT NULL, external ANY NOT NULL, payee_index TEXT, amount_fen INTEGER,
    narrative INTEGER, reason TEXT, CHECK (reason IS NOT NULL OR payee_index IS NOT NULL)
  ) STRICT;
  CREATE TABLE narrative (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE TABLE written (first_ordinal INTEGER PRIMARY KEY, lines TEXT NOT NULL) STRICT;
  CREATE TABLE matched (
    account_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, external ANY NOT NULL, amount_fen INTEGER NOT NULL,
    narrative INTEGER NOT NULL, last_seq INTEGER NOT NULL, balance_fen INTEGER NOT NULL,
    PRIMARY KEY (account_id, ordinal)
  ) STRICT, WITHOUT ROWID;`;

const COLUMNS = 5;
const INSERT_ROWS = 'INSERT INTO stage (ordinal, external, payee_index, amount_fen, narrative) VALUES';
/** Rows an insert takes at once: more of them win nothing. */
const ROWS_AT_ONCE = 8;

/** Narratives remembered so as to be kept once; a file that writes another one on every line keeps them all. */
const NARRATIVES_REMEMBERED = 10_000;

/** A whole number as it is usually written, which a double holds exactly. */
const PLAIN_NUMBER = /^[1-9]\d{0,14}$/;

/** Takes lines in file order and finds repeated identifiers. Throws RefusalError DISK_FULL when they find no room. */
export class AllocationStage {
  readonly #connection: Connection;
  readonly #keys: Keys;
  readonly #insertRows;
  readonly #insertRow;
  readonly #insertRefused;
  readonly #insertWritten;
  readonly #narratives: Narratives;
  readonly #run = new StagedRun();
  #count = 0;
  /** Identifiers that only ever rise as whole numbers cannot repeat: nearly every file, and nothing to search. */
  #rising = true;
  #highest = 0;

  constructor(connection: Connection, keys: Keys) {
    this.#connection = connection;
    this.#keys = keys;
    asRefusal(() => connection.exec(STAGE));
    const row = '(?, ?, ?, ?, ?)';
    this.#insertRows = connection.prepare(`${INSERT_ROWS} ${Array.from({ length: ROWS_AT_ONCE }, () => row).join()}`);
    this.#insertRow = connection.prepare(`${INSERT_ROWS} ${row}`);
    this.#insertRefused = connection.prepare('INSERT INTO stage (ordinal, external, reason) VALUES (?, ?, ?)');
    this.#insertWritten = connection.prepare('INSERT INTO written VALUES (?, ?)');
    this.#narratives = new Narratives(connection);
    connection.exec('BEGIN');
  }

  get count(): number {
    return this.#count;
  }

  /** The next lines of the file, best a few hundred at a time. */
  add(lines: readonly StagedAllocation[], judge: AmountJudge): void {
    asRefusal(() => {
      const first = this.#count + 1;
      const written = lines.map((line) => this.#stage(line, judge(line.amount)));
      this.#insertWritten.run(first, written.join(LINE_END));
    });
  }

  /** Answers what is kept as written. */
  #stage(staged: StagedAllocation, reason: string | null): string {
    const { line, id, card, idNumber, name, amount, amountText, text } = staged;
    this.#count += 1;
    const external = PLAIN_NUMBER.test(id) ? Number(id) : id;
    this.#follow(external);
    const payee = payeeText(card, idNumber, name);
    if (reason === null && amount !== null) {
      const index = this.#keys.blindIndex('payee', payee);
      this.#run.add([this.#count, external, index, amount, this.#narratives.idOf(text)]);
      if (this.#run.full) this.#insertRun();
    } else {
      this.#insertRefused.run(this.#count, external, reason);
    }
    return `${line}${FIELD_END}${id}${FIELD_END}${amountText}${FIELD_END}${payee}`;
  }

  #follow(external: number | string): void {
    this.#rising &&= typeof external === 'number' && external > this.#highest;
    this.#highest = typeof external === 'number' ? external : 0;
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

  /** Ends staging: an identifier seen before in the file is AM05, unless its amount was already at fault. */
  finish(): void {
    asRefusal(() => {
      this.#insertRun();
      if (!this.#rising) this.#refuseRepeats();
      this.#connection.exec('COMMIT');
    });
  }

  #refuseRepeats(): void {
    this.#connection.exec(`
      UPDATE stage SET reason = 'AM05' WHERE reason IS NULL AND ordinal IN (
        SELECT ordinal FROM (
          SELECT ordinal, row_number() OVER (PARTITION BY external ORDER BY ordinal) AS nth
          FROM stage
        ) WHERE nth > 1)`);
  }
}

/** The narratives of a file, each kept once where that is possible. */
class Narratives {
  readonly #insert;
  readonly #known = new Map<string, number>();
  #count = 0;

  constructor(connection: Connection) {
    this.#insert = connection.prepare('INSERT INTO narrative VALUES (?, ?)');
  }

  idOf(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#count += 1;
    this.#insert.run(this.#count, text);
    if (this.#known.size < NARRATIVES_REMEMBERED) this.#known.set(text, this.#count);
    return this.#count;
  }
}

/** Cannot stand in a file that was read, and are none of payee-text.ts. */
const [FIELD_END, LINE_END] = ['\u001d', '\u001e'];

/** A staged line as the file gave it. */
interface WrittenLine {
  readonly line: number;
  readonly externalId: string;
  readonly amountText: string;
  readonly payee: string;
}

/** What stood on the staged lines; asked for in file order, each piece is read once. */
export class WrittenLines {
  readonly #find;
  #first = 0;
  #lines: readonly string[] = [];

  constructor({ connection }: Reading) {
    this.#find = connection.prepare<[number], { first: number; lines: string }>(
      `SELECT first_ordinal AS first, lines FROM scratch.written WHERE first_ordinal <= ?
       ORDER BY first_ordinal DESC LIMIT 1`,
    );
  }

  /** Throws when no such line was staged. */
  at(ordinal: number): WrittenLine {
    if (this.#lines[ordinal - this.#first] === undefined) this.#read(ordinal);
    const [line, externalId = '', amountText = '', payee] = this.#lines[ordinal - this.#first]?.split(FIELD_END) ?? [];
    if (payee === undefined) throw new RangeError(`line ${ordinal} was not staged`);
    return { line: Number(line), externalId, amountText, payee };
  }

  #read(ordinal: number): void {
    const piece = this.#find.get(ordinal);
    this.#first = piece?.first ?? 0;
    this.#lines = piece?.lines.split(LINE_END) ?? [];
  }
}

/** The refused lines in file order, one at a time. */
export function* stagedRefusals(reading: Reading): Generator<RefusedLine> {
  const rows = reading.connection
    .prepare<[], { ordinal: number; reason: string }>(
      'SELECT ordinal, reason FROM scratch.stage WHERE reason IS NOT NULL ORDER BY ordinal',
    )
    .all();
  const written = new WrittenLines(reading);
  for (const { ordinal, reason } of rows) {
    const { payee, ...line } = written.at(ordinal);
    yield { ...line, ordinal, reason, ...payeeParts(payee) };
  }
}
