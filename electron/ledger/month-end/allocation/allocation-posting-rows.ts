/**
 * Staged allocation lines into the books, set by set: their accounts are found by the payee's blind index, the holder
 * lines written in account order, and the balances moved (docs/ledger.md 1).
 */
import { ZERO_FEN, type Fen } from '../../../contract/kernel/money.ts';
import type { AllocationReason } from '../../../contract/kernel/vocabulary.ts';
import { WrittenLines } from './staging/allocation-staging.ts';
import type { Reading, Writing } from '../../books/books.ts';
import type { Questions } from '../../books/prepared.ts';
import { payeeParts } from '../../books/sealing/payee-text.ts';

/** Lines, or accounts, in one statement: a step of some tenths of a second, between which others have their turn. */
const CHUNK = 50_000;

/** The card that a staged line names, if it takes allocations. */
const TAKING_CARD = `card ON card.payee_index = stage.payee_index AND card.status = 'active'
  AND card.account_id NOT IN scratch.closed`;

/** What the books know about a payee who did not match at once. */
export interface PayeeRow {
  readonly accountStatus: 'open' | 'closed' | null;
  readonly holderAgrees: boolean;
}

type PayeeJudge = (payee: PayeeRow) => AllocationReason | null;

/**
 * Finds the account of every staged line still without a fault; `judge` says why the others have none. Yields how many
 * lines were looked at, so that the caller can let others in between.
 */
export function* matchPayees(
  writing: Writing,
  { total, chunk }: { readonly total: number; readonly chunk: number },
  judge: PayeeJudge,
): Generator<number> {
  const { sql } = writing;
  // Nearly all accounts are open: one look through them costs a fifth of looking each line's account up.
  sql.script("INSERT INTO scratch.closed SELECT id FROM account WHERE status <> 'open'");
  // Cards by their index alone, in its order.
  const match = sql.change(`
    INSERT INTO scratch.matched
    SELECT card.account_id, stage.ordinal, stage.external, stage.amount_fen, stage.narrative
    FROM scratch.stage CROSS JOIN ${TAKING_CARD}
    WHERE stage.reason IS NULL AND stage.place BETWEEN ? AND ?
    ORDER BY card.account_id, stage.ordinal`);
  const open = sql.values<[number, number], number>(
    'SELECT count(*) FROM scratch.stage WHERE reason IS NULL AND place BETWEEN ? AND ?',
  );
  const unmatched = new UnmatchedLines(writing, judge);
  for (let from = 1; from <= total; from += chunk) {
    const to = Math.min(from + chunk - 1, total);
    const matched = match.run(from, to).changes;
    if (matched !== open.get(from, to)) unmatched.refuse(from, to);
    yield to;
  }
}

/** Lines whose payee was not found as given, each looked at for the reason. */
class UnmatchedLines {
  readonly #keys;
  readonly #judge: PayeeJudge;
  readonly #written: WrittenLines;
  readonly #select;
  readonly #findCard;
  readonly #refuse;

  constructor(writing: Writing, judge: PayeeJudge) {
    const { sql, keys } = writing;
    this.#keys = keys;
    this.#judge = judge;
    this.#written = new WrittenLines(writing);
    this.#select = sql.rows<[number, number], { place: number; ordinal: number; payeeIndex: string }>(
      `SELECT stage.place, stage.ordinal, stage.payee_index AS payeeIndex FROM scratch.stage LEFT JOIN ${TAKING_CARD}
       WHERE stage.reason IS NULL AND stage.place BETWEEN ? AND ? AND card.account_id IS NULL
       ORDER BY stage.ordinal`,
    );
    this.#findCard = sql.rows<[string], { status: 'open' | 'closed'; payeeIndex: string }>(
      `SELECT account.status, card.payee_index AS payeeIndex FROM card JOIN account ON account.id = card.account_id
       WHERE card.number_index = ? AND card.status = 'active'`,
    );
    this.#refuse = sql.change('UPDATE scratch.stage SET reason = ? WHERE place = ?');
  }

  refuse(from: number, to: number): void {
    for (const { place, ordinal, payeeIndex } of this.#select.all(from, to)) {
      const { payee } = this.#written.at(ordinal);
      const known = this.#findCard.get(this.#keys.blindIndex('card', payeeParts(payee).card));
      const holderAgrees = known?.payeeIndex === payeeIndex;
      const reason = this.#judge({ accountStatus: known?.status ?? null, holderAgrees });
      if (reason === null) throw new Error(`line ${ordinal} matches no account, yet nothing is wrong with it`);
      this.#refuse.run(reason, place);
    }
  }
}

export interface AllocationSums {
  readonly accepted: number;
  readonly amountFen: Fen;
}

export function allocationSums({ sql }: Reading): AllocationSums {
  const row = sql
    .rows<[], AllocationSums>(
      'SELECT count(*) AS accepted, coalesce(sum(amount_fen), 0) AS amountFen FROM scratch.matched',
    )
    .get();
  return row ?? { accepted: 0, amountFen: ZERO_FEN };
}

/**
 * Where no account is named twice, as in nearly every file, each line stands for itself. Running numbers and sums over
 * an account's lines take twice as long and are kept for the files that need them.
 */
const ONE_EACH = {
  nth: '1',
  sum: 'amount_fen',
  window: '',
  moved: 'SELECT account_id, amount_fen AS amount, 1 AS lines FROM scratch.matched WHERE account_id BETWEEN ? AND ?',
};
const SEVERAL = {
  nth: 'row_number() OVER each',
  sum: 'sum(amount_fen) OVER each',
  window: 'WINDOW each AS (PARTITION BY matched.account_id ORDER BY ordinal ROWS UNBOUNDED PRECEDING)',
  moved: `SELECT account_id, sum(amount_fen) AS amount, count(*) AS lines FROM scratch.matched
          WHERE account_id BETWEEN ? AND ? GROUP BY account_id`,
};

/**
 * Writes the holder lines of everything matched and moves the balances, by ranges of accounts. Yields how many lines
 * are written. Runs in the transaction of matchPayees: what was found there still stands.
 */
export function* postMatched({ sql }: Writing, postingId: number, businessDate: string): Generator<number> {
  const { nth, sum, window, moved } = namesAnAccountTwice(sql) ? SEVERAL : ONE_EACH;
  const insert = sql.change(`
    INSERT INTO entry (account_id, seq, posting_id, business_date, kind, amount_fen, balance_fen, reference, narrative)
    SELECT account.id, account.last_seq + ${nth}, ?, ?, 'allocation', amount_fen, account.balance_fen + ${sum},
      iif(typeof(external) = 'real', CAST(external AS INTEGER), external), narrative.text
    FROM scratch.matched CROSS JOIN account ON account.id = matched.account_id
      CROSS JOIN scratch.narrative ON narrative.id = matched.narrative
    WHERE matched.account_id BETWEEN ? AND ? ${window}`);
  const move = sql.change(`
    UPDATE account SET balance_fen = balance_fen + moved.amount, last_seq = last_seq + moved.lines
    FROM (${moved}) AS moved WHERE account.id = moved.account_id`);
  const highest = Number(sql.values<[], unknown>('SELECT coalesce(max(account_id), 0) FROM scratch.matched').get());
  let written = 0;
  for (let from = 1; from <= highest; from += CHUNK) {
    written += insert.run(postingId, businessDate, from, from + CHUNK - 1).changes;
    move.run(from, from + CHUNK - 1);
    yield written;
  }
}

function namesAnAccountTwice(sql: Questions): boolean {
  return sql.rows('SELECT 1 FROM scratch.matched GROUP BY account_id HAVING count(*) > 1 LIMIT 1').get() !== undefined;
}
