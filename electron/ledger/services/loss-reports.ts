/** What happens to loss reports (RULES.md 3), each step with its timeline entry, its hold and its audit record. */
import { localTime, type BusinessDate } from '../../contract/dates.ts';
import { RefusalError } from '../../contract/errors.ts';
import { fen, type Fen } from '../../contract/money.ts';
import type { LossChannel, LossEventName, LossKind, LossObject, ReissueFeeClass } from '../../contract/vocabulary.ts';
import { maskCard } from '../domain/masking.ts';
import { oralEnd, oralLastDay, parseMoment, reportMoment, waitingEnds } from '../domain/loss-clock.ts';
import { lossNumber } from '../domain/loss-number.ts';
import { afterCardEvent, afterRenewal, lossStatus, stopsDebits, type CardLossEvent } from '../domain/loss-states.ts';
import { afterPinEvent } from '../domain/pin-states.ts';
import { appendAudit, nextAuditSeq } from '../storage/audit-chain.ts';
import type { Reading, Writing } from '../storage/books.ts';
import { replaceCard } from '../storage/card-replacement.ts';
import { findHold, moveHold, placeHold } from '../storage/debit-holds.ts';
import type { HolderAccount } from '../storage/holder-rows.ts';
import {
  appendLossStep,
  changeLossReport,
  findLossReport,
  findOpenCardLoss,
  findOpenPasswordLoss,
  insertLossReport,
  overdueOralReports,
  takeLossSequence,
  type LossChange,
  type LossContact,
  type LossReport,
} from '../storage/loss-rows.ts';
import { readSettings, requireOffice, type OfficeRow } from '../storage/office-rows.ts';
import { findPin, savePin } from '../storage/pin-rows.ts';
import type { Scope } from './scope.ts';
import { settleSecond, type SecondProof } from './second-person.ts';

/** Who does it, in which visit, authorised by whom. */
export interface Doer {
  readonly actor: string;
  readonly visitId: string | null;
  readonly second: string | null;
}

export interface LossRequest {
  readonly holder: HolderAccount;
  readonly object: LossObject;
  readonly kind: LossKind;
  readonly channel: LossChannel;
  /** As typed; null for now. */
  readonly lostFrom: string | null;
  readonly contact: LossContact;
}

/** The office's wall clock for a report made now (loss-clock.ts). */
export function momentOf({ at }: Reading, { businessDate, timeZone }: OfficeRow): string {
  return reportMoment(businessDate, localTime(at, timeZone));
}

export async function requireReport(reading: Reading, number: string): Promise<LossReport> {
  const report = await findLossReport(reading, number);
  if (report === null) throw new RefusalError('LOSS_UNKNOWN');
  return report;
}

/**
 * Reports a loss. Debits stop from the given time on. A formal report confirms the oral one that is open; a repeated oral
 * one, and one of both, supersedes it. Throws RefusalError LOSS_TIME_INVALID, LOSS_ALREADY_REPORTED, or PIN_STATE when a
 * password that was never set is said to be lost.
 */
export async function reportLoss(writing: Writing, request: LossRequest, doer: Doer): Promise<LossReport> {
  const office = await requireOffice(writing);
  const now = momentOf(writing, office);
  const from = request.lostFrom === null ? now : parseMoment(request.lostFrom);
  if (from === null || from > now) throw new RefusalError('LOSS_TIME_INVALID', { now });
  const { accountId } = request.holder;
  if (request.object !== 'card') await refuseLostPassword(writing, accountId);
  if (request.object === 'password') return enter(writing, { request, office, doer, from: null, now });
  const open = await findOpenCardLoss(writing, accountId);
  if (open?.cardState === 'formal') throw new RefusalError('LOSS_ALREADY_REPORTED', { number: open.number });
  if (open !== null && request.object === 'card' && request.kind === 'formal')
    return confirm(writing, open, { request, office, doer, from, now });
  const report = await enterAfter(writing, open, { request, office, doer, from, now });
  return report;
}

/** One report at a time of a password, and none of one that was never set. */
async function refuseLostPassword(writing: Writing, accountId: number): Promise<void> {
  const open = await findOpenPasswordLoss(writing, accountId);
  if (open !== null) throw new RefusalError('LOSS_ALREADY_REPORTED', { number: open.number });
  const state = (await findPin(writing, accountId))?.state ?? 'none';
  if (afterPinEvent(state, 'reportLost') === null) throw new RefusalError('PIN_STATE', { state: `pin-${state}` });
}

interface Entering {
  readonly request: LossRequest;
  readonly office: OfficeRow;
  readonly doer: Doer;
  /** Debits stop from here on; null when no card is lost. */
  readonly from: string | null;
  readonly now: string;
}

/** The new report begins where the superseded one ends, so that debits stay stopped without a gap. */
async function enterAfter(writing: Writing, open: LossReport | null, entering: Entering): Promise<LossReport> {
  if (open === null) return enter(writing, entering);
  const { doer, now } = entering;
  const hold = await findHold(writing, open.number);
  const from = hold !== null && hold.from < (entering.from ?? now) ? hold.from : entering.from;
  await endCardPart(writing, open, 'supersede', { doer, now, holdUntil: hold?.from ?? now, note: null });
  return enter(writing, { ...entering, from });
}

async function enter(writing: Writing, entering: Entering): Promise<LossReport> {
  const { request, office, doer, from, now } = entering;
  const { holder, object, channel, contact } = request;
  const settings = await readSettings(writing);
  const { businessDate } = office;
  const number = lossNumber(office.code, businessDate, await takeLossSequence(writing, businessDate));
  // A password is lost in writing: the kind is the card's.
  const kind = object === 'password' ? 'formal' : request.kind;
  const oral = kind === 'oral';
  const renewable = object !== 'card' && settings.pinResetWaitDays === 0;
  const lapsesOn = oral ? oralLastDay(businessDate, settings.oralLossDays) : null;
  await insertLossReport(
    writing,
    {
      number,
      accountId: holder.accountId,
      cardId: holder.cardId,
      object,
      kind,
      channel,
      reportedOn: businessDate,
      reportedAt: now,
      cardState: object === 'password' ? null : kind,
      passwordState: object === 'card' ? null : 'void',
      lapsesOn,
      reissueFrom: oral || object === 'password' ? null : waitingEnds(businessDate, settings.reissueWaitDays),
      renewFrom: object === 'card' ? null : waitingEnds(businessDate, settings.pinResetWaitDays),
      renewalAuthorisedOn: renewable ? businessDate : null,
      renewalAuthorisedBy: renewable ? doer.second : null,
      contact,
    },
    await nextAuditSeq(writing),
  );
  if (from !== null) await placeHold(writing, { number, cardId: holder.cardId }, { from, until: holdEnd(lapsesOn) });
  await step(writing, number, 'reported', { doer, now, note: from });
  await record(writing, doer, 'loss.report', number, { object, kind, channel });
  if (object !== 'card') await voidPassword(writing, holder, number, { doer, now });
  return requireReport(writing, number);
}

function holdEnd(lapsesOn: BusinessDate | null): string | null {
  return lapsesOn === null ? null : oralEnd(lapsesOn);
}

interface Moment {
  readonly doer: Doer;
  readonly now: string;
}

async function voidPassword(
  writing: Writing,
  holder: HolderAccount,
  number: string,
  { doer, now }: Moment,
): Promise<void> {
  const pin = await findPin(writing, holder.accountId);
  if (pin === null) throw new Error('a password that was never set is void');
  await step(writing, number, 'password-void', { doer, now, note: null });
  const seq = await record(writing, doer, 'pin.void', holder.accountNumber, { number });
  await savePin(writing, holder.accountId, { ...pin, state: 'void' }, seq);
}

async function confirm(writing: Writing, open: LossReport, entering: Entering): Promise<LossReport> {
  const { request, office, doer, from, now } = entering;
  const settings = await readSettings(writing);
  const hold = await findHold(writing, open.number);
  const heldFrom = hold !== null && (from === null || hold.from < from) ? hold.from : (from ?? now);
  await moveHold(writing, open.number, { from: heldFrom, until: null });
  await step(writing, open.number, 'confirmed', { doer, now, note: null });
  const seq = await record(writing, doer, 'loss.confirm', open.number, {});
  const reissueFrom = waitingEnds(office.businessDate, settings.reissueWaitDays);
  const cardState = moved(open, 'confirm');
  await changeLossReport(
    writing,
    open.number,
    { kind: 'formal', cardState, reissueFrom, contact: request.contact },
    seq,
  );
  return requireReport(writing, open.number);
}

/** Throws RefusalError LOSS_STATE when the event is impossible as the report stands. */
function moved(report: LossReport, event: CardLossEvent) {
  const next = report.cardState === null ? null : afterCardEvent(report.cardState, event);
  if (next === null) throw stateRefusal(report);
  return next;
}

function stateRefusal({ number, cardState, passwordState }: LossReport): RefusalError {
  return new RefusalError('LOSS_STATE', { number, status: lossStatus(cardState, passwordState) });
}

const STEP_OF: Readonly<Record<CardLossEvent, LossEventName>> = {
  confirm: 'confirmed',
  lapse: 'lapsed',
  supersede: 'superseded',
  cancel: 'cancelled',
  reissue: 'reissued',
};

async function endCardPart(
  writing: Writing,
  report: LossReport,
  event: CardLossEvent,
  how: Moment & { readonly holdUntil: string; readonly note: string | null },
): Promise<void> {
  const cardState = moved(report, event);
  const hold = await findHold(writing, report.number);
  if (hold === null) throw new Error('a lost card without a hold');
  await moveHold(writing, report.number, { from: hold.from, until: later(hold.from, how.holdUntil) });
  await step(writing, report.number, STEP_OF[event], how);
  const seq = await record(writing, how.doer, `loss.${event}`, report.number, {});
  await changeLossReport(writing, report.number, { cardState }, seq);
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** Found again before reissue. Throws RefusalError LOSS_STATE. */
export async function cancelLoss(writing: Writing, report: LossReport, doer: Doer): Promise<LossReport> {
  const now = momentOf(writing, await requireOffice(writing));
  await endCardPart(writing, report, 'cancel', { doer, now, holdUntil: now, note: null });
  return requireReport(writing, report.number);
}

/** Throws RefusalError LOSS_STATE when the card's part is not open. */
export function refuseClosed(report: LossReport): void {
  if (!stopsDebits(report.cardState)) throw stateRefusal(report);
}

export interface Reissue {
  readonly holder: HolderAccount;
  readonly card: string;
  readonly insuranceNumber: string;
  readonly feeClass: ReissueFeeClass;
}

/**
 * The account gets a new card; the old one stays replaced, and on hold, for good. Throws RefusalError LOSS_STATE,
 * REISSUE_TOO_EARLY or CARD_TAKEN.
 */
export async function reissueCard(
  writing: Writing,
  report: LossReport,
  reissue: Reissue,
  doer: Doer,
): Promise<LossReport> {
  const office = await requireOffice(writing);
  const now = momentOf(writing, office);
  refuseEarly(report, office.businessDate);
  const cardState = moved(report, 'reissue');
  const feeFen = (await reissueFees(writing))[reissue.feeClass];
  const seq = await nextAuditSeq(writing);
  const newCardId = await replaceCard(writing, reissue, { issuedOn: office.businessDate, auditSeq: seq });
  await step(writing, report.number, 'reissued', { doer, now, note: maskCard(reissue.card) });
  const { feeClass } = reissue;
  await record(writing, doer, 'loss.reissue', report.number, { feeClass, feeFen });
  await changeLossReport(writing, report.number, { cardState, newCardId, feeClass, feeFen }, seq);
  return requireReport(writing, report.number);
}

/** Throws RefusalError LOSS_STATE or REISSUE_TOO_EARLY. */
export function refuseEarly(report: LossReport, today: BusinessDate): void {
  if (report.cardState !== 'formal' || report.reissueFrom === null) throw stateRefusal(report);
  if (today < report.reissueFrom) throw new RefusalError('REISSUE_TOO_EARLY', { date: report.reissueFrom });
}

/** The fee table, in fen. */
export async function reissueFees(reading: Reading): Promise<Readonly<Record<ReissueFeeClass, Fen>>> {
  const settings = await readSettings(reading);
  return {
    standard: fen(settings.reissueFeeStandard),
    reduced: fen(settings.reissueFeeReduced),
    exempt: fen(settings.reissueFeeExempt),
  };
}

/** The department's own number, once. Throws RefusalError REFERENCE_TAKEN. */
export async function addReference(
  writing: Writing,
  report: LossReport,
  reference: string,
  doer: Doer,
): Promise<LossReport> {
  if (report.secondReference !== null) throw new RefusalError('REFERENCE_TAKEN', { reference: report.secondReference });
  const now = momentOf(writing, await requireOffice(writing));
  await step(writing, report.number, 'reference-added', { doer, now, note: reference });
  const seq = await record(writing, doer, 'loss.addReference', report.number, {});
  await changeLossReport(writing, report.number, { secondReference: reference }, seq);
  return requireReport(writing, report.number);
}

/** At the close of a day: oral reports whose last day is over lapse, their holds having ended by themselves. */
export async function lapseOverdue(writing: Writing, today: BusinessDate, actor: string): Promise<void> {
  for (const report of await overdueOralReports(writing, today)) {
    const end = holdEnd(report.lapsesOn) ?? '';
    const doer = { actor: 'system', visitId: null, second: null };
    const how = { now: end, holdUntil: end, note: null };
    await endCardPart(writing, report, 'lapse', { ...how, doer: { ...doer, actor } });
  }
}

/**
 * May a new password be set today, and who says so? A report's own second person has said so for its day; another day
 * needs another one (RULES.md 5). Answers the report's number. Throws RefusalError PIN_RESET_WAITS, or what
 * settleSecond throws.
 */
export async function authoriseRenewal(
  writing: Writing,
  scope: Scope,
  holder: HolderAccount,
  visitId: string,
  proof: SecondProof,
): Promise<string> {
  const report = await findOpenPasswordLoss(writing, holder.accountId);
  if (report === null) throw new Error('a void password without a report');
  const { businessDate } = await requireOffice(writing);
  if (report.renewFrom !== null && businessDate < report.renewFrom)
    throw new RefusalError('PIN_RESET_WAITS', { date: report.renewFrom });
  if (report.renewalAuthorisedOn === businessDate) return report.number;
  const { number } = report;
  const essence = { verb: 'pin.reset', accountId: holder.accountId, lossNumber: number, newCard: null } as const;
  const second = await settleSecond(writing, scope, proof, { ...essence, subject: number });
  const seq = await record(writing, { actor: scope.actor, visitId, second }, 'loss.authoriseRenewal', number, {});
  const change = { renewalAuthorisedOn: businessDate, renewalAuthorisedBy: second };
  await changeLossReport(writing, number, change, seq);
  return number;
}

/** A new password ends the report's part of it; answers who had authorised that. */
export async function renewPassword(writing: Writing, scope: Scope, number: string): Promise<string | null> {
  const report = await requireReport(writing, number);
  const passwordState = report.passwordState === null ? null : afterRenewal(report.passwordState);
  if (passwordState === null) throw new RefusalError('PIN_TASK_ENDED');
  const now = momentOf(writing, await requireOffice(writing));
  const doer = { actor: scope.actor, visitId: null, second: report.renewalAuthorisedBy };
  await step(writing, number, 'password-renewed', { doer, now, note: null });
  const seq = await record(writing, doer, 'loss.renewPassword', number, {});
  await changeLossReport(writing, number, { passwordState } satisfies LossChange, seq);
  return report.renewalAuthorisedBy;
}

async function step(
  writing: Writing,
  number: string,
  event: LossEventName,
  { doer, now, note }: Moment & { readonly note: string | null },
): Promise<void> {
  await appendLossStep(writing, number, { at: now, event, clerk: doer.actor, second: doer.second, note });
}

function record(
  writing: Writing,
  doer: Doer,
  verb: string,
  subject: string,
  details: Readonly<Record<string, string | number | null>>,
): Promise<number> {
  const { actor, visitId, second } = doer;
  return appendAudit(writing, { actor, visitId, second, verb, subject, outcome: 'done', details });
}
