/** The customer's side of the fake program: what it shows there, and how a typed PIN goes on. */
import type { CustomerEvent } from '../../../electron/contract/bridge.ts';
import type { LossView, PinFault, PinTask } from '../../../electron/contract/loss/loss-views.ts';
import type { CustomerScreen } from '../../../electron/contract/customer/customer-verbs.ts';
import type { CustomerVerb, Input } from '../../../electron/contract/verbs.ts';
import type { Language } from '../../../electron/contract/kernel/vocabulary.ts';
import { stepsOf } from '../../teller/customer-entry/customer-entry.ts';
import { office } from './fake-office.ts';
import { at, refusedWith, ok } from './fake-state.ts';
import { fakeWire, type Answers, type FakeWire } from './fake-wire.ts';

export interface FakeCustomerOptions {
  /** Absent when nobody is asked for anything; made as the window opens, for its time runs from then on. */
  readonly task?: () => PinTask;
  readonly officeName?: string;
  readonly bankName?: string;
  /** What the clerk does in the visit that goes on. */
  readonly doing?: NonNullable<CustomerScreen['visit']>['doing'];
  readonly largeType?: boolean;
  /** Instead of the fake program's own answers. */
  readonly answers?: Partial<Answers<CustomerVerb>>;
}

export interface FakeCustomerBridge extends FakeWire<CustomerVerb, CustomerEvent> {
  /** Shows what the program asks now. */
  show(task: PinTask | null): void;
  /** What becomes of the next entries, in order; every one after them is right. */
  judgeNext(...verdicts: readonly Partial<PinTask>[]): void;
}

/** @param language the clerk's, in which the customer is asked. */
export function fakeCustomerBridge(language: Language, options: FakeCustomerOptions = {}): FakeCustomerBridge {
  const { officeName = office.name, bankName = '', doing, largeType = false } = options;
  let choice: Input<'customer.choose'> = { language, largeType };
  let task = options.task?.() ?? null;
  const verdicts: Partial<PinTask>[] = [];
  const screen = (): CustomerScreen => ({
    officeName,
    bankName,
    timeZone: officeName === '' ? null : office.timeZone,
    ...choice,
    visit: doing === undefined ? null : { holderNameMasked: '张*', doing },
    task,
    takeover: false,
  });
  function show(next: PinTask | null): void {
    task = next;
    wire.emit('customer.screen', screen());
  }
  function goOn(next: PinTask | null) {
    if (!next) return refusedWith('PIN_TASK_ENDED');
    show(next);
    return ok(next);
  }
  const wire: FakeWire<CustomerVerb, CustomerEvent> = fakeWire<CustomerVerb, CustomerEvent>({
    'customer.screen': () => ok(screen()),
    'customer.choose': (chosen) => {
      choice = chosen;
      show(task);
      return ok({});
    },
    'customer.typing': () => ok({}),
    'customer.enterPin': () => goOn(task && judged(task, verdicts.shift())),
    'customer.acknowledge': () => goOn(task && { ...task, ended: 'done' }),
    'customer.moreTime': () => goOn(task && withMoreTime(task)),
    'customer.cancel': () => {
      show(task && task.ended === null ? { ...task, ended: 'cancelled' } : null);
      return ok({});
    },
    ...options.answers,
  });
  return { ...wire, show, judgeNext: (...next) => void verdicts.push(...next) };
}

function judged(task: PinTask, verdict: Partial<PinTask> | undefined): PinTask {
  return verdict ? { ...task, fault: null, ...verdict } : entered(task);
}

/** The ledger decides it so. */
function withMoreTime(task: PinTask): PinTask {
  const { moreTimeLeft } = task;
  return moreTimeLeft === 0 ? task : { ...task, until: at(Date.now() + entryMs), moreTimeLeft: moreTimeLeft - 1 };
}

/** The next step, or the end after the last. */
function entered(task: PinTask): PinTask {
  const steps = stepsOf[task.task];
  const next = steps[steps.indexOf(task.step) + 1];
  return next ? { ...task, step: next, fault: null } : { ...task, ended: 'done', fault: null };
}

const entryMs = 60_000;

interface Asking {
  readonly fault?: PinFault;
  readonly ended?: NonNullable<PinTask['ended']>;
  readonly loss?: LossView;
  readonly contact?: PinTask['contact'];
  readonly leftMs?: number;
  readonly moreTimeLeft?: number;
}

/** What the customer is asked for, from the given step on. */
export function askedFor(task: PinTask['task'], step: PinTask['step'], asking: Asking = {}): () => PinTask {
  const { fault = null, ended = null, loss = null, contact = null, leftMs = entryMs, moreTimeLeft = 2 } = asking;
  return () => ({
    taskId: 'k1',
    task,
    step,
    ended,
    fault,
    holderNameMasked: '张*',
    cardMasked: '621330******0011',
    until: at(Date.now() + leftMs),
    moreTimeLeft,
    lossNumber: loss?.number ?? null,
    loss,
    contact,
  });
}
