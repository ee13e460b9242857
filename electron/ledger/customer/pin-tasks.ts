/**
 * What the customer types or acknowledges, step by step, and what becomes of it (docs/rules.md 4). No digit is
 * answered, kept or recorded.
 */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { PinEnd, PinTask } from '../../contract/loss/loss-views.ts';
import type { Input, LedgerVerb, Output } from '../../contract/verbs.ts';
import { maskCard, maskName } from '../numbers/masking.ts';
import { TASK_STEPS, taskFits, type PinStep } from '../pin/pin-state-rules.ts';
import type { Settings } from '../office/setting-rules.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import { requireByAccountId } from '../account/holder-rows.ts';
import { readSettings } from '../office/office-rows.ts';
import { pinStateOf } from '../pin/pin-rows.ts';
import type { AskedOfSecond } from '../request/second-of-command.ts';
import { renewalAsked } from '../loss/loss-asked.ts';
import { lossToRead } from '../loss/loss-view.ts';
import { changeToConfirmed, contactToConfirm } from './contact-confirmed.ts';
import { authoriseRenewal } from './pin-renewal.ts';
import { writeCountingGuesses } from '../request/clerk/counted-guess.ts';
import { taskView, type OpenPinTask } from '../pin/open-pin-tasks.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone, type RecordName } from '../request/record.ts';
import type { Scope } from '../request/scope.ts';
import { refuseClosedAccount } from '../account/account-closing-rows.ts';
import { inVisit, useVisit } from '../request/visit/current-visit.ts';

const MILLISECONDS_A_SECOND = 1_000;

/**
 * How often one entry is given its whole time again. Three times 60 seconds suffice the slow, and end before the five minutes
 * after which an idle clerk's window locks: whoever has walked away does not hold the counter.
 */
export const MORE_TIME_AN_ENTRY = 2;

/**
 * Begins a task. Throws RefusalError AGENT_MAY_NOT, PIN_TASK_OPEN, PIN_STATE where the PIN's state does not allow
 * it, PIN_RESET_WAITS or what the second person lacks for a reset, LOSS_UNKNOWN or LOSS_STATE for a report to
 * acknowledge that is not the holder's or has ended, PHONE_INVALID or HOLDER_UNCHANGED for a contact to confirm, PIN_KEY_MISSING.
 */
async function beginPinTask(
  asked: Asked<'customer.beginTask'>,
  input: Input<'customer.beginTask'>,
): Promise<Output<'customer.beginTask'>> {
  const { session, visit, pins } = asked;
  const begin = async (writing: Writing): Promise<PinTask> => {
    await refuseClosedAccount(writing, visit.accountId);
    if (pins.openOf(visit.id, writing.at) !== null) throw new RefusalError('PIN_TASK_OPEN');
    const holder = await requireByAccountId(writing, visit.accountId);
    const state = await pinStateOf(writing, holder.accountId);
    if (!taskFits(input.task, state)) throw new RefusalError('PIN_STATE', { state: `pin-${state}` });
    const { task: kind, lossNumber = '' } = input;
    const loss = kind === 'acknowledge' ? await lossToRead(writing, holder.accountId, lossNumber) : null;
    const contact = kind === 'contact' ? contactToConfirm(holder, input.contact) : null;
    if (loss === null && contact === null) await pins.requireKey(writing);
    const matter = (): Promise<AskedOfSecond> => renewalAsked(writing, asked, visit, input);
    const renewing = kind === 'reset' ? await authoriseRenewal(writing, asked, holder, matter) : asked.second.spare();
    const task: OpenPinTask = {
      id: randomUUID(),
      task: kind,
      sessionHash: session.hash,
      counter: asked.counter,
      visitId: visit.id,
      accountId: holder.accountId,
      holderNameMasked: maskName(holder.name),
      cardMasked: maskCard(holder.card),
      lossNumber: loss === null ? renewing : lossNumber,
      loss,
      contact,
      step: TASK_STEPS[kind][0] ?? 'new',
      failures: 0,
      fault: null,
      ended: null,
      until: deadline(writing, await readSettings(writing)),
      moreTimeLeft: MORE_TIME_AN_ENTRY,
      firstTyped: null,
    };
    await recordDone(writing, asked, { subject: task.lossNumber, details: { task: kind } });
    return storeAfterCommit(writing, asked, task);
  };
  return writeCountingGuesses(asked, inVisit(asked, begin));
}

/** What the customer's task has come to, as memory keeps it from the commit on. */
export function storeAfterCommit(writing: Writing, scope: Scope, task: OpenPinTask): PinTask {
  writing.afterCommit(() => scope.pins.keep(task, writing.at));
  return taskView(task);
}

export function deadline({ at }: Reading, { pinEntrySeconds }: Settings): Instant {
  return (at + pinEntrySeconds * MILLISECONDS_A_SECOND) as Instant;
}

export function recordOf<V extends LedgerVerb>(
  scope: Scope & { readonly verb: V },
  { visitId, lossNumber }: OpenPinTask,
  verb: RecordName<V>,
) {
  return { actor: scope.actor, visitId, subject: lossNumber, verb, outcome: 'done' };
}

/** As it stands, ended or not. Throws RefusalError PIN_TASK_ENDED where this session has none of that name. */
async function taskAsItStands(
  { pins, session }: Asked<'customer.task'>,
  { taskId }: Input<'customer.task'>,
): Promise<Output<'customer.task'>> {
  return taskView(requireOwn(pins.find(taskId), session.hash));
}

function requireOwn(task: OpenPinTask | null, sessionHash: string): OpenPinTask {
  if (task?.sessionHash !== sessionHash) throw new RefusalError('PIN_TASK_ENDED');
  return task;
}

/**
 * The task of this session, proven before, still runs and has such a step, where one is named. Throws RefusalError
 * PIN_TASK_ENDED.
 */
export async function requireRunning(
  writing: Writing,
  scope: Asked<'customer.takeEntry' | 'customer.takeAcknowledgement' | 'customer.giveTime'>,
  taskId: string,
  step: PinStep | null,
): Promise<OpenPinTask> {
  const { session } = scope;
  const task = requireOwn(scope.pins.find(taskId), session.hash);
  const over = task.ended !== null || writing.at >= task.until;
  if (over || (step !== null && !TASK_STEPS[task.task].includes(step))) throw new RefusalError('PIN_TASK_ENDED');
  await useVisit(writing, scope, scope.visit.id);
  return task;
}

/**
 * The holder has read what they were shown and says that it is right: a report is on record as theirs and nothing else changes;
 * a new phone and address stand from now on.
 */
async function acknowledgeLoss(
  scope: Asked<'customer.takeAcknowledgement'>,
  input: Input<'customer.takeAcknowledgement'>,
): Promise<Output<'customer.takeAcknowledgement'>> {
  return scope.books.write(async (writing) => {
    const task = await requireRunning(writing, scope, input.taskId, 'read');
    const { contact } = task;
    if (contact === null) await appendAudit(writing, recordOf(scope, task, 'loss.acknowledge'));
    else await changeToConfirmed(writing, { ...task, contact }, recordOf(scope, task, 'holder.contact'));
    return storeAfterCommit(writing, scope, { ...task, ended: 'done' });
  });
}

/**
 * Ends a task from outside; one that has ended stays as it ended, and one whose time is not up has not timed out. Throws
 * RefusalError PIN_TASK_ENDED if unknown.
 */
async function endPinTask(
  scope: Asked<'customer.endTask'>,
  input: Input<'customer.endTask'>,
): Promise<Output<'customer.endTask'>> {
  const { session } = scope;
  return scope.books.write(async (writing) => {
    const task = requireOwn(scope.pins.find(input.taskId), session.hash);
    const isLate = writing.at >= task.until;
    if (task.ended !== null || (input.how === 'timed-out' && !isLate)) return taskView(task);
    // What came too late to be taken has timed out before it was interrupted.
    const how = input.how === 'interrupted' && isLate ? 'timed-out' : input.how;
    await appendAudit(writing, { ...recordOf(scope, task, recordOfEnd(task, how)), details: { how } });
    return storeAfterCommit(writing, scope, { ...task, ended: how, fault: null, firstTyped: null });
  });
}

/** Cancelling what was to be acknowledged says that it is not right. */
function recordOfEnd({ task }: OpenPinTask, how: PinEnd) {
  if (how !== 'cancelled' || (task !== 'acknowledge' && task !== 'contact')) return 'customer.endTask';
  return task === 'contact' ? 'holder.decline' : 'loss.decline';
}

export const pinTasksHandlers = {
  'customer.beginTask': beginPinTask,
  'customer.task': taskAsItStands,
  'customer.takeAcknowledgement': acknowledgeLoss,
  'customer.endTask': endPinTask,
};
