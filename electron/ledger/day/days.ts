/**
 * The business day: it only moves forward, by closing the day (docs/rules.md 6). An office by the calendar closes with
 * a supervisor and no day before it is over; one by its books goes where it is told (docs/formats.md 6).
 */
import { addDays, type BusinessDate, type Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { officeDay, type ClockedOffice } from '../office/office-clock-rules.ts';
import { insertDecision } from '../second-person/approval-rows.ts';
import { batchBeingPosted } from '../account/posting-rows.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Writing } from '../books/books.ts';
import { interestIsSettled, settleInterest } from '../interest/interest-settlement.ts';
import { settlementDays } from '../interest/interest-rules.ts';
import { moveBusinessDate, requireOffice } from '../office/office-rows.ts';
import { lapseOverdue } from '../loss/clocks/loss-lapses.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { headText } from '../books/anchor/anchor-rules.ts';
import type { Asked } from '../request/asked.ts';
import { backupAtDayEnd } from '../request/kept-backups.ts';
import type { Ledger, Scope } from '../request/scope.ts';
import { authorise, type Authorisation } from '../second-person/second-person.ts';

export async function businessDay(ledger: Ledger): Promise<BusinessDate> {
  return (await ledger.books.read(requireOffice)).businessDate;
}

/** Who closes: the actor, and the supervisor who authorised it where the actor is none. */
export interface Closer {
  readonly actor: string;
  readonly second: string | null;
}

/** Closes the current day; the next calendar day begins. Answers the new business date. Throws RefusalError DAY_AHEAD, FILE_BEING_POSTED. */
export async function closeDay(ledger: Ledger, actor: string): Promise<BusinessDate> {
  return closeWithInterest(ledger, { actor, second: null });
}

/** The interest that falls due with the day first. */
async function closeWithInterest(ledger: Ledger, closer: Closer): Promise<BusinessDate> {
  for (;;) {
    const office = await ledger.books.read(requireOffice);
    const { businessDate: day } = office;
    const closing = { day, next: addDays(day, 1), clerk: closer.actor, second: closer.second };
    refuseDayAhead(office, closing.next, ledger.books.clock());
    await settleInterest(ledger.postings.books, closing);
    const next = await ledger.books.write(async (writing) => {
      const isSame = (await requireOffice(writing)).businessDate === day;
      return isSame && (await interestIsSettled(writing, closing)) ? closeOne(writing, closer) : null;
    });
    if (next !== null) return next;
  }
}

async function closeOne(writing: Writing, closer: Closer): Promise<BusinessDate> {
  const { actor, second } = closer;
  const office = await requireOffice(writing);
  const { businessDate } = office;
  const next = addDays(businessDate, 1);
  refuseDayAhead(office, next, writing.at);
  await refuseWhilePosting(writing);
  await recordCloserDecision(writing, closer, businessDate);
  await appendAudit(writing, { actor, second, verb: 'day.close', subject: businessDate, outcome: 'done' });
  await moveBusinessDate(writing, next);
  await lapseOverdue(writing);
  return next;
}

/** Throws RefusalError DAY_AHEAD when the calendar of an office that lives by it has not come to the day yet. */
export function refuseDayAhead(office: ClockedOffice, day: BusinessDate, at: Instant): void {
  const today = officeDay(office, at);
  if (office.livesBy === 'calendar' && day > today) throw new RefusalError('DAY_AHEAD', { date: day, today });
}

/** A file is posted on one day, to its end. Throws RefusalError FILE_BEING_POSTED. */
async function refuseWhilePosting(writing: Writing): Promise<void> {
  const batch = await batchBeingPosted(writing);
  if (batch !== null) throw new RefusalError('FILE_BEING_POSTED', { batch });
}

/** The supervisor's word, where one stood beside whoever closes. */
export async function recordCloserDecision(
  writing: Writing,
  { actor, second }: Closer,
  day: BusinessDate,
): Promise<void> {
  if (second === null) return;
  const asked = { verb: 'day.close', subject: day, requestedBy: actor, requestedAt: writing.at };
  await insertDecision(writing, { ...asked, decidedBy: second, outcome: 'approved', reason: null });
}

/** Thirty years: a year that was mistyped would keep an office by its books closing days for hours; today ends one by the calendar. */
const MOST_DAYS = 10_958;

/**
 * Closes day after day until `to` is the business date. Throws RefusalError DATE_INVALID when `to` lies behind or too far ahead, DAY_AHEAD
 * when it lies ahead of the calendar in an office that lives by it.
 */
export async function advanceTo(ledger: Ledger, to: BusinessDate, actor: string): Promise<BusinessDate> {
  return advance(ledger, to, { actor, second: null });
}

/** In one transaction from one settlement of interest to the next. */
async function advance(ledger: Ledger, to: BusinessDate, closer: Closer): Promise<BusinessDate> {
  const office = await ledger.books.read(requireOffice);
  const { businessDate } = office;
  if (to < businessDate) throw new RefusalError('DATE_INVALID', { date: to, businessDate });
  refuseDayAhead(office, to, ledger.books.clock());
  if (office.livesBy === 'books' && to > addDays(businessDate, MOST_DAYS))
    throw new RefusalError('DATE_INVALID', { date: to, businessDate });
  // What was broken off first: no day is left half booked.
  await settleInterest(ledger.postings.books, {
    ...{ day: businessDate, next: businessDate },
    ...{ clerk: closer.actor, second: closer.second },
  });
  for (const due of settlementDays(businessDate, to)) {
    await ledger.books.write((writing) => closeUpTo(writing, due, closer));
    await closeWithInterest(ledger, closer);
  }
  return ledger.books.write((writing) => closeUpTo(writing, to, closer));
}

async function closeUpTo(writing: Writing, to: BusinessDate, closer: Closer): Promise<BusinessDate> {
  let { businessDate } = await requireOffice(writing);
  while (businessDate < to) businessDate = await closeOne(writing, closer);
  return businessDate;
}

/**
 * Closes the current day (`to` null), or day after day up to `to`, for whoever asks. Throws what advanceTo throws, and in an
 * office by the calendar SIGN_IN_REQUIRED where nobody is named, and what the second person is refused with.
 */
export async function closeDays(
  scope: Scope,
  to: BusinessDate | null,
  given: Authorisation | null,
): Promise<BusinessDate> {
  const closer = await closerOf(scope, given);
  return to === null ? closeWithInterest(scope, closer) : advance(scope, to, closer);
}

/** Proves the supervisor in an office by the calendar; one by its books asks for none. */
export async function closerOf(scope: Scope, given: Authorisation | null): Promise<Closer> {
  const { livesBy } = await scope.books.read(requireOffice);
  return { actor: scope.actor, second: livesBy === 'books' ? null : await supervisorBeside(scope, given) };
}

/** Null where the acting clerk may decide alone. */
async function supervisorBeside({ session, ...scope }: Scope, given: Authorisation | null): Promise<string | null> {
  if (session !== null && session.clerk.role !== 'clerk') return null;
  if (session === null && given === null) throw new RefusalError('SIGN_IN_REQUIRED', { option: '--as CODE' });
  return (await authorise({ session, ...scope }, scope.actor, given)).code;
}

async function close(asked: Asked<'day.close'>, input: Input<'day.close'>): Promise<Output<'day.close'>> {
  const businessDate = await closeDays(asked, input.to, input.authorisation);
  await backupAtDayEnd(asked);
  return { businessDate, head: printedHead(asked) };
}

/** The head of the books as it is printed; null where they have no anchor. */
export function printedHead({ books }: Pick<Ledger, 'books'>): string | null {
  const point = books.anchoring?.point ?? null;
  return point === null ? null : headText(point);
}

export const daysHandlers = {
  'day.close': close,
};
