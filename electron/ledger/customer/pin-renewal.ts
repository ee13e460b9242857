/**
 * A void PIN and the new one that ends its report: when it may be set, and on whose word (docs/rules.md 3 and 5).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { afterRenewal } from '../loss/loss-state-rules.ts';
import type { Writing } from '../books/books.ts';
import type { HolderAccount } from '../account/holder-rows.ts';
import { changeLossReport, findOpenPinLoss } from '../loss/loss-rows.ts';
import { officeNow, officeToday } from '../office/office-rows.ts';
import type { AskedOfSecond } from '../request/second-of-command.ts';
import { lapseOverdue } from '../loss/clocks/loss-lapses.ts';
import { handledBy, record, requireReport, step } from '../loss/loss-steps.ts';
import type { Scope } from '../request/scope.ts';
import type { Asked } from '../request/asked.ts';

/**
 * May a new PIN be set today, and who says so? A report's own second person has said so for its day; another day
 * needs another one (docs/rules.md 5). Answers the report's number. Throws RefusalError PIN_RESET_WAITS, or what
 * the second person lacks.
 */
export async function authoriseRenewal(
  writing: Writing,
  asked: Asked<'customer.beginTask'>,
  holder: HolderAccount,
  matter: () => Promise<AskedOfSecond>,
): Promise<string> {
  const report = await findOpenPinLoss(writing, holder.accountId);
  if (report === null) throw new Error('a void PIN without a report');
  const today = await officeToday(writing);
  if (report.renewFrom !== null && today < report.renewFrom)
    throw new RefusalError('PIN_RESET_WAITS', { date: report.renewFrom });
  const { number } = report;
  if (report.renewalAuthorisedOn === today) {
    asked.second.spare();
    return number;
  }
  const second = await asked.second.approver(writing, await matter());
  const seq = await record(writing, handledBy(asked, second), 'loss.authoriseRenewal', number, {});
  const change = { renewalAuthorisedOn: today, renewalAuthorisedBy: second };
  await changeLossReport(writing, number, change, seq);
  return number;
}

/** A new PIN ends the report's part of it; answers who had authorised that. */
export async function renewPin(writing: Writing, scope: Scope, number: string): Promise<string | null> {
  await lapseOverdue(writing);
  const report = await requireReport(writing, number);
  const passwordState = report.passwordState === null ? null : afterRenewal(report.passwordState);
  if (passwordState === null) throw new RefusalError('PIN_TASK_ENDED');
  const now = await officeNow(writing);
  const handledBy = { actor: scope.actor, visitId: null, second: report.renewalAuthorisedBy };
  await step(writing, number, 'password-renewed', { handledBy, now, note: null });
  const seq = await record(writing, handledBy, 'loss.renewPassword', number, {});
  await changeLossReport(writing, number, { passwordState }, seq);
  return report.renewalAuthorisedBy;
}
