/**
 * Staged allocation lines into the books, set by set: their accounts are found by the payee's blind index, the holder
 * lines written in account order, and the balances moved (docs/ledger.md 1).
 */
import { fen, ZERO_FEN, type Fen } from '../../../contract/kernel/money.ts';
import type { AllocationReason } from '../../../contract/kernel/vocabulary.ts';
import { refusedAt, WrittenLines } from './staging/allocation-staging.ts';
import type { RefusedLine } from '../../account/posting-rows.ts';
import type { Reading, Writing } from '../../books/books.ts';
import { payeeIndex, payeeParts } from '../../books/sealing/payee-text.ts';
import type { FilePosting, Settled } from '../steps/file-posting-rows.ts';

/** The card that a staged line names, if it takes allocations. */
const TAKING_CARD = `card ON card.payee_index = stage.payee_index AND card.status = 'active'
  AND card.account_id NOT IN scratch.closed`;

/** What the books know about a payee who did not match at once. */
export interface PayeeRow {
  readonly accountStatus: 'open' | 'closed' | null;
  readonly holderAgrees: boolean;
}

export type PayeeJudge = (payee: PayeeRow) => AllocationReason | null;

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
  readonly #judge: PayeeJudge;
  readonly #written: WrittenLines;
  readonly #select;
  readonly #known;
  readonly #refuse;

  constructor(writing: Writing, judge: PayeeJudge) {
    const { sql } = writing;
    this.#judge = judge;
    this.#written = new WrittenLines(writing);
    this.#select = sql.rows<[number, number], { place: number; ordinal: number; payeeIndex: string }>(
      `SELECT stage.place, stage.ordinal, stage.payee_index AS payeeIndex FROM scratch.stage LEFT JOIN ${TAKING_CARD}
       WHERE stage.reason IS NULL AND stage.place BETWEEN ? AND ? AND card.account_id IS NULL
       ORDER BY stage.ordinal`,
    );
    this.#known = knownPayees(writing);
    this.#refuse = sql.change('UPDATE scratch.stage SET reason = ? WHERE place = ?');
  }

  refuse(from: number, to: number): void {
    for (const { place, ordinal, payeeIndex } of this.#select.all(from, to)) {
      const { card } = payeeParts(this.#written.at(ordinal).payee);
      const reason = this.#judge(this.#known(card, payeeIndex));
      if (reason === null) throw new Error(`line ${ordinal} matches no account, yet nothing is wrong with it`);
      this.#refuse.run(reason, place);
    }
  }
}

/** What the books know about the payee of a line by now. */
function knownPayees({ sql, keys }: Reading): (card: string, payee: string) => PayeeRow {
  const find = sql.rows<[string], { status: 'open' | 'closed'; payeeIndex: string }>(
    `SELECT account.status, card.payee_index AS payeeIndex FROM card JOIN account ON account.id = card.account_id
     WHERE card.number_index = ? AND card.status = 'active'`,
  );
  return (card, payee) => {
    const known = find.get(keys.blindIndex('card', card));
    return { accountStatus: known?.status ?? null, holderAgrees: known?.payeeIndex === payee };
  };
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

/** The last change of a card, its holder or its account that a snapshot has seen. */
export function lastPayeeChange({ sql }: Reading): number {
  return sql.values<[], number>('SELECT coalesce(max(id), 0) FROM payee_change').get() ?? 0;
}

/** Lines in the order in which they are posted: of accounts, and within one in that of the file. */
const OF_STEP = `matched.account_id BETWEEN @accountBefore AND @account
  AND (matched.account_id, matched.ordinal) > (@accountBefore, @ordinalBefore)
  AND (matched.account_id, matched.ordinal) <= (@account, @ordinal)`;

/** After which line, and up to and with which. */
interface StepRange {
  readonly accountBefore: number;
  readonly ordinalBefore: number;
  readonly account: number;
  readonly ordinal: number;
}

/**
 * Where no account is named twice, as in nearly every file, each line stands for itself. Running numbers and sums over
 * an account's lines take twice as long and are kept for the files that need them.
 */
const ONE_EACH = {
  nth: '1',
  sum: 'amount_fen',
  window: '',
  moved: `SELECT account_id, amount_fen AS amount, 1 AS lines FROM scratch.matched WHERE ${OF_STEP}`,
};
const SEVERAL = {
  nth: 'row_number() OVER each',
  sum: 'sum(amount_fen) OVER each',
  window: 'WINDOW each AS (PARTITION BY matched.account_id ORDER BY ordinal ROWS UNBOUNDED PRECEDING)',
  moved: `SELECT account_id, sum(amount_fen) AS amount, count(*) AS lines FROM scratch.matched
          WHERE ${OF_STEP} GROUP BY account_id`,
};

export interface AllocationStep {
  /** How many lines at most. */
  readonly lines: number;
  /** The file names an account more than once. */
  readonly repeats: boolean;
  /** Of the snapshot in which the lines were matched. */
  readonly lastChange: number;
}

/**
 * Writes the holder lines of the next matched ones and moves the balances; those whose card, holder or account is another
 * one than in the snapshot are looked at again first. Null when no line is left.
 */
export function postMatched(
  writing: Writing,
  { postingId, businessDate, accountDone, ordinalDone }: FilePosting,
  { lines, repeats, lastChange }: AllocationStep,
  judge: PayeeJudge,
): Settled | null {
  const { sql } = writing;
  const end = lastOfStep(writing, [accountDone, ordinalDone], lines);
  if (end === null) return null;
  const range: StepRange = { accountBefore: accountDone, ordinalBefore: ordinalDone, ...end };
  const refused = refuseChanged(writing, range, lastChange, judge);
  const { nth, sum, window, moved } = repeats ? SEVERAL : ONE_EACH;
  const accepted = sql
    .change(
      `INSERT INTO entry (account_id, seq, posting_id, business_date, kind, amount_fen, balance_fen, reference, narrative)
       SELECT account.id, account.last_seq + ${nth}, @postingId, @businessDate, 'allocation', amount_fen, account.balance_fen + ${sum},
         iif(typeof(external) = 'real', CAST(external AS INTEGER), external), narrative.text
       FROM scratch.matched CROSS JOIN account ON account.id = matched.account_id
         CROSS JOIN scratch.narrative ON narrative.id = matched.narrative
       WHERE ${OF_STEP} ${window}`,
    )
    .run({ ...range, postingId, businessDate }).changes;
  sql
    .change(
      `UPDATE account SET balance_fen = balance_fen + moved.amount, last_seq = last_seq + moved.lines
       FROM (${moved}) AS moved WHERE account.id = moved.account_id`,
    )
    .run(range);
  const holdersFen = sql
    .values<[StepRange], number>(`SELECT coalesce(sum(amount_fen), 0) FROM scratch.matched WHERE ${OF_STEP}`)
    .get(range);
  const done = { accountDone: end.account, ordinalDone: end.ordinal, phase: 'lines' } as const;
  return { accepted, refused, holdersFen: fen(holdersFen ?? 0), ...done };
}

interface LinePlace {
  readonly account: number;
  readonly ordinal: number;
}

function lastOfStep({ sql }: Reading, after: readonly [number, number], lines: number): LinePlace | null {
  const place = 'SELECT account_id AS account, ordinal FROM scratch.matched';
  const full = sql
    .rows<[number, number, number], LinePlace>(
      `${place} WHERE (account_id, ordinal) > (?, ?) ORDER BY account_id, ordinal LIMIT 1 OFFSET ?`,
    )
    .get(...after, lines - 1);
  if (full !== undefined) return full;
  const last = sql.rows<[], LinePlace>(`${place} ORDER BY account_id DESC, ordinal DESC LIMIT 1`).get();
  if (last === undefined) return null;
  const [account, ordinal] = after;
  const isAfter = last.account > account || (last.account === account && last.ordinal > ordinal);
  return isAfter ? last : null;
}

/** Takes those that may not be posted any more out of the matched ones. */
function refuseChanged(writing: Writing, range: StepRange, lastChange: number, judge: PayeeJudge): RefusedLine[] {
  const { sql, keys } = writing;
  const changed = sql
    .rows<[StepRange & { lastChange: number }], LinePlace>(
      `SELECT DISTINCT matched.account_id AS account, matched.ordinal FROM payee_change AS change
       CROSS JOIN scratch.matched ON matched.account_id = change.account_id
       WHERE change.id > @lastChange AND ${OF_STEP} ORDER BY matched.ordinal`,
    )
    .all({ ...range, lastChange });
  if (changed.length === 0) return [];
  const [written, known] = [new WrittenLines(writing), knownPayees(writing)];
  const drop = sql.change('DELETE FROM scratch.matched WHERE account_id = ? AND ordinal = ?');
  return changed.flatMap(({ account, ordinal }) => {
    const { payee } = written.at(ordinal);
    const parts = payeeParts(payee);
    const reason = judge(known(parts.card, payeeIndex(keys, parts, payee)));
    if (reason === null) return [];
    drop.run(account, ordinal);
    return [refusedAt(written, ordinal, reason)];
  });
}
