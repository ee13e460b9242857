/**
 * A loss report that was entered by mistake is taken back (docs/rules.md 3): card and PIN are as they were before it, both
 * steps stay on its timeline, and what it stopped meanwhile stays refused.
 */
import type { Input, Output } from '../../../contract/verbs.ts';
import type { Writing } from '../../books/books.ts';
import { refuseClosedAccount } from '../../account/account-closing-rows.ts';
import { requireByAccountId } from '../../account/holder-rows.ts';
import { officeNow } from '../../office/office-rows.ts';
import { findPin, savePin } from '../../pin/pin-rows.ts';
import type { Asked } from '../../request/asked.ts';
import { answeredOnce } from '../../request/operations.ts';
import { endHold, findHold } from '../debit-hold-rows.ts';
import { takeBackAsked } from '../loss-asked.ts';
import { endOfHold } from '../clocks/loss-clock-rules.ts';
import { lapseOverdue } from '../clocks/loss-lapses.ts';
import { changeLossReport, type LossReport } from '../loss-rows.ts';
import {
  endCardPart,
  handledBy,
  holdEnd,
  nextCardState,
  record,
  requireReport,
  step,
  type Moment,
} from '../loss-steps.ts';
import { lossView } from '../loss-view.ts';
import { identifiedReport } from '../report-by-number.ts';
import { refuseTakingBack } from './take-back-term.ts';

/** Asked by the clerk, before a second person, for a reason: the mistake is the clerk's, so it needs no holder. */
async function takeBack(
  asked: Asked<'loss.takeBack'>,
  input: Input<'loss.takeBack'>,
): Promise<Output<'loss.takeBack'>> {
  return answeredOnce(asked, async (writing) => {
    await lapseOverdue(writing);
    const report = await identifiedReport(writing, asked.visit, input);
    await refuseClosedAccount(writing, report.accountId);
    await refuseTakingBack(writing, report);
    const second = await asked.second.approver(writing, await takeBackAsked(writing, asked, asked.visit, input));
    const how = { handledBy: handledBy(asked, second), now: await officeNow(writing) };
    await takeBackReport(writing, report, input.reason, how);
    return lossView(writing, await requireReport(writing, report.number));
  });
}

/** Undoes an open report; nobody's reason is null. Whether it still may be is asked before (take-back-term.ts). */
export async function takeBackReport(
  writing: Writing,
  report: LossReport,
  reason: string | null,
  how: Moment,
): Promise<void> {
  const { number, object } = report;
  const cardState = report.cardState === null ? null : nextCardState(report, 'takeBack');
  await step(writing, number, 'taken-back', { ...how, note: reason });
  const seq = await record(writing, how.handledBy, 'loss.takeBack', number, { reason });
  await changeLossReport(
    writing,
    number,
    {
      ...(cardState === null ? {} : { cardState }),
      ...(object === 'card' ? {} : { passwordState: 'taken-back' as const }),
    },
    seq,
  );
  if (cardState !== null) await endHoldNow(writing, report, how);
  if (report.supersedes !== null) await reinstate(writing, report.supersedes, number, how);
  if (object !== 'card') await restorePin(writing, report, how);
}

/** It stopped debits until now: what was refused meanwhile has been told to the terminals. */
async function endHoldNow(writing: Writing, { number }: LossReport, { now }: Moment): Promise<void> {
  const hold = await findHold(writing, number);
  if (hold === null) throw new Error('a lost card without a hold');
  await endHold(writing, number, endOfHold(hold.from, now));
}

/** The oral report that it superseded runs on by its own clock. */
async function reinstate(writing: Writing, earlier: string, note: string, how: Moment): Promise<void> {
  const report = await requireReport(writing, earlier);
  const holdUntil = holdEnd(report.lapsesOn);
  if (holdUntil === null) throw new Error('an oral report without a last day');
  await endCardPart(writing, report, 'reinstate', { ...how, holdUntil, note });
}

/** Set or locked as it was, with the wrong tries it had. */
async function restorePin(writing: Writing, { number, accountId, pinBefore }: LossReport, how: Moment): Promise<void> {
  const pin = await findPin(writing, accountId);
  if (pin?.state !== 'void' || pinBefore === null) throw new Error('a report of a PIN that is not void');
  const { accountNumber } = await requireByAccountId(writing, accountId);
  const seq = await record(writing, how.handledBy, 'pin.restore', accountNumber, { number });
  await savePin(writing, accountId, { ...pin, state: pinBefore }, seq);
}

export const takeBackHandlers = {
  'loss.takeBack': takeBack,
};
