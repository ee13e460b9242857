/** Losses at the counter: reported in a visit, followed up with the number, ended by the holder (docs/rules.md 3). */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { judgeCardNumber } from '../numbers/card-number.ts';
import { readPhone } from '../numbers/phone-number.ts';
import { oralLastDay, waitingEnds } from './clocks/loss-clock-rules.ts';
import { officeDay, officeTime } from '../office/office-clock-rules.ts';
import type { Writing } from '../books/books.ts';
import { requireByAccountId } from '../account/holder-rows.ts';
import { findOpenCardLoss, findOpenPinLoss, lossReportsOf, type LossReport } from './loss-rows.ts';
import { officeToday, readSettings, requireOffice } from '../office/office-rows.ts';
import { cancelAsked, correctionAsked, reissueAsked, reportAsked } from './loss-asked.ts';
import {
  addReference,
  cancelLoss,
  correctReference,
  refuseClosed,
  refuseEarly,
  reissueCard,
  reissueFees,
} from './loss-endings.ts';
import { lapseOverdue } from './clocks/loss-lapses.ts';
import { reportLoss } from './loss-reports.ts';
import { lossView } from './loss-view.ts';
import { refuseClosedAccount } from '../account/account-closing-rows.ts';
import { writeCountingGuesses } from '../request/clerk/counted-guess.ts';
import { answeredOnce } from '../request/operations.ts';
import { pinStateOf } from '../pin/pin-rows.ts';
import { identifiedReport, reportOfAccount, reportOfPerson } from './report-by-number.ts';
import type { Asked } from '../request/asked.ts';
import type { Scope } from '../request/scope.ts';
import { handledBy } from './loss-steps.ts';

async function lossOutlook(asked: Asked<'loss.outlook'>): Promise<Output<'loss.outlook'>> {
  const { visit } = asked;
  return asked.books.read(async (reading) => {
    const office = await requireOffice(reading);
    const settings = await readSettings(reading);
    const card = await findOpenCardLoss(reading, visit.accountId);
    const pin = await findOpenPinLoss(reading, visit.accountId);
    const today = officeDay(office, reading.at);
    const renewFrom = waitingEnds(today, settings.pinResetWaitDays);
    return {
      now: officeTime(office, reading.at),
      lapsesOn: oralLastDay(today, settings.oralLossDays),
      reissueFrom: waitingEnds(today, settings.reissueWaitDays),
      renewFrom,
      openCard: card === null ? null : { number: card.number, kind: card.kind },
      openPinLoss: pin === null ? null : { number: pin.number, renewFrom: pin.renewFrom ?? renewFrom },
    };
  });
}

/** A card may be reported by an agent; a PIN by the holder in person and with a second person. */
async function reportAtCounter(
  asked: Asked<'loss.report'>,
  input: Input<'loss.report'>,
): Promise<Output<'loss.report'>> {
  const { visit } = asked;
  const { object, kind, missedSince } = input;
  return answeredOnce(asked, async (writing) => {
    await refuseClosedAccount(writing, visit.accountId);
    const holder = await requireByAccountId(writing, visit.accountId);
    const phone = input.phone === null ? holder.phone : (readPhone(input.phone) ?? input.phone);
    const address = input.address === '' ? holder.address : input.address;
    const contact = { phone, address };
    const request = { holder, object, kind, channel: 'counter', missedSince, contact } as const;
    const second = asked.second.isAsked
      ? await asked.second.approver(writing, await reportAsked(writing, asked, visit, input))
      : null;
    const report = await reportLoss(writing, request, handledBy(asked, second));
    return lossView(writing, report);
  });
}

/** Number and ID number together; one sentence whichever is wrong. Throws RefusalError LOSS_UNKNOWN. */
async function findLoss(scope: Scope, input: Input<'loss.find'>): Promise<Output<'loss.find'>> {
  const report = await lossOfHolder(scope, input);
  return scope.books.read((reading) => lossView(reading, report));
}

/** The same, for whoever goes on with the report. */
export async function lossOfHolder(scope: Scope, input: Input<'loss.find'>): Promise<LossReport> {
  return writeCountingGuesses(scope, (writing) => reportOfPerson(writing, input.number, input.idNumber));
}

async function lossesOfVisit({ books, visit }: Asked<'loss.ofVisit'>): Promise<Output<'loss.ofVisit'>> {
  return books.read(async (reading) => {
    const views = [];
    for (const report of await lossReportsOf(reading, visit.accountId)) views.push(await lossView(reading, report));
    return views;
  });
}

/** The report a visit's holder acts on, with a lapse that is due. Throws RefusalError LOSS_UNKNOWN for another account's. */
async function ownReport(writing: Writing, accountId: number, number: string): Promise<LossReport> {
  await lapseOverdue(writing);
  return reportOfAccount(writing, accountId, number);
}

/** The holder in person with ID and PIN; a formal report needs a second person too (docs/rules.md 3 and 5). */
async function cancelReport(asked: Asked<'loss.cancel'>, input: Input<'loss.cancel'>): Promise<Output<'loss.cancel'>> {
  const { visit } = asked;
  return answeredOnce(asked, async (writing) => {
    await refuseClosedAccount(writing, visit.accountId);
    const report = await ownReport(writing, visit.accountId, input.number);
    refuseClosed(report);
    await requirePin(writing, asked, visit);
    const second =
      report.cardState === 'formal'
        ? await asked.second.approver(writing, await cancelAsked(writing, asked, visit, input))
        : asked.second.spare();
    const cancelled = await cancelLoss(writing, report, handledBy(asked, second));
    writing.afterCommit(() => asked.pins.spendProof(visit.id));
    return lossView(writing, cancelled);
  });
}

/** Entered at the customer's window just before; a holder who never had a PIN cannot be asked for it. */
async function requirePin(
  writing: Writing,
  scope: Scope,
  { id, accountId }: { readonly id: string; readonly accountId: number },
): Promise<void> {
  const state = await pinStateOf(writing, accountId);
  if (state === 'none') return;
  if (state !== 'set') throw new RefusalError('PIN_STATE', { state: `pin-${state}` });
  if (!scope.pins.hasProof(id, writing.at)) throw new RefusalError('PIN_REQUIRED');
}

async function reissue(asked: Asked<'loss.reissue'>, input: Input<'loss.reissue'>): Promise<Output<'loss.reissue'>> {
  const { visit } = asked;
  return answeredOnce(asked, async (writing) => {
    await refuseClosedAccount(writing, visit.accountId);
    const card = judgeCardNumber(input.newCard);
    if (!card.ok) throw new RefusalError('CARD_NUMBER_INVALID', { fault: card.fault });
    const { accountId } = visit;
    const report = await ownReport(writing, accountId, input.number);
    refuseEarly(report, await officeToday(writing));
    const holder = await requireByAccountId(writing, accountId);
    const second = await asked.second.approver(writing, await reissueAsked(writing, asked, visit, input));
    const { newInsuranceNumber: insuranceNumber, feeClass } = input;
    return lossView(
      writing,
      await reissueCard(
        writing,
        report,
        { holder, card: card.card, insuranceNumber, feeClass },
        handledBy(asked, second),
      ),
    );
  });
}

async function listFees({ books }: Scope): Promise<Output<'loss.fees'>> {
  return books.read(reissueFees);
}

/** Throws RefusalError REFERENCE_TAKEN where there is one: a wrong one is corrected. */
async function addLossReference(
  asked: Asked<'loss.addReference'>,
  input: Input<'loss.addReference'>,
): Promise<Output<'loss.addReference'>> {
  return answeredOnce(asked, async (writing) => {
    await lapseOverdue(writing);
    const report = await identifiedReport(writing, asked.visit, input);
    return lossView(writing, await addReference(writing, report, input.reference, handledBy(asked, null)));
  });
}

/**
 * A wrong reference is replaced before a second person, for a reason; the first stays on the timeline
 * (docs/rules.md 5).
 */
async function correctLossReference(
  asked: Asked<'loss.correctReference'>,
  input: Input<'loss.correctReference'>,
): Promise<Output<'loss.correctReference'>> {
  return answeredOnce(asked, async (writing) => {
    await lapseOverdue(writing);
    const report = await identifiedReport(writing, asked.visit, input);
    const correction = await correctionAsked(writing, asked, asked.visit, input);
    const second = await asked.second.approver(writing, correction);
    return lossView(writing, await correctReference(writing, report, input, handledBy(asked, second)));
  });
}

export const lossesHandlers = {
  'loss.outlook': lossOutlook,
  'loss.report': reportAtCounter,
  'loss.find': findLoss,
  'loss.ofVisit': lossesOfVisit,
  'loss.cancel': cancelReport,
  'loss.reissue': reissue,
  'loss.fees': listFees,
  'loss.addReference': addLossReference,
  'loss.correctReference': correctLossReference,
};
