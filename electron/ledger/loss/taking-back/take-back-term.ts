/** Whether a loss report can still be taken back as entered by mistake, as the books and the clock stand (docs/rules.md 3). */
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { latestRecordTime } from '../../books/audit/audit-chain.ts';
import type { Reading } from '../../books/books.ts';
import { officeToday, readSettings } from '../../office/office-rows.ts';
import { readTimeline, type LossReport } from '../loss-rows.ts';
import { lossStatus } from '../loss-state-rules.ts';
import { stateRefusal } from '../loss-steps.ts';
import { takeBackFault } from './take-back-rules.ts';

export async function canBeTakenBack(reading: Reading, report: LossReport): Promise<boolean> {
  return (await refusalOfTakingBack(reading, report)) === null;
}

/** Throws RefusalError LOSS_STATE for a report that has ended, TAKE_BACK_FOLLOWED or TAKE_BACK_LATE. */
export async function refuseTakingBack(reading: Reading, report: LossReport): Promise<void> {
  const refusal = await refusalOfTakingBack(reading, report);
  if (refusal !== null) throw refusal;
}

/** Null where it may be taken back; `minutes` are the office's unless somebody else's are given. */
export async function refusalOfTakingBack(
  reading: Reading,
  report: LossReport,
  given: number | null = null,
): Promise<RefusalError | null> {
  const status = lossStatus(report.cardState, report.passwordState);
  if (status !== 'reported' && status !== 'waiting') return stateRefusal(report);
  const minutes = given ?? (await readSettings(reading)).lossTakeBackMinutes;
  const late = new RefusalError('TAKE_BACK_LATE', { minutes });
  const at = await latestRecordTime(reading, 'loss.report', report.number);
  // Before this version nobody kept how the PIN stood.
  if (at === null || (report.passwordState === 'void' && report.pinBefore === null)) return late;
  const events = (await readTimeline(reading, report.number)).map(({ event }) => event);
  const today = await officeToday(reading);
  const fault = takeBackFault({ events, on: report.reportedOn, at }, { today, at: reading.at, minutes });
  if (fault === 'followed') return new RefusalError('TAKE_BACK_FOLLOWED', { number: report.number });
  return fault === 'late' ? late : null;
}
