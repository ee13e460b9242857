/**
 * The steps of a settlement, in file order. What its check refused stays refused; every other line is judged once more, as the
 * books stand after the lines before it.
 */
import { fen, ZERO_FEN } from '../../../contract/kernel/money.ts';
import { settlementReasonSchema } from '../../../contract/kernel/vocabulary.ts';
import type { RefusedLine } from '../../account/posting-rows.ts';
import type { Books, Writing } from '../../books/books.ts';
import { readSettlement, type SettlementLine } from '../../intake/settlement-file.ts';
import { checkedRefusals, keptBatchFile } from '../steps/batch-file-rows.ts';
import { moveOn, type FilePosting, type Settled } from '../steps/file-posting-rows.ts';
import type { StepSource } from '../steps/step-source.ts';
import { refusedLine, settleLine, type SettledLine } from './settled-line.ts';
import { SettlementBook } from './settlement-posting-rows.ts';

interface LineToSettle {
  readonly ordinal: number;
  readonly line: SettlementLine;
  /** Why the check refused it, null when it did not. */
  readonly refusedFor: string | null;
}

export class SettlementSteps implements StepSource {
  readonly #books: Books;
  readonly #lines: AsyncGenerator<LineToSettle, undefined>;

  constructor(books: Books, { batchId, ordinalDone }: FilePosting) {
    this.#books = books;
    this.#lines = linesFrom(books, batchId, ordinalDone);
  }

  /** Lines are read before the transaction: nobody waits for that. */
  async step(posting: FilePosting, most: number): Promise<FilePosting | null> {
    const lines: LineToSettle[] = [];
    while (lines.length < most) {
      const next = await this.#lines.next();
      if (next.done === true) break;
      lines.push(next.value);
    }
    if (lines.length === 0) return null;
    return this.#books.write((writing) => moveOn(writing, posting, settleLines(writing, posting, lines)));
  }

  async close(): Promise<void> {
    await this.#lines.return(undefined);
  }
}

function settleLines(writing: Writing, posting: FilePosting, lines: readonly LineToSettle[]): Settled {
  const book = new SettlementBook(writing, posting);
  const refused: RefusedLine[] = [];
  let [accepted, holdersFen, ordinalDone] = [0, ZERO_FEN, posting.ordinalDone];
  for (const each of lines) {
    const settled = settleOne(book, each);
    if ('reason' in settled) refused.push(refusedLine(each.ordinal, each.line, settled.reason));
    else {
      accepted += 1;
      holdersFen = fen(holdersFen + settled.effectFen);
    }
    ordinalDone = each.ordinal;
  }
  return { accepted, refused, holdersFen, accountDone: 0, ordinalDone, phase: 'lines' };
}

function settleOne(book: SettlementBook, { line, refusedFor }: LineToSettle): SettledLine {
  if (refusedFor === null) return settleLine(book, line);
  const reason = settlementReasonSchema.parse(refusedFor);
  book.refuse({ ...line, amountFen: line.amount }, reason, book.hasSeen(line.reference));
  return { reason };
}

async function* linesFrom(books: Books, batchId: number, ordinalDone: number): AsyncGenerator<LineToSettle, undefined> {
  const refusals = oneByOne(checkedRefusals(books, batchId));
  let refused = (await refusals.next()).value;
  let ordinal = 0;
  for await (const part of readSettlement(keptBatchFile(books, batchId))) {
    if (part.kind !== 'lines') continue;
    for (const line of part.lines) {
      ordinal += 1;
      while (refused !== undefined && refused.ordinal < ordinal) refused = (await refusals.next()).value;
      if (ordinal <= ordinalDone) continue;
      yield { ordinal, line, refusedFor: refused?.ordinal === ordinal ? refused.reason : null };
    }
  }
  return undefined;
}

async function* oneByOne(pieces: AsyncIterable<readonly RefusedLine[]>): AsyncGenerator<RefusedLine, undefined> {
  for await (const lines of pieces) yield* lines;
  return undefined;
}
