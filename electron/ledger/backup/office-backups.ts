/**
 * The copies that the program makes by itself: hourly while the books are open, and at the day end, in every place of the
 * installation (docs/ledger.md 7). A place that fails is told until it is mended, and tried again.
 */
import { join } from 'node:path';
import { localTime, type Instant } from '../../contract/kernel/dates.ts';
import { RefusalError, type Refusal } from '../../contract/kernel/errors.ts';
import type { DiskReason } from '../../contract/messages/message-kinds.ts';
import type { BackupFault } from '../../contract/office/backup-views.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import { booksPath, type Books } from '../books/books.ts';
import { diskRefusal } from '../books/books-refusal.ts';
import { readOffice, type OfficeRow } from '../office/office-rows.ts';
import type { BackupKind, CopiedPlace, KeptBackups, PlaceOfBackups } from '../request/kept-backups.ts';
import { copiesIn, thinPlace, usePlace, type BackupPlace } from './backup-places.ts';
import { copyName, nextCopyAt } from './backup-rules.ts';
import { CopyThread } from './copy-thread.ts';

/** A copy is wanted most when something is wrong. */
const EVEN_BEHIND = { whileBehind: true } as const;

interface PlaceState {
  readonly place: BackupPlace;
  /** From 1, as people are told. */
  readonly number: number;
  lastGoodAt: Instant | null;
  triedAt: Instant | null;
  fault: { readonly since: Instant; readonly reason: DiskReason } | null;
}

export class OfficeBackups implements KeptBackups {
  readonly #books: Books;
  readonly #openedAt: Instant;
  readonly #places: readonly PlaceState[];
  readonly #thread: CopyThread;
  #turn: Promise<unknown> = Promise.resolve();
  #isLooking = false;
  #isClosed = false;

  constructor(books: Books, places: readonly BackupPlace[], thread: CopyThread = new CopyThread()) {
    this.#books = books;
    this.#openedAt = books.clock();
    this.#thread = thread;
    this.#places = places.map((place, at) => ({
      ...{ place, number: at + 1, lastGoodAt: null, triedAt: null, fault: null },
    }));
  }

  /** What lies in the places already; one that has gone is told from the opening on. */
  begin(): Promise<void> {
    return this.#inTurn(async () => {
      const office = await this.#office();
      if (office === null) return;
      for (const state of this.#places) {
        try {
          const [newest] = await copiesIn(state.place, office);
          state.lastGoodAt = newest?.at ?? null;
        } catch (error) {
          await this.#failed(state, refusalOf(error));
        }
      }
    });
  }

  /** Asked every half minute: copies into those places where one is due. */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      const now = this.#books.clock();
      const due = this.#places.filter((state) => this.#nextAt(state, now) <= now);
      if (due.length > 0) await this.#inTurn(() => this.#copy('hourly', due));
    } finally {
      this.#isLooking = false;
    }
  }

  atDayEnd(): Promise<readonly CopiedPlace[]> {
    return this.#inTurn(() => this.#copy('day end', this.#places));
  }

  fault(timeZone: string): BackupFault | null {
    const failing = this.#places.find(({ fault }) => fault !== null);
    if (failing === undefined || failing.fault === null) return null;
    const { since, reason } = failing.fault;
    const where = { place: failing.number, places: this.#places.length };
    return { code: 'BACKUP_FAILED', details: { ...where, reason, since: localTime(since, timeZone).slice(0, 16) } };
  }

  places(): readonly PlaceOfBackups[] {
    const now = this.#books.clock();
    return this.#places.map((state) => ({
      ...{ path: state.place.path, lastGoodAt: state.lastGoodAt, nextAt: this.#nextAt(state, now) },
      failing: state.fault,
    }));
  }

  close(): void {
    this.#isClosed = true;
    this.#thread.close();
  }

  #nextAt({ lastGoodAt, triedAt, fault }: PlaceState, now: Instant): Instant {
    return nextCopyAt({ lastGoodAt, triedAt, isFailing: fault !== null }, this.#openedAt, now);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.then(over, over);
    return mine;
  }

  /** It may be closed between two places. */
  #isOver(): boolean {
    return this.#isClosed;
  }

  /** Null while there is none, and where the books cannot be read: whoever works in them is told of that. */
  async #office(): Promise<OfficeRow | null> {
    try {
      return this.#isClosed ? null : await this.#books.read(readOffice);
    } catch (error) {
      if (!this.#isClosed) refusalOf(error);
      return null;
    }
  }

  async #copy(kind: BackupKind, states: readonly PlaceState[]): Promise<readonly CopiedPlace[]> {
    const office = await this.#office();
    if (office === null || states.length === 0 || this.#isClosed) return [];
    await this.#record({ outcome: 'done', verb: 'backup.make', details: { kind, places: states.length } });
    const copied: CopiedPlace[] = [];
    for (const state of states) {
      if (this.#isOver()) break;
      copied.push(await this.#copyTo(state, office));
    }
    return copied;
  }

  async #copyTo(state: PlaceState, office: OfficeRow): Promise<CopiedPlace> {
    const at = this.#books.clock();
    const { place, number } = state;
    const name = copyName(office, at);
    state.triedAt = at;
    try {
      await usePlace(place);
      await thinPlace(place, office, office.timeZone);
      const database = { path: booksPath(this.#books.folder), databaseKey: this.#books.keys.database };
      const { bytes } = await this.#thread.copy(database, join(place.path, name));
      await thinPlace(place, office, office.timeZone);
      await this.#mended(state, at);
      return { place: number, path: place.path, name, bytes, reason: null };
    } catch (error) {
      const refusal = refusalOf(error);
      await this.#failed(state, refusal);
      return { place: number, path: place.path, name: null, bytes: null, reason: reasonOf(refusal) };
    }
  }

  async #mended(state: PlaceState, at: Instant): Promise<void> {
    const { fault, number } = state;
    state.lastGoodAt = at;
    state.fault = null;
    if (fault !== null) await this.#record({ outcome: 'done', verb: 'backup.mended', details: { place: number } });
  }

  /** On record once for each reason: a place that is gone for a week is tried a thousand times. */
  async #failed(state: PlaceState, refusal: Refusal): Promise<void> {
    if (this.#isClosed) return;
    const [before, reason] = [state.fault, reasonOf(refusal)];
    state.fault = { since: before?.since ?? this.#books.clock(), reason };
    if (before?.reason === reason) return;
    const details = { place: state.number, path: state.place.path, reason };
    await this.#record({ outcome: refusal.code, verb: 'backup.make', details });
  }

  /** Books that take no record, as on a full disk, are copied all the same. */
  async #record(what: {
    readonly outcome: string;
    readonly verb: 'backup.make' | 'backup.mended';
    readonly details: Readonly<Record<string, string | number>>;
  }): Promise<void> {
    try {
      await this.#books.write((writing) => appendAudit(writing, { actor: 'system', ...what }), EVEN_BEHIND);
    } catch (error) {
      refusalOf(error);
    }
  }
}

/** Whoever asked for it is told what came of it. */
function over(): null {
  return null;
}

/** Anything else is a programmer's error, and thrown on. */
function refusalOf(error: unknown): Refusal {
  const refusal = error instanceof RefusalError ? error : diskRefusal(error);
  if (refusal === null) throw error;
  return refusal.refusal;
}

/** In one term, for the sentence on the screen. */
function reasonOf({ code, details }: Refusal): DiskReason {
  const said = details['reason'];
  if (typeof said === 'string') return said as DiskReason;
  if (code === 'DISK_FULL') return 'disk-full';
  return code === 'DISK_READ_ONLY' ? 'disk-read-only' : 'disk-failing';
}
