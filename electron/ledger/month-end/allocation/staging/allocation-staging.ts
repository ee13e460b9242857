/**
 * An allocation file on its way into the books (docs/ledger.md 1): its lines are staged here in a scratch
 * file, with the blind index over card, ID number and name by which allocation-posting-rows.ts finds their accounts.
 *
 * What is staged of a good line are numbers and that index. Its text is wanted again only if it is refused, so it is
 * kept by the piece, many lines to a row: handing SQLite every text of every line took half the time of staging.
 */
import type { Fen } from '../../../../contract/kernel/money.ts';
import type { AllocationReason } from '../../../../contract/kernel/vocabulary.ts';
import { withoutOldCodes } from '../../../names/private-use-characters.ts';
import type { Reading } from '../../../books/books.ts';
import type { Keys } from '../../../books/sealing/keys.ts';
import { payeeIndex, payeeParts, payeeText } from '../../../books/sealing/payee-text.ts';
import type { RefusedLine } from '../../../account/posting-rows.ts';
import { StageTables } from './stage-tables.ts';
import type { StagedColumns, StagedPiece, StageWriter } from './staged-piece.ts';
import { StagingThread } from './staging-thread.ts';

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

/** A thread takes longer to start than fewer lines take to stage. */
export const LINES_WORTH_A_THREAD = 20_000;

/** Narratives remembered so as to be kept once; a file that writes another one on every line keeps them all. */
const NARRATIVES_REMEMBERED = 10_000;

/** A whole number as it is usually written, which a double holds exactly. */
const PLAIN_NUMBER = /^[1-9]\d{0,14}$/;

/** Takes lines in file order and finds repeated identifiers. All throw RefusalError DISK_FULL when they find no room. */
export class AllocationStage {
  readonly #path: string;
  readonly #keys: Keys;
  readonly #narratives = new Narratives();
  #writer: StageWriter | null = null;
  #count = 0;
  /** Identifiers that only ever rise as whole numbers cannot repeat: nearly every file, and nothing to search. */
  #rising = true;
  #highest = 0;

  /** `path` is that of a scratch file (scratch-file.ts), made by `begin`. */
  constructor(path: string, keys: Keys) {
    this.#path = path;
    this.#keys = keys;
  }

  /** Before all else, with the number of lines that the file says it has. */
  begin(expected: number): void {
    const { database: databaseKey } = this.#keys;
    const here = expected < LINES_WORTH_A_THREAD;
    this.#writer = here ? stagingHere(this.#path, databaseKey) : new StagingThread({ path: this.#path, databaseKey });
  }

  get count(): number {
    return this.#count;
  }

  /** The next lines of the file, best a few hundred at a time. */
  async add(lines: readonly StagedAllocation[], judge: AmountJudge): Promise<void> {
    const piece = new PieceBuilder(this.#count + 1);
    for (const line of lines) this.#stage(piece, line, judge(line.amount));
    await this.#begun().take(piece.built(this.#narratives.takeNew()));
  }

  #stage(piece: PieceBuilder, staged: StagedAllocation, reason: string | null): void {
    const { card, id, idNumber, name, amount, text } = staged;
    this.#count += 1;
    const external = PLAIN_NUMBER.test(id) ? Number(id) : id;
    this.#follow(external);
    const payee = payeeText(card, idNumber, name);
    piece.write(staged, payee);
    if (reason !== null || amount === null) piece.refused.push([this.#count, external, reason ?? 'AM09']);
    else {
      const { lines } = piece;
      lines.ordinals.push(this.#count);
      lines.externals.push(external);
      lines.payeeIndexes += payeeIndex(this.#keys, staged, payee);
      lines.amountsFen.push(amount);
      lines.narratives.push(this.#narratives.idOf(text));
    }
  }

  #follow(external: number | string): void {
    this.#rising &&= typeof external === 'number' && external > this.#highest;
    this.#highest = typeof external === 'number' ? external : 0;
  }

  /** Ends staging: an identifier seen before in the file is AM05, unless its amount was already at fault. */
  async finish(): Promise<void> {
    await this.#begun().finish(this.#rising);
  }

  /** Lets go of the scratch file; nothing left to do after `finish`, or before `begin`. */
  async abandon(): Promise<void> {
    await this.#writer?.abandon();
  }

  #begun(): StageWriter {
    if (this.#writer === null) throw new Error('lines were staged before staging began');
    return this.#writer;
  }
}

function stagingHere(path: string, databaseKey: Uint8Array): StageWriter {
  const tables = new StageTables(path, databaseKey);
  return {
    async take(piece) {
      tables.take(piece);
    },
    async finish(identifiersRise) {
      tables.finish(identifiersRise);
    },
    async abandon() {
      tables.close();
    },
  };
}

class PieceBuilder {
  readonly #firstOrdinal: number;
  readonly #written: string[] = [];
  readonly refused: StagedPiece['refused'][number][] = [];
  readonly lines: StagedColumns = { ordinals: [], externals: [], payeeIndexes: '', amountsFen: [], narratives: [] };

  constructor(firstOrdinal: number) {
    this.#firstOrdinal = firstOrdinal;
  }

  write({ line, id, amountText }: StagedAllocation, payee: string): void {
    this.#written.push(`${line}${FIELD_END}${id}${FIELD_END}${amountText}${FIELD_END}${payee}`);
  }

  built(narratives: StagedPiece['narratives']): StagedPiece {
    const { lines, refused } = this;
    return { firstOrdinal: this.#firstOrdinal, written: this.#written.join(LINE_END), lines, refused, narratives };
  }
}

/** The narratives of a file, each kept once where that is possible, old private-use codes read: papers show them. */
class Narratives {
  readonly #known = new Map<string, number>();
  #new: StagedPiece['narratives'][number][] = [];
  #count = 0;

  idOf(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#count += 1;
    this.#new.push([this.#count, withoutOldCodes(text)]);
    if (this.#known.size < NARRATIVES_REMEMBERED) this.#known.set(text, this.#count);
    return this.#count;
  }

  /** Those that were not asked for before the last call. */
  takeNew(): StagedPiece['narratives'] {
    const found = this.#new;
    this.#new = [];
    return found;
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

  constructor({ sql }: Reading) {
    this.#find = sql.rows<[number], { first: number; lines: string }>(
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

/** Lines looked through, or given, between two turns of others. */
const LOOKED_THROUGH = 20_000;
const GIVEN_AT_ONCE = 1_000;

/**
 * The refused ones of so many staged lines, in file order, some at a time; now and then none, for the caller to let
 * others in between. A byte a line says why: in the order of the file they would have to be sorted, or be found one by one.
 */
export function* stagedRefusals(reading: Reading, total: number): Generator<readonly RefusedLine[]> {
  const reasons: string[] = [];
  const reasonOf = new Uint8Array(total + 1);
  const select = reading.sql.rows<[number, number], { ordinal: number; reason: string }>(
    'SELECT ordinal, reason FROM scratch.stage WHERE place BETWEEN ? AND ? AND reason IS NOT NULL',
  );
  for (let from = 1; from <= total; from += LOOKED_THROUGH) {
    for (const { ordinal, reason } of select.all(from, from + LOOKED_THROUGH - 1)) {
      if (!reasons.includes(reason)) reasons.push(reason);
      reasonOf[ordinal] = reasons.indexOf(reason) + 1;
    }
    yield [];
  }
  yield* refusedInOrder(reading, reasonOf, reasons);
}

export function refusedAt(written: WrittenLines, ordinal: number, reason: string): RefusedLine {
  const { payee, ...line } = written.at(ordinal);
  const { card, name } = payeeParts(payee);
  return { ...line, ordinal, reason, card, name };
}

function* refusedInOrder(
  reading: Reading,
  reasonOf: Uint8Array,
  reasons: readonly string[],
): Generator<readonly RefusedLine[]> {
  const written = new WrittenLines(reading);
  let lines: RefusedLine[] = [];
  for (const [ordinal, place] of reasonOf.entries()) {
    const reason = place === 0 ? undefined : reasons[place - 1];
    if (reason !== undefined) {
      lines.push(refusedAt(written, ordinal, reason));
    }
    if (lines.length < GIVEN_AT_ONCE) continue;
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}
