/**
 * How every step of a loss report is made: its moment, its timeline entry, its hold and its audit record
 * (docs/rules.md 3).
 */
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { RECORDED_BY_THE_CLOCK } from '../../contract/kernel/verb-policy.ts';
import type { CardLossState, LossEventName } from '../../contract/kernel/vocabulary.ts';
import type { lossVerbs } from '../../contract/loss/loss-verbs.ts';
import { endOfHold, oralEnd } from './clocks/loss-clock-rules.ts';
import { afterCardEvent, lossStatus, type CardLossEvent } from './loss-state-rules.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import type { RecordName } from '../request/record.ts';
import type { Scope } from '../request/scope.ts';
import { endHold, findHold } from './debit-hold-rows.ts';
import { appendLossStep, changeLossReport, findLossReport, type LossReport } from './loss-rows.ts';

/** Who does it, in which visit, authorised by whom. */
export interface HandledBy {
  readonly actor: string;
  readonly visitId: string | null;
  readonly second: string | null;
}

/** The asker of a request, in the visit it names. */
export function handledBy({ actor, visit }: Pick<Scope, 'actor' | 'visit'>, second: string | null): HandledBy {
  return { actor, visitId: visit?.id ?? null, second };
}

export async function requireReport(reading: Reading, number: string): Promise<LossReport> {
  const report = await findLossReport(reading, number);
  if (report === null) throw new RefusalError('LOSS_UNKNOWN');
  return report;
}

export function holdEnd(lapsesOn: BusinessDate | null): string | null {
  return lapsesOn === null ? null : oralEnd(lapsesOn);
}

export interface Moment {
  readonly handledBy: HandledBy;
  readonly now: string;
}

/** Throws RefusalError LOSS_STATE when the event is impossible in the report's state. */
export function nextCardState(report: LossReport, event: CardLossEvent): CardLossState {
  const next = report.cardState === null ? null : afterCardEvent(report.cardState, event);
  if (next === null) throw stateRefusal(report);
  return next;
}

/** The refusal of a change that the report's state does not allow. */
export function stateRefusal({ number, cardState, passwordState }: LossReport): RefusalError {
  return new RefusalError('LOSS_STATE', { number, status: lossStatus(cardState, passwordState) });
}

const STEP_OF: Readonly<Record<CardLossEvent, LossEventName>> = {
  confirm: 'confirmed',
  lapse: 'lapsed',
  supersede: 'superseded',
  cancel: 'cancelled',
  reissue: 'reissued',
  takeBack: 'taken-back',
  reinstate: 'reinstated',
};

/** Ends the card's part, or makes it formal, and its hold with it. Throws RefusalError LOSS_STATE. */
export async function endCardPart(
  writing: Writing,
  report: LossReport,
  event: CardLossEvent,
  how: Moment & { readonly holdUntil: string; readonly note: string | null },
): Promise<void> {
  const cardState = nextCardState(report, event);
  const hold = await findHold(writing, report.number);
  if (hold === null) throw new Error('a lost card without a hold');
  await endHold(writing, report.number, endOfHold(hold.from, how.holdUntil));
  await step(writing, report.number, STEP_OF[event], how);
  const seq = await record(writing, how.handledBy, `loss.${event}`, report.number, {});
  await changeLossReport(writing, report.number, { cardState }, seq);
}

export async function step(
  writing: Writing,
  number: string,
  event: LossEventName,
  { handledBy, now, note }: Moment & { readonly note: string | null },
): Promise<void> {
  await appendLossStep(writing, number, { at: now, event, clerk: handledBy.actor, second: handledBy.second, note });
}

/** What the policies of the verbs about losses let be recorded, and what the clock records. */
type LossRecordName =
  | RecordName<keyof typeof lossVerbs | 'customer.beginTask' | 'customer.takeEntry'>
  | (typeof RECORDED_BY_THE_CLOCK)[number];

/** Returns the record's number. */
export function record(
  writing: Writing,
  handledBy: HandledBy,
  verb: LossRecordName,
  subject: string,
  details: Readonly<Record<string, string | number | null>>,
): Promise<number> {
  const { actor, visitId, second } = handledBy;
  return appendAudit(writing, { actor, visitId, second, verb, subject, outcome: 'done', details });
}
