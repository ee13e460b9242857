/** A relay between two windows and a ledger made up for its tests: the ledger answers as it is told to, when it is told to. */
import { vi } from 'vitest';
import { accepted, refused, type ErrorCode, type Reply } from '../../../../electron/contract/kernel/errors.ts';
import type { PinEnd, PinTask } from '../../../../electron/contract/loss/loss-views.ts';
import type { Instant } from '../../../../electron/contract/kernel/dates.ts';
import type { Input, LedgerVerb } from '../../../../electron/contract/verbs.ts';
import type { AskLedger } from '../../../../electron/main/ledger-link/ask-ledger.ts';
import type { KnownWindow } from '../../../../electron/main/windows/ipc-gate.ts';
import type { Asker } from '../../../../electron/main/ledger-link/ledger-supervision.ts';
import { PinRelay } from '../../../../electron/main/customer-side/pin-relay.ts';

export const clerk: KnownWindow = { kind: 'teller', webContentsId: 1, counter: 'teller', session: 'a-token' };
export const otherClerk: KnownWindow = { ...clerk, webContentsId: 2, session: 'other-token' };
export const taskId = 'task-1';
/** The ledger's patience for each entry. */
export const entryMs = 90_000;
/** How long an end may be read. */
export const readingMs = 3_000;

export interface Told {
  readonly task: PinTask;
  readonly typing: boolean;
}

interface Asked {
  readonly verb: LedgerVerb;
  readonly input: unknown;
  readonly asker: Asker;
}

export class RelayDesk {
  readonly asked: Asked[] = [];
  readonly clerkTold: Told[] = [];
  readonly notes: [string, unknown][] = [];
  readonly show = vi.fn<() => Promise<boolean>>(async () => true);
  readonly handBack = vi.fn();
  readonly refresh = vi.fn();
  readonly relay: PinRelay;
  /** Answers of the next entries, in order. */
  readonly entries: (Partial<PinTask> | ErrorCode)[] = [];
  /** Refuses to end tasks, as when the session is over. */
  endRefusal: ErrorCode | null = null;
  beginRefusal: ErrorCode | null = null;
  /** The next request of this verb throws, as where an answer is none of the contract. */
  throwing: LedgerVerb | null = null;
  #task: PinTask | null = null;
  #gate: Promise<unknown> = Promise.resolve();

  constructor() {
    this.relay = new PinRelay({
      ask: (async (verb, input, asker) => {
        this.asked.push({ verb, input, asker });
        await this.#gate;
        if (this.throwing === verb) {
          this.throwing = null;
          throw new Error(`${verb} threw`);
        }
        return this.#answer(verb, input);
      }) as AskLedger,
      customer: { show: this.show, handBack: this.handBack, refresh: this.refresh },
      tellClerk: (_clerk, told) => this.clerkTold.push(structuredClone(told)),
      note: (event, details) => this.notes.push([event, details]),
    });
  }

  /** What the ledger is asked from now on it answers only after `release`. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<null>();
    this.#gate = promise;
    return () => resolve(null);
  }

  begin(task: PinTask['task'] = 'change'): Promise<Reply<PinTask>> {
    return this.relay.begin({ visitId: 'visit-1', task, second: null, language: 'en' }, clerk);
  }

  enter(pin: string, step: PinTask['step'] = this.view.step): Promise<Reply<PinTask>> {
    return this.relay.enter({ taskId, step, pin: Buffer.from(pin) });
  }

  get view(): PinTask {
    if (!this.#task) throw new Error('no task');
    return this.#task;
  }

  get shown(): PinTask | null {
    return this.relay.shown.task;
  }

  verbs(): LedgerVerb[] {
    return this.asked.map(({ verb }) => verb);
  }

  #answer(verb: LedgerVerb, input: unknown): Reply<unknown> {
    if (verb === 'customer.beginTask') return this.#begun(input as Input<'customer.beginTask'>);
    if (verb === 'customer.endTask') return this.#ended((input as Input<'customer.endTask'>).how);
    const next = this.entries.shift();
    if (typeof next === 'string') return refused(next);
    this.#task = { ...this.view, fault: null, until: (Date.now() + entryMs) as Instant, ...next };
    return accepted(this.#task);
  }

  #begun({ task }: Input<'customer.beginTask'>): Reply<PinTask> {
    if (this.beginRefusal) return refused(this.beginRefusal);
    if (this.#task?.ended === null) return refused('PIN_TASK_OPEN');
    this.#task = {
      taskId,
      task,
      step: task === 'acknowledge' ? 'read' : task === 'change' ? 'old' : 'new',
      ended: null,
      fault: null,
      cardMasked: '621330******0011',
      until: (Date.now() + entryMs) as Instant,
      lossNumber: null,
      loss: null,
    };
    return accepted(this.#task);
  }

  #ended(how: PinEnd): Reply<PinTask> {
    if (this.endRefusal) return refused(this.endRefusal);
    if (this.view.ended !== null) return refused('PIN_TASK_ENDED');
    this.#task = { ...this.view, ended: how };
    return accepted(this.#task);
  }
}
