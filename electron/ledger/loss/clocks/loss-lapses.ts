/**
 * Oral reports lapse by the clock, also while no day is closed and while the program is off (docs/rules.md 3). Every
 * query works that out from the clock (loss-rows.ts); the next command about losses writes it into the
 * timeline.
 */
import type { Writing } from '../../books/books.ts';
import { overdueOralReports } from '../loss-rows.ts';
import { endCardPart, holdEnd, type HandledBy } from '../loss-steps.ts';

/** The clock is the actor, and not the clerk whose request writes it. */
const CLOCK: HandledBy = { actor: 'system', visitId: null, second: null };

/** Writes every lapse that is due, each with its own end as its time; the end of the hold is in the books already. */
export async function lapseOverdue(writing: Writing): Promise<void> {
  for (const report of await overdueOralReports(writing)) {
    const end = holdEnd(report.lapsesOn);
    if (end === null) throw new Error('an oral report without a last day');
    await endCardPart(writing, report, 'lapse', { handledBy: CLOCK, now: end, holdUntil: end, note: null });
  }
}
