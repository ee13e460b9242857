/**
 * The way in: one request is checked for an office, a session and its lock, run, and answered as a value. Refusals are
 * recorded; anything else that goes wrong is a programmer's error and ends the process.
 */
import { z } from 'zod';
import { accepted, refused, RefusalError, type ErrorCode, type Refusal, type Reply } from '../../contract/errors.ts';
import type { Progress } from '../../contract/protocol.ts';
import { verbs, type LedgerVerb } from '../../contract/verbs.ts';
import { placeBackup } from '../storage/backup.ts';
import { openBooks, type Books, type Clock } from '../storage/books.ts';
import { diskRefusal } from '../storage/connection.ts';
import {
  abandonMaking,
  beginMaking,
  endMaking,
  lockFolder,
  readSidecar,
  type FolderLock,
} from '../storage/data-folder.ts';
import { clearScratch } from '../storage/scratch-file.ts';
import { findSession, type SessionRow } from '../storage/session-rows.ts';
import { Spool } from '../storage/spool.ts';
import { handlers, type DoorVerb } from './handlers.ts';
import { adoptRestored, createOffice, NO_OFFICE } from './offices.ts';
import { PinDesk } from './pin-desk.ts';
import { recoverySheet } from './recovery-sheet.ts';
import { recordRefusal } from './refusals.ts';
import type { Ledger, Scope } from './scope.ts';
import { requireVisit } from './visits.ts';

export interface LedgerOptions {
  readonly folder: string;
  readonly officeId: string;
  /** 64 hex digits. */
  readonly dataKey: string;
  /** 64 hex digits; absent where no password is ever typed, as at the command line. */
  readonly pinKey?: string;
  readonly clock: Clock;
  report(progress: Progress): void;
}

export interface Request {
  readonly verb: LedgerVerb;
  readonly input: unknown;
  readonly sessionToken: string | null;
  readonly counter: string;
  /** Who acts where no clerk is signed in: `window`, `operator:<name>`. */
  readonly operator: string;
}

export interface Answer {
  readonly reply: Reply<unknown>;
  /** Present when the asking window's session changed. */
  readonly session?: string | null;
}

/** A refusal that a request was answered with: recorded, and counted, already. */
export class AnsweredRefusal extends RefusalError {
  constructor({ code, details }: Refusal) {
    super(code, details);
  }
}

/** Need no session: they come before one, or bring their own proof. */
const WITHOUT_SESSION: ReadonlySet<LedgerVerb> = new Set<LedgerVerb>([
  'office.status',
  'office.create',
  'office.restoreFrom',
  'office.recoveryPdf',
  'session.signIn',
  'session.current',
  'clerk.unlock',
  'ledger.verify',
]);

/** Answered over a locked window. */
const WHILE_LOCKED: ReadonlySet<LedgerVerb> = new Set<LedgerVerb>([
  'session.unlock',
  'session.signOut',
  'session.lock',
]);

/** Pieces of a file being received are no acts of their own. */
const NOT_RECORDED: ReadonlySet<LedgerVerb> = new Set<LedgerVerb>(['intake.chunk', 'intake.begin', 'intake.discard']);

/** What lies damaged on the disk goes on record whoever came upon it, a question too. */
const ALWAYS_RECORDED: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['FILE_UNREADABLE', 'DATABASE_DAMAGED']);

/** A file that was received and then forgotten is kept for a day. */
const SPOOL_MILLISECONDS = 24 * 3_600_000;

export class LedgerDoor {
  readonly #options: LedgerOptions;
  readonly #lock: FolderLock;
  readonly #cancelled = new Set<string>();
  readonly #pins: PinDesk;
  #ledger: Ledger | null;

  /** Opens the folder; with no office in it, waits for `office.create`. Throws RefusalError for what keeps it shut. */
  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#pins = new PinDesk(options.pinKey ?? null);
    this.#lock = lockFolder(options.folder);
    try {
      const sidecar = readSidecar(options.folder);
      if (sidecar !== null && sidecar.officeId !== options.officeId) throw new RefusalError('KEY_WRONG');
      this.#ledger = sidecar === null ? null : this.#open();
      if (sidecar !== null) endMaking(options.folder);
    } catch (error) {
      this.#lock.release();
      throw error;
    }
  }

  get officePresent(): boolean {
    return this.#ledger !== null;
  }

  /** The open ledger, for the command line's own use cases. Throws RefusalError OFFICE_ABSENT. */
  get ledger(): Ledger {
    if (this.#ledger === null) throw new RefusalError('OFFICE_ABSENT');
    return this.#ledger;
  }

  #open(): Ledger {
    const { folder, dataKey, clock } = this.#options;
    const books = openBooks({ folder, dataKey, clock });
    clearScratch(folder);
    const spool = new Spool(folder, books.keys.spool);
    spool.dropOlderThan(clock() - SPOOL_MILLISECONDS);
    return {
      books,
      folder,
      spool,
      report: (progress) => {
        this.#options.report(progress);
      },
      isCancelled: (operationId) => this.#cancelled.has(operationId),
    };
  }

  cancel(operationId: string): void {
    this.#cancelled.add(operationId);
  }

  close(): void {
    this.#ledger?.books.close();
    this.#ledger = null;
    this.#lock.release();
  }

  async answer(request: Request): Promise<Answer> {
    const input = verbs[request.verb].input.safeParse(request.input);
    if (!input.success) return { reply: refused('INPUT_INVALID', { problem: z.prettifyError(input.error) }) };
    let session: string | null | undefined;
    const changeSession = (token: string | null): void => {
      session = token;
    };
    const reply = await this.#reply(request, input.data, changeSession);
    return session === undefined ? { reply } : { reply, session };
  }

  async #reply(request: Request, input: unknown, changeSession: Scope['changeSession']): Promise<Reply<unknown>> {
    try {
      if (isDoorVerb(request.verb)) return accepted(await this.#answerDoorVerb(request.verb, input, request.operator));
      if (this.#ledger === null) return officeAbsent(request.verb);
      return await this.#run(this.#ledger, request, input, changeSession);
    } catch (error) {
      return { ok: false, error: refusalOf(error) };
    }
  }

  async #run(
    ledger: Ledger,
    request: Request,
    input: unknown,
    changeSession: Scope['changeSession'],
  ): Promise<Reply<unknown>> {
    const { verb, sessionToken, counter, operator } = request;
    const session = await sessionOf(ledger.books, sessionToken);
    const fault = sessionFault(verb, session);
    const actor = session?.clerk.code ?? operator;
    const scope: Scope = { ...ledger, pins: this.#pins, session, actor, counter, changeSession };
    try {
      if (fault !== null) throw new RefusalError(fault, session === null ? {} : { clerkCode: session.clerk.code });
      await refuseOtherVisit(scope, verb, input);
      return accepted(await callHandler(verb, scope, input));
    } catch (error) {
      return { ok: false, error: await this.#record(scope, verb, refusalOf(error), input) };
    } finally {
      this.#forget(input);
    }
  }

  /** The command line's own use cases, with the session of `sessionToken` and the same record of refusals. */
  async perform<T>(
    verb: string,
    { sessionToken, operator }: Pick<Request, 'sessionToken' | 'operator'>,
    work: (scope: Scope) => Promise<T>,
  ): Promise<T> {
    const { ledger } = this;
    const session = await sessionOf(ledger.books, sessionToken);
    const actor = session?.clerk.code ?? operator;
    const asked = { session, actor, counter: 'command-line', changeSession: ignoreSession };
    const scope: Scope = { ...ledger, pins: this.#pins, ...asked };
    try {
      return await work(scope);
    } catch (error) {
      if (error instanceof RefusalError && !(error instanceof AnsweredRefusal)) {
        await recordRefusal(scope, verb, error.refusal, null);
      }
      throw error;
    }
  }

  #forget(input: unknown): void {
    const operation = operationSchema.safeParse(input);
    if (operation.success) this.#cancelled.delete(operation.data.operationId);
  }

  /** Answers what to tell the window: where not even the record finds room, that comes first. */
  async #record(scope: Scope, verb: LedgerVerb, refusal: Refusal, input: unknown): Promise<Refusal> {
    const unrecorded = verbs[verb].kind === 'query' || NOT_RECORDED.has(verb);
    if (unrecorded && !ALWAYS_RECORDED.has(refusal.code)) return refusal;
    const visit = visitSchema.safeParse(input);
    try {
      await recordRefusal(scope, verb, refusal, visit.success ? visit.data.visitId : null);
      return refusal;
    } catch (error) {
      return refusalOf(error);
    }
  }

  async #answerDoorVerb(verb: DoorVerb, input: unknown, operator: string): Promise<unknown> {
    const { dataKey, pinKey } = this.#options;
    if (verb === 'office.recoveryPdf') {
      if (pinKey === undefined) throw new RefusalError('PIN_KEY_MISSING');
      return recoverySheet(this.ledger, dataKey, pinKey);
    }
    if (this.#ledger !== null) throw new RefusalError('OFFICE_EXISTS');
    return verb === 'office.create' ? this.#create(input, operator) : this.#restore(input);
  }

  async #create(input: unknown, operator: string): Promise<unknown> {
    const office = verbs['office.create'].input.parse(input);
    return this.#making((ledger) => createOffice(ledger, this.#options.officeId, office, operator));
  }

  async #restore(input: unknown): Promise<unknown> {
    const { path } = verbs['office.restoreFrom'].input.parse(input);
    const { folder, dataKey } = this.#options;
    return this.#making(adoptRestored, () => {
      placeBackup(path, folder, dataKey);
    });
  }

  /** Between the two marks the books are in the making; whatever a crash leaves there is nobody's office yet. */
  async #making<Made>(make: (ledger: Ledger) => Promise<Made>, place: () => void = nothingToPlace): Promise<Made> {
    const { folder } = this.#options;
    beginMaking(folder);
    let ledger: Ledger | null = null;
    try {
      place();
      ledger = this.#open();
      const made = await make(ledger);
      endMaking(folder);
      this.#ledger = ledger;
      return made;
    } catch (error) {
      ledger?.books.close();
      abandonMaking(folder);
      throw error;
    }
  }
}

function nothingToPlace(): void {
  // A new office starts with empty books.
}

const operationSchema = z.object({ operationId: z.string() });
const visitSchema = z.object({ visitId: z.string() });

function isDoorVerb(verb: LedgerVerb): verb is DoorVerb {
  return verb === 'office.create' || verb === 'office.restoreFrom' || verb === 'office.recoveryPdf';
}

/** What a request is answered with; what nobody foresaw is thrown on and ends the process. */
function refusalOf(error: unknown): Refusal {
  const refusal = error instanceof RefusalError ? error : diskRefusal(error);
  if (refusal === null) throw error;
  return refusal.refusal;
}

/** Before an office is made only the question whether there is one has an answer. */
function officeAbsent(verb: LedgerVerb): Reply<unknown> {
  if (verb === 'office.status') return accepted(NO_OFFICE);
  return verb === 'session.current' ? accepted(null) : refused('OFFICE_ABSENT');
}

async function sessionOf(books: Books, token: string | null): Promise<SessionRow | null> {
  return token === null ? null : books.read((reading) => findSession(reading, token));
}

function sessionFault(verb: LedgerVerb, session: SessionRow | null): ErrorCode | null {
  if (WITHOUT_SESSION.has(verb)) return null;
  if (session === null) return 'SIGN_IN_REQUIRED';
  if (session.clerk.lockedAt !== null && verb !== 'session.signOut') return 'CLERK_LOCKED';
  return session.lockedAt !== null && !WHILE_LOCKED.has(verb) ? 'SESSION_LOCKED' : null;
}

/** A request that names a visit is of the session's own one, and while it goes on; also when it was answered before. */
async function refuseOtherVisit(scope: Scope, verb: LedgerVerb, input: unknown): Promise<void> {
  const named = visitSchema.safeParse(input);
  // Finishing what has ended by itself is no mistake of the clerk's.
  if (!named.success || verb === 'visit.finish') return;
  await scope.books.read((reading) => requireVisit(reading, scope, named.data.visitId));
}

async function callHandler(verb: LedgerVerb, scope: Scope, input: unknown): Promise<unknown> {
  if (isDoorVerb(verb)) throw new Error(`${verb} is answered at the door`);
  // Proven by the verb's schema in `answer`; the compiler cannot follow a verb through the table of handlers.
  const handler = handlers[verb] as (scope: Scope, input: unknown) => Promise<unknown>;
  return handler(scope, input);
}

/** A command signs in and out through `answer`; the use case in between changes nothing about that. */
function ignoreSession(): void {
  // Nobody holds the token but the command itself.
}
