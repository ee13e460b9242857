/**
 * The files that are being posted, as far as memory goes (docs/ledger.md 12): one at a time in the order in which they were
 * begun, for nobody's request, so that one ends whoever is there to hear of it. What stops one for now, as a full disk,
 * stops nothing else: it is tried again after a while, when its command is asked again, and at the next opening. What nobody
 * foresaw is tried again when somebody says so, and at the next opening.
 */
import { RefusalError, type ErrorCode } from '../../contract/kernel/errors.ts';
import type { Books } from '../books/books.ts';
import { SteadyPace, type Pace } from './step-pace.ts';

/** What a posting is given by whoever runs it. */
export interface PostingHand {
  readonly pace: Pace;
  /** The ledger is closed: a posting ends between two steps, and goes on at the next opening. */
  readonly isOver: () => boolean;
  tell(done: number, total: number): void;
}

/** Goes on from where the books say that the posting is; returns at its end. */
export type PostingWork = (hand: PostingHand) => Promise<void>;

type Listener = (done: number, total: number) => void;

interface OpenPosting {
  readonly again: PostingWork;
  readonly listeners: Set<Listener>;
  /** Null while it waits to be tried again. */
  run: Promise<void> | null;
  waitsFor: ErrorCode | null;
  /** Not tried again by itself. */
  isStopped: boolean;
}

const TRIED_AGAIN_AFTER_MS = 10_000;

export class RunningPostings {
  /** Not those of a request: a posting is held to no verb's policy but that of the command that began it. */
  readonly books: Books;
  readonly #newPace: () => Pace;
  readonly #open = new Map<number, OpenPosting>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #resumed: Promise<void> = Promise.resolve();
  #turn: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(books: Books, newPace: () => Pace = () => new SteadyPace()) {
    this.books = books;
    this.#newPace = newPace;
  }

  /**
   * Runs the posting of a batch in its turn, by `first` and after a stop by `again`; resolves at its end. Throws RefusalError
   * POSTING_WAITS where it cannot go on for now.
   */
  begin(batchId: number, first: PostingWork, again: PostingWork): Promise<void> {
    const open: OpenPosting = { again, listeners: new Set(), run: null, waitsFor: null, isStopped: false };
    this.#open.set(batchId, open);
    return this.#run(batchId, open, first);
  }

  /** Goes on with one that an earlier process has begun; nobody waits for it. */
  goOn(batchId: number, work: PostingWork): void {
    this.begin(batchId, work, work).then(over, over);
  }

  /** Begins what the books say is to be gone on with. */
  resume(work: () => Promise<void>): void {
    this.#resumed = work().catch((error: unknown) => {
      if (!this.#isClosed) process.stderr.write(`no posting goes on: ${stackOf(error)}\n`);
    });
  }

  /**
   * Resolves at the end of a posting, which is tried again at once if it waits; its progress is told until then. Throws as
   * `begin`.
   */
  async ended(batchId: number, listener: Listener): Promise<void> {
    await this.#resumed;
    const open = this.#open.get(batchId);
    if (open === undefined) return;
    await this.reachedEnd(open.run ?? this.#run(batchId, open, open.again), batchId, listener);
  }

  /** The same of a posting that was begun right now. */
  async reachedEnd(run: Promise<void>, batchId: number, listener: Listener): Promise<void> {
    const listeners = this.#open.get(batchId)?.listeners;
    listeners?.add(listener);
    try {
      await run;
    } finally {
      listeners?.delete(listener);
    }
  }

  /** When none runs: each is at its end, or waits. Throws nothing. */
  async atRest(): Promise<void> {
    await this.#resumed;
    const running = [...this.#open.values()].flatMap(({ run }) => (run === null ? [] : [run]));
    await Promise.allSettled(running);
  }

  /** Why a posting does not go on at present, null while it does; and does it wait to be told to go on? */
  heldUp(batchId: number): { readonly waitsFor: ErrorCode | null; readonly stopped: boolean } {
    const open = this.#open.get(batchId);
    return { waitsFor: open?.waitsFor ?? null, stopped: open?.isStopped ?? false };
  }

  /** Goes on at once with one that does not; nobody waits for it. */
  tryAgain(batchId: number): void {
    const open = this.#open.get(batchId);
    if (open?.run === null) this.#run(batchId, open, open.again).then(over, over);
  }

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #run(batchId: number, open: OpenPosting, work: PostingWork): Promise<void> {
    const hand: PostingHand = {
      pace: this.#newPace(),
      isOver: () => this.#isClosed,
      tell: (done, total) => {
        for (const listener of open.listeners) listener(done, total);
      },
    };
    open.waitsFor = null;
    open.isStopped = false;
    const worked = this.#turn.then(() => (this.#isClosed ? undefined : work(hand)));
    const run = worked.then(
      () => this.#atEnd(batchId),
      (error: unknown) => this.#stopped(batchId, open, error),
    );
    open.run = run;
    this.#turn = run.then(over, over);
    return run;
  }

  #atEnd(batchId: number): Promise<void> | void {
    if (this.#isClosed) return neverEnded();
    this.#open.delete(batchId);
  }

  #stopped(batchId: number, open: OpenPosting, error: unknown): Promise<void> {
    if (this.#isClosed) return neverEnded();
    open.run = null;
    const refusal = error instanceof RefusalError ? error.refusal : null;
    open.waitsFor = refusal?.code ?? 'LEDGER_UNAVAILABLE';
    process.stderr.write(`the posting of batch ${batchId} waits: ${refusal?.code ?? stackOf(error)}\n`);
    open.isStopped = refusal === null;
    if (refusal === null) throw error;
    this.#tryLater(batchId);
    const { code, details } = refusal;
    const reason = REASONS[code] ?? details['reason'];
    throw new RefusalError('POSTING_WAITS', reason === undefined ? {} : { reason });
  }

  #tryLater(batchId: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.tryAgain(batchId);
    }, TRIED_AGAIN_AFTER_MS);
    timer.unref();
    this.#timers.add(timer);
  }
}

const REASONS: Partial<Record<ErrorCode, string>> = { DISK_FULL: 'disk-full', DISK_READ_ONLY: 'disk-read-only' };

/** Closed books have nobody left who could be answered. */
function neverEnded(): Promise<void> {
  return new Promise(() => undefined);
}

/** What stopped a posting was told when it did; whoever waits for it hears of it besides. */
function over(): void {
  return undefined;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
