/** The business day: it only moves forward, by closing the day (RULES.md 6). */
import { addDays, type BusinessDate } from '../../contract/dates.ts';
import { RefusalError } from '../../contract/errors.ts';
import { appendAudit } from '../storage/audit-chain.ts';
import type { Writing } from '../storage/books.ts';
import { moveBusinessDate, requireOffice } from '../storage/office-rows.ts';
import { lapseOverdue } from './loss-lapses.ts';
import type { Ledger } from './scope.ts';

export async function businessDay(ledger: Ledger): Promise<BusinessDate> {
  return (await ledger.books.read(requireOffice)).businessDate;
}

/** Closes the current day; the next calendar day begins. Answers the new business date. */
export async function closeDay(ledger: Ledger, actor: string): Promise<BusinessDate> {
  return ledger.books.write((writing) => closeOne(writing, actor));
}

async function closeOne(writing: Writing, actor: string): Promise<BusinessDate> {
  const { businessDate } = await requireOffice(writing);
  await appendAudit(writing, { actor, verb: 'day.close', subject: businessDate, outcome: 'done' });
  const next = addDays(businessDate, 1);
  await moveBusinessDate(writing, next);
  await lapseOverdue(writing);
  return next;
}

/** Closes day after day until `to` is the business date. Throws RefusalError DATE_INVALID when `to` lies behind. */
export async function advanceTo(ledger: Ledger, to: BusinessDate, actor: string): Promise<BusinessDate> {
  return ledger.books.write(async (writing) => {
    let { businessDate } = await requireOffice(writing);
    if (to < businessDate) throw new RefusalError('DATE_INVALID', { date: to, businessDate });
    while (businessDate < to) businessDate = await closeOne(writing, actor);
    return businessDate;
  });
}
