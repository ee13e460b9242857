/**
 * What the customer types or acknowledges, step by step, and what becomes of it (docs/rules.md 4). No digit is
 * answered, kept or recorded.
 */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { PinFault, PinTask } from '../../contract/loss/loss-views.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { WeakPin } from '../../contract/kernel/vocabulary.ts';
import { maskCard } from '../numbers/masking.ts';
import { isSixDigits, weakPin, type Digits } from '../pin/pin-rules.ts';
import { afterPinEvent, stepAfter, TASK_STEPS, taskEvent, taskFits, type PinStep } from '../pin/pin-state-rules.ts';
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
  type PinRow,
  pinStateOf,
} from '../pin/pin-rows.ts';
import type { AskedOfSecond } from '../second-person/asked-of-second.ts';
import { renewalAsked } from '../loss/loss-asked.ts';
import { lossToRead } from '../loss/loss-view.ts';
import { authoriseRenewal, renewPassword } from './password-renewal.ts';
import { guessing } from '../request/clerk/counted-guess.ts';
import type { OpenPinTask } from '../pin/pin-desk.ts';
import type { PinKey, SecretPurpose } from '../pin/pin-secrets.ts';
import { requireSession, type Scope } from '../request/scope.ts';
import { refuseClosedAccount } from '../account/account-closing-rows.ts';
import { proveSecond } from '../second-person/second-person.ts';
import { refuseAgent, useVisit } from '../request/visit/current-visit.ts';

const MILLISECONDS_A_SECOND = 1_000;

/**
 * Begins a task. Throws RefusalError AGENT_MAY_NOT, PIN_TASK_OPEN, PIN_STATE where the password's state does not allow
 * it, PIN_RESET_WAITS or what the second person lacks for a reset, LOSS_UNKNOWN or LOSS_STATE for a report to
 * acknowledge that is not the holder's or has ended, PIN_KEY_MISSING.
 */
export async function beginPinTask(
  scope: Scope,
  input: Input<'customer.beginTask'>,
): Promise<Output<'customer.beginTask'>> {
  const session = requireSession(scope);
  const proof = await proveSecond(scope, input.second);
  return guessing(scope, async (writing) => {
    const visit = await useVisit(writing, scope, input.visitId);
    await refuseAgent(writing, visit);
    await refuseClosedAccount(writing, visit.accountId);
    if (scope.pins.openOf(session.hash, writing.at) !== null) throw new RefusalError('PIN_TASK_OPEN');
    const holder = await requireByAccountId(writing, visit.accountId);
    const state = await pinStateOf(writing, holder.accountId);
    if (!taskFits(input.task, state)) throw new RefusalError('PIN_STATE', { state: `pin-${state}` });
    const { task: kind, lossNumber = '' } = input;
    const loss = kind === 'acknowledge' ? await lossToRead(writing, holder.accountId, lossNumber) : null;
    if (loss === null) await scope.pins.requireKey(writing);
    const asked = (): Promise<AskedOfSecond> => renewalAsked(writing, scope, input);
    const renewing = kind === 'reset' ? await authoriseRenewal(writing, scope, holder, visit.id, proof, asked) : null;
    const task: OpenPinTask = {
      id: randomUUID(),
      task: kind,
      sessionHash: session.hash,
      visitId: visit.id,
      accountId: holder.accountId,
      cardMasked: maskCard(holder.card),
      lossNumber: loss === null ? renewing : lossNumber,
      loss,
      step: TASK_STEPS[kind][0] ?? 'new',
      failures: 0,
      fault: null,
      ended: null,
      until: deadline(writing, await readSettings(writing)),
      firstTyped: null,
    };
    await appendAudit(writing, { ...recordOf(scope, task), verb: 'customer.beginTask', details: { task: kind } });
    return kept(writing, scope, task);
  });
}

/** What the customer's task has come to, as memory keeps it from the commit on. */
function kept(writing: Writing, scope: Scope, task: OpenPinTask): PinTask {
  writing.afterCommit(() => scope.pins.keep(task));
  return taskView(task);
}

function deadline({ at }: Reading, { pinEntrySeconds }: Settings): Instant {
  return (at + pinEntrySeconds * MILLISECONDS_A_SECOND) as Instant;
}

function recordOf(scope: Scope, { visitId, lossNumber }: OpenPinTask) {
  return { actor: scope.actor, visitId, subject: lossNumber, outcome: 'done' };
}

function taskView(task: OpenPinTask): PinTask {
  const { id, cardMasked, step, ended, fault, until, lossNumber, loss } = task;
  return { taskId: id, task: task.task, step, ended, fault, cardMasked, until, lossNumber, loss };
}

/** Everything one entry is judged by. */
interface Entry {
  readonly scope: Scope;
  readonly writing: Writing;
  readonly task: OpenPinTask;
  readonly holder: HolderAccount;
  readonly settings: Settings;
  readonly key: PinKey;
  readonly digits: Digits;
}

/** The task of this session that asks for just that. Throws RefusalError PIN_TASK_ENDED. */
async function requireRunning(writing: Writing, scope: Scope, taskId: string, step: PinStep): Promise<OpenPinTask> {
  const session = requireSession(scope);
  const task = scope.pins.find(taskId);
  const over = task === null || task.ended !== null || writing.at >= task.until || task.step !== step;
  if (over || task.sessionHash !== session.hash) throw new RefusalError('PIN_TASK_ENDED');
  await useVisit(writing, scope, task.visitId);
  return task;
}

/** One entry. Throws RefusalError PIN_TASK_ENDED when the task is over, late, or asks for something else by now. */
export async function enterPin(
  scope: Scope,
  input: Input<'customer.takeEntry'>,
): Promise<Output<'customer.takeEntry'>> {
  try {
    return await scope.books.write(async (writing) => {
      const task = await requireRunning(writing, scope, input.taskId, input.step);
      const holder = await requireByAccountId(writing, task.accountId);
      const settings = await readSettings(writing);
      const key = await scope.pins.requireKey(writing);
      const next = await judged({ scope, writing, task, holder, settings, key, digits: input.pin });
      return kept(writing, scope, { ...next, until: deadline(writing, settings) });
    });
  } finally {
    input.pin.fill(0);
  }
}

async function judged(entry: Entry): Promise<OpenPinTask> {
  const { step } = entry.task;
  // Digits are no answer to what is only read.
  if (step === 'read') throw new RefusalError('PIN_TASK_ENDED');
  if (step === 'old') return judgeOld(entry);
  return step === 'new' ? judgeNew(entry) : judgeRepeat(entry);
}

async function judgeOld(entry: Entry): Promise<OpenPinTask> {
  const { scope, writing, task, holder, key, digits } = entry;
  const pin = await findPin(writing, task.accountId);
  if (pin?.state !== 'set') throw new RefusalError('PIN_TASK_ENDED');
  const right = isSixDigits(digits) && (await key.matches('card', task.accountId, digits, pin));
  if (!right) return countWrong(entry, pin);
  const next = stepAfter(task.task, 'old');
  const record = { ...recordOf(scope, task), subject: holder.accountNumber };
  const seq = await appendAudit(writing, { ...record, verb: 'pin.prove' });
  if (pin.wrongTries > 0) await savePin(writing, task.accountId, { ...pin, wrongTries: 0 }, seq);
  if (next !== null) return { ...task, step: next, fault: null };
  writing.afterCommit(() => scope.pins.proven(task.visitId, writing.at));
  return { ...task, fault: null, ended: 'done' };
}

/** Three wrong tries lock it; a lock is lifted by a reset (docs/rules.md 4). */
async function countWrong({ scope, writing, task, holder, settings }: Entry, pin: PinRow): Promise<OpenPinTask> {
  const wrongTries = pin.wrongTries + 1;
  const triesLeft = Math.max(0, settings.pinTries - wrongTries);
  const state = afterPinEvent('set', triesLeft === 0 ? 'lastTryWrong' : 'proveWrong') === 'locked' ? 'locked' : 'set';
  const record = { ...recordOf(scope, task), subject: holder.accountNumber, outcome: 'PIN_WRONG' };
  const verb = state === 'locked' ? 'pin.lock' : 'pin.wrong';
  const seq = await appendAudit(writing, { ...record, verb, details: { triesLeft } });
  await savePin(writing, task.accountId, { ...pin, state, wrongTries }, seq);
  return { ...task, fault: { kind: 'wrong', triesLeft }, ended: state === 'locked' ? 'locked' : null };
}

async function judgeNew(entry: Entry): Promise<OpenPinTask> {
  const { scope, task, digits } = entry;
  const rule = await weakness(entry);
  if (rule !== null) return noGood(entry, (triesLeft) => ({ kind: 'weak', rule, triesLeft }));
  return { ...task, step: 'repeat', fault: null, firstTyped: scope.pins.tagOf(digits) };
}

async function weakness({ writing, task, holder, key, digits }: Entry): Promise<WeakPin | null> {
  const rule = weakPin(digits, holder);
  if (rule !== null) return rule;
  const { accountId } = task;
  const [pin, telephone] = [await findPin(writing, accountId), await findTelephonePassword(writing, accountId)];
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

async function judgeRepeat(entry: Entry): Promise<OpenPinTask> {
  const { scope, task, digits } = entry;
  if (task.firstTyped === null) throw new Error('a repetition without a first entry');
  if (!scope.pins.sameAsTyped(task.firstTyped, digits))
    return noGood(entry, (triesLeft) => ({ kind: 'different', triesLeft }));
  await setSecret(entry);
  return { ...task, fault: null, ended: 'done', firstTyped: null };
}

async function setSecret(entry: Entry): Promise<void> {
  const { scope, writing, task, holder, key, digits } = entry;
  if (task.task === 'acknowledge') throw new Error('a password out of a task in which none is typed');
  const purpose: SecretPurpose = task.task === 'telephone' ? 'telephone' : 'card';
  const secret = { ...(await key.seal(purpose, task.accountId, digits)), wrongTries: 0 };
  const record = { ...recordOf(scope, task), subject: holder.accountNumber, verb: `pin.${task.task}` };
  if (task.task === 'telephone') {
    return saveTelephonePassword(writing, task.accountId, secret, await appendAudit(writing, record));
  }
  const state = afterPinEvent(await pinStateOf(writing, task.accountId), taskEvent(task.task));
  if (state !== 'set') throw new RefusalError('PIN_TASK_ENDED');
  const second = task.lossNumber === null ? null : await renewPassword(writing, scope, task.lossNumber);
  const seq = await appendAudit(writing, { ...record, second });
  await savePin(writing, task.accountId, { ...secret, state }, seq);
}

/** The holder has read the report and says that it is as they reported it: on record, and nothing else changes. */
export async function acknowledgeLoss(
  scope: Scope,
  input: Input<'customer.takeAcknowledgement'>,
): Promise<Output<'customer.takeAcknowledgement'>> {
  return scope.books.write(async (writing) => {
    const task = await requireRunning(writing, scope, input.taskId, 'read');
    await appendAudit(writing, { ...recordOf(scope, task), verb: 'loss.acknowledge' });
    return kept(writing, scope, { ...task, ended: 'done' });
  });
}

/** Ends a task from outside; one that has ended stays as it ended. Throws RefusalError PIN_TASK_ENDED if unknown. */
export async function endPinTask(scope: Scope, input: Input<'customer.endTask'>): Promise<Output<'customer.endTask'>> {
  const session = requireSession(scope);
  return scope.books.write(async (writing) => {
    const task = scope.pins.find(input.taskId);
    if (task === null || task.sessionHash !== session.hash) throw new RefusalError('PIN_TASK_ENDED');
    if (task.ended !== null) return taskView(task);
    const ended: OpenPinTask = { ...task, ended: input.how, fault: null, firstTyped: null };
    await appendAudit(writing, { ...recordOf(scope, task), verb: 'customer.endTask', details: { how: input.how } });
    return kept(writing, scope, ended);
  });
}
