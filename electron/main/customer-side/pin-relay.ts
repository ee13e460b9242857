/**
 * One customer at a time types a password or reads what they reported: the clerk's window starts the task, the
 * customer's window sends the digits or the yes, the ledger judges them, and both windows hear where it stands. The task
 * is the ledger's: what it says is passed on and kept nowhere here, and neither are the digits (docs/rules.md 4). Knows
 * nothing of Electron.
 */
import { accepted, isUnanswered, refused, type ErrorCode, type Reply } from '../../contract/kernel/errors.ts';
import type { LostTask, PinEnd, PinTask, UnclearTask } from '../../contract/loss/loss-views.ts';
import type { WindowEvents } from '../../contract/protocol.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { CustomerScreen } from '../../contract/customer/customer-verbs.ts';
import type { AskLedger } from '../ledger-link/ask-ledger.ts';
import type { KnownWindow } from '../windows/ipc-gate.ts';
import { giveSealed } from './sealed-entry.ts';

/** What the customer's window has to show besides the office. */
export type Shown = Pick<CustomerScreen, 'task' | 'language'>;

/** The customer's window, as far as the relay sees it. */
export interface CustomerSide {
  /** Opens it, or brings it forward, with the keyboard; false when it cannot be shown. */
  readonly show: () => Promise<boolean>;
  readonly draw: (shown: Shown) => void;
  /** The keyboard goes back to the clerk, and so does the display where the window covered it. */
  readonly handBack: () => void;
  /** It covers the clerk's window, for want of a display of its own. */
  readonly covers: () => boolean;
}

type ToClerk = 'customer.progress' | 'customer.typing';

export interface PinRelayOptions {
  readonly ask: AskLedger;
  readonly customer: CustomerSide;
  readonly tellClerk: <E extends ToClerk>(clerk: KnownWindow, event: E, payload: WindowEvents[E]) => void;
  /** Ends and codes, never anything that was typed. */
  readonly note: (event: string, details: { readonly [what in 'ended' | 'code']?: PinEnd | ErrorCode }) => void;
}

type EndAsked = Input<'customer.endTask'>['how'];

/** Whose task is at the customer's window, and in whose name it is asked about. */
interface TaskAtWindow {
  readonly taskId: string;
  readonly clerk: KnownWindow;
  readonly language: Shown['language'];
  /** Its end is shown for a moment, for the customer to read; lost is what the ledger can say nothing of any more. */
  shows: 'task' | 'end' | 'lost';
  /** What is asked of the ledger about one task goes there one by one, so that an end never overtakes an entry. */
  lastRequest: Promise<unknown>;
}

/** Of a request that threw: what is wrong with the program is the asker's to hear, and the next task can begin. */
function settled(beginning: Promise<unknown> | null): Promise<unknown> {
  return Promise.allSettled([beginning]);
}

/** How long the customer may read how it ended; the clerk who ended it need not wait. */
const readingMs = 3_000;
/** How long it stands on a display of its own, where no clerk waits for it: until the next thing begins, at most. */
const standingMs = 30_000;
/** How soon the ledger is asked again whether the time is up. */
const askAgainMs = 250;

export class PinRelay {
  readonly #options: PinRelayOptions;
  #atWindow: TaskAtWindow | null = null;
  #beginning: Promise<Reply<PinTask>> | null = null;
  #language: Shown['language'] = 'zh-CN';
  #timer: NodeJS.Timeout | undefined;
  /** Counts what was passed on: an answer that was under way meanwhile is older than that. */
  #news = 0;
  /** Ended by the ledger's own death: recorded when it is back. */
  #unrecorded: TaskAtWindow | null = null;

  constructor(options: PinRelayOptions) {
    this.#options = options;
  }

  /** What the customer's window has to show, as the ledger says now. */
  async shown(): Promise<Shown> {
    const task = this.#atWindow;
    if (task === null) return { task: null, language: this.#language };
    const reply = await this.#asItStands(task);
    if (task !== this.#atWindow) return this.shown();
    if (!reply.ok) this.#lose(task);
    return { task: reply.ok ? reply.value : whatIsLeftOf(task), language: this.#language };
  }

  /** What the window shows besides a task has changed. */
  async drawAsItStands(): Promise<void> {
    const news = this.#news;
    const shown = await this.shown();
    if (news === this.#news) this.#options.customer.draw(shown);
  }

  /** What the ledger tells of a task goes on to both windows. */
  hear(view: PinTask): void {
    const task = this.#atWindow;
    if (task?.taskId !== view.taskId || task.shows !== 'task') return;
    this.#tellClerk(task, view);
    this.#draw(task, view);
  }

  /** Answers once the customer's window shows the first step; a window that cannot be shown is an end of its own. */
  async begin({ language, ...input }: Input<'customer.ask'>, clerk: KnownWindow): Promise<Reply<PinTask>> {
    const begun = await this.#beginNext(input, clerk);
    if (!begun.ok) return begun;
    return this.#present({
      taskId: begun.value.taskId,
      clerk,
      language,
      shows: 'task',
      lastRequest: Promise.resolve(),
    });
  }

  /** Whether another one is open is the ledger's to say; one after another, so that an end never overtakes a beginning. */
  #beginNext(input: Input<'customer.beginTask'>, clerk: KnownWindow): Promise<Reply<PinTask>> {
    const beginning = settled(this.#beginning).then(() => this.#options.ask('customer.beginTask', input, clerk));
    this.#beginning = beginning;
    return beginning;
  }

  /** The clerk ends it: the customer walked away. */
  async abandon({ taskId }: Input<'customer.abandon'>, clerk: KnownWindow): Promise<Reply<Output<'customer.abandon'>>> {
    const task = this.#running;
    if (task?.taskId !== taskId || task.clerk.webContentsId !== clerk.webContentsId) return refused('PIN_TASK_ENDED');
    await this.#end(task, 'abandoned');
    return accepted({});
  }

  async typing(typing: Input<'customer.typing'>): Promise<Reply<Output<'customer.typing'>>> {
    const task = this.#running;
    if (task?.taskId !== typing.taskId) return refused('PIN_TASK_ENDED');
    this.#options.tellClerk(task.clerk, 'customer.typing', typing);
    return accepted({});
  }

  /** The digits go on to the ledger, sealed, in the name of the clerk who asked for them. */
  async enter(typed: Input<'customer.enterPin'>): Promise<Reply<PinTask>> {
    try {
      return await this.#take(typed.taskId, ({ clerk }) => giveSealed(this.#options.ask, typed, clerk));
    } finally {
      typed.pin.fill(0);
    }
  }

  /** The customer has read the report and says yes. */
  async acknowledge({ taskId }: Input<'customer.acknowledge'>): Promise<Reply<PinTask>> {
    return this.#take(taskId, ({ clerk }) => this.#options.ask('customer.takeAcknowledgement', { taskId }, clerk));
  }

  /** The customer needs longer for what is asked; how often, the ledger says. */
  async moreTime({ taskId }: Input<'customer.moreTime'>): Promise<Reply<PinTask>> {
    return this.#take(taskId, ({ clerk }) => this.#options.ask('customer.giveTime', { taskId }, clerk));
  }

  /** The customer cancels; after the end, has read enough. */
  async cancel({ taskId }: Input<'customer.cancel'>): Promise<Reply<Output<'customer.cancel'>>> {
    const task = this.#atWindow;
    if (task?.taskId !== taskId) return refused('PIN_TASK_ENDED');
    if (task.shows === 'task') await this.#end(task, 'cancelled');
    else this.#dismiss(task);
    return accepted({});
  }

  /** The clerk locks, signs out or finishes the visit: without a clerk the customer is asked nothing. */
  async clerkLeaves(clerk: KnownWindow): Promise<void> {
    await settled(this.#beginning);
    const task = this.#running;
    if (task?.clerk.webContentsId === clerk.webContentsId) await this.#end(task, 'abandoned');
    // An end that still stands is nothing for the next customer to see.
    else if (this.#atWindow?.clerk.webContentsId === clerk.webContentsId) this.#dismiss(this.#atWindow);
  }

  /** The customer's window, or the clerk's, has gone, or the program is about to. */
  async interrupt(): Promise<void> {
    const task = this.#atWindow;
    if (task === null) return;
    await this.#end(task, 'interrupted');
    this.#dismiss(task);
  }

  /** The ledger holds the task, so its death ends it: both windows are clean before it is back and says what was done. */
  ledgerAway(): void {
    const task = this.#running;
    if (task === null) return;
    this.#unrecorded = task;
    this.#lose(task, 'lost');
  }

  async ledgerBack(): Promise<void> {
    const task = this.#unrecorded;
    this.#unrecorded = null;
    if (task === null) return;
    const reply = await this.#askEnd(task, 'interrupted');
    if (!reply.ok && isUnanswered(reply.error.code)) this.#unrecorded = task;
    else this.#tellClerk(task, reply.ok ? reply.value : { taskId: task.taskId, ended: 'unknown' });
  }

  get #running(): TaskAtWindow | null {
    return this.#atWindow?.shows === 'task' ? this.#atWindow : null;
  }

  async #present(task: TaskAtWindow): Promise<Reply<PinTask>> {
    clearTimeout(this.#timer);
    this.#news += 1;
    this.#atWindow = task;
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
    const reply = await this.#asItStands(task);
    if (reply.ok && this.#running === task) this.#draw(task, reply.value);
    return reply;
  }

  /** The ledger's word on it: asked again where news came meanwhile, so that nothing older is drawn over that. */
  async #asItStands(task: TaskAtWindow): Promise<Reply<PinTask>> {
    const news = this.#news;
    const reply = await this.#options.ask('customer.task', { taskId: task.taskId }, task.clerk);
    return reply.ok && news !== this.#news ? this.#asItStands(task) : reply;
  }

  #draw(task: TaskAtWindow, view: PinTask | LostTask): void {
    this.#news += 1;
    this.#options.customer.draw({ task: view, language: this.#language });
    if (view.ended === null) this.#waitFor(task, view.until);
    else this.#keepEndShown(task, view.ended);
  }

  /** The ledger refuses what comes too late by itself; this asks it to end what does not come at all. */
  #waitFor(task: TaskAtWindow, until: number, soonestMs = 0): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#timeOut(task), Math.max(soonestMs, until - Date.now()));
  }

  /** Whether the time is up is the ledger's to say: an entry that was under way may have won more. */
  async #timeOut(task: TaskAtWindow): Promise<void> {
    const reply = await this.#end(task, 'timed-out');
    if (!reply?.ok || reply.value.ended !== null || this.#running !== task) return;
    this.#waitFor(task, reply.value.until, askAgainMs);
  }

  #keepEndShown(task: TaskAtWindow, ended: PinEnd): void {
    clearTimeout(this.#timer);
    if (task.shows === 'task') task.shows = 'end';
    this.#options.note('customer task ended', { ended });
    if (ended === 'abandoned') this.#dismiss(task);
    else this.#timer = setTimeout(() => this.#wasRead(task), readingMs);
  }

  /** The clerk goes on; what does not cover their window stays to be read. */
  #wasRead(task: TaskAtWindow): void {
    if (this.#options.customer.covers()) {
      this.#dismiss(task);
      return;
    }
    this.#options.customer.handBack();
    this.#timer = setTimeout(() => this.#clear(task), standingMs - readingMs);
  }

  #dismiss(task: TaskAtWindow): void {
    if (this.#clear(task)) this.#options.customer.handBack();
  }

  /** The keyboard stays where it is. False when something else is shown. */
  #clear(task: TaskAtWindow): boolean {
    if (this.#atWindow !== task) return false;
    clearTimeout(this.#timer);
    this.#news += 1;
    this.#atWindow = null;
    this.#options.customer.draw({ task: null, language: this.#language });
    return true;
  }

  /** Neither window waits any longer for a task that the ledger says nothing of. */
  #lose(task: TaskAtWindow, told: (LostTask | UnclearTask)['ended'] = 'interrupted'): void {
    if (this.#running !== task) return;
    const { taskId } = task;
    task.shows = 'lost';
    this.#tellClerk(task, { taskId, ended: told } as LostTask | UnclearTask);
    this.#draw(task, { taskId, ended: 'interrupted' });
  }

  #tellClerk({ clerk }: TaskAtWindow, task: WindowEvents['customer.progress']['task']): void {
    this.#options.tellClerk(clerk, 'customer.progress', { task });
  }

  async #end(task: TaskAtWindow, how: EndAsked): Promise<Reply<PinTask> | null> {
    return oneAtATime(task, () => this.#endNow(task, how));
  }

  /** How it ended both windows hear from the ledger; without its word it is lost to them. Null where it is over. */
  async #endNow(task: TaskAtWindow, how: EndAsked): Promise<Reply<PinTask> | null> {
    if (this.#running !== task) return null;
    let reply: Reply<PinTask> | null = null;
    try {
      reply = await this.#askEnd(task, how);
    } finally {
      if (!reply?.ok) this.#lose(task);
    }
    return reply;
  }

  async #take(taskId: string, asked: (task: TaskAtWindow) => Promise<Reply<PinTask>>): Promise<Reply<PinTask>> {
    const task = this.#atWindow;
    if (task?.taskId !== taskId) return refused('PIN_TASK_ENDED');
    return oneAtATime(task, async () => {
      let reply: Reply<PinTask> | null = null;
      try {
        reply = await asked(task);
      } finally {
        if (!reply?.ok) await this.#giveUp(task, reply?.error.code);
      }
      return reply;
    });
  }

  /** An entry the ledger does not take leaves nothing to go on with: it came too late, the session is over, or it threw. */
  async #giveUp(task: TaskAtWindow, code: ErrorCode | undefined): Promise<void> {
    if (code !== undefined) this.#options.note('an entry was refused', { code });
    await this.#endNow(task, 'interrupted');
  }

  async #askEnd({ taskId, clerk }: TaskAtWindow, how: EndAsked): Promise<Reply<PinTask>> {
    const reply = await this.#options.ask('customer.endTask', { taskId, how }, clerk);
    if (!reply.ok) this.#options.note('the end was refused', { code: reply.error.code });
    return reply;
  }
}

/** For a window that asks while its ledger cannot be asked; an end it may have shown is not told as another. */
function whatIsLeftOf({ taskId, shows }: TaskAtWindow): LostTask | null {
  return shows === 'lost' ? { taskId, ended: 'interrupted' } : null;
}

function oneAtATime<Value>(task: TaskAtWindow, work: () => Promise<Value>): Promise<Value> {
  const done = task.lastRequest.then(work);
  // The next request waits for the end of this one, also when it fails; the asker receives the failure.
  task.lastRequest = settled(done);
  return done;
}
