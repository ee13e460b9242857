/** A report's number by message, to the phone on file and to no other (docs/rules.md 8). */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { latestRecordTime } from '../books/audit/audit-chain.ts';
import type { Writing } from '../books/books.ts';
import { requireByAccountId } from '../account/holder-rows.ts';
import { findLossReport, type LossReport } from '../loss/loss-rows.ts';
import { officeToday } from '../office/office-rows.ts';
import { queueMessage } from '../outbox/outbox.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import { callDetails } from './caller.ts';

/** A number that was sent is not sent again so soon, however often the key is struck. */
const ONCE_IN_MILLISECONDS = 60_000;

/**
 * Of a proven caller any report of theirs, of another caller one that was made by telephone today. Throws RefusalError LOSS_UNKNOWN for
 * any other, and where no phone is on file.
 */
async function sendNumber(
  asked: Asked<'telephone.sendNumber'>,
  { number, language }: Input<'telephone.sendNumber'>,
): Promise<Output<'telephone.sendNumber'>> {
  return asked.books.write(async (writing) => {
    const report = await findLossReport(writing, number);
    if (report === null || !(await isTheirs(writing, asked, report))) throw new RefusalError('LOSS_UNKNOWN');
    const holder = await requireByAccountId(writing, report.accountId);
    if (holder.phone === '') throw new RefusalError('LOSS_UNKNOWN');
    const before = await latestRecordTime(writing, 'telephone.sendNumber', number);
    if (before !== null && writing.at - before < ONCE_IN_MILLISECONDS) return {};
    const { accountId, phone } = holder;
    await queueMessage(writing, { accountId, phone, kind: 'loss number', language, values: { number } });
    await recordDone(writing, asked, { subject: number, details: callDetails(asked, holder) });
    return {};
  });
}

async function isTheirs(
  writing: Writing,
  { holder }: Asked<'telephone.sendNumber'>,
  report: LossReport,
): Promise<boolean> {
  if (holder !== null) return holder.accountId === report.accountId;
  return report.channel === 'telephone' && report.reportedOn === (await officeToday(writing));
}

export const callerNumberHandlers = { 'telephone.sendNumber': sendNumber };
