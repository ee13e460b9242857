/** Requests to a second person who is not at this counter; nothing about one is ever deleted (docs/rules.md 5). */
import type { ExpressionBuilder } from 'kysely';
import { z } from 'zod';
import { askedSchema, type AskedFact } from '../../contract/approvals/approval-views.ts';
import type { Instant } from '../../contract/kernel/dates.ts';
import type { ApprovalVerb } from '../../contract/kernel/vocabulary.ts';
import type { Reading, Writing } from '../books/books.ts';
import { storedJson } from '../books/stored-json.ts';
import type { Tables } from '../books/tables/tables.ts';

export interface ApprovalRequestRow {
  readonly id: string;
  readonly verb: ApprovalVerb;
  /** Null for a file. */
  readonly accountId: number | null;
  readonly cardId: number | null;
  readonly lossNumber: string | null;
  /** Blind index over the whole command: an approval is used for exactly this one. */
  readonly binding: string;
  readonly facts: readonly AskedFact[];
  /** The command that was asked about; null for a request of an earlier version. */
  readonly input: Readonly<Record<string, unknown>> | null;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly outcome: 'approved' | 'refused' | null;
  readonly reason: string | null;
  readonly usedAt: Instant | null;
}

function select({ query }: Reading) {
  return query
    .selectFrom('approval_request')
    .select([
      'id',
      'verb',
      'account_id as accountId',
      'card_id as cardId',
      'loss_number as lossNumber',
      'essence as binding',
      'content_sealed as contentSealed',
      'asked_by as askedBy',
      'asked_at as askedAt',
      'expires_at as expiresAt',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
      'outcome',
      'reason',
      'used_at as usedAt',
    ]);
}

type SealedRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

const contentSchema = askedSchema
  .pick({ facts: true })
  .extend({ input: z.record(z.string(), z.unknown()).nullable().default(null) });

/** Requests of earlier versions keep the name that the command had then. */
function presentName(verb: SealedRow['verb']): ApprovalVerb {
  return verb === 'pin.begin' ? 'customer.beginTask' : verb;
}

function open({ keys }: Reading, { contentSealed, verb, ...plain }: SealedRow): ApprovalRequestRow {
  const content = storedJson(contentSchema, keys.open('approval', contentSealed), 'approval');
  return { ...plain, verb: presentName(verb), ...content };
}

export async function findRequest(reading: Reading, id: string): Promise<ApprovalRequestRow | null> {
  const row = await select(reading).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : open(reading, row);
}

/** Which requests a list is about. */
export interface RequestsListed {
  /** What was decided or ran out before has left the list; it stays on record. */
  readonly since: Instant;
  /** One clerk's own; null for everybody's. */
  readonly askedBy: string | null;
}

type Where = ExpressionBuilder<Tables, 'approval_request'>;

/** Whatever still runs, or was decided or ran out since. */
function isListed({ since, askedBy }: RequestsListed) {
  return (where: Where) =>
    where.and([
      where('expires_at', '>', since),
      where.or([where('decided_at', 'is', null), where('decided_at', '>', since)]),
      ...(askedBy === null ? [] : [where('asked_by', '=', askedBy)]),
    ]);
}

function isPending(where: Where, at: Instant) {
  return where.and([where('outcome', 'is', null), where('expires_at', '>', at)]);
}

/** How many are listed, and how many of those wait: pending, or approved for this clerk and not used yet. */
export async function countRequests(
  { query, at }: Reading,
  which: RequestsListed,
  clerk: string,
): Promise<{ readonly total: number; readonly waiting: number }> {
  return query
    .selectFrom('approval_request')
    .where(isListed(which))
    .select((of) => {
      const usable = [of('outcome', '=', 'approved'), of('used_at', 'is', null), of('asked_by', '=', clerk)];
      const waits = of.or([isPending(of, at), of.and([...usable, of('expires_at', '>', at)])]);
      return [of.fn.countAll<number>().as('total'), of.fn.countAll<number>().filterWhere(waits).as('waiting')];
    })
    .executeTakeFirstOrThrow();
}

/** Pending ones first, the soonest to run out on top; then the others, the latest decided or run out on top. */
export async function listRequests(
  reading: Reading,
  which: RequestsListed,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ApprovalRequestRow[]> {
  const { at } = reading;
  const rows = await select(reading)
    .where(isListed(which))
    .orderBy((of) => of.case().when(isPending(of, at)).then(0).else(1).end())
    .orderBy((of) => of.case().when(isPending(of, at)).then(of.ref('expires_at')).else(0).end())
    .orderBy((of) => of.fn.coalesce('decided_at', 'expires_at'), 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => open(reading, row));
}

/** The latest that a clerk asked for, of those listed. */
export async function latestRequestsOf(
  reading: Reading,
  { since, askedBy }: { readonly since: Instant; readonly askedBy: string },
  limit: number,
): Promise<ApprovalRequestRow[]> {
  const rows = await select(reading)
    .where(isListed({ since, askedBy }))
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => open(reading, row));
}

export type NewRequest = Omit<
  ApprovalRequestRow,
  'askedAt' | 'decidedBy' | 'decidedAt' | 'outcome' | 'reason' | 'usedAt'
>;

export async function insertRequest({ query, at, keys }: Writing, request: NewRequest): Promise<void> {
  await query
    .insertInto('approval_request')
    .values({
      id: request.id,
      verb: request.verb,
      account_id: request.accountId,
      card_id: request.cardId,
      loss_number: request.lossNumber,
      essence: request.binding,
      content_sealed: keys.seal('approval', JSON.stringify({ facts: request.facts, input: request.input })),
      asked_by: request.askedBy,
      asked_at: at,
      expires_at: request.expiresAt,
    })
    .execute();
}

export async function decideRequest(
  { query, at }: Writing,
  id: string,
  decision: { readonly by: string; readonly outcome: 'approved' | 'refused'; readonly reason: string | null },
): Promise<void> {
  await query
    .updateTable('approval_request')
    .set({ decided_by: decision.by, decided_at: at, outcome: decision.outcome, reason: decision.reason })
    .where('id', '=', id)
    .execute();
}

/** Whatever could still be decided or used has run out by the given time. */
export async function endApprovalsBy({ query }: Writing, at: Instant): Promise<void> {
  await query
    .updateTable('approval_request')
    .set({ expires_at: at })
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .execute();
}

/** A request that is not as it was seen has run out. */
export async function endRequest({ query, at }: Writing, id: string): Promise<void> {
  await query.updateTable('approval_request').set({ expires_at: at }).where('id', '=', id).execute();
}

/** What a clerk who was disabled asked for or approved, and nobody has used yet, is of no use any more. */
export async function endRequestsOf({ query, at }: Writing, clerkCode: string): Promise<void> {
  await query
    .updateTable('approval_request')
    .set({ expires_at: at })
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .where((where) => where.or([where('asked_by', '=', clerkCode), where('decided_by', '=', clerkCode)]))
    .execute();
}

export async function useRequest({ query, at }: Writing, id: string): Promise<void> {
  await query.updateTable('approval_request').set({ used_at: at }).where('id', '=', id).execute();
}
