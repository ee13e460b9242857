/**
 * The way in. One request passes door, schema and office here, then what policy-keeper.ts proves of it, and is answered as a
 * value. Refusals are recorded; anything else that goes wrong is a programmer's error and ends the process.
 */
import { overwriteKeys } from '../../contract/kernel/key-bytes.ts';
import { accepted, refused, RefusalError, type Refusal, type Reply } from '../../contract/kernel/errors.ts';
import { brokenText, inputFault } from '../../contract/messages/input-fault.ts';
import type { Door } from '../../contract/kernel/verb-policy.ts';
import { isOpeningVerb, mayAsk, policyOf, verbs, type LedgerVerb, type OpeningVerb } from '../../contract/verbs.ts';
import { CheckedFiles } from '../request/checked-files.ts';
import { IdleLock } from '../request/session/idle-lock.ts';
import { holderSessionOf } from '../request/session/holder-session.ts';
import { knowsHolders } from '../request/session/holder-session-rows.ts';
import { OpenPinTasks } from '../pin/open-pin-tasks.ts';
import { officeAbsent } from '../set-up/offices.ts';
import { OpenAnswers } from '../request/open-answers.ts';
import { RunningOperations, type Origin } from '../request/running-operations.ts';
import { COMMAND_LINE, type Ledger, type Scope } from '../request/scope.ts';
import { visitIdOf } from '../request/visit/visit-policy.ts';
import { callHandler, handlers, type Handlers } from './handlers.ts';
import { OfficeFolder, type LedgerOptions } from './office-folder.ts';
import { answerByPolicy, operationIdOf, withSecond } from './policy-keeper.ts';
import { isRecorded, recordRefusal, refusalOf } from './refusals.ts';

export interface Request {
  readonly verb: LedgerVerb;
  readonly input: unknown;
  readonly sessionToken: string | null;
  /** The counter it comes from, as the door knows it. */
  readonly counter: string;
  readonly door: Door;
  /** Who acts where nobody is signed in: `window`, `operator:<name>`, the name of a holder's door. */
  readonly operator: string;
  /** What a holder's door knows of who asks: a network address, or a calling number. */
  readonly peer?: string | null;
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

type Asker = Pick<Request, 'sessionToken' | 'operator' | 'counter' | 'door' | 'peer'>;

export class Dispatcher {
  readonly #office: OfficeFolder;
  readonly #handlers: Handlers;
  readonly #operations = new RunningOperations();
  readonly #pins: OpenPinTasks;
  readonly #checks = new CheckedFiles();
  readonly #answers = new OpenAnswers();
  readonly #options: Pick<LedgerOptions, 'report'>;
  readonly #idle = new IdleLock();
  /** The counter at which this very process made the office, until somebody signs in. */
  #setUpAt: string | null = null;

  /**
   * Opens the folder; with no office in it, waits for `office.create`. Books that do not agree with their anchor are
   * `shut`: they can be verified, and opened by two persons. Throws RefusalError for anything else that keeps them shut.
   * @param table what answers each verb; another one in a test of what stands before it.
   */
  constructor(options: LedgerOptions, table: Handlers = handlers) {
    this.#handlers = table;
    this.#options = options;
    this.#pins = new OpenPinTasks(options.pinKey ?? null, (task, counter) => {
      options.tellTask?.(task, counter);
      options.tellChange?.(['customer-task']);
    });
    this.#office = new OfficeFolder(options);
  }

  get officePresent(): boolean {
    return this.#office.ledger !== null;
  }

  /** Why the books stay shut because of their anchor, or are gone; null when they do not. */
  get shut(): Refusal | null {
    return this.#office.shut;
  }

  /** The open ledger, for the command line's own use cases. Throws RefusalError OFFICE_ABSENT, or why it is shut. */
  get ledger(): Ledger {
    this.#office.refuse('open');
    return this.#office.present;
  }

  /** Asked every half minute by whoever runs the ledger: copies the books where a copy is due. */
  async lookAtBackups(): Promise<void> {
    if (this.#office.shut === null) await this.#office.ledger?.backups?.look();
  }

  /** What the same counter has asked in the same session, and nothing else. */
  cancel(operationId: string, origin: Origin): void {
    this.#operations.cancel(operationId, origin);
  }

  close(): void {
    this.#answers.closeAll();
    this.#office.close();
  }

  async answer(request: Request): Promise<Answer> {
    if (!mayAsk(request.verb, request.door)) return { reply: refused('NOT_ALLOWED_HERE') };
    const input = verbs[request.verb].input.safeParse(request.input);
    if (!input.success) return { reply: refused('INPUT_INVALID', inputFault(input.error, request.input)) };
    const broken = brokenText(input.data);
    if (broken !== null) return { reply: refused('INPUT_INVALID', broken) };
    let session: string | null | undefined;
    const changeSession = (token: string | null): void => {
      session = token;
    };
    const reply = await this.#reply(request, input.data, changeSession);
    forget(request.verb, input.data);
    return session === undefined ? { reply } : { reply, session };
  }

  async #reply(request: Request, input: unknown, changeSession: Scope['changeSession']): Promise<Reply<unknown>> {
    const { verb } = request;
    try {
      if (isOpeningVerb(verb)) return await this.#opening(verb, input, request);
      this.#office.refuse(policyOf(verb).office);
      const { ledger } = this.#office;
      if (ledger === null) return officeAbsent(verb);
      const operationId = operationIdOf(verb, input);
      return await this.#operations.during(operationId, request, () =>
        this.#run(ledger, request, input, changeSession),
      );
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
    const [{ verb, door }, scope] = [request, await this.#scope(ledger, request, changeSession)];
    try {
      const justSetUp = this.#setUpAt === request.counter;
      const asked = { verb, input, scope, justSetUp, door, idle: this.#idle, table: this.#handlers };
      const answer = await answerByPolicy(asked);
      if (verb === 'session.signIn') this.#setUpAt = null;
      return accepted(answer);
    } catch (error) {
      return { ok: false, error: await this.#record(scope, verb, refusalOf(error), input) };
    }
  }

  /** Who asks, from where: with their session, if it still goes on. */
  async #scope(
    ledger: Ledger,
    { verb, sessionToken, operator, counter, door, peer = null }: Asker & { verb: string },
    changeSession: Scope['changeSession'] = ignoreSession,
  ): Promise<Scope> {
    const holder = await holderSessionOf(ledger.books, sessionToken, door);
    const token = knowsHolders(door) ? null : sessionToken;
    const session = await this.#idle.sessionOf(ledger.books, { token, counter });
    const actor = session?.clerk.code ?? (holder === null ? operator : `holder:${holder.accountNumber}`);
    const proven = { session, holder, peer, visit: null, operation: null, second: null };
    const kept = { pins: this.#pins, checks: this.#checks, answers: this.#answers };
    const told = this.#tellingOf({ counter, sessionToken });
    return { ...ledger, ...kept, ...told, ...proven, verb, actor, counter, changeSession };
  }

  /** Long work tells the counter that asked, and hears of its cancelling from there alone. */
  #tellingOf(origin: Origin): Pick<Scope, 'report' | 'isCancelled'> {
    return {
      report: (progress) => {
        this.#options.report(progress, origin.counter);
      },
      isCancelled: (operationId) => this.#operations.isCancelled(operationId, origin),
    };
  }

  /** The command line's own use cases, with the session of `sessionToken` and the same record of refusals. */
  async perform<T>(
    verb: string,
    { sessionToken, operator }: Pick<Request, 'sessionToken' | 'operator'>,
    work: (scope: Scope) => Promise<T>,
  ): Promise<T> {
    const from = { counter: COMMAND_LINE, door: 'command-line' } as const;
    const scope = await this.#scope(this.ledger, { verb, sessionToken, operator, ...from });
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

  /** Refusals are recorded in the books as they are; where there are none yet, or they are to stay as they are, nothing is. */
  async #opening(verb: OpeningVerb, input: unknown, { operator, counter, door }: Request): Promise<Reply<unknown>> {
    const { ledger } = this.#office;
    const keepsRecord = ledger !== null && policyOf(verb).record.refused;
    const scope = keepsRecord ? await this.#scope(ledger, { verb, sessionToken: null, operator, counter, door }) : null;
    try {
      this.#office.refuse(policyOf(verb).office);
      const proven = scope === null ? null : await withSecond(scope, verb, input);
      const answer = await callHandler(this.#handlers, verb, { office: this.#office, scope: proven, operator }, input);
      if (verb === 'office.create') this.#setUpAt = counter;
      return accepted(answer);
    } catch (error) {
      if (scope === null) throw error;
      return { ok: false, error: await this.#record(scope, verb, refusalOf(error), input) };
    }
  }
}

/** Keys that came with a request do not outlive it, answered or refused. */
function forget(verb: LedgerVerb, input: unknown): void {
  if (verb === 'office.recoveryPdf') overwriteKeys(verbs[verb].input.parse(input));
}

/** A command signs in and out through `answer`; the use case in between changes nothing about that. */
function ignoreSession(): void {
  // The command alone has the token.
}
