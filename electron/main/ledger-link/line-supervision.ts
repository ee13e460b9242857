/**
 * Keeps the line to the office server: tries again without end when it breaks, and answers every request exactly once whatever
 * happens to it. What was under way is answered SERVER_DID_NOT_ANSWER: a window asks a command again under its own operation id, and
 * the ledger does it once. A line may break for any reason, so no request is ever suspected of it.
 */
import { refused, type Reply } from '../../contract/kernel/errors.ts';
import type { MainDoor } from '../../contract/kernel/verb-policy.ts';
import type { LedgerVerb } from '../../contract/verbs.ts';
import { fromLedger } from './ledger-transport.ts';
import type { SupervisionOptions } from './ledger-supervision.ts';
import type { Asker, LedgerLink, LedgerStatus } from './ledger-link.ts';
import type { ServerLine, StartLine } from './network-transport.ts';
import { PendingRequests } from './pending-requests.ts';
import { retryDelayMs } from './retry-delay.ts';

export interface LineSupervisionOptions extends Pick<
  SupervisionOptions,
  'onStatus' | 'onProgress' | 'onCustomerTask' | 'onChange' | 'note'
> {
  readonly start: StartLine;
  /** Where the server is, for the sentence. */
  readonly address: string;
  readonly delayMs?: (failures: number) => number;
  /** How long a line that was asked to end may take over it. */
  readonly closingMs?: number;
}

type Opened = Reply<{ readonly officePresent: boolean }>;

export class LineSupervision implements LedgerLink {
  readonly #options: LineSupervisionOptions;
  readonly #pending = new PendingRequests();
  #status: LedgerStatus = { state: 'starting', refusal: null };
  #line: ServerLine | null = null;
  /** Another one beside it, which does not stand yet. */
  #coming: ServerLine | null = null;
  #opening: ((reply: Opened) => void) | null = null;
  #failures = 0;
  #retry: NodeJS.Timeout | undefined;
  #whenClosed: (() => void) | null = null;
  #isStopped = false;

  constructor(options: LineSupervisionOptions) {
    this.#options = options;
  }

  get status(): LedgerStatus {
    return this.#status;
  }

  /** Answers when the server is there, or with the first reason why it is not; it is tried on all the same. */
  open(): Promise<Opened> {
    return new Promise((resolve) => {
      this.#opening = resolve;
      this.#launch();
    });
  }

  /** As LedgerSupervision has it; while the line is down, requests are answered at once. */
  async request(verb: LedgerVerb, input: unknown, asker: Asker, door: MainDoor): Promise<Reply<unknown>> {
    const { state, refusal } = this.#status;
    if (state === 'restarting') return refused('SERVER_DID_NOT_ANSWER');
    if (state === 'failed') return refusal ? { ok: false, error: refusal } : refused('LEDGER_UNAVAILABLE');
    const { message, answer } = this.#pending.add({ verb, input, fingerprint: '', asker, door });
    this.#line?.send(message);
    const { reply, session } = await answer;
    if (session !== undefined) Object.assign(asker, { session });
    return reply;
  }

  /** What the same counter has asked in the same session. */
  cancel(operationId: string, { counter, session: sessionToken }: Asker): void {
    this.#line?.send({ type: 'cancel', operationId, counter, sessionToken });
  }

  /**
   * Begins another line while nothing is asked, and goes over to it once it stands: one that does not come in takes nothing from
   * this one. Answers whether it is tried.
   */
  beginAgain(): boolean {
    if (this.#line === null || this.#coming !== null || !this.#pending.isEmpty) return false;
    const coming = this.#options.start({
      message: (raw) => (coming === this.#line ? this.#receive(raw) : this.#hearComing(coming, raw)),
      exit: (reason) => (coming === this.#line ? this.#ended(reason) : this.#comesNot(reason)),
    });
    this.#coming = coming;
    return true;
  }

  /** The server has left the line before it by then, with whatever was under way there. */
  #hearComing(coming: ServerLine, raw: unknown): void {
    const message = fromLedger(raw);
    if (message.type !== 'opened' || !message.reply.ok) return;
    const before = this.#line;
    if (before !== null) this.#hearLineDown();
    [this.#line, this.#coming] = [coming, null];
    before?.kill('force');
    this.#opened(message.reply);
  }

  #comesNot(reason: string): void {
    this.#coming = null;
    this.#options.note('another line did not come in', { reason });
    if (this.#line === null && !this.#isStopped) this.#tryLater();
  }

  /** Ends the line and waits for it. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    this.#coming?.kill('force');
    const leaving = this.#line;
    if (leaving !== null) await this.#end(leaving);
    this.#change({ state: 'failed', refusal: null });
    this.#pending.settleAll(refused('LEDGER_UNAVAILABLE'));
  }

  async #end(line: ServerLine): Promise<void> {
    const insist = setTimeout(() => line.kill('force'), this.#options.closingMs ?? 3_000);
    await new Promise<void>((resolve) => {
      this.#whenClosed = resolve;
      line.kill();
    });
    clearTimeout(insist);
  }

  #launch(): void {
    const line = this.#options.start({
      message: (raw) => {
        if (line === this.#line) this.#receive(raw);
      },
      exit: (reason) => {
        if (line === this.#line) this.#ended(reason);
      },
    });
    this.#line = line;
  }

  #receive(raw: unknown): void {
    const message = fromLedger(raw);
    if (message.type === 'progress') this.#options.onProgress(message.progress);
    else if (message.type === 'customer-task') this.#options.onCustomerTask(message.task);
    else if (message.type === 'changed') this.#options.onChange(message.kinds);
    else if (message.type === 'reply') this.#pending.settle(message.id, message);
    else this.#opened(message.reply);
  }

  #opened(reply: Opened): void {
    if (reply.ok) {
      this.#failures = 0;
      this.#change({ state: 'ready', refusal: null });
    } else this.#closeTo({ state: 'failed', refusal: reply.error }, reply);
    this.#opening?.(reply);
    this.#opening = null;
  }

  #ended(reason: string): void {
    this.#line = null;
    if (this.#whenClosed !== null) {
      this.#whenClosed();
      return;
    }
    this.#failures += 1;
    this.#options.note('the line ended', { reason, failuresInARow: this.#failures });
    // A server that refused this counter may have another answer later; until then its reason stands.
    if (this.#status.state !== 'failed') this.#hearLineDown();
    if (this.#coming === null) this.#tryLater();
  }

  #tryLater(): void {
    this.#retry = setTimeout(() => this.#launch(), this.#delay());
  }

  #hearLineDown(): void {
    const { address } = this.#options;
    const { error } = refused('SERVER_UNREACHABLE', { address });
    this.#closeTo({ state: 'restarting', refusal: error }, refused('SERVER_DID_NOT_ANSWER'));
    this.#opening?.({ ok: false, error });
    this.#opening = null;
  }

  #closeTo(status: LedgerStatus, reply: Reply<never>): void {
    this.#change(status);
    this.#pending.settleAll(reply);
  }

  #delay(): number {
    const { delayMs = (failures: number) => retryDelayMs(failures, Math.random()) } = this.#options;
    return delayMs(this.#failures);
  }

  #change(next: LedgerStatus): void {
    const [before, after] = [this.#status, next];
    if (before.state === after.state && before.refusal?.code === after.refusal?.code) return;
    this.#status = next;
    this.#options.onStatus(next);
  }
}
