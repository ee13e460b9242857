/**
 * A supervisor's decision that the computer's clock is right although it lies behind the last commit: it had been fast before.
 * The time begins anew at the clock, on record; what had ended by the time before stays ended, and what still ran ends with it.
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Instant } from '../../contract/kernel/dates.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { Clerk } from '../../contract/office/office-views.ts';
import { officeDay, officeTime } from '../office/office-clock-rules.ts';
import { endApprovalsBy } from '../second-person/approval-request-rows.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Writing } from '../books/books.ts';
import { countMismatchesBy } from '../request/clerk/clerk-rows.ts';
import { shiftTries } from '../request/clerk/password-try-rows.ts';
import { beginHoldsBy } from '../loss/debit-hold-rows.ts';
import { requireOffice } from '../office/office-rows.ts';
import { endOtherSessions } from '../request/session/session-rows.ts';
import { endEveryVisit } from '../request/visit/visit-rows.ts';
import { lapseOverdue } from '../loss/clocks/loss-lapses.ts';
import type { Asked } from '../request/asked.ts';
import type { Scope } from '../request/scope.ts';

async function acceptClock(
  asked: Asked<'clock.accept'>,
  input: Input<'clock.accept'>,
): Promise<Output<'clock.accept'>> {
  await decideClock(asked, asked.second.decider, input.reason);
  return {};
}

/**
 * Throws RefusalError CLOCK_NOT_BEHIND, SECOND_PERSON_ROLE for a clerk, REASON_REQUIRED, or DATE_INVALID for a clock from
 * before the office was opened.
 */
async function decideClock(scope: Scope, decider: Clerk, reason: string): Promise<void> {
  const behind = scope.books.clockBehind();
  if (behind === null) throw new RefusalError('CLOCK_NOT_BEHIND');
  if (decider.role === 'clerk') throw new RefusalError('SECOND_PERSON_ROLE', { clerkCode: decider.code });
  if (reason.trim().length < 2) throw new RefusalError('REASON_REQUIRED');
  const acceptedClock = behind.clock;
  await scope.books.write((writing) => beginAnew(writing, scope, { decider, reason, clock: acceptedClock }), {
    whileBehind: true,
    acceptedClock,
  });
}

interface Decision {
  readonly decider: Clerk;
  readonly reason: string;
  readonly clock: Instant;
}

async function beginAnew(writing: Writing, scope: Scope, { decider, reason, clock }: Decision): Promise<void> {
  const office = await requireOffice(writing);
  const day = officeDay({ ...office, livesBy: 'calendar' }, clock);
  if (day < office.openingDate) throw new RefusalError('DATE_INVALID', { date: day });
  const details = { from: officeTime(office, writing.at), to: officeTime(office, clock), reason };
  await lapseOverdue(writing);
  await endEveryVisit(writing);
  await endOtherSessions(writing, scope.session?.hash ?? null);
  await endApprovalsBy(writing, clock);
  await countMismatchesBy(writing, clock);
  await shiftTries(writing, writing.at - clock);
  await beginHoldsBy(writing, details.to);
  // The record is the first of the time that begins.
  await appendAudit({ ...writing, at: clock }, { actor: decider.code, verb: 'clock.accept', outcome: 'done', details });
}

export const clockDecisionHandlers = {
  'clock.accept': acceptClock,
};
