/**
 * The posting of a file from wherever it stands to its end, step by step (docs/ledger.md 12). Everything it needs is in the
 * books, so that it goes on by itself at the next opening; between two steps the counters are served.
 */
import { ZERO_FEN } from '../../contract/kernel/money.ts';
import { refusedLines, type RefusedLine } from '../account/posting-rows.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Books } from '../books/books.ts';
import { keepLateAnswer } from '../request/operation-rows.ts';
import { LongWork } from '../request/long-work.ts';
import type { PostingHand, PostingWork } from '../request/running-postings.ts';
import type { Ledger } from '../request/scope.ts';
import { resumedAllocation } from './allocation/allocation-steps.ts';
import { LINES_SHOWN, postedBatchOutcome, postedOutcome } from './file-outcomes.ts';
import { SettlementSteps } from './settlement/settlement-steps.ts';
import { checkedRefusals, dropKept, keptInVain } from './steps/batch-file-rows.ts';
import {
  endFilePosting,
  filesBeingPosted,
  findFilePosting,
  moveOn,
  type FilePosting,
} from './steps/file-posting-rows.ts';
import type { StepSource } from './steps/step-source.ts';

/** @param prepared by the check that went before; null where the process has ended since. */
export function postingWork(books: Books, batchId: number, prepared: StepSource | null): PostingWork {
  return async (hand) => {
    try {
      const posting = await books.read((reading) => findFilePosting(reading, batchId));
      // None: its last step was committed by a process, or before an anchor, that failed right after it.
      if (posting !== null && !(await new Posting(books, hand, posting).run(prepared))) return;
      await dropKept(books, batchId);
    } finally {
      await prepared?.close();
    }
  };
}

class Posting {
  readonly #books: Books;
  readonly #hand: PostingHand;
  #at: FilePosting;

  constructor(books: Books, hand: PostingHand, posting: FilePosting) {
    this.#books = books;
    this.#hand = hand;
    this.#at = posting;
  }

  /** Answers false where the ledger was closed before its end. */
  async run(prepared: StepSource | null): Promise<boolean> {
    if (this.#at.phase === 'refusals') await this.#writeRefusals();
    if (this.#hand.isOver()) return false;
    const source = prepared ?? (await this.#resumed());
    try {
      while (!this.#hand.isOver() && (await this.#settled((lines) => source.step(this.#at, lines))));
    } finally {
      await source.close();
    }
    if (this.#hand.isOver()) return false;
    await this.#end();
    return true;
  }

  #resumed(): Promise<StepSource> {
    const { kind, batchId } = this.#at;
    if (kind === 'settlement') return Promise.resolve(new SettlementSteps(this.#books, this.#at));
    const told = { report: () => undefined, isCancelled: () => this.#hand.isOver() };
    return resumedAllocation(this.#books, this.#at, new LongWork(told, `posting of ${batchId}`));
  }

  /** Answers false when nothing was left. */
  async #settled(step: (lines: number) => Promise<FilePosting | null>): Promise<boolean> {
    const { pace } = this.#hand;
    const started = performance.now();
    const moved = await step(pace.lines);
    if (moved === null) return false;
    pace.took(performance.now() - started);
    this.#at = moved;
    this.#hand.tell(moved.accepted + moved.rejected, moved.lines);
    await pace.letOthers();
    return true;
  }

  /** What the check refused, before the first line is posted; as many as are there were written already. */
  async #writeRefusals(): Promise<void> {
    let before = this.#at.rejected;
    for await (const piece of checkedRefusals(this.#books, this.#at.batchId)) {
      const left = piece.slice(before);
      before = Math.max(0, before - piece.length);
      while (left.length > 0 && !this.#hand.isOver()) {
        await this.#settled((lines) => this.#refuse(left.splice(0, lines)));
      }
    }
  }

  #refuse(refused: readonly RefusedLine[]): Promise<FilePosting> {
    const { accountDone, ordinalDone, phase } = this.#at;
    const settled = { accepted: 0, refused, holdersFen: ZERO_FEN, accountDone, ordinalDone, phase };
    return this.#books.write((writing) => moveOn(writing, this.#at, settled));
  }

  async #end(): Promise<void> {
    const posting = this.#at;
    const { batchId, kind, number, clerk, second, lines, accepted, rejected, amountFen, steps, operation } = posting;
    if (accepted + rejected !== lines) {
      throw new Error(`batch ${batchId} has ${lines} lines, and ${accepted + rejected} of them are settled`);
    }
    const shown = await this.#books.read(async (reading) => [
      ...refusedLines(reading, batchId, { limit: LINES_SHOWN, offset: 0 }),
    ]);
    await this.#books.write(async (writing) => {
      const details = { kind, accepted, rejected, amountFen, steps };
      const record = { actor: clerk, second, verb: 'file.posted', subject: number, outcome: 'done', details };
      await endFilePosting(writing, batchId, await appendAudit(writing, record));
      if (operation === null) return;
      const isCommand = operation.verb === 'batchFile.post';
      await keepLateAnswer(writing, operation, isCommand ? postedBatchOutcome(posting) : postedOutcome(posting, shown));
    });
  }
}

/** At the opening of the books: what was being posted goes on, and what was kept for a word that never came is dropped. */
export function resumePostings({ postings }: Pick<Ledger, 'postings'>): void {
  const { books } = postings;
  postings.resume(async () => {
    const { begun, inVain } = await books.read(async (reading) => ({
      begun: await filesBeingPosted(reading),
      inVain: keptInVain(reading),
    }));
    for (const batchId of begun) postings.goOn(batchId, postingWork(books, batchId, null));
    for (const batchId of inVain) await dropKept(books, batchId);
  });
}
