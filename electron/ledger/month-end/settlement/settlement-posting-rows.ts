/** Settlement lines into the books, one by one in file order: each may depend on the balance the one before left. */
import { fen, type Fen } from '../../../contract/kernel/money.ts';
import type { CareCategory, SettlementReason } from '../../../contract/kernel/vocabulary.ts';
import type { SettlementFacts, SettlementKind } from './settlement-rules.ts';
import { ALL_TERMINALS, readStops } from '../../office/designation-rows.ts';
import { isStoppedAt, type StoppedSpan } from '../../office/designation-rules.ts';
import type { Writing } from '../../books/books.ts';
import type { RehearsedSettlement } from './rehearsed-settlement-rows.ts';

export interface SettlementInput {
  readonly line: number;
  readonly reference: string;
  readonly occurredAt: string;
  readonly institution: string;
  readonly terminal: string;
  readonly card: string;
  readonly kind: SettlementKind;
  readonly category: CareCategory;
  readonly amountFen: Fen | null;
  readonly original: string | null;
}

interface AccountState {
  readonly id: number;
  readonly cardId: number;
  readonly balanceFen: Fen;
  readonly lastSeq: number;
}

/** What was corrected counts as if it had not been: a payment taken back is no original, and a return taken back gives nothing back. */
const NOT_CORRECTED = `NOT EXISTS (SELECT 1 FROM correction WHERE correction.account_id = settlement_line.account_id
  AND correction.original_seq = settlement_line.seq)`;

/** The prepared look-ups and writes of one settlement file. */
export class SettlementBook {
  readonly #writing: Writing;
  readonly #batchId: number;
  readonly #postingId: number;
  readonly #businessDate: string;
  readonly #rehearsal: RehearsedSettlement | null;
  readonly #terminals: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #stops: ReadonlyMap<string, readonly StoppedSpan[]>;
  readonly #findAccount;
  readonly #findHold;
  readonly #findSeen;
  readonly #findOriginal;
  readonly #sumReturned;
  readonly #insertEntry;
  readonly #moveBalance;
  readonly #insertLine;

  /** With a rehearsal nothing is written into the books: later lines find in it what earlier ones would have posted. */
  constructor(
    writing: Writing,
    batch: { batchId: number; postingId: number; businessDate: string },
    rehearsal: RehearsedSettlement | null = null,
  ) {
    const { sql } = writing;
    this.#writing = writing;
    this.#batchId = batch.batchId;
    this.#postingId = batch.postingId;
    this.#businessDate = batch.businessDate;
    this.#rehearsal = rehearsal;
    this.#terminals = readTerminals(writing);
    this.#stops = Map.groupBy(readStops(writing), ({ institution, terminal }) => stopKey(institution, terminal));
    this.#findAccount = sql.rows<[string], AccountState>(
      `SELECT account.id, card.id AS cardId, account.balance_fen AS balanceFen, account.last_seq AS lastSeq
       FROM card JOIN account ON account.id = card.account_id
       WHERE card.number_index = ? AND account.status = 'open'`,
    );
    // A replaced card is on hold for good from its loss on; what it paid before that is still owed.
    this.#findHold = sql.values<[number, string, string], number>(`SELECT 1 FROM debit_hold
         WHERE card_id = ? AND held_from <= ? AND (held_until IS NULL OR held_until > ?) LIMIT 1`);
    this.#findSeen = sql.values<[string], number>('SELECT 1 FROM settlement_line WHERE reference = ?');
    this.#findOriginal = sql.rows<[string], { accountId: number; amountFen: Fen }>(
      `SELECT account_id AS accountId, amount_fen AS amountFen FROM settlement_line
       WHERE reference = ? AND kind = 'consumption' AND reason IS NULL AND ${NOT_CORRECTED}`,
    );
    this.#sumReturned = sql.values<[string], Fen>(
      `SELECT coalesce(sum(amount_fen), 0) FROM settlement_line WHERE original = ? AND reason IS NULL AND ${NOT_CORRECTED}`,
    );
    this.#insertEntry = sql.change(
      `INSERT INTO entry (account_id, seq, posting_id, business_date, kind, amount_fen, balance_fen, reference,
         institution_code, terminal, category, occurred_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#moveBalance = sql.change('UPDATE account SET balance_fen = ?, last_seq = ? WHERE id = ?');
    this.#insertLine = sql.change(
      `INSERT INTO settlement_line (reference, batch_id, line, kind, reason, account_id, seq, amount_fen, original)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /** All that the rules need to know about a line, as the books stand after the lines before it. */
  facts(input: SettlementInput): SettlementFacts {
    const { institution, terminal } = input;
    const terminals = this.#terminals.get(institution);
    const account = this.#account(input.card);
    return {
      kind: input.kind,
      amountFen: input.amountFen,
      seenBefore: this.hasSeen(input.reference),
      account: account === null ? null : { id: account.id, balanceFen: account.balanceFen },
      institutionDesignated: terminals !== undefined && !this.#isStopped(input, ALL_TERMINALS),
      terminalKnown: terminals?.has(terminal) === true && !this.#isStopped(input, terminal),
      debitsStopped: account !== null && this.#findHold.get(account.cardId, input.occurredAt, input.occurredAt) === 1,
      original: this.#original(input.original),
    };
  }

  /** What is given back to the holder is never stopped. */
  #isStopped({ kind, institution, occurredAt }: SettlementInput, terminal: string): boolean {
    return kind === 'consumption' && isStoppedAt(this.#stops.get(stopKey(institution, terminal)) ?? [], occurredAt);
  }

  #account(card: string): AccountState | null {
    const account = this.#findAccount.get(this.#writing.keys.blindIndex('card', card)) ?? null;
    if (account === null || this.#rehearsal === null) return account;
    return { ...account, balanceFen: fen(account.balanceFen + this.#rehearsal.movedFen(account.id)) };
  }

  /** In an earlier line or file, accepted or not. */
  hasSeen(reference: string): boolean {
    return this.#findSeen.get(reference) !== undefined || this.#rehearsal?.hasSeen(reference) === true;
  }

  #original(reference: string | null): SettlementFacts['original'] {
    if (reference === null) return null;
    const original = this.#findOriginal.get(reference) ?? this.#rehearsal?.originalOf(reference) ?? null;
    if (original === null) return null;
    const returned = (this.#sumReturned.get(reference) ?? 0) + (this.#rehearsal?.returnedFen(reference) ?? 0);
    return { ...original, returnedFen: fen(returned) };
  }

  /** Posts an accepted line; `effectFen` is signed as it moves the holder's balance. */
  post(input: SettlementInput, effectFen: Fen): void {
    const account = this.#account(input.card);
    if (account === null) throw new Error('an accepted settlement line has no account');
    const { reference, line, kind, amountFen } = input;
    const original = kind === 'consumption' ? null : input.original;
    if (this.#rehearsal !== null) {
      this.#rehearsal.post({ reference, kind, accountId: account.id, amountFen, original }, effectFen);
      return;
    }
    const seq = account.lastSeq + 1;
    const balance = account.balanceFen + effectFen;
    this.#insertEntry.run(
      account.id,
      seq,
      this.#postingId,
      this.#businessDate,
      input.kind,
      effectFen,
      balance,
      input.reference,
      input.institution,
      input.terminal,
      input.category,
      input.occurredAt,
    );
    this.#moveBalance.run(balance, seq, account.id);
    this.#insertLine.run(reference, this.#batchId, line, kind, null, account.id, seq, amountFen, original);
  }

  /** Remembers the reference of a refused line, unless an earlier line already has it. */
  refuse(input: SettlementInput, reason: SettlementReason, seenBefore: boolean): void {
    if (seenBefore) return;
    const { reference, line, kind } = input;
    if (this.#rehearsal !== null) this.#rehearsal.refuse(reference, kind);
    else this.#insertLine.run(reference, this.#batchId, line, kind, reason, null, null, null, null);
  }
}

const stopKey = (institution: string, terminal: string): string => `${institution} ${terminal}`;

function readTerminals({ sql }: Writing): ReadonlyMap<string, ReadonlySet<string>> {
  const terminals = new Map<string, Set<string>>();
  for (const code of sql.values<[], string>('SELECT code FROM institution').all()) {
    terminals.set(code, new Set());
  }
  const rows = sql
    .rows<[], { institution: string; number: string }>('SELECT institution_code AS institution, number FROM terminal')
    .all();
  for (const { institution, number } of rows) terminals.get(institution)?.add(number);
  return terminals;
}
