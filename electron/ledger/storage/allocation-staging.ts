/**
 * An allocation file on its way into the books: lines staged in a scratch file, matched against the cards by one
 * blind index over card, ID number and name, posted set by set (DESIGN.md 4: the measured way).
 */
import type { Fen } from '../../contract/money.ts';
import type { AllocationReason } from '../../contract/vocabulary.ts';
import type { Reading, Writing } from './books.ts';
import { asRefusal, type Connection } from './connection.ts';
import type { Keys } from './keys.ts';
import { payeeParts, payeeText } from './payee-text.ts';
import type { RefusedLine } from './posting-rows.ts';

export interface StagedAllocation {
  readonly line: number;
  readonly id: string;
  readonly idNumber: string;
  readonly name: string;
  readonly card: string;
  readonly amountText: string;
  /** Null when the amount is malformed. */
  readonly amountFen: Fen | null;
  readonly narrative: string;
  /** What the amount alone already said. */
  readonly reason: AllocationReason | null;
}

const CHUNK = 50_000;
const STAGE = `
  CREATE TABLE stage (
    ordinal INTEGER PRIMARY KEY, line INTEGER NOT NULL, external_id TEXT NOT NULL, payee_index TEXT,
    amount_fen INTEGER, reason TEXT, payee TEXT NOT NULL, amount_text TEXT NOT NULL, narrative TEXT NOT NULL
  ) STRICT;
  CREATE TABLE matched (
    account_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, external_id TEXT NOT NULL, amount_fen INTEGER NOT NULL,
    narrative TEXT NOT NULL, PRIMARY KEY (account_id, ordinal)
  ) STRICT, WITHOUT ROWID;`;

/** Takes lines in file order and finds repeated identifiers. Throws RefusalError DISK_FULL when they find no room. */
export class AllocationStage {
  readonly #connection: Connection;
  readonly #keys: Keys;
  readonly #insert;
  #count = 0;
  /** Identifiers that only ever rise as whole numbers cannot repeat: nearly every file, and nothing to search. */
  #rising = true;
  #highest = -1;

  constructor(connection: Connection, keys: Keys) {
    this.#connection = connection;
    this.#keys = keys;
    asRefusal(() => connection.exec(STAGE));
    this.#insert = connection.prepare('INSERT INTO stage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    connection.exec('BEGIN');
  }

  get count(): number {
    return this.#count;
  }

  add(lines: Iterable<StagedAllocation>): void {
    asRefusal(() => {
      this.#add(lines);
    });
  }

  #add(lines: Iterable<StagedAllocation>): void {
    for (const staged of lines) {
      this.#count += 1;
      this.#follow(staged.id);
      const payee = payeeText(staged.card, staged.idNumber, staged.name);
      const index = staged.reason === null ? this.#keys.blindIndex('payee', payee) : null;
      const { line, id, amountFen, reason, amountText, narrative } = staged;
      this.#insert.run(this.#count, line, id, index, amountFen, reason, payee, amountText, narrative);
    }
  }

  #follow(id: string): void {
    if (!this.#rising) return;
    const value = /^[1-9]\d{0,14}$/.test(id) ? Number(id) : -1;
    this.#rising = value > this.#highest;
    this.#highest = value;
  }

  /** Ends staging: an identifier seen before in the file is AM05, unless its amount was already at fault. */
  finish(): void {
    asRefusal(() => {
      this.#finish();
    });
  }

  #finish(): void {
    if (!this.#rising) {
      this.#connection.exec(`
        UPDATE stage SET reason = 'AM05' WHERE reason IS NULL AND ordinal IN (
          SELECT ordinal FROM (
            SELECT ordinal, row_number() OVER (PARTITION BY external_id ORDER BY ordinal) AS nth FROM stage
          ) WHERE nth > 1)`);
    }
    this.#connection.exec('COMMIT');
  }
}

/** What the books know about a payee who did not match at once. */
export interface PayeeRow {
  readonly accountStatus: 'open' | 'closed' | null;
  readonly holderAgrees: boolean;
}

/**
 * Finds the account of every staged line still without a fault; `judge` says why the others have none. Yields how many
 * lines were looked at, so that the caller can let others in between.
 */
export function* matchPayees(
  { connection, keys }: Writing,
  total: number,
  judge: (payee: PayeeRow) => AllocationReason | null,
): Generator<number> {
  const match = connection.prepare(`
    INSERT INTO scratch.matched
    SELECT card.account_id, stage.ordinal, stage.external_id, stage.amount_fen, stage.narrative
    FROM scratch.stage JOIN card ON card.payee_index = stage.payee_index AND card.status = 'active'
      JOIN account ON account.id = card.account_id AND account.status = 'open'
    WHERE stage.reason IS NULL AND stage.ordinal BETWEEN ? AND ?
    ORDER BY card.account_id, stage.ordinal`);
  const open = connection
    .prepare('SELECT count(*) FROM scratch.stage WHERE reason IS NULL AND ordinal BETWEEN ? AND ?')
    .pluck();
  for (let from = 1; from <= total; from += CHUNK) {
    const to = Math.min(from + CHUNK - 1, total);
    const matched = match.run(from, to).changes;
    if (matched !== Number(open.get(from, to))) refuseUnmatched(connection, keys, from, to, judge);
    yield to;
  }
}

function refuseUnmatched(
  connection: Connection,
  keys: Keys,
  from: number,
  to: number,
  judge: (payee: PayeeRow) => AllocationReason | null,
): void {
  const unmatched = connection
    .prepare<[number, number], { ordinal: number; payee: string; payee_index: string }>(
      `SELECT ordinal, payee, payee_index FROM scratch.stage
       WHERE reason IS NULL AND ordinal BETWEEN ? AND ?
         AND NOT EXISTS (SELECT 1 FROM card JOIN account ON account.id = card.account_id AND account.status = 'open'
                         WHERE card.payee_index = stage.payee_index AND card.status = 'active')`,
    )
    .all(from, to);
  const find = connection.prepare<[string], { status: 'open' | 'closed'; payee_index: string }>(
    `SELECT account.status, card.payee_index FROM card JOIN account ON account.id = card.account_id
     WHERE card.number_index = ? AND card.status = 'active'`,
  );
  const refuse = connection.prepare('UPDATE scratch.stage SET reason = ? WHERE ordinal = ?');
  for (const { ordinal, payee, payee_index: payeeIndex } of unmatched) {
    const known = find.get(keys.blindIndex('card', payeeParts(payee).card));
    const reason = judge({ accountStatus: known?.status ?? null, holderAgrees: known?.payee_index === payeeIndex });
    if (reason === null) throw new Error(`line ${ordinal} matches no account, yet nothing is wrong with it`);
    refuse.run(reason, ordinal);
  }
}

export interface AllocationSums {
  readonly accepted: number;
  readonly amountFen: Fen;
}

export function allocationSums({ connection }: Reading): AllocationSums {
  const row = connection
    .prepare<[], { accepted: number; amountFen: Fen }>(
      'SELECT count(*) AS accepted, coalesce(sum(amount_fen), 0) AS amountFen FROM scratch.matched',
    )
    .get();
  return row ?? { accepted: 0, amountFen: 0 as Fen };
}

/**
 * Writes the holder lines of everything matched and moves the balances, by ranges of accounts. Yields how many lines
 * are written.
 */
export function* postMatched({ connection }: Writing, postingId: number, businessDate: string): Generator<number> {
  const insert = connection.prepare(`
    INSERT INTO entry (account_id, seq, posting_id, business_date, kind, amount_fen, balance_fen, reference, narrative)
    SELECT account.id, account.last_seq + row_number() OVER each, ?, ?, 'allocation', matched.amount_fen,
      account.balance_fen + sum(matched.amount_fen) OVER each, matched.external_id, matched.narrative
    FROM scratch.matched JOIN account ON account.id = matched.account_id
    WHERE matched.account_id BETWEEN ? AND ?
    WINDOW each AS (PARTITION BY matched.account_id ORDER BY matched.ordinal ROWS UNBOUNDED PRECEDING)`);
  const move = connection.prepare(`
    UPDATE account SET balance_fen = balance_fen + sums.amount, last_seq = last_seq + sums.lines
    FROM (SELECT account_id, sum(amount_fen) AS amount, count(*) AS lines FROM scratch.matched
          WHERE account_id BETWEEN ? AND ? GROUP BY account_id) AS sums
    WHERE account.id = sums.account_id`);
  const highest = Number(connection.prepare('SELECT coalesce(max(account_id), 0) FROM scratch.matched').pluck().get());
  let written = 0;
  for (let from = 1; from <= highest; from += CHUNK) {
    written += insert.run(postingId, businessDate, from, from + CHUNK - 1).changes;
    move.run(from, from + CHUNK - 1);
    yield written;
  }
}

/** The refused lines in file order, one at a time. */
export function* stagedRefusals({ connection }: Reading): Generator<RefusedLine> {
  const rows = connection
    .prepare<
      [],
      { ordinal: number; line: number; external_id: string; reason: string; payee: string; amount_text: string }
    >(
      `SELECT ordinal, line, external_id, reason, payee, amount_text FROM scratch.stage
       WHERE reason IS NOT NULL ORDER BY ordinal`,
    )
    .all();
  for (const row of rows) {
    const { card, name } = payeeParts(row.payee);
    const { ordinal, line, reason } = row;
    yield { ordinal, line, reason, externalId: row.external_id, amountText: row.amount_text, card, name };
  }
}
