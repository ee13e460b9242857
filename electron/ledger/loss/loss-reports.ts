/** Reporting a loss of card, PIN or both (docs/rules.md 3). */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { LossChannel, LossKind, LossObject } from '../../contract/kernel/vocabulary.ts';
import { endOfHold, oralLastDay, parseMoment, waitingEnds } from './clocks/loss-clock-rules.ts';
import { lossNumber } from '../numbers/loss-number.ts';
import { officeDay, officeTime } from '../office/office-clock-rules.ts';
import { afterPinEvent } from '../pin/pin-state-rules.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import { endHold, findHold, placeHold } from './debit-hold-rows.ts';
import type { HolderAccount } from '../account/holder-rows.ts';
import {
  changeLossReport,
  findOpenCardLoss,
  findOpenPinLoss,
  insertLossReport,
  takeLossSequence,
  type LossContact,
  type LossReport,
} from './loss-rows.ts';
import { readSettings, requireOffice, type OfficeRow } from '../office/office-rows.ts';
import { findPin, savePin } from '../pin/pin-rows.ts';
import { lapseOverdue } from './clocks/loss-lapses.ts';
import {
  endCardPart,
  holdEnd,
  nextCardState,
  record,
  requireReport,
  step,
  type HandledBy,
  type Moment,
} from './loss-steps.ts';

export interface LossRequest {
  readonly holder: HolderAccount;
  readonly object: LossObject;
  readonly kind: LossKind;
  readonly channel: LossChannel;
  /** Since when the card is missed, as typed; printed on the form, and used in no calculation. */
  readonly missedSince: string | null;
  readonly contact: LossContact;
}

/**
 * Reports a loss. Debits stop from now on, whatever time of loss is stated: one clerk alone can date nothing into the
 * past. A formal report confirms the oral one that is open; a repeated oral one, and one of both, supersedes it. Throws
 * RefusalError LOSS_TIME_INVALID, LOSS_ALREADY_REPORTED, or PIN_STATE when a PIN that was never set is said to be lost.
 */
export async function reportLoss(writing: Writing, request: LossRequest, handledBy: HandledBy): Promise<LossReport> {
  const office = await requireOffice(writing);
  const now = officeTime(office, writing.at);
  const missedSince = request.missedSince === null ? null : parseMoment(request.missedSince);
  const impossible = request.missedSince !== null && (missedSince === null || missedSince > now);
  if (impossible) throw new RefusalError('LOSS_TIME_INVALID', { now });
  await lapseOverdue(writing);
  const { accountId } = request.holder;
  const entering = { request, office, handledBy, missedSince, from: now, now, supersedes: null };
  if (request.object !== 'card') await refuseLostPin(writing, accountId);
  if (request.object === 'password') return enter(writing, { ...entering, from: null });
  const open = await findOpenCardLoss(writing, accountId);
  if (open?.cardState === 'formal') throw new RefusalError('LOSS_ALREADY_REPORTED', { number: open.number });
  if (open !== null && request.object === 'card' && request.kind === 'formal') return confirm(writing, open, entering);
  return enterAfter(writing, open, entering);
}

/** A PIN has one open report at a time; a PIN that was never set cannot be reported. */
async function refuseLostPin(writing: Writing, accountId: number): Promise<void> {
  const open = await findOpenPinLoss(writing, accountId);
  if (open !== null) throw new RefusalError('LOSS_ALREADY_REPORTED', { number: open.number });
  const state = (await findPin(writing, accountId))?.state ?? 'none';
  if (afterPinEvent(state, 'reportLost') === null) throw new RefusalError('PIN_STATE', { state: `pin-${state}` });
}

interface Entering {
  readonly request: LossRequest;
  readonly office: OfficeRow;
  readonly handledBy: HandledBy;
  readonly missedSince: string | null;
  /** Debits stop from here on; null when no card is lost. */
  readonly from: string | null;
  readonly now: string;
  /** The report whose place it takes. */
  readonly supersedes: string | null;
}

/** The new report begins where the superseded one ends, so that debits stay stopped without a gap. */
async function enterAfter(writing: Writing, open: LossReport | null, entering: Entering): Promise<LossReport> {
  if (open === null) return enter(writing, entering);
  const { handledBy, now } = entering;
  const hold = await findHold(writing, open.number);
  if (hold === null) throw new Error('a lost card without a hold');
  await endCardPart(writing, open, 'supersede', { handledBy, now, holdUntil: hold.from, note: null });
  return enter(writing, { ...entering, from: hold.from, supersedes: open.number });
}

async function enter(writing: Writing, entering: Entering): Promise<LossReport> {
  const { request, office, handledBy, missedSince, from, now, supersedes } = entering;
  const { holder, object, channel, contact } = request;
  const settings = await readSettings(writing);
  const today = officeDay(office, writing.at);
  const number = lossNumber(office.code, today, await takeLossSequence(writing, today));
  // A PIN is always reported in writing: the kind belongs to the card's part.
  const kind = object === 'password' ? 'formal' : request.kind;
  const oral = kind === 'oral';
  const renewable = object !== 'card' && settings.pinResetWaitDays === 0;
  const lapsesOn = oral ? oralLastDay(today, settings.oralLossDays) : null;
  await insertLossReport(
    writing,
    {
      number,
      accountId: holder.accountId,
      cardId: holder.cardId,
      object,
      kind,
      channel,
      reportedOn: today,
      reportedAt: now,
      missedSince,
      cardState: object === 'password' ? null : kind,
      passwordState: object === 'card' ? null : 'void',
      lapsesOn,
      reissueFrom: oral || object === 'password' ? null : waitingEnds(today, settings.reissueWaitDays),
      renewFrom: object === 'card' ? null : waitingEnds(today, settings.pinResetWaitDays),
      renewalAuthorisedOn: renewable ? today : null,
      renewalAuthorisedBy: renewable ? handledBy.second : null,
      contact,
      supersedes,
      pinBefore: object === 'card' ? null : await lostPinState(writing, holder),
    },
    await nextAuditSeq(writing),
  );
  const end = holdEnd(lapsesOn);
  const until = from === null || end === null ? end : endOfHold(from, end);
  if (from !== null) await placeHold(writing, { number, cardId: holder.cardId }, { from, until });
  await step(writing, number, 'reported', { handledBy, now, note: missedSince });
  await record(writing, handledBy, 'loss.report', number, { object, kind, channel });
  if (object !== 'card') await voidPin(writing, holder, number, { handledBy, now });
  return requireReport(writing, number);
}

async function lostPinState(reading: Reading, { accountId }: HolderAccount): Promise<'set' | 'locked'> {
  const state = (await findPin(reading, accountId))?.state;
  if (state !== 'set' && state !== 'locked') throw new Error('a PIN that is not there is reported lost');
  return state;
}

async function voidPin(
  writing: Writing,
  holder: HolderAccount,
  number: string,
  { handledBy, now }: Moment,
): Promise<void> {
  const pin = await findPin(writing, holder.accountId);
  if (pin === null) throw new Error('a PIN that was never set is void');
  await step(writing, number, 'password-void', { handledBy, now, note: null });
  const seq = await record(writing, handledBy, 'pin.void', holder.accountNumber, { number });
  await savePin(writing, holder.accountId, { ...pin, state: 'void' }, seq);
}

async function confirm(writing: Writing, open: LossReport, entering: Entering): Promise<LossReport> {
  const { request, office, handledBy, now } = entering;
  const settings = await readSettings(writing);
  await endHold(writing, open.number, null);
  await step(writing, open.number, 'confirmed', { handledBy, now, note: entering.missedSince });
  const seq = await record(writing, handledBy, 'loss.confirm', open.number, {});
  const reissueFrom = waitingEnds(officeDay(office, writing.at), settings.reissueWaitDays);
  const cardState = nextCardState(open, 'confirm');
  const missedSince = entering.missedSince ?? open.missedSince;
  const change = { kind: 'formal', cardState, missedSince, reissueFrom, contact: request.contact } as const;
  await changeLossReport(writing, open.number, change, seq);
  return requireReport(writing, open.number);
}
