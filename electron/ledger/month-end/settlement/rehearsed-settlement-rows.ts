/**
 * What a settlement file that is only being checked would have posted so far, in a scratch file of its own: a later line
 * is judged against the lines before it, while the books are read and not held from anybody who writes.
 */
import type { Fen } from '../../../contract/kernel/money.ts';
import type { SettlementKind } from './settlement-rules.ts';
import { inScratch, openScratch, type Scratch } from '../../books/scratch-file.ts';

const TABLES = `
  CREATE TABLE moved (account_id INTEGER PRIMARY KEY, amount_fen INTEGER NOT NULL) STRICT;
  CREATE TABLE line (
    reference TEXT PRIMARY KEY, kind TEXT NOT NULL, account_id INTEGER, amount_fen INTEGER, original TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX line_of_original ON line (original) WHERE original IS NOT NULL;
  BEGIN;`;

export interface RehearsedLine {
  readonly reference: string;
  readonly kind: SettlementKind;
  /** Account and amount of an accepted line; null of a refused one. */
  readonly accountId: number | null;
  readonly amountFen: Fen | null;
  readonly original: string | null;
}

/** All throw RefusalError for what the disk says. */
export class RehearsedSettlement {
  readonly #scratch: Scratch;
  readonly #findMoved;
  readonly #findSeen;
  readonly #findOriginal;
  readonly #sumReturned;
  readonly #move;
  readonly #insert;

  /** `path` is that of a scratch file (scratch-file.ts). */
  constructor(path: string, databaseKey: Uint8Array) {
    const sql = openScratch({ path, databaseKey }, TABLES);
    this.#scratch = sql;
    this.#findMoved = sql.values<[number], number>('SELECT amount_fen FROM moved WHERE account_id = ?');
    this.#findSeen = sql.values<[string], number>('SELECT 1 FROM line WHERE reference = ?');
    this.#findOriginal = sql.rows<[string], { accountId: number; amountFen: Fen }>(
      `SELECT account_id AS accountId, amount_fen AS amountFen FROM line
       WHERE reference = ? AND kind = 'consumption' AND account_id IS NOT NULL`,
    );
    this.#sumReturned = sql.values<[string], number>(
      'SELECT coalesce(sum(amount_fen), 0) FROM line WHERE original = ?',
    );
    this.#move = sql.change(
      `INSERT INTO moved VALUES (?, ?)
       ON CONFLICT (account_id) DO UPDATE SET amount_fen = amount_fen + excluded.amount_fen`,
    );
    this.#insert = sql.change('INSERT INTO line VALUES (?, ?, ?, ?, ?)');
  }

  /** By how much the lines so far move an account's balance, in fen. */
  movedFen(accountId: number): number {
    return inScratch(() => this.#findMoved.get(accountId) ?? 0);
  }

  hasSeen(reference: string): boolean {
    return inScratch(() => this.#findSeen.get(reference) !== undefined);
  }

  originalOf(reference: string): { readonly accountId: number; readonly amountFen: Fen } | null {
    return inScratch(() => this.#findOriginal.get(reference) ?? null);
  }

  /** What the lines so far return of an original, in fen. */
  returnedFen(reference: string): number {
    return inScratch(() => this.#sumReturned.get(reference) ?? 0);
  }

  post(line: RehearsedLine & { readonly accountId: number }, effectFen: Fen): void {
    inScratch(() => this.#move.run(line.accountId, effectFen));
    this.#keep(line);
  }

  /** Remembers the reference of a refused line. */
  refuse(reference: string, kind: SettlementKind): void {
    this.#keep({ reference, kind, accountId: null, amountFen: null, original: null });
  }

  #keep({ reference, kind, accountId, amountFen, original }: RehearsedLine): void {
    inScratch(() => this.#insert.run(reference, kind, accountId, amountFen, original));
  }

  close(): void {
    this.#scratch.close();
  }
}
