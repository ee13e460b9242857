/** A clerk's day as the books know it, and the closings of tills. */
import type { BusinessDate, Instant } from '../../../contract/kernel/dates.ts';
import type { Fen } from '../../../contract/kernel/money.ts';
import type { TillFee } from '../../../contract/day/day-views.ts';
import { ACT_NAME, ACT_OUTCOME } from '../../books/audit/act-name.ts';
import type { Reading, Writing } from '../../books/books.ts';
import type { CountedAct } from './till-rules.ts';

/** Whose till, of which business day. */
export interface TillOf {
  readonly clerkCode: string;
  readonly businessDate: BusinessDate;
}

/** Everything on record of the clerk's day, by name and outcome. */
export function countedActs({ sql }: Reading, of: TillOf): CountedAct[] {
  return sql
    .rows<[TillOf], CountedAct>(
      `SELECT ${ACT_NAME} AS name, ${ACT_OUTCOME} AS outcome, count(*) AS counted, max(audit.seq) AS lastSeq
       FROM audit WHERE audit.business_date = $businessDate AND audit.actor = $clerkCode GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all({ clerkCode: of.clerkCode, businessDate: of.businessDate });
}

/** What new cards were paid with, by class. */
export function feesTaken({ sql }: Reading, of: TillOf): TillFee[] {
  return sql
    .rows<[TillOf], TillFee>(
      `SELECT report.fee_class AS feeClass, count(*) AS counted, sum(report.fee_fen) AS amountFen
       FROM audit JOIN loss_report AS report ON report.number = audit.subject
       WHERE audit.business_date = $businessDate AND audit.actor = $clerkCode
         AND audit.verb = 'loss.reissue' AND audit.outcome = 'done' AND report.fee_class IS NOT NULL
       GROUP BY report.fee_class ORDER BY report.fee_class`,
    )
    .all({ clerkCode: of.clerkCode, businessDate: of.businessDate });
}

/** The clerks of whom anything stands on record that day. */
export function clerksOfDay({ sql }: Reading, businessDate: BusinessDate): string[] {
  return sql
    .values<[BusinessDate], string>(
      'SELECT DISTINCT actor FROM audit JOIN clerk ON clerk.code = audit.actor WHERE business_date = ? ORDER BY actor',
    )
    .all(businessDate);
}

export interface TillClosingRow {
  readonly number: number;
  readonly expectedFen: Fen;
  readonly countedFen: Fen;
  readonly reason: string | null;
  readonly closedBy: string;
  readonly closedAt: Instant;
  readonly auditSeq: number;
}

/** The first of the day first. */
export async function readClosings({ query }: Reading, of: TillOf): Promise<TillClosingRow[]> {
  return query
    .selectFrom('till_closing')
    .select(['number', 'expected_fen as expectedFen', 'counted_fen as countedFen', 'reason'])
    .select(['closed_by as closedBy', 'closed_at as closedAt', 'audit_seq as auditSeq'])
    .where('clerk_code', '=', of.clerkCode)
    .where('business_date', '=', of.businessDate)
    .orderBy('number')
    .execute();
}

export interface NewClosing extends TillOf {
  readonly number: number;
  readonly expectedFen: Fen;
  readonly countedFen: Fen;
  readonly reason: string | null;
  readonly closedBy: string;
  readonly counter: string;
  readonly acts: readonly CountedAct[];
  readonly fees: readonly TillFee[];
}

export async function insertClosing({ query, at }: Writing, closing: NewClosing, auditSeq: number): Promise<void> {
  const { id } = await query
    .insertInto('till_closing')
    .values({
      clerk_code: closing.clerkCode,
      business_date: closing.businessDate,
      number: closing.number,
      expected_fen: closing.expectedFen,
      counted_fen: closing.countedFen,
      reason: closing.reason,
      closed_by: closing.closedBy,
      counter: closing.counter,
      closed_at: at,
      audit_seq: auditSeq,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const counts = closing.acts.map(({ name, outcome, counted }) => ({ closing_id: id, name, outcome, counted }));
  if (counts.length > 0) await query.insertInto('till_count').values(counts).execute();
  const fees = closing.fees.map((fee) => ({
    closing_id: id,
    fee_class: fee.feeClass,
    counted: fee.counted,
    amount_fen: fee.amountFen,
  }));
  if (fees.length > 0) await query.insertInto('till_fee').values(fees).execute();
}

/** A visit that goes on, with who is in it and where. */
export interface OpenVisitRow {
  readonly clerkCode: string;
  readonly name: string;
  readonly counter: string;
}

/** Visits nobody has done anything in since `idleBefore` are over by themselves. */
export async function openVisits({ query }: Reading, idleBefore: Instant): Promise<OpenVisitRow[]> {
  return query
    .selectFrom('visit')
    .innerJoin('session', 'session.token_hash', 'visit.session_hash')
    .innerJoin('clerk', 'clerk.code', 'visit.clerk_code')
    .select(['visit.clerk_code as clerkCode', 'clerk.name', 'session.counter'])
    .where('visit.ended_at', 'is', null)
    .where('session.ended_at', 'is', null)
    .where('visit.last_active_at', '>', idleBefore)
    .orderBy('visit.clerk_code')
    .execute();
}

/** Papers that wait in the print queues: a clerk's, or with null everybody's. */
export async function papersWaiting({ query }: Reading, clerkCode: string | null): Promise<number> {
  const { count } = await query
    .selectFrom('print_job')
    .where('state', '=', 'queued')
    .$if(clerkCode !== null, (jobs) => jobs.where('clerk_code', '=', clerkCode ?? ''))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
