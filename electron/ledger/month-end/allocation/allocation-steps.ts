/** The steps of an allocation, by accounts: prepared by its check, or again from the kept file after an end of the process. */
import { ZERO_FEN } from '../../../contract/kernel/money.ts';
import type { RefusedLine } from '../../account/posting-rows.ts';
import type { Books } from '../../books/books.ts';
import { scratchFile, type ScratchFile } from '../../books/scratch-file.ts';
import type { LongWork } from '../../request/long-work.ts';
import { keptBatchFile } from '../steps/batch-file-rows.ts';
import { moveOn, type FilePosting } from '../steps/file-posting-rows.ts';
import type { StepSource } from '../steps/step-source.ts';
import { postMatched } from './allocation-posting-rows.ts';
import { matchLines, payeeFault, stageLines, type CheckedAllocation } from './checked-allocation.ts';
import { repeatedAccounts } from './repeated-account-rows.ts';
import { dropSettled, refusedSince } from './resumed-allocation-rows.ts';
import { AllocationStage } from './staging/allocation-staging.ts';

type Matched = Pick<CheckedAllocation, 'lastChange' | 'repeats'>;

export class AllocationSteps implements StepSource {
  readonly #books: Books;
  readonly #scratch: ScratchFile;
  readonly #matched: Matched;
  /** Refused since the check, without an account that would give them their place among the others. */
  readonly #late: RefusedLine[];

  /** @param scratch with the lines matched; gone when the source is closed. */
  constructor(books: Books, scratch: ScratchFile, { lastChange, repeats }: Matched, late: readonly RefusedLine[]) {
    this.#books = books;
    this.#scratch = scratch;
    this.#matched = { lastChange, repeats };
    this.#late = [...late];
  }

  async step(posting: FilePosting, lines: number): Promise<FilePosting | null> {
    if (this.#late.length > 0) return this.#refuseLate(posting, lines);
    return this.#books.writeWithScratch(this.#scratch.path, async (writing) => {
      const settled = postMatched(writing, posting, { lines, ...this.#matched }, payeeFault);
      return settled === null ? null : moveOn(writing, posting, settled);
    });
  }

  #refuseLate(posting: FilePosting, lines: number): Promise<FilePosting> {
    const refused = this.#late.splice(0, lines);
    const { accountDone, ordinalDone } = posting;
    const settled = { accepted: 0, refused, holdersFen: ZERO_FEN, accountDone, ordinalDone, phase: 'lines' } as const;
    return this.#books.write((writing) => moveOn(writing, posting, settled));
  }

  close(): Promise<void> {
    this.#scratch.remove();
    return Promise.resolve();
  }
}

/** From the kept file, held against the books as they are by now. Throws what the disk may refuse. */
export async function resumedAllocation(books: Books, posting: FilePosting, work: LongWork): Promise<StepSource> {
  const { batchId, ceilingFen } = posting;
  const scratch = scratchFile(books.folder);
  const stage = new AllocationStage(scratch.path, books.keys);
  try {
    const { total } = await stageLines(keptBatchFile(books, batchId), stage, ceilingFen ?? ZERO_FEN, work);
    return await books.rehearse(scratch.path, async (rehearsing) => {
      const letOthers = (): Promise<void> => work.pause();
      const lastChange = await matchLines(rehearsing, total, work);
      const late = await refusedSince(rehearsing, posting, letOthers);
      await dropSettled(rehearsing, posting, letOthers);
      const { count } = await repeatedAccounts(rehearsing, letOthers);
      return new AllocationSteps(books, scratch, { lastChange, repeats: count > 0 }, late);
    });
  } catch (error) {
    scratch.remove();
    throw error;
  } finally {
    await stage.abandon();
  }
}
