/** Requests to a second person who is not at this counter; nothing about one is ever deleted (RULES.md 5). */
import type { Instant } from '../../contract/dates.ts';
import type { ApprovalVerb } from '../../contract/vocabulary.ts';
import type { Reading, Writing } from './books.ts';

export interface ApprovalRequestRow {
  readonly id: string;
  readonly verb: ApprovalVerb;
  readonly accountId: number;
  readonly cardId: number;
  readonly lossNumber: string | null;
  readonly newCard: string | null;
  readonly essence: string;
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
      'new_card_sealed as newCardSealed',
      'essence',
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

function open({ keys }: Reading, { newCardSealed, ...plain }: SealedRow): ApprovalRequestRow {
  return { ...plain, newCard: newCardSealed === null ? null : keys.open('card', newCardSealed) };
}

export async function findRequest(reading: Reading, id: string): Promise<ApprovalRequestRow | null> {
  const row = await select(reading).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : open(reading, row);
}

/** Undecided ones, and whatever was asked or decided since the given instant; newest first. */
export async function recentRequests(reading: Reading, since: Instant): Promise<ApprovalRequestRow[]> {
  const rows = await select(reading)
    .where((where) =>
      where.or([where('outcome', 'is', null), where('decided_at', '>=', since), where('asked_at', '>=', since)]),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('id')
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
      new_card_sealed: request.newCard === null ? null : keys.seal('card', request.newCard),
      essence: request.essence,
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

export async function useRequest({ query, at }: Writing, id: string): Promise<void> {
  await query.updateTable('approval_request').set({ used_at: at }).where('id', '=', id).execute();
}
