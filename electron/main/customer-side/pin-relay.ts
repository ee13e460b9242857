/**
 * One customer at a time types a password or reads what they reported: the clerk's window starts the task, the
 * customer's window sends the digits or the yes, the ledger judges them, and both windows hear where it stands. Digits
 * pass through here and stay nowhere (docs/rules.md 4); what they are checked with, counted and timed by is the
 * ledger's. Knows nothing of Electron.
 */
import { accepted, refused, type ErrorCode, type Reply } from '../../contract/kernel/errors.ts';
import type { PinEnd, PinTask } from '../../contract/loss/loss-views.ts';
import type { WindowEvents } from '../../contract/protocol.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { Language } from '../../contract/kernel/vocabulary.ts';
import type { AskLedger } from '../ledger-link/ask-ledger.ts';
import type { KnownWindow } from '../windows/ipc-gate.ts';

/** The customer's window, as far as the relay sees it. */
export interface CustomerSide {
  /** Opens it, or brings it forward, with the keyboard; false when it cannot be shown. */
  readonly show: () => Promise<boolean>;
  /** Something new is to be shown; the window asks or is told what. */
  readonly refresh: () => void;
  /** The keyboard goes back to the clerk, and so does the display where the window covered it. */
  readonly handBack: () => void;
}

export interface PinRelayOptions {
  readonly ask: AskLedger;
  readonly customer: CustomerSide;
  readonly tellClerk: (clerk: KnownWindow, progress: WindowEvents['customer.progress']) => void;
  /** Ends and codes, never anything that was typed. */
  readonly note: (event: string, details: { readonly [what in 'ended' | 'code']?: PinEnd | ErrorCode }) => void;
}

type EndAsked = Input<'customer.endTask'>['how'];

interface AskedTask {
  view: PinTask;
  typing: boolean;
  readonly clerk: KnownWindow;
  readonly language: Language;
  /** What is asked of the ledger about one task goes there one by one, so that an end never overtakes an entry. */
  turn: Promise<unknown>;
}

/** Of a request that threw: what is wrong with the program is the asker's to hear, and the next task can begin. */
function settled(beginning: Promise<unknown> | null): Promise<unknown> {
  return beginning === null ? Promise.resolve() : beginning.then(over, over);
}

/** How long the customer may read how it ended; the clerk who ended it need not wait. */
const readingMs = 3_000;

export class PinRelay {
  readonly #options: PinRelayOptions;
  /** Stays for a moment after its end, for the customer to read. */
  #task: AskedTask | null = null;
  #beginning: Promise<Reply<PinTask>> | null = null;
  #language: Language = 'zh-CN';
  #timer: NodeJS.Timeout | undefined;
  /** Ended by the ledger's own death: recorded when it is back. */
  #unrecorded: AskedTask | null = null;

  constructor(options: PinRelayOptions) {
    this.#options = options;
  }

  /** What the customer's window has to show besides the office. */
  get shown(): { readonly task: PinTask | null; readonly language: Language } {
    return { task: this.#task?.view ?? null, language: this.#language };
  }

  /** Answers once the customer's window shows the first step; a window that cannot be shown is an end of its own. */
  async begin({ language, ...input }: Input<'customer.ask'>, clerk: KnownWindow): Promise<Reply<PinTask>> {
    const begun = await this.#beginNext(input, clerk);
    if (!begun.ok) return begun;
    const task = { view: begun.value, typing: false, clerk, language, turn: Promise.resolve() };
    return accepted(await this.#present(task));
  }

  /** Whether another one is open is the ledger's to say; one after another, so that an end never overtakes a beginning. */
  #beginNext(input: Input<'customer.beginTask'>, clerk: KnownWindow): Promise<Reply<PinTask>> {
    const beginning = settled(this.#beginning).then(() => this.#options.ask('customer.beginTask', input, clerk));
    this.#beginning = beginning;
    return beginning;
  }

  /** The clerk ends it: the customer walked away. */
  async abandon({ taskId }: Input<'customer.abandon'>, clerk: KnownWindow): Promise<Reply<Output<'customer.abandon'>>> {
    const task = this.#runningAs(taskId);
    if (task === null || task.clerk.webContentsId !== clerk.webContentsId) return refused('PIN_TASK_ENDED');
    await this.#end(task, 'abandoned');
    return accepted({});
  }

  async typing({ taskId, typing }: Input<'customer.typing'>): Promise<Reply<Output<'customer.typing'>>> {
    const task = this.#runningAs(taskId);
    if (task === null) return refused('PIN_TASK_ENDED');
    task.typing = typing;
    this.#tellClerk(task);
    return accepted({});
  }

  /**
   * The digits go on to the ledger, in the name of the clerk who asked for them. A second one for a step that is behind
   * already, as of a key that bounced, is answered with where the task stands.
   */
  async enter({ taskId, step, pin }: Input<'customer.enterPin'>): Promise<Reply<PinTask>> {
    try {
      const task = this.#runningAs(taskId);
      if (task === null) return refused('PIN_TASK_ENDED');
      return await inTurn(task, async () => {
        if (task.view.ended !== null) return refused('PIN_TASK_ENDED');
        if (task.view.step !== step) return accepted(task.view);
        return this.#taken(task, this.#options.ask('customer.takeEntry', { taskId, step, pin }, task.clerk));
      });
    } finally {
      pin.fill(0);
    }
  }

  /** The customer has read the report and says yes. Said twice it is answered with where the task stands. */
  async acknowledge({ taskId }: Input<'customer.acknowledge'>): Promise<Reply<PinTask>> {
    const task = this.#runningAs(taskId);
    if (task === null) return refused('PIN_TASK_ENDED');
    return inTurn(task, async () => {
      if (task.view.ended !== null) return accepted(task.view);
      return this.#taken(task, this.#options.ask('customer.takeAcknowledgement', { taskId }, task.clerk));
    });
  }

  /** The customer cancels; after the end, has read enough. */
  async cancel({ taskId }: Input<'customer.cancel'>): Promise<Reply<Output<'customer.cancel'>>> {
    const task = this.#task;
    if (task === null || task.view.taskId !== taskId) return refused('PIN_TASK_ENDED');
    if (task.view.ended === null) await this.#end(task, 'cancelled');
    else this.#dismiss(task);
    return accepted({});
  }

  /** The clerk locks, signs out or finishes the visit: without them nobody is asked anything. */
  async clerkLeaves(clerk: KnownWindow): Promise<void> {
    await settled(this.#beginning);
    const task = this.#running;
    if (task?.clerk.webContentsId === clerk.webContentsId) await this.#end(task, 'abandoned');
  }

  /** The customer's window, or the clerk's, has gone, or the program is about to. */
  async interrupt(): Promise<void> {
    const task = this.#task;
    if (task === null) return;
    await this.#end(task, 'interrupted');
    this.#dismiss(task);
  }

  /** The ledger holds the task, so its death ends it: both windows are clean before it is back. */
  ledgerAway(): void {
    const task = this.#running;
    if (task === null) return;
    this.#unrecorded = task;
    this.#advance(task, { ...task.view, ended: 'interrupted', fault: null });
  }

  async ledgerBack(): Promise<void> {
    const task = this.#unrecorded;
    this.#unrecorded = null;
    if (task !== null) await this.#askEnd(task, 'interrupted');
  }

  get #running(): AskedTask | null {
    return this.#task?.view.ended === null ? this.#task : null;
  }

  #runningAs(taskId: string): AskedTask | null {
    const task = this.#running;
    return task?.view.taskId === taskId ? task : null;
  }

  async #present(task: AskedTask): Promise<PinTask> {
    clearTimeout(this.#timer);
    this.#task = task;
    this.#language = task.language;
    let shown = false;
    try {
      shown = await this.#options.customer.show();
    } finally {
      if (!shown) {
        await this.#end(task, 'interrupted');
        this.#dismiss(task);
      }
    }
    if (shown && task.view.ended === null) {
      this.#waitFor(task);
      this.#options.customer.refresh();
    }
    return task.view;
  }

  /** The ledger refuses what comes too late by itself; this ends what does not come at all. */
  #waitFor(task: AskedTask): void {
    clearTimeout(this.#timer);
    const { until } = task.view;
    this.#timer = setTimeout(() => void this.#timeOut(task, until), Math.max(0, until - Date.now()));
  }

  /** An entry that was under way at that moment may have won more time. */
  async #timeOut(task: AskedTask, until: number): Promise<void> {
    await inTurn(task, async () => {
      if (task.view.until === until) await this.#endNow(task, 'timed-out');
    });
  }

  /** What ended meanwhile stays ended. */
  #advance(task: AskedTask, view: PinTask): void {
    if (task.view.ended !== null) return;
    task.view = view;
    task.typing = false;
    this.#tellClerk(task);
    this.#options.customer.refresh();
    if (view.ended === null) this.#waitFor(task);
    else this.#linger(task, view.ended);
  }

  #linger(task: AskedTask, ended: PinEnd): void {
    clearTimeout(this.#timer);
    this.#options.note('customer task ended', { ended });
    if (ended === 'abandoned') this.#dismiss(task);
    else this.#timer = setTimeout(() => this.#dismiss(task), readingMs);
  }

  #dismiss(task: AskedTask): void {
    if (this.#task !== task) return;
    clearTimeout(this.#timer);
    this.#task = null;
    this.#options.customer.refresh();
    this.#options.customer.handBack();
  }

  async #end(task: AskedTask, how: EndAsked): Promise<void> {
    await inTurn(task, () => this.#endNow(task, how));
  }

  async #endNow(task: AskedTask, how: EndAsked): Promise<void> {
    if (task.view.ended !== null) return;
    let ended: PinTask | null = null;
    try {
      ended = await this.#askEnd(task, how);
    } finally {
      this.#advance(task, ended ?? { ...task.view, ended: how, fault: null });
    }
  }

  /** A request that throws ends the task too: neither window waits for it any longer. */
  async #taken(task: AskedTask, asked: Promise<Reply<PinTask>>): Promise<Reply<PinTask>> {
    const reply = await asked.catch(async (error: unknown) => {
      await this.#endNow(task, 'interrupted');
      throw error;
    });
    if (reply.ok) this.#advance(task, reply.value);
    else await this.#giveUp(task, reply.error.code);
    return reply;
  }

  /** An entry the ledger does not take leaves nothing to go on with: it came too late, or the session is over. */
  async #giveUp(task: AskedTask, code: ErrorCode): Promise<void> {
    this.#options.note('an entry was refused', { code });
    await this.#endNow(task, Date.now() >= task.view.until ? 'timed-out' : 'interrupted');
  }

  /** The ledger's word on how it ended; null when it no longer knows the task or the clerk. */
  async #askEnd({ view: { taskId }, clerk }: AskedTask, how: EndAsked): Promise<PinTask | null> {
    const reply = await this.#options.ask('customer.endTask', { taskId, how }, clerk);
    if (reply.ok) return reply.value;
    this.#options.note('the end was refused', { code: reply.error.code });
    return null;
  }

  #tellClerk({ clerk, view, typing }: AskedTask): void {
    this.#options.tellClerk(clerk, { task: view, typing });
  }
}

function inTurn<Value>(task: AskedTask, work: () => Promise<Value>): Promise<Value> {
  const mine = task.turn.then(work);
  // Whoever comes next waits for the end of this, however it goes; that is the asker's to hear.
  task.turn = mine.then(over, over);
  return mine;
}

function over(): null {
  return null;
}
