/**
 * Each clerk closes their own till at their own counter; a supervisor closes that of a clerk who is away (docs/rules.md 9). What is
 * done afterwards opens it again, and the next closing counts the whole day anew.
 */
import type { Till } from '../../../contract/day/day-views.ts';
import type { Instant } from '../../../contract/kernel/dates.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { yuanGrouped, type Fen } from '../../../contract/kernel/money.ts';
import type { Clerk } from '../../../contract/office/office-views.ts';
import type { Input, Output } from '../../../contract/verbs.ts';
import { nextAuditSeq } from '../../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../../books/books.ts';
import { readSettings, requireOffice } from '../../office/office-rows.ts';
import type { Asked } from '../../request/asked.ts';
import { findClerk } from '../../request/clerk/clerk-rows.ts';
import { answeredOnce } from '../../request/operations.ts';
import { recordDone } from '../../request/record.ts';
import { publicClerk, type Scope } from '../../request/scope.ts';
import {
  countedActs,
  feesTaken,
  insertClosing,
  openVisits,
  papersWaiting,
  readClosings,
  type OpenVisitRow,
  type TillClosingRow,
} from './till-rows.ts';
import { tillFigures, tillState } from './till-rules.ts';

const MILLISECONDS_A_MINUTE = 60_000;

/** Of the open business day. */
export async function tillOf(reading: Reading, clerk: Clerk): Promise<Till> {
  const { businessDate } = await requireOffice(reading);
  const of = { clerkCode: clerk.code, businessDate };
  const closings = await readClosings(reading, of);
  const acts = countedActs(reading, of);
  const visits = await visitsGoingOn(reading);
  return {
    clerk: publicClerk(clerk),
    businessDate,
    state: tillState(acts, closings.at(-1)?.auditSeq ?? null),
    figures: tillFigures(acts, feesTaken(reading, of)),
    closings: closings.map(shownClosing),
    visitOpen: visits.some(({ clerkCode }) => clerkCode === clerk.code),
    papersWaiting: await papersWaiting(reading, clerk.code),
  };
}

function shownClosing({ number, expectedFen, countedFen, reason, closedBy, closedAt }: TillClosingRow) {
  return { number, expectedFen, countedFen, reason, closedBy, closedAt };
}

/** One that was left alone for its minutes is over, whether that is written down yet or not. */
export async function visitsGoingOn(reading: Reading): Promise<OpenVisitRow[]> {
  const { visitIdleMinutes } = await readSettings(reading);
  return openVisits(reading, (reading.at - visitIdleMinutes * MILLISECONDS_A_MINUTE) as Instant);
}

async function view({ books, session }: Asked<'till.view'>): Promise<Output<'till.view'>> {
  return books.read((reading) => tillOf(reading, session.clerk));
}

async function closeOwn(asked: Asked<'till.close'>, input: Input<'till.close'>): Promise<Output<'till.close'>> {
  return answeredOnce(asked, (writing) => closeTill(writing, asked, asked.session.clerk, input));
}

/** Throws besides what closeTill throws RefusalError CLERK_UNKNOWN; their own till a supervisor closes as every clerk does. */
async function closeFor(
  asked: Asked<'till.closeFor'>,
  input: Input<'till.closeFor'>,
): Promise<Output<'till.closeFor'>> {
  return answeredOnce(asked, async (writing) => {
    const clerk = await findClerk(writing, input.clerkCode);
    if (clerk === null) throw new RefusalError('CLERK_UNKNOWN', { clerkCode: input.clerkCode });
    return closeTill(writing, asked, clerk, input);
  });
}

interface Counted {
  readonly countedFen: Fen;
  readonly reason: string | null;
}

/** Throws RefusalError TILL_VISIT_OPEN, TILL_CLOSED, TILL_DIFFERENCE for a difference without a reason. */
async function closeTill(
  writing: Writing,
  asked: Scope & { readonly verb: 'till.close' | 'till.closeFor' },
  clerk: Clerk,
  { countedFen, reason }: Counted,
): Promise<Till> {
  const till = await tillOf(writing, clerk);
  const who = { clerkCode: clerk.code, name: clerk.name };
  if (till.visitOpen) throw new RefusalError('TILL_VISIT_OPEN', who);
  if (till.state === 'closed') throw new RefusalError('TILL_CLOSED', who);
  const { expectedFen } = till.figures;
  if (countedFen !== expectedFen && reason === null)
    throw new RefusalError('TILL_DIFFERENCE', {
      counted: yuanGrouped(countedFen),
      expected: yuanGrouped(expectedFen),
    });
  const of = { clerkCode: clerk.code, businessDate: till.businessDate };
  const closing = {
    ...of,
    number: till.closings.length + 1,
    expectedFen,
    countedFen,
    reason,
    closedBy: asked.actor,
    counter: asked.counter,
    acts: countedActs(writing, of),
    fees: feesTaken(writing, of),
  };
  await insertClosing(writing, closing, await nextAuditSeq(writing));
  const details = { number: closing.number, expectedFen, countedFen, reason };
  await recordDone(writing, asked, { subject: clerk.code, details });
  return tillOf(writing, clerk);
}

export const tillsHandlers = {
  'till.view': view,
  'till.close': closeOwn,
  'till.closeFor': closeFor,
};
