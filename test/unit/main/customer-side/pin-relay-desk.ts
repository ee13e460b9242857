/** A relay between two windows and a ledger made up for its tests: the ledger answers as it is told to, when it is told to. */
import { afterEach, beforeEach, vi } from 'vitest';
import { accepted, refused, type ErrorCode, type Reply } from '../../../../electron/contract/kernel/errors.ts';
import type { LostTask, PinEnd, PinTask, UnclearTask } from '../../../../electron/contract/loss/loss-views.ts';
import type { Instant } from '../../../../electron/contract/kernel/dates.ts';
import type { Input, LedgerVerb } from '../../../../electron/contract/verbs.ts';
import type { AskLedger } from '../../../../electron/main/ledger-link/ask-ledger.ts';
import type { KnownWindow } from '../../../../electron/main/windows/ipc-gate.ts';
import type { Asker } from '../../../../electron/main/ledger-link/ledger-link.ts';
import { EntryKey } from '../../../../electron/line/entry-seal.ts';
import { PinRelay, type Shown } from '../../../../electron/main/customer-side/pin-relay.ts';

export const clerk: KnownWindow = { kind: 'teller', webContentsId: 1, counter: 'teller', session: 'a-token' };
export const otherClerk: KnownWindow = { ...clerk, webContentsId: 2, session: 'other-token' };
/** The first task of a desk; the ones after it are counted on. */
export const taskId = 'task-1';
/** The ledger's patience for each entry. */
export const entryMs = 90_000;
/** How long an end may be read. */
export const readingMs = 3_000;
export const standingMs = 30_000;

interface Asked {
  readonly verb: LedgerVerb;
  readonly input: unknown;
  readonly asker: Asker;
}

/** Some public key of a ledger: nobody opens here what is sealed for it. */
const { publicKey: LEDGER_KEY } = await EntryKey.make();

export class RelayDesk {
  readonly asked: Asked[] = [];
  readonly clerkTold: (PinTask | LostTask | UnclearTask)[] = [];
  readonly typingTold: { readonly taskId: string; readonly typing: boolean }[] = [];
  readonly drawn: Shown[] = [];
  readonly notes: [string, unknown][] = [];
  readonly show = vi.fn<() => Promise<boolean>>(async () => true);
  readonly handBack = vi.fn();
  /** The customer's window stands over the clerk's. */
  covers = true;
  readonly relay: PinRelay;
  /** Answers of the next entries, in order. */
  readonly entries: (Partial<PinTask> | ErrorCode)[] = [];
  /** Refuses to end tasks, as when the session is over. */
  endRefusal: ErrorCode | null = null;
  beginRefusal: ErrorCode | null = null;
  /** Says nothing of tasks, as while it is away. */
  questionRefusal: ErrorCode | null = null;
  /** The next request of this verb throws, as where an answer is none of the contract. */
  throwing: LedgerVerb | null = null;
  /** How far its clock stands behind that of the windows. */
  behindMs = 0;
  readonly #tasks = new Map<string, PinTask>();
  #newest = '';
  #begun = 0;
  #gate: Promise<unknown> = Promise.resolve();
  #late: { readonly verb: LedgerVerb; readonly release: Promise<null> } | null = null;

  constructor() {
    this.relay = new PinRelay({
      ask: (async (verb, input, asker) => {
        this.asked.push({ verb, input, asker });
        await this.#gate;
        if (this.throwing === verb) {
          this.throwing = null;
          throw new Error(`${verb} threw`);
        }
        const reply = this.#answer(verb, input);
        const late = this.#late;
        if (late?.verb !== verb) return reply;
        this.#late = null;
        await late.release;
        return reply;
      }) as AskLedger,
      customer: {
        show: this.show,
        handBack: this.handBack,
        covers: () => this.covers,
        draw: (shown) => this.drawn.push(structuredClone(shown)),
      },
      tellClerk: (_clerk, _event, payload) => {
        if ('task' in payload) this.clerkTold.push(structuredClone(payload.task));
        else this.typingTold.push({ ...payload });
      },
      note: (event, details) => this.notes.push([event, details]),
    });
  }

  /** What the ledger is asked from now on it answers only after `release`. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<null>();
    this.#gate = promise;
    return () => resolve(null);
  }

  /** The next answer to the verb says how things stand when it is asked, and arrives only after `release`. */
  holdAnswer(verb: LedgerVerb): () => void {
    const { promise, resolve } = Promise.withResolvers<null>();
    this.#late = { verb, release: promise };
    return () => resolve(null);
  }

  begin(task: PinTask['task'] = 'change'): Promise<Reply<PinTask>> {
    return this.relay.begin({ visitId: 'visit-1', task, second: null, language: 'en' }, clerk);
  }

  enter(pin: string, step: PinTask['step'] = this.view.step): Promise<Reply<PinTask>> {
    return this.relay.enter({ taskId: this.#newest, step, pin: Buffer.from(pin) });
  }

  /** The ledger dies with all it held, and is back. */
  async restart(): Promise<void> {
    this.#tasks.clear();
    this.relay.ledgerAway();
    await this.relay.ledgerBack();
  }

  /** The newest task, as the ledger holds it. */
  get view(): PinTask {
    return this.#held(this.#newest);
  }

  /** What the customer's window shows. */
  get shown(): Shown['task'] {
    return this.drawn.at(-1)?.task ?? null;
  }

  /** What was asked of the ledger but for questions. */
  verbs(): LedgerVerb[] {
    return this.asked
      .map(({ verb }) => verb)
      .filter((verb) => verb !== 'customer.task' && verb !== 'customer.entryKey');
  }

  #held(id: string): PinTask {
    const task = this.#tasks.get(id);
    if (!task) throw new Error('no task');
    return task;
  }

  #answer(verb: LedgerVerb, input: unknown): Reply<unknown> {
    if (verb === 'customer.beginTask') return this.#begin(input as Input<'customer.beginTask'>);
    if (verb === 'customer.entryKey') return accepted({ publicKey: LEDGER_KEY, counter: '01' });
    const named = this.#tasks.get((input as { readonly taskId: string }).taskId);
    if (verb === 'customer.endTask' && this.endRefusal) return refused(this.endRefusal);
    if (verb === 'customer.task' && this.questionRefusal) return refused(this.questionRefusal);
    if (!named) return refused('PIN_TASK_ENDED');
    if (verb === 'customer.task') return accepted(named);
    if (verb === 'customer.endTask') return this.#end(named, (input as Input<'customer.endTask'>).how);
    if (named.ended !== null) return refused('PIN_TASK_ENDED');
    if (verb === 'customer.giveTime') return this.#keep({ ...named, until: this.#inTime() });
    if (verb === 'customer.takeEntry' && (input as Input<'customer.takeEntry'>).step !== named.step)
      return accepted(named);
    const next = this.entries.shift();
    return typeof next === 'string'
      ? refused(next)
      : this.#keep({ ...named, fault: null, until: this.#inTime(), ...next });
  }

  /** As the ledger does: what a task has come to is told before what changed it is answered. */
  #keep(task: PinTask): Reply<PinTask> {
    this.#tasks.set(task.taskId, task);
    this.relay.hear(task);
    return accepted(task);
  }

  #inTime(): Instant {
    return (Date.now() + entryMs) as Instant;
  }

  #begin({ task }: Input<'customer.beginTask'>): Reply<PinTask> {
    if (this.beginRefusal) return refused(this.beginRefusal);
    if (this.#tasks.get(this.#newest)?.ended === null) return refused('PIN_TASK_OPEN');
    this.#begun += 1;
    this.#newest = `task-${this.#begun}`;
    return this.#keep({
      taskId: this.#newest,
      task,
      step: task === 'acknowledge' ? 'read' : task === 'change' ? 'old' : 'new',
      ended: null,
      fault: null,
      holderNameMasked: '张*',
      cardMasked: '621330******0011',
      until: this.#inTime(),
      moreTimeLeft: 2,
      lossNumber: null,
      loss: null,
      contact: null,
    });
  }

  #end(task: PinTask, how: PinEnd): Reply<PinTask> {
    const isLate = Date.now() - this.behindMs >= task.until;
    if (task.ended !== null || (how === 'timed-out' && !isLate)) return accepted(task);
    return this.#keep({ ...task, ended: how === 'interrupted' && isLate ? 'timed-out' : how });
  }
}

/** A desk of its own for each test of a file, whose time the test lets pass. */
export function relayDeskOfEachTest(opened: (desk: RelayDesk) => void): void {
  beforeEach(() => {
    vi.useFakeTimers();
    opened(new RelayDesk());
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

export async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}
