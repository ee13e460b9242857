/** A loss report as windows and command line show it. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { LossView, PinTask } from '../../contract/loss/loss-views.ts';
import { maskCard, maskName } from '../numbers/masking.ts';
import { lossStatus } from './loss-state-rules.ts';
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import type { Reading } from '../books/books.ts';
import { findHold } from './debit-hold-rows.ts';
import { requireByCardId } from '../account/holder-rows.ts';
import { findLossReport, readTimeline, type LossReport, type LossStep } from './loss-rows.ts';
import { officeToday } from '../office/office-rows.ts';
import { holdEnd, stateRefusal } from './loss-steps.ts';
import { canBeTakenBack } from './taking-back/take-back-term.ts';

export async function lossView(reading: Reading, report: LossReport): Promise<LossView> {
  const holder = await requireByCardId(reading, report.cardId);
  const next = report.newCardId === null ? null : await requireByCardId(reading, report.newCardId);
  const hold = await findHold(reading, report.number);
  return {
    number: report.number,
    status: lossStatus(report.cardState, report.passwordState),
    object: report.object,
    kind: report.kind,
    channel: report.channel,
    cardState: report.cardState,
    passwordState: report.passwordState,
    holderNameMasked: maskName(holder.name),
    cardMasked: maskCard(holder.card),
    newCardMasked: next === null ? null : maskCard(next.card),
    reportedAt: report.reportedAt,
    missedSince: report.missedSince,
    lostFrom: hold?.from ?? null,
    lapsesOn: report.kind === 'oral' ? report.lapsesOn : null,
    reissueFrom: report.reissueFrom,
    renewFrom: report.renewFrom,
    secondReference: report.secondReference,
    feeFen: report.feeFen,
    possible: possibleToday(report, await officeToday(reading), await canBeTakenBack(reading, report)),
    timeline: await timelineOf(reading, report),
  };
}

/** A lapse that is not written yet is shown at its own end. */
async function timelineOf(reading: Reading, { number, cardState, lapsesOn }: LossReport): Promise<LossStep[]> {
  const steps = await readTimeline(reading, number);
  const at = holdEnd(lapsesOn);
  if (cardState !== 'lapsed' || at === null || steps.some(({ event }) => event === 'lapsed')) return steps;
  return [...steps, { at, event: 'lapsed', clerk: 'system', second: null, note: null }];
}

/**
 * What the holder of an account reads of a report of theirs. Throws RefusalError LOSS_UNKNOWN for another account's, LOSS_STATE
 * for one that has ended and stops nothing any more.
 */
export async function lossToRead(
  reading: Reading,
  accountId: number,
  number: string,
): Promise<NonNullable<PinTask['loss']>> {
  const report = await findLossReport(reading, number);
  if (report?.accountId !== accountId) throw new RefusalError('LOSS_UNKNOWN');
  const { status, object, kind, lostFrom, lapsesOn, reissueFrom, renewFrom } = await lossView(reading, report);
  if (status !== 'reported' && status !== 'waiting') throw stateRefusal(report);
  return { object, kind, lostFrom, lapsesOn, reissueFrom, renewFrom };
}

function possibleToday(report: LossReport, today: BusinessDate, isFresh: boolean): LossView['possible'] {
  const { cardState, passwordState, reissueFrom, renewFrom, secondReference } = report;
  const due = (date: BusinessDate | null): boolean => date !== null && today >= date;
  const actions: readonly (readonly [LossView['possible'][number], boolean])[] = [
    ['confirm', cardState === 'oral'],
    ['cancel', cardState === 'oral' || cardState === 'formal'],
    ['reissue', cardState === 'formal' && due(reissueFrom)],
    ['renew-password', passwordState === 'void' && due(renewFrom)],
    ['take-back', isFresh],
    ['add-reference', secondReference === null],
    ['correct-reference', secondReference !== null],
  ];
  return actions.filter(([, possible]) => possible).map(([action]) => action);
}
