/**
 * The folder of an office and what is in it: no office yet, one whose books are open, one whose books stay shut because they
 * disagree with their anchor, or one whose books are gone.
 */
import { RefusalError, type Refusal } from '../../contract/kernel/errors.ts';
import type { PinTask } from '../../contract/loss/loss-views.ts';
import type { OfficePolicy } from '../../contract/kernel/verb-policy.ts';
import type { ChangeKind, Progress } from '../../contract/protocol.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { removeAnchor, digestOfFolder } from '../books/anchor/anchor-file.ts';
import { booksGone } from '../books/anchor/gone-books.ts';
import type { BackupPlace } from '../backup/backup-places.ts';
import { OfficeBackups } from '../backup/office-backups.ts';
import { placeBackup } from '../books/backup.ts';
import { openBooks } from '../books/open-books.ts';
import { lockFolder, readOfficeNote, settleFolder, type FolderLock } from '../books/data-folder.ts';
import type { Clock } from '../books/ledger-clock.ts';
import { clearScratch } from '../books/scratch-file.ts';
import { Spool } from '../intake/spool.ts';
import { resumePostings } from '../month-end/file-posting.ts';
import { RunningPostings } from '../request/running-postings.ts';
import type { Pace } from '../request/step-pace.ts';
import {
  COMMAND_LINE,
  type CertificateAuthority,
  type Ledger,
  type LineRegister,
  type Scope,
} from '../request/scope.ts';
import { acceptBooks, settleAnchor } from '../set-up/accept-books.ts';
import { makingBooks } from '../set-up/making-books.ts';
import { adoptRestored, createOffice } from '../set-up/offices.ts';
import { tellingBooks } from './told-changes.ts';

export interface LedgerOptions {
  readonly folder: string;
  readonly officeId: string;
  /** The door has a copy of its own, for as long as it needs one; the caller overwrites theirs. */
  readonly dataKey: Uint8Array;
  /** Where the keys lie, and beside them the anchors of the books. */
  readonly keysFolder: string;
  /** Absent where no PIN is ever typed, as at the command line. */
  readonly pinKey?: Uint8Array;
  readonly clock: Clock;
  /** How much of a file is posted at once; as the computer can, unless it is said. */
  readonly pace?: () => Pace;
  /** Where the program's own copies go; absent where it makes none. */
  readonly backups?: readonly BackupPlace[];
  /** Of the office server; absent everywhere else. */
  readonly authority?: CertificateAuthority;
  readonly lines?: LineRegister;
  /** To the counter that asked for the work. */
  report(progress: Progress, counter: string): void;
  /** What a customer's task has come to, to the counter they sit at; absent where no customer sits, as at the command line. */
  readonly tellTask?: (task: PinTask, counter: string) => void;
  /** To every counter, after each commit: what may read otherwise now; absent where nobody waits, as at the command line. */
  readonly tellChange?: (kinds: readonly ChangeKind[]) => void;
}

/** A file that was received and then forgotten is kept for a day. */
const SPOOL_MILLISECONDS = 24 * 3_600_000;

export class OfficeFolder {
  readonly #options: Omit<LedgerOptions, 'dataKey' | 'pinKey'>;
  /** Until the books are open; from then on the keys derived from it are enough. */
  readonly #dataKey: Uint8Array;
  readonly #lock: FolderLock;
  #ledger: Ledger | null;
  #shut: Refusal | null = null;

  /** Throws RefusalError for what keeps the folder shut for good. */
  constructor({ dataKey, pinKey: _, ...options }: LedgerOptions) {
    this.#options = options;
    this.#dataKey = Uint8Array.from(dataKey);
    this.#lock = lockFolder(options.folder);
    try {
      const note = readOfficeNote(options.folder);
      if (note !== null && note.officeId !== options.officeId) throw new RefusalError('KEY_WRONG');
      this.#ledger = note === null ? null : this.#openSettled();
      if (note === null) this.#shut = booksGone(options.folder, options.keysFolder);
      if (note !== null) {
        this.#dataKey.fill(0);
        settleFolder(options.folder);
      }
    } catch (error) {
      this.#dataKey.fill(0);
      this.#lock.release();
      throw error;
    }
  }

  /** Null before an office is made, and where its books are gone. */
  get ledger(): Ledger | null {
    return this.#ledger;
  }

  /** Why the books stay shut because of their anchor, or are gone; null when they do not. */
  get shut(): Refusal | null {
    return this.#shut;
  }

  /** Throws RefusalError OFFICE_ABSENT, or BOOKS_GONE. */
  get present(): Ledger {
    if (this.#ledger === null) throw new RefusalError(this.#shut?.code ?? 'OFFICE_ABSENT', this.#shut?.details);
    return this.#ledger;
  }

  /** Throws RefusalError OFFICE_EXISTS, BOOKS_NOT_SHUT, OFFICE_ABSENT, or why the books are shut. */
  refuse(asked: OfficePolicy): void {
    if (asked === 'absent' || asked === 'absent or gone') {
      if (this.#ledger !== null) throw new RefusalError('OFFICE_EXISTS');
      if (asked === 'absent or gone') return;
    }
    const maybeShut = asked === 'shut' || asked === 'open or shut';
    if (this.#shut !== null && !(maybeShut && this.#ledger !== null))
      throw new RefusalError(this.#shut.code, this.#shut.details);
    if (this.#ledger === null && asked !== 'absent' && asked !== 'open or absent')
      throw new RefusalError('OFFICE_ABSENT');
    if (asked === 'shut' && this.#shut === null) throw new RefusalError('BOOKS_NOT_SHUT');
  }

  /** Books that lack something are left exactly as they are, their received files too. */
  #openSettled(): Ledger {
    const ledger = this.#open();
    try {
      this.#shut = settleAnchor(ledger);
      if (this.#shut === null) beginWork(ledger);
      return ledger;
    } catch (error) {
      ledger.books.close();
      throw error;
    }
  }

  #open(): Ledger {
    const { folder, clock, keysFolder, tellChange, authority, lines, pace, backups = [] } = this.#options;
    const opened = openBooks({ folder, dataKey: this.#dataKey, clock, keysFolder });
    const books = tellChange === undefined ? opened : tellingBooks(opened, tellChange);
    const spool = new Spool(folder, books.keys.spool);
    return {
      books,
      folder,
      spool,
      postings: new RunningPostings(books, pace),
      backups: backups.length === 0 ? null : new OfficeBackups(books, backups),
      authority: authority ?? null,
      lines: lines ?? null,
      report: (progress) => {
        this.#options.report(progress, COMMAND_LINE);
      },
      isCancelled: () => false,
    };
  }

  /** The two persons whom the dispatcher has proven open books that were shut. */
  async accept(scope: Scope | null): Promise<Output<'office.acceptBooks'>> {
    const persons = scope?.second ?? null;
    if (scope === null || this.#shut === null) throw new Error('books are accepted that are not shut');
    if (persons === null || !('second' in persons)) throw new Error('books are accepted by nobody');
    const office = await acceptBooks(scope, this.#shut, persons);
    this.#shut = null;
    beginWork(this.present);
    return office;
  }

  async create(office: Input<'office.create'>, operator: string): Promise<Output<'office.create'>> {
    const { folder, officeId, keysFolder } = this.#options;
    const making = makingBooks(
      folder,
      () => this.#open(),
      async (books) => {
        const created = await createOffice(books, officeId, office, operator);
        books.books.anchoring?.begin();
        return { made: created, note: created.office };
      },
    );
    const { ledger, made } = await making.catch((error: unknown) => {
      removeAnchor(keysFolder, { officeId, folderDigest: digestOfFolder(folder) });
      throw error;
    });
    this.#ledger = ledger;
    this.#dataKey.fill(0);
    return made;
  }

  async restore({ path, recoveryKeyTyped }: Input<'office.restoreFrom'>): Promise<Output<'office.restoreFrom'>> {
    const { folder } = this.#options;
    const openPlaced = (): Ledger => {
      placeBackup(path, folder, this.#dataKey);
      return this.#open();
    };
    const { ledger, made } = await makingBooks(folder, openPlaced, async (books) => {
      const restored = await adoptRestored(books, recoveryKeyTyped);
      return { made: restored, note: restored };
    });
    this.#ledger = ledger;
    this.#dataKey.fill(0);
    this.#shut = made.staysShut ? settleAnchor(ledger) : null;
    if (this.#shut === null) resumePostings(ledger);
    return made;
  }

  close(): void {
    this.#dataKey.fill(0);
    this.#ledger?.backups?.close();
    this.#ledger?.postings.close();
    this.#ledger?.books.close();
    this.#ledger = null;
    this.#lock.release();
  }
}

/** Clears what earlier work left lying in the folder, and goes on with what it began in the books. */
function beginWork(ledger: Ledger): void {
  const { folder, spool, books } = ledger;
  clearScratch(folder);
  spool.dropOlderThan(books.clock() - SPOOL_MILLISECONDS);
  resumePostings(ledger);
  void ledger.backups?.begin();
}
