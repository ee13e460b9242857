/**
 * Keeps the ledger process alive: starts it, hands it the office, restarts it when it dies, gives up when it dies over
 * and over, and answers every request exactly once whatever happens to it (docs/architecture.md 1). Knows nothing of
 * Electron.
 */
import { refused, type Refusal, type Reply } from '../../contract/kernel/errors.ts';
import { overwriteKeys, type OfficeKeys } from '../../contract/kernel/key-bytes.ts';
import type { MainDoor } from '../../contract/kernel/verb-policy.ts';
import type { PinTask } from '../../contract/loss/loss-views.ts';
import type { ChangeKind, OpenMessage, Progress } from '../../contract/protocol.ts';
import type { LedgerVerb } from '../../contract/verbs.ts';
import { fromLedger, type LedgerProcess, type StartLedger } from './ledger-transport.ts';
import type { Asker, LedgerLink, LedgerStatus } from './ledger-link.ts';
import { PendingRequests, type Answer } from './pending-requests.ts';
import { requestFingerprint, SuspectRequests } from './suspect-requests.ts';

export interface SupervisionOptions {
  readonly start: StartLedger;
  readonly onStatus: (status: LedgerStatus) => void;
  readonly onProgress: (progress: Progress) => void;
  readonly onCustomerTask: (task: PinTask) => void;
  readonly onChange: (kinds: readonly ChangeKind[]) => void;
  /** Deaths, restarts and what the process complained of; never anything out of a message. */
  readonly note: (event: string, details: Readonly<Record<string, string | number>>) => void;
  /** How long to wait before each restart in a row; with one death more the ledger counts as failed. */
  readonly restartDelaysMs?: readonly number[];
  /** A process that has served this long starts the row afresh. */
  readonly calmMs?: number;
  /** How long a process that was asked to end may take over it. */
  readonly closingMs?: number;
}

interface Question {
  readonly verb: LedgerVerb;
  readonly input: unknown;
  readonly fingerprint: string;
  readonly asker: Asker;
  readonly door: MainDoor;
}

/** The keys are asked for at every start of the process and kept by none in between. */
type Office = Omit<OpenMessage, 'type' | keyof OfficeKeys> & { readonly keys: () => Reply<OfficeKeys> };
type OpenReply = Reply<{ readonly officePresent: boolean }>;

const usualRestartDelaysMs = [0, 250, 1_000, 3_000, 10_000];

export class LedgerSupervision implements LedgerLink {
  readonly #options: SupervisionOptions;
  readonly #pending = new PendingRequests();
  readonly #suspects = new SuspectRequests();
  #status: LedgerStatus = { state: 'starting', refusal: null };
  #office: Office | null = null;
  #opening: ((reply: OpenReply) => void) | null = null;
  #running: LedgerProcess | null = null;
  /** Set while the process ends because we asked it to. */
  #whenClosed: (() => void) | null = null;
  #failuresInARow = 0;
  #restart: NodeJS.Timeout | undefined;

  constructor(options: SupervisionOptions) {
    this.#options = options;
  }

  get status(): LedgerStatus {
    return this.#status;
  }

  /** Opens the office in a fresh process, after the one before has ended. Answers when the books are open or refused. */
  async open(office: Office): Promise<OpenReply> {
    this.#pending.settleAll(refused('LEDGER_RESTARTING'));
    await this.#end();
    this.#opening?.(refused('LEDGER_RESTARTING'));
    this.#office = office;
    this.#failuresInARow = 0;
    this.#change({ state: 'starting', refusal: null });
    return new Promise((resolve) => {
      this.#opening = resolve;
      this.#launch(office);
    });
  }

  /** The books cannot even be asked for: there is no key, say. */
  refuse(refusal: Refusal): void {
    this.#settleOpening({ ok: false, error: refusal });
  }

  /**
   * While the ledger starts, requests wait; while it restarts they are answered LEDGER_RESTARTING, and so are those
   * that were under way when it died: whether to ask again is the window's decision. One that was under way at two
   * deaths is answered REQUEST_ENDS_LEDGER from then on.
   */
  async request(verb: LedgerVerb, input: unknown, asker: Asker, door: MainDoor): Promise<Reply<unknown>> {
    const fingerprint = requestFingerprint(verb, input);
    const question = { verb, input, fingerprint, asker, door };
    if (!this.#suspects.isSuspect(fingerprint)) return this.#ask(question);
    return this.#suspects.oneAtATime(() => this.#ask(question));
  }

  async #ask(question: Question): Promise<Reply<unknown>> {
    const { verb, fingerprint, asker } = question;
    const { state, refusal } = this.#status;
    if (state === 'restarting') return refused('LEDGER_RESTARTING');
    if (state === 'failed' && verb === 'office.acceptBooks' && this.#running !== null) {
      const { message, answer } = this.#pending.add(question);
      this.#running.send(message);
      return (await answer).reply;
    }
    if (state === 'failed') return refusal ? { ok: false, error: refusal } : refused('LEDGER_UNAVAILABLE');
    if (this.#suspects.endsLedger(fingerprint)) {
      this.#options.note('request not sent again', { verb });
      return refused('REQUEST_ENDS_LEDGER', { verb });
    }
    const { message, answer } = this.#pending.add(question);
    if (state === 'ready') this.#running?.send(message);
    else this.#pending.hold(message);
    const { reply, session } = await answer;
    if (session !== undefined) asker.session = session;
    return reply;
  }

  /** What the same counter has asked in the same session. */
  cancel(operationId: string, { counter, session: sessionToken }: Asker): void {
    this.#running?.send({ type: 'cancel', operationId, counter, sessionToken });
  }

  /** Ends the process and waits for it. */
  async stop(): Promise<void> {
    this.#office = null;
    await this.#end();
    this.#pending.settleAll(refused('LEDGER_UNAVAILABLE'));
  }

  #change(next: LedgerStatus): void {
    if (next.state === this.#status.state && next.refusal === this.#status.refusal) return;
    this.#status = next;
    this.#options.onStatus(next);
  }

  #launch({ keys, ...place }: Office): void {
    const handed = keys();
    if (!handed.ok) {
      this.refuse(handed.error);
      return;
    }
    const startedAt = performance.now();
    let alive = true;
    this.#running = this.#options.start({
      // A pipe may still deliver what a process said before it died; that process is not the ledger any more.
      message: (raw) => {
        if (alive) this.#receive(raw);
      },
      complaint: (text) => this.#options.note('ledger complained', { text: text.slice(0, 2_000) }),
      exit: (reason) => {
        alive = false;
        this.#running = null;
        if (this.#whenClosed) this.#whenClosed();
        else this.#endedByItself(reason, performance.now() - startedAt);
      },
    });
    // Sending copies them.
    this.#running.send({ type: 'open', ...place, ...handed.value });
    overwriteKeys(handed.value);
  }

  #receive(raw: unknown): void {
    const message = fromLedger(raw);
    if (message.type === 'progress') this.#options.onProgress(message.progress);
    else if (message.type === 'customer-task') this.#options.onCustomerTask(message.task);
    else if (message.type === 'changed') this.#options.onChange(message.kinds);
    else if (message.type === 'reply') this.#settle(message.id, message);
    else this.#settleOpening(message.reply);
  }

  #settle(id: number, answer: Answer): void {
    const fingerprint = this.#pending.settle(id, answer);
    if (fingerprint !== null) this.#suspects.clear(fingerprint);
  }

  #settleOpening(reply: OpenReply): void {
    if (reply.ok) {
      this.#change({ state: 'ready', refusal: null });
      this.#pending.release((message) => this.#running?.send(message));
    } else {
      this.#change({ state: 'failed', refusal: reply.error });
      this.#pending.settleAll(reply);
    }
    this.#opening?.(reply);
    this.#opening = null;
  }

  #endedByItself(reason: string, livedMs: number): void {
    const { restartDelaysMs = usualRestartDelaysMs, calmMs = 60_000, note } = this.#options;
    // With its cause found and kept away, the ledger itself is as sound as after a first death.
    const isExplained = this.#suspects.diedWith(this.#pending.underWay()) > 0;
    this.#failuresInARow = isExplained || livedMs >= calmMs ? 1 : this.#failuresInARow + 1;
    note('ledger died', { reason, livedMs: Math.round(livedMs), failuresInARow: this.#failuresInARow });
    const office = this.#office;
    // A ledger that had refused to open and then ended has nothing to come back for.
    if (this.#status.state === 'failed' || office === null) {
      this.#pending.settleAll(refused('LEDGER_UNAVAILABLE'));
      return;
    }
    const delay = restartDelaysMs[this.#failuresInARow - 1];
    if (delay === undefined) {
      const detail = `the ledger process ended ${this.#failuresInARow} times in a row: ${reason}`;
      this.refuse(refused('LEDGER_UNAVAILABLE', { detail }).error);
      return;
    }
    this.#change({ state: 'restarting', refusal: null });
    this.#pending.settleAll(refused('LEDGER_RESTARTING'));
    this.#restart = setTimeout(() => this.#launch(office), delay);
  }

  async #end(): Promise<void> {
    clearTimeout(this.#restart);
    const leaving = this.#running;
    if (!leaving) return;
    const insist = setTimeout(() => leaving.kill('force'), this.#options.closingMs ?? 3_000);
    await new Promise<void>((resolve) => {
      this.#whenClosed = resolve;
      leaving.kill();
    });
    clearTimeout(insist);
    this.#whenClosed = null;
  }
}
