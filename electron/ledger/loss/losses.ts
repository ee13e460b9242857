/** Losses at the counter: reported in a visit, followed up with the number, ended by the holder (docs/rules.md 3). */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { judgeCardNumber } from '../numbers/card-number.ts';
import { readPhone } from '../numbers/phone-number.ts';
import { oralLastDay, waitingEnds } from './loss-clock-rules.ts';
import { officeDay, officeTime } from '../office/office-clock-rules.ts';
import type { Writing } from '../books/books.ts';
import { requireByAccountId } from '../account/holder-rows.ts';
import { findOpenCardLoss, findOpenPasswordLoss, lossReportsOf, type LossReport } from './loss-rows.ts';
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
import { lapseOverdue } from './loss-lapses.ts';
import { reportLoss } from './loss-reports.ts';
import { lossView } from './loss-view.ts';
import { refuseClosedAccount } from '../account/account-closing-rows.ts';
import { guessing } from '../request/clerk/counted-guess.ts';
import { answeredOnce } from '../request/operations.ts';
import { pinStateOf } from '../pin/pin-rows.ts';
import { heldReport, reportOfAccount, reportOfPerson } from './report-by-number.ts';
import { requireSession, type Scope } from '../request/scope.ts';
import { proveSecond, settleSecond } from '../second-person/second-person.ts';
import { refuseAgent, requireVisit, useVisit } from '../request/visit/current-visit.ts';

export async function lossOutlook(scope: Scope, input: Input<'loss.outlook'>): Promise<Output<'loss.outlook'>> {
  return scope.books.read(async (reading) => {
    const visit = await requireVisit(reading, scope, input.visitId);
    const office = await requireOffice(reading);
    const settings = await readSettings(reading);
    const card = await findOpenCardLoss(reading, visit.accountId);
    const password = await findOpenPasswordLoss(reading, visit.accountId);
    const today = officeDay(office, reading.at);
    const renewFrom = waitingEnds(today, settings.pinResetWaitDays);
    return {
      now: officeTime(office, reading.at),
      lapsesOn: oralLastDay(today, settings.oralLossDays),
      reissueFrom: waitingEnds(today, settings.reissueWaitDays),
      renewFrom,
      openCard: card === null ? null : { number: card.number, kind: card.kind },
      openPassword: password === null ? null : { number: password.number, renewFrom: password.renewFrom ?? renewFrom },
    };
  });
}

/** A card may be reported by an agent; a password by the holder in person and before a second pair of eyes. */
export async function reportAtCounter(scope: Scope, input: Input<'loss.report'>): Promise<Output<'loss.report'>> {
  const { clerk } = requireSession(scope);
  const { object, kind, missedSince } = input;
  const proof = object === 'card' ? null : await proveSecond(scope, input.second);
  return answeredOnce(scope, 'loss.report', input, async (writing) => {
    const visit = await useVisit(writing, scope, input.visitId);
    if (object !== 'card') await refuseAgent(writing, visit);
    await refuseClosedAccount(writing, visit.accountId);
    const holder = await requireByAccountId(writing, visit.accountId);
    const phone = input.phone === null ? holder.phone : (readPhone(input.phone) ?? input.phone);
    const address = input.address === '' ? holder.address : input.address;
    const contact = { phone, address };
    const request = { holder, object, kind, channel: 'counter', missedSince, contact } as const;
    const second =
      object === 'card' ? null : await settleSecond(writing, scope, proof, await reportAsked(writing, scope, input));
    const report = await reportLoss(writing, request, { actor: clerk.code, visitId: visit.id, second });
    return lossView(writing, report);
  });
}

/** Number and ID number together; one sentence whichever is wrong. Throws RefusalError LOSS_UNKNOWN. */
export async function findLoss(scope: Scope, input: Input<'loss.find'>): Promise<Output<'loss.find'>> {
  const report = await lossOfHolder(scope, input);
  return scope.books.read((reading) => lossView(reading, report));
}

/** The same, for the command line, which goes on with the report. */
export async function lossOfHolder(scope: Scope, input: Input<'loss.find'>): Promise<LossReport> {
  requireSession(scope);
  return guessing(scope, (writing) => reportOfPerson(writing, input.number, input.idNumber));
}

export async function lossesOfVisit(scope: Scope, input: Input<'loss.ofVisit'>): Promise<Output<'loss.ofVisit'>> {
  return scope.books.read(async (reading) => {
    const visit = await requireVisit(reading, scope, input.visitId);
    const views = [];
    for (const report of await lossReportsOf(reading, visit.accountId)) views.push(await lossView(reading, report));
    return views;
  });
}

/** The report a visit's holder acts on, as the clock has left it. Throws RefusalError LOSS_UNKNOWN for somebody else's. */
async function ownReport(writing: Writing, accountId: number, number: string): Promise<LossReport> {
  await lapseOverdue(writing);
  return reportOfAccount(writing, accountId, number);
}

/** The holder in person with ID and password; a formal report needs a second person too (docs/rules.md 3 and 5). */
export async function cancelReport(scope: Scope, input: Input<'loss.cancel'>): Promise<Output<'loss.cancel'>> {
  const { clerk } = requireSession(scope);
  const proof = await proveSecond(scope, input.second);
  return answeredOnce(scope, 'loss.cancel', input, async (writing) => {
    const visit = await useVisit(writing, scope, input.visitId);
    await refuseAgent(writing, visit);
    await refuseClosedAccount(writing, visit.accountId);
    const report = await ownReport(writing, visit.accountId, input.number);
    refuseClosed(report);
    await requirePin(writing, scope, visit);
    const second =
      report.cardState === 'formal'
        ? await settleSecond(writing, scope, proof, await cancelAsked(writing, scope, input))
        : null;
    const cancelled = await cancelLoss(writing, report, { actor: clerk.code, visitId: visit.id, second });
    writing.afterCommit(() => scope.pins.spendProof(visit.id));
    return lossView(writing, cancelled);
  });
}

/** Proven at the customer's window just before; a holder who never had a password has none to prove. */
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

export async function reissue(scope: Scope, input: Input<'loss.reissue'>): Promise<Output<'loss.reissue'>> {
  const { clerk } = requireSession(scope);
  const proof = await proveSecond(scope, input.second);
  return answeredOnce(scope, 'loss.reissue', input, async (writing) => {
    const visit = await useVisit(writing, scope, input.visitId);
    await refuseAgent(writing, visit);
    await refuseClosedAccount(writing, visit.accountId);
    const card = judgeCardNumber(input.newCard);
    if (!card.ok) throw new RefusalError('CARD_NUMBER_INVALID', { fault: card.fault });
    const { accountId } = visit;
    const report = await ownReport(writing, accountId, input.number);
    refuseEarly(report, await officeToday(writing));
    const holder = await requireByAccountId(writing, accountId);
    const second = await settleSecond(writing, scope, proof, await reissueAsked(writing, scope, input));
    const { newInsuranceNumber: insuranceNumber, feeClass } = input;
    const handledBy = { actor: clerk.code, visitId: visit.id, second };
    return lossView(
      writing,
      await reissueCard(writing, report, { holder, card: card.card, insuranceNumber, feeClass }, handledBy),
    );
  });
}

export async function listFees(scope: Scope): Promise<Output<'loss.fees'>> {
  requireSession(scope);
  return scope.books.read(reissueFees);
}

/** Throws RefusalError REFERENCE_TAKEN where there is one: a wrong one is corrected. */
export async function addLossReference(
  scope: Scope,
  input: Input<'loss.addReference'>,
): Promise<Output<'loss.addReference'>> {
  const { clerk } = requireSession(scope);
  return answeredOnce(scope, 'loss.addReference', input, async (writing) => {
    await lapseOverdue(writing);
    const report = await heldReport(writing, scope, input);
    const handledBy = { actor: clerk.code, visitId: input.visitId, second: null };
    return lossView(writing, await addReference(writing, report, input.reference, handledBy));
  });
}

/**
 * A wrong reference is replaced before a second person, for a reason; the first stays on the timeline
 * (docs/rules.md 5).
 */
export async function correctLossReference(
  scope: Scope,
  input: Input<'loss.correctReference'>,
): Promise<Output<'loss.correctReference'>> {
  const { clerk } = requireSession(scope);
  const proof = await proveSecond(scope, input.second);
  return answeredOnce(scope, 'loss.correctReference', input, async (writing) => {
    await lapseOverdue(writing);
    const report = await heldReport(writing, scope, input);
    const second = await settleSecond(writing, scope, proof, await correctionAsked(writing, scope, input));
    const handledBy = { actor: clerk.code, visitId: input.visitId, second };
    return lossView(writing, await correctReference(writing, report, input, handledBy));
  });
}
