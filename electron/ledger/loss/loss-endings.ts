/**
 * How loss reports end at the counter: found again, replaced by a new card; and the department's own number
 * (docs/rules.md 3).
 */
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { fen, type Fen } from '../../contract/kernel/money.ts';
import type { ReissueFeeClass } from '../../contract/kernel/vocabulary.ts';
import { stopsDebits } from './loss-state-rules.ts';
import { maskCard } from '../numbers/masking.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import { replaceCard } from '../account/card-replacement-rows.ts';
import type { HolderAccount } from '../account/holder-rows.ts';
import { changeLossReport, type LossReport } from './loss-rows.ts';
import { officeNow, officeToday, readSettings } from '../office/office-rows.ts';
import { endCardPart, nextCardState, record, requireReport, stateRefusal, step, type HandledBy } from './loss-steps.ts';

/** Found again before reissue. Throws RefusalError LOSS_STATE. */
export async function cancelLoss(writing: Writing, report: LossReport, handledBy: HandledBy): Promise<LossReport> {
  const now = await officeNow(writing);
  await endCardPart(writing, report, 'cancel', { handledBy, now, holdUntil: now, note: null });
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
 * The account gets a new card; the old one is replaced and on hold for ever. Throws RefusalError LOSS_STATE,
 * REISSUE_TOO_EARLY or CARD_TAKEN.
 */
export async function reissueCard(
  writing: Writing,
  report: LossReport,
  reissue: Reissue,
  handledBy: HandledBy,
): Promise<LossReport> {
  const now = await officeNow(writing);
  const today = await officeToday(writing);
  refuseEarly(report, today);
  const cardState = nextCardState(report, 'reissue');
  const feeFen = (await reissueFees(writing))[reissue.feeClass];
  const seq = await nextAuditSeq(writing);
  const newCardId = await replaceCard(writing, reissue, { issuedOn: today, auditSeq: seq });
  await step(writing, report.number, 'reissued', { handledBy, now, note: maskCard(reissue.card) });
  const { feeClass } = reissue;
  await record(writing, handledBy, 'loss.reissue', report.number, { feeClass, feeFen });
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
  handledBy: HandledBy,
): Promise<LossReport> {
  if (report.secondReference !== null) throw new RefusalError('REFERENCE_TAKEN', { reference: report.secondReference });
  const now = await officeNow(writing);
  await step(writing, report.number, 'reference-added', { handledBy, now, note: reference });
  const seq = await record(writing, handledBy, 'loss.addReference', report.number, {});
  await changeLossReport(writing, report.number, { secondReference: reference }, seq);
  return requireReport(writing, report.number);
}

/**
 * The first number is kept on the timeline beside the new one and the reason. Throws RefusalError LOSS_STATE where there is
 * none to correct.
 */
export async function correctReference(
  writing: Writing,
  report: LossReport,
  { reference, reason }: { readonly reference: string; readonly reason: string },
  handledBy: HandledBy,
): Promise<LossReport> {
  const before = report.secondReference;
  if (before === null) throw stateRefusal(report);
  const now = await officeNow(writing);
  await step(writing, report.number, 'reference-corrected', {
    handledBy,
    now,
    note: `${before} → ${reference} (${reason})`,
  });
  const seq = await record(writing, handledBy, 'loss.correctReference', report.number, { reason });
  await changeLossReport(writing, report.number, { secondReference: reference }, seq);
  return requireReport(writing, report.number);
}
