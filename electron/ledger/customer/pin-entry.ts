/**
 * One entry at the customer's window: taken and counted in one transaction, judged outside of any, because judging is slow
 * on purpose, and settled in another, which looks again at what it was judged by. No digit is answered, kept or recorded.
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { PinFault, PinTask } from '../../contract/loss/loss-views.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { WeakPin } from '../../contract/kernel/vocabulary.ts';
import { isSixDigits, weakPin, type Digits } from '../pin/pin-rules.ts';
import { afterPinEvent, stepAfter, taskEvent } from '../pin/pin-state-rules.ts';
import type { Settings } from '../office/setting-rules.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import { requireByAccountId, type HolderAccount } from '../account/holder-rows.ts';
import { readSettings } from '../office/office-rows.ts';
import {
  findPin,
  findTelephonePassword,
  savePin,
  saveTelephonePassword,
  type KeptSecret,
  type PinRow,
} from '../pin/pin-rows.ts';
import { renewPin } from './pin-renewal.ts';
import { deadline, MORE_TIME_AN_ENTRY, recordOf, requireRunning, storeAfterCommit } from './pin-tasks.ts';
import { taskView, type OpenPinTask } from '../pin/open-pin-tasks.ts';
import type { PinKey, SecretHash } from '../pin/pin-secrets.ts';
import type { Asked } from '../request/asked.ts';
import { refuseVisitOver } from '../request/visit/current-visit.ts';

/** Everything one entry is judged by. */
interface Entry {
  readonly scope: Asked<'customer.takeEntry'>;
  readonly task: OpenPinTask;
  readonly holder: HolderAccount;
  readonly settings: Settings;
  readonly key: PinKey;
  readonly digits: Digits;
  readonly pin: PinRow | null;
  readonly telephone: KeptSecret | null;
}

/** Writes down what was judged. */
type Settle = (writing: Writing) => Promise<PinTask>;

/** The key of this process, and where the entry is to be sealed for. */
async function entryKey({ pins, counter }: Asked<'customer.entryKey'>): Promise<Output<'customer.entryKey'>> {
  return { publicKey: await pins.entries.publicKey(), counter };
}

/**
 * Throws RefusalError PIN_TASK_ENDED when the task is over, late, or has no such step, INPUT_INVALID for what was sealed for another
 * entry, of which nothing counts.
 */
async function enterPin(
  scope: Asked<'customer.takeEntry'>,
  input: Input<'customer.takeEntry'>,
): Promise<Output<'customer.takeEntry'>> {
  const { taskId, step, sealed } = input;
  return scope.pins.oneAtATime(scope.visit.accountId, async () => {
    const digits = await scope.pins.entries.open(sealed, { taskId, step, counter: scope.counter });
    try {
      const taken = await scope.books.write((writing) => takeEntry(writing, scope, { taskId, step, digits }));
      if ('standing' in taken) return taken.standing;
      const settle = await judged(taken.entry);
      return await scope.books.write(settle);
    } finally {
      digits.fill(0);
    }
  });
}

/** A try at the PIN that is set is counted before it is judged: a process that ends meanwhile has counted it. */
async function takeEntry(
  writing: Writing,
  scope: Asked<'customer.takeEntry'>,
  { taskId, step, digits }: Pick<Input<'customer.takeEntry'>, 'taskId' | 'step'> & { readonly digits: Digits },
): Promise<{ readonly entry: Entry } | { readonly standing: PinTask }> {
  // Digits are no answer to what is only read.
  if (step === 'read') throw new RefusalError('PIN_TASK_ENDED');
  const task = await requireRunning(writing, scope, taskId, step);
  // A key that bounced: the step it was meant for is behind.
  if (task.step !== step) return { standing: taskView(task) };
  const holder = await requireByAccountId(writing, task.accountId);
  const [pin, telephone] = await keptNow(writing, task.accountId);
  const known = { scope, task, holder, telephone, digits, settings: await readSettings(writing) };
  const entry = { ...known, pin, key: await scope.pins.requireKey(writing) };
  if (step !== 'old') return { entry };
  if (pin?.state !== 'set') throw new RefusalError('PIN_TASK_ENDED');
  // The last try was counted by a process that did not live to judge it.
  if (pin.wrongTries >= entry.settings.pinTries) return { standing: await countedWrong(writing, entry, pin) };
  const seq = await appendAudit(writing, { ...recordOf(scope, task, 'pin.try'), subject: holder.accountNumber });
  const counted = { ...pin, wrongTries: pin.wrongTries + 1 };
  await savePin(writing, task.accountId, counted, seq);
  return { entry: { ...entry, pin: counted } };
}

/** Nothing is read or written here. */
async function judged(entry: Entry): Promise<Settle> {
  const { scope, task, key, digits, pin } = entry;
  if (task.step === 'old') {
    const right = pin !== null && isSixDigits(digits) && (await key.matches('card', task.accountId, digits, pin));
    return (writing) => settleOld(writing, entry, right);
  }
  if (task.step === 'new') {
    const rule = await weakness(entry);
    const firstTyped = scope.pins.tagOf(digits);
    if (rule === null) return (writing) => goOn(writing, entry, { ...task, step: 'repeat', fault: null, firstTyped });
    return (writing) =>
      goOn(
        writing,
        entry,
        noGood(entry, (triesLeft) => ({ kind: 'weak', rule, triesLeft })),
      );
  }
  if (task.firstTyped === null) throw new Error('a repetition without a first entry');
  if (!scope.pins.sameAsTyped(task.firstTyped, digits))
    return (writing) =>
      goOn(
        writing,
        entry,
        noGood(entry, (triesLeft) => ({ kind: 'different', triesLeft })),
      );
  const secret = await key.seal(task.task === 'telephone' ? 'telephone' : 'card', task.accountId, digits);
  return (writing) => setSecret(writing, entry, secret);
}

async function weakness({ task, holder, key, digits, pin, telephone }: Entry): Promise<WeakPin | null> {
  const rule = weakPin(digits, holder);
  if (rule !== null) return rule;
  const { accountId } = task;
  const isPin = pin !== null && (await key.matches('card', accountId, digits, pin));
  const isTelephone = telephone !== null && (await key.matches('telephone', accountId, digits, telephone));
  const [previous, other] = task.task === 'telephone' ? [isTelephone, isPin] : [isPin, isTelephone];
  if (previous) return 'PREVIOUS';
  return other ? 'SAME_AS_OTHER' : null;
}

/** Back to the first of the two entries; the third time the task is over and nothing was changed. */
function noGood({ task, settings }: Entry, fault: (triesLeft: number) => PinFault): OpenPinTask {
  const failures = task.failures + 1;
  const triesLeft = Math.max(0, settings.pinTries - failures);
  const ended = triesLeft === 0 ? 'tries' : null;
  return { ...task, step: 'new', failures, fault: fault(triesLeft), ended, firstTyped: null };
}

/** The next step. Throws RefusalError PIN_TASK_ENDED when the task, its visit or what is kept changed meanwhile. */
async function goOn(writing: Writing, entry: Entry, next: OpenPinTask): Promise<PinTask> {
  await refuseChanged(writing, entry);
  return inTime(writing, entry, next);
}

/** A customer who has typed has the time of one entry again. */
function inTime(writing: Writing, { scope, settings }: Entry, next: OpenPinTask): PinTask {
  const until = deadline(writing, settings);
  return storeAfterCommit(writing, scope, { ...next, until, moreTimeLeft: MORE_TIME_AN_ENTRY });
}

async function refuseChanged(writing: Writing, { scope, task, pin, telephone }: Entry): Promise<void> {
  await refuseVisitOver(writing, scope);
  const [presentPin, presentTelephone] = await keptNow(writing, task.accountId);
  const isSame = isSameSecret(pin, presentPin) && pin?.state === presentPin?.state;
  if (scope.pins.find(task.id) !== task || !isSame || !isSameSecret(telephone, presentTelephone))
    throw new RefusalError('PIN_TASK_ENDED');
}

async function keptNow(reading: Reading, accountId: number): Promise<[PinRow | null, KeptSecret | null]> {
  return [await findPin(reading, accountId), await findTelephonePassword(reading, accountId)];
}

function isSameSecret(one: SecretHash | null, other: SecretHash | null): boolean {
  if (one === null || other === null) return one === other;
  return Buffer.compare(one.hash, other.hash) === 0;
}

/**
 * What the try came to is written down even where the task has ended meanwhile: a wrong one counts and may lock, and a right
 * one clears the count. Throws RefusalError PIN_TASK_ENDED when the PIN is another or no longer set.
 */
async function settleOld(writing: Writing, entry: Entry, right: boolean): Promise<PinTask> {
  const { scope, task, holder } = entry;
  const present = await findPin(writing, task.accountId);
  if (present?.state !== 'set' || !isSameSecret(entry.pin, present)) throw new RefusalError('PIN_TASK_ENDED');
  if (!right) return countedWrong(writing, entry, present);
  const seq = await appendAudit(writing, { ...recordOf(scope, task, 'pin.prove'), subject: holder.accountNumber });
  await savePin(writing, task.accountId, { ...present, wrongTries: 0 }, seq);
  const step = stepAfter(task.task, 'old');
  if (step !== null) return stillOpen(writing, entry, { ...task, step, fault: null });
  if (scope.pins.find(task.id) === task) writing.afterCommit(() => scope.pins.proven(task.visitId, writing.at));
  return stillOpen(writing, entry, { ...task, fault: null, ended: 'done' });
}

/** Three wrong tries lock it; a lock is lifted by a reset (docs/rules.md 4). */
async function countedWrong(writing: Writing, entry: Entry, pin: PinRow): Promise<PinTask> {
  const { scope, task, holder, settings } = entry;
  const triesLeft = Math.max(0, settings.pinTries - pin.wrongTries);
  const state = afterPinEvent('set', triesLeft === 0 ? 'lastTryWrong' : 'proveWrong') === 'locked' ? 'locked' : 'set';
  const record = recordOf(scope, task, state === 'locked' ? 'pin.lock' : 'pin.wrong');
  const counted = { subject: holder.accountNumber, outcome: 'PIN_WRONG', details: { triesLeft } };
  const seq = await appendAudit(writing, { ...record, ...counted });
  await savePin(writing, task.accountId, { ...pin, state }, seq);
  const ended = state === 'locked' ? 'locked' : null;
  return stillOpen(writing, entry, { ...task, fault: { kind: 'wrong', triesLeft }, ended });
}

/** A task that ended while its entry was judged stays as it ended. */
function stillOpen(writing: Writing, entry: Entry, next: OpenPinTask): PinTask {
  const { scope, task } = entry;
  const present = scope.pins.find(task.id);
  if (present === task) return inTime(writing, entry, next);
  if (present === null) throw new RefusalError('PIN_TASK_ENDED');
  return taskView(present);
}

async function setSecret(writing: Writing, entry: Entry, secret: SecretHash): Promise<PinTask> {
  const { scope, task, holder, pin } = entry;
  if (task.task === 'acknowledge' || task.task === 'contact')
    throw new Error('a PIN out of a task in which none is typed');
  await refuseChanged(writing, entry);
  const record = { ...recordOf(scope, task, `pin.${task.task}`), subject: holder.accountNumber };
  const done = { ...task, fault: null, ended: 'done', firstTyped: null } as const;
  if (task.task === 'telephone') {
    const seq = await appendAudit(writing, record);
    await saveTelephonePassword(writing, task.accountId, { ...secret, wrongTries: 0 }, seq);
    return inTime(writing, entry, done);
  }
  const state = afterPinEvent(pin?.state ?? 'none', taskEvent(task.task));
  if (state !== 'set') throw new RefusalError('PIN_TASK_ENDED');
  const second = task.lossNumber === null ? null : await renewPin(writing, scope, task.lossNumber);
  const seq = await appendAudit(writing, { ...record, second });
  await savePin(writing, task.accountId, { ...secret, wrongTries: 0, state }, seq);
  return inTime(writing, entry, done);
}

export const pinEntryHandlers = {
  'customer.entryKey': entryKey,
  'customer.takeEntry': enterPin,
};
