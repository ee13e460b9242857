/** A counter that serves one customer after the other, over whatever link its ledger is reached by, and takes the time of each answer. */
import { randomUUID } from 'node:crypto';
import { businessDate } from '../../electron/contract/kernel/dates.ts';
import type { Reply } from '../../electron/contract/kernel/errors.ts';
import type { FromLedger, RequestMessage } from '../../electron/contract/protocol.ts';
import type { LedgerVerb } from '../../electron/contract/verbs.ts';
import type { SeededRandom } from '../../electron/ledger/demo/seeded-random.ts';
import type { LedgerListeners } from '../../electron/main/ledger-link/ledger-transport.ts';
import { CLERK } from './prepared-office.ts';

/** A process of one's own, which is told what to open, or a line to a server. */
export type StartLink = (listeners: LedgerListeners) => {
  readonly send: (message: RequestMessage) => void;
  readonly kill: (force?: 'force') => void;
};

export interface Customer {
  readonly idNumber: string;
  readonly card: string;
}

/** What is timed, in milliseconds from the request to its answer at the counter. */
export interface Times {
  readonly visit: number[];
  readonly statement: number[];
  readonly 'loss report': number[];
}

/** The next customer stands there by chance, after a second in the mean: more than anybody serves. */
const LOOKED_MS = 100;
const MEAN_LOOKS = 10;
/** The first ones are served untimed: papers are slower while their faces are read. */
const WARM_UP = 2;
const PERIOD = { from: businessDate('2024-01-01'), to: businessDate('2024-12-31') };

const LOST = {
  ...{ object: 'card', kind: 'formal', missedSince: null },
  ...{ address: '人民路一号', phone: null, second: null },
};

export const noTimes = (): Times => ({ visit: [], statement: [], 'loss report': [] });

export class BusyCounter {
  readonly #link: ReturnType<StartLink>;
  readonly #waiting = new Map<number, (message: Extract<FromLedger, { type: 'reply' }>) => void>();
  #hearing: ((at: number) => void)[] = [];
  #lastId = 0;
  #token: string | null = null;
  /** Of every request, in milliseconds to its answer. */
  waits: number[] = [];

  private constructor(start: StartLink, opened: (reply: Reply<unknown>) => void) {
    this.#link = start({
      message: (raw) => {
        const message = raw as FromLedger;
        if (message.type === 'opened') opened(message.reply);
        if (message.type === 'reply') this.#waiting.get(message.id)?.(message);
        if (message.type === 'changed' && message.kinds.includes('worklist'))
          for (const hear of this.#hearing.splice(0)) hear(performance.now());
      },
      complaint: () => undefined,
      exit: (reason) => opened({ ok: false, error: { code: 'LEDGER_UNAVAILABLE', details: { reason } } }),
    });
  }

  static async open(start: StartLink): Promise<BusyCounter> {
    const { promise, resolve } = Promise.withResolvers<Reply<unknown>>();
    const counter = new BusyCounter(start, resolve);
    const opened = await promise;
    if (!opened.ok) throw new Error(`a counter of the bench is not served: ${opened.error.code}`);
    await counter.#ask('session.signIn', { clerkCode: CLERK.code, password: CLERK.password });
    return counter;
  }

  /** Serves them one after the other as they come; answers when the last has gone, or the one who is there when `over` is told. */
  serve(customers: readonly Customer[], times: Times, random: SeededRandom, over?: AbortSignal): Promise<void> {
    const waiting = [...customers.entries()];
    return new Promise((resolve, reject) => {
      let isServing = false;
      const looking = setInterval(() => {
        if (isServing || random.below(MEAN_LOOKS) > 0) return;
        const [at, customer] = waiting.shift() ?? [];
        if (at === undefined || customer === undefined || over?.aborted) {
          clearInterval(looking);
          resolve();
          return;
        }
        isServing = true;
        this.#serveOne(customer, at < WARM_UP ? noTimes() : times).then(() => (isServing = false), reject);
      }, LOOKED_MS);
    });
  }

  close(): void {
    this.#link.kill('force');
  }

  /** When this counter is told next that the worklist has changed. */
  hears(): Promise<number> {
    return new Promise((resolve) => this.#hearing.push(resolve));
  }

  /** One more loss report, by the clock of its asking: when it was answered, and when the last of the others was told. */
  async reportBefore(customer: Customer, others: readonly BusyCounter[]) {
    const visitId = await this.#visited(customer, []);
    const heard = others.map((other) => other.hears());
    const asked = performance.now();
    await this.#ask('loss.report', { operationId: randomUUID(), visitId, ...LOST });
    const answered = performance.now() - asked;
    const told = Math.max(...(await Promise.all(heard))) - asked;
    await this.#ask('visit.finish', { visitId });
    return { answered, told };
  }

  async #visited({ idNumber, card }: Customer, times: number[]): Promise<string> {
    const coming = { networkCheck: 'match-photo', secondaryDocument: null, agent: null };
    const visit = { operationId: randomUUID(), idNumber, card, ...coming };
    return ((await this.#timed(times, 'visit.open', visit)) as { readonly visitId: string }).visitId;
  }

  async #serveOne(customer: Customer, times: Times): Promise<void> {
    const visitId = await this.#visited(customer, times.visit);
    const statement = { visitId, period: PERIOD, kinds: null, largeType: false, language: 'zh-CN' };
    await this.#timed(times.statement, 'statement.prepare', statement);
    await this.#timed(times['loss report'], 'loss.report', { operationId: randomUUID(), visitId, ...LOST });
    await this.#ask('visit.finish', { visitId });
  }

  async #timed(times: number[], verb: LedgerVerb, input: unknown): Promise<unknown> {
    const started = performance.now();
    const value = await this.#ask(verb, input);
    times.push(performance.now() - started);
    return value;
  }

  async #ask(verb: LedgerVerb, input: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    const started = performance.now();
    const { reply, session } = await new Promise<Extract<FromLedger, { type: 'reply' }>>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#link.send({
        type: 'request',
        id,
        verb,
        input,
        door: 'teller',
        sessionToken: this.#token,
        counter: 'bench',
      });
    });
    this.waits.push(performance.now() - started);
    this.#waiting.delete(id);
    if (session !== undefined) this.#token = session;
    if (!reply.ok) throw new Error(`${verb} was refused in the bench: ${reply.error.code}`);
    return reply.value;
  }
}
