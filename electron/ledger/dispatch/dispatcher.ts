/**
 * The way in. One request passes door, schema and office here, then what policy-keeper.ts proves of it, and is answered as a
 * value. Refusals are recorded; anything else that goes wrong is a programmer's error and ends the process.
 */
import { overwriteKeys } from '../../contract/kernel/key-bytes.ts';
import { accepted, refused, RefusalError, type Refusal, type Reply } from '../../contract/kernel/errors.ts';
import type { PinTask } from '../../contract/loss/loss-views.ts';
import { inputFault } from '../../contract/messages/input-fault.ts';
import type { Progress } from '../../contract/protocol.ts';
import type { Door } from '../../contract/kernel/verb-policy.ts';
import {
  isOpeningVerb,
  mayAsk,
  policyOf,
  verbs,
  type Input,
  type LedgerVerb,
  type OpeningVerb,
} from '../../contract/verbs.ts';
import { placeBackup } from '../books/backup.ts';
import { openBooks } from '../books/books.ts';
import type { Clock } from '../books/ledger-clock.ts';
import { dropAnchor, placeOf } from '../books/anchor/anchor-file.ts';
import { lockFolder, readSidecar, settleFolder, type FolderLock } from '../books/data-folder.ts';
import { booksGone } from '../books/anchor/gone-books.ts';
import { clearScratch } from '../books/sqlite/scratch-file.ts';
import { Spool } from '../intake/spool.ts';
import { CheckedFiles } from '../request/checked-files.ts';
import { answerByPolicy, operationIdOf } from './policy-keeper.ts';
import { acceptBooks, settleAnchor } from '../set-up/accept-books.ts';
import { IdleLock } from '../request/session/idle-lock.ts';
import { makingBooks } from '../set-up/making-books.ts';
import { adoptRestored, createOffice, officeAbsent } from '../set-up/offices.ts';
import { PinDesk } from '../pin/pin-desk.ts';
import { isRecorded, recordRefusal, refusalOf } from './refusals.ts';
import { RunningOperations } from '../request/running-operations.ts';
import { COMMAND_LINE, type Ledger, type Scope } from '../request/scope.ts';
import { visitIdOf } from '../request/visit/visit-policy.ts';
import { verifyLedger } from '../verify/verification.ts';

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
  report(progress: Progress): void;
  /** What a customer's task has come to; absent where no customer sits, as at the command line. */
  readonly tellTask?: (task: PinTask) => void;
}

export interface Request {
  readonly verb: LedgerVerb;
  readonly input: unknown;
  readonly sessionToken: string | null;
  readonly counter: string;
  /** The command line, or main with what its windows ask; main where it is not said. */
  readonly door?: Extract<Door, 'program' | 'command-line'>;
  /** Who acts where no clerk is signed in: `window`, `operator:<name>`. */
  readonly operator: string;
}

export interface Answer {
  readonly reply: Reply<unknown>;
  /** Present when the asking window's session changed. */
  readonly session?: string | null;
}

/** A refusal that a request was answered with: recorded, and counted, already. */
export class RecordedRefusal extends RefusalError {
  constructor({ code, details }: Refusal) {
    super(code, details);
  }
}

/** A file that was received and then forgotten is kept for a day. */
const SPOOL_MILLISECONDS = 24 * 3_600_000;

export class Dispatcher {
  readonly #options: Omit<LedgerOptions, 'dataKey' | 'pinKey'>;
  /** Until the books are open; from then on the keys derived from it are enough. */
  readonly #dataKey: Uint8Array;
  readonly #lock: FolderLock;
  readonly #operations = new RunningOperations();
  readonly #pins: PinDesk;
  readonly #checks = new CheckedFiles();
  readonly #idle = new IdleLock();
  #ledger: Ledger | null;
  #shut: Refusal | null = null;
  /** The counter at which this very process made the office, until somebody signs in. */
  #setUpAt: string | null = null;

  /**
   * Opens the folder; with no office in it, waits for `office.create`. Books that do not agree with their anchor are
   * `shut`: they can be verified, and opened by two persons. Throws RefusalError for anything else that keeps them shut.
   */
  constructor({ dataKey, pinKey, ...options }: LedgerOptions) {
    this.#options = options;
    this.#dataKey = Uint8Array.from(dataKey);
    this.#pins = new PinDesk(pinKey ?? null, options.tellTask ?? ignoreTask);
    this.#lock = lockFolder(options.folder);
    try {
      const sidecar = readSidecar(options.folder);
      if (sidecar !== null && sidecar.officeId !== options.officeId) throw new RefusalError('KEY_WRONG');
      this.#ledger = sidecar === null ? null : this.#openSettled();
      if (sidecar === null) this.#shut = booksGone(options.folder, options.keysFolder);
      if (sidecar !== null) {
        this.#dataKey.fill(0);
        settleFolder(options.folder);
      }
    } catch (error) {
      this.#dataKey.fill(0);
      this.#lock.release();
      throw error;
    }
  }

  get officePresent(): boolean {
    return this.#ledger !== null;
  }

  /** Why the books stay shut because of their anchor, or are gone; null when they do not. */
  get shut(): Refusal | null {
    return this.#shut;
  }

  /** The open ledger, for the command line's own use cases. Throws RefusalError OFFICE_ABSENT, or why it is shut. */
  get ledger(): Ledger {
    if (this.#shut !== null) throw new RefusalError(this.#shut.code, this.#shut.details);
    return this.#present;
  }

  get #present(): Ledger {
    if (this.#ledger === null) throw new RefusalError(this.#shut?.code ?? 'OFFICE_ABSENT', this.#shut?.details);
    return this.#ledger;
  }

  /** Books that lack something are left exactly as they are, their received files too. */
  #openSettled(): Ledger {
    const ledger = this.#open();
    try {
      this.#shut = settleAnchor(ledger);
      if (this.#shut === null) clearRemains(ledger);
      return ledger;
    } catch (error) {
      ledger.books.close();
      throw error;
    }
  }

  #open(): Ledger {
    const { folder, clock, keysFolder } = this.#options;
    const books = openBooks({ folder, dataKey: this.#dataKey, clock, keysFolder });
    const spool = new Spool(folder, books.keys.spool);
    return {
      books,
      folder,
      spool,
      report: (progress) => {
        this.#options.report(progress);
      },
      isCancelled: (operationId) => this.#operations.isCancelled(operationId),
    };
  }

  cancel(operationId: string): void {
    this.#operations.cancel(operationId);
  }

  close(): void {
    this.#dataKey.fill(0);
    this.#ledger?.books.close();
    this.#ledger = null;
    this.#lock.release();
  }

  async answer(request: Request): Promise<Answer> {
    if (!mayAsk(request.verb, request.door ?? 'program')) return { reply: refused('NOT_ALLOWED_HERE') };
    const input = verbs[request.verb].input.safeParse(request.input);
    if (!input.success) return { reply: refused('INPUT_INVALID', inputFault(input.error, request.input)) };
    let session: string | null | undefined;
    const changeSession = (token: string | null): void => {
      session = token;
    };
    const reply = await this.#reply(request, input.data, changeSession);
    // Keys that came with a request do not outlive it, answered or refused.
    if (request.verb === 'office.recoveryPdf') overwriteKeys(verbs[request.verb].input.parse(input.data));
    return session === undefined ? { reply } : { reply, session };
  }

  async #reply(request: Request, input: unknown, changeSession: Scope['changeSession']): Promise<Reply<unknown>> {
    try {
      if (isOpeningVerb(request.verb)) return await this.#answerOpening(request.verb, input, request);
      if (this.#shut !== null) return { ok: false, error: this.#shut };
      const ledger = this.#ledger;
      if (ledger === null) return officeAbsent(request.verb);
      const operationId = operationIdOf(request.verb, input);
      return await this.#operations.during(operationId, () => this.#run(ledger, request, input, changeSession));
    } catch (error) {
      return { ok: false, error: refusalOf(error).refusal };
    }
  }

  async #run(
    ledger: Ledger,
    request: Request,
    input: unknown,
    changeSession: Scope['changeSession'],
  ): Promise<Reply<unknown>> {
    const [{ verb }, scope] = [request, await this.#scope(ledger, request, changeSession)];
    try {
      const justSetUp = this.#setUpAt === request.counter;
      const answer = await answerByPolicy({ verb, input, scope, justSetUp, idle: this.#idle });
      if (verb === 'session.signIn') this.#setUpAt = null;
      return accepted(answer);
    } catch (error) {
      return { ok: false, error: await this.#record(scope, verb, refusalOf(error), input) };
    }
  }

  /** Who asks, from where: with their session, if it still goes on. */
  async #scope(
    ledger: Ledger,
    {
      verb,
      sessionToken,
      operator,
      counter,
    }: Pick<Request, 'sessionToken' | 'operator' | 'counter'> & { verb: string },
    changeSession: Scope['changeSession'] = ignoreSession,
  ): Promise<Scope> {
    const session = await this.#idle.sessionOf(ledger.books, sessionToken);
    const actor = session?.clerk.code ?? operator;
    const asker = { verb, session, visit: null, operation: null, actor, counter, changeSession };
    return { ...ledger, pins: this.#pins, checks: this.#checks, ...asker };
  }

  /** The command line's own use cases, with the session of `sessionToken` and the same record of refusals. */
  async perform<T>(
    verb: string,
    { sessionToken, operator }: Pick<Request, 'sessionToken' | 'operator'>,
    work: (scope: Scope) => Promise<T>,
  ): Promise<T> {
    const scope = await this.#scope(this.ledger, { verb, sessionToken, operator, counter: COMMAND_LINE });
    try {
      return await work(scope);
    } catch (error) {
      if (error instanceof RefusalError && !(error instanceof RecordedRefusal)) {
        await recordRefusal(scope, verb, error, null);
      }
      throw error;
    }
  }

  /** Answers what to tell the window: where not even the record finds room, that comes first. */
  async #record(scope: Scope, verb: LedgerVerb, error: RefusalError, input: unknown): Promise<Refusal> {
    const { refusal } = error;
    if (!isRecorded(verb, refusal.code)) return refusal;
    try {
      await recordRefusal(scope, verb, error, visitIdOf(policyOf(verb).visit, input));
      return refusal;
    } catch (unrecorded) {
      return refusalOf(unrecorded).refusal;
    }
  }

  async #answerOpening(verb: OpeningVerb, input: unknown, request: Request): Promise<Reply<unknown>> {
    if (verb === 'ledger.verify') return accepted(await verifyLedger(this.#present, this.#shut));
    if (verb === 'office.acceptBooks') return this.#accept(verbs[verb].input.parse(input), request);
    if (this.#ledger !== null) throw new RefusalError('OFFICE_EXISTS');
    if (verb === 'office.restoreFrom') return accepted(await this.#restore(input));
    if (this.#shut !== null) return { ok: false, error: this.#shut };
    const made = accepted(await this.#create(input, request.operator));
    this.#setUpAt = request.counter;
    return made;
  }

  /** Wrong passwords are recorded and counted in the books as they are. */
  async #accept(persons: Input<'office.acceptBooks'>, { operator, counter }: Request): Promise<Reply<unknown>> {
    const ledger = this.#present;
    const scope = await this.#scope(ledger, { verb: 'office.acceptBooks', sessionToken: null, operator, counter });
    try {
      if (this.#shut === null) throw new RefusalError('BOOKS_NOT_SHUT');
      const office = await acceptBooks(scope, this.#shut, persons);
      this.#shut = null;
      clearRemains(ledger);
      return accepted(office);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      return { ok: false, error: await this.#record(scope, 'office.acceptBooks', error, null) };
    }
  }

  async #create(input: unknown, operator: string): Promise<unknown> {
    const office = verbs['office.create'].input.parse(input);
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
      dropAnchor(keysFolder, { officeId, place: placeOf(folder) });
      throw error;
    });
    this.#ledger = ledger;
    this.#dataKey.fill(0);
    return made;
  }

  async #restore(input: unknown): Promise<unknown> {
    const { path, recoveryKeyTyped } = verbs['office.restoreFrom'].input.parse(input);
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
    return made;
  }
}

/** What earlier work left lying in the folder. */
function clearRemains({ folder, spool, books }: Ledger): void {
  clearScratch(folder);
  spool.dropOlderThan(books.clock() - SPOOL_MILLISECONDS);
}

/** A command signs in and out through `answer`; the use case in between changes nothing about that. */
function ignoreSession(): void {
  // Nobody holds the token but the command itself.
}

function ignoreTask(): void {
  // No window shows it.
}
