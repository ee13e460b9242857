/** Visits: who stood at the counter, when, and how the visit ended. */
import { z } from 'zod';
import type { Instant } from '../../../contract/kernel/dates.ts';
import type { NetworkCheck } from '../../../contract/kernel/vocabulary.ts';
import type { Reading, Writing } from '../../books/books.ts';
import { storedJson } from '../../books/stored-json.ts';

const agentSchema = z.object({
  idNumber: z.string(),
  name: z.string(),
  relation: z.string(),
  phone: z.string().optional(),
  address: z.string().optional(),
  householdRegister: z.boolean(),
});
export type RecordedAgent = z.infer<typeof agentSchema>;

export interface VisitRow {
  readonly id: string;
  readonly clerkCode: string;
  readonly sessionHash: string;
  readonly accountId: number;
  readonly cardId: number;
  readonly lastActiveAt: Instant;
  readonly endedAt: Instant | null;
  readonly networkCheck: NetworkCheck;
  readonly secondaryDocument: string | null;
  readonly agent: RecordedAgent | null;
  readonly cardShown: boolean;
}

export interface NewVisit {
  readonly id: string;
  readonly clerkCode: string;
  readonly sessionHash: string;
  readonly accountId: number;
  readonly cardId: number;
  readonly networkCheck: NetworkCheck;
  readonly secondaryDocument: string | null;
  readonly agent: RecordedAgent | null;
  readonly cardShown: boolean;
}

export async function insertVisit({ query, at, keys }: Writing, visit: NewVisit): Promise<void> {
  await query
    .insertInto('visit')
    .values({
      id: visit.id,
      clerk_code: visit.clerkCode,
      session_hash: visit.sessionHash,
      account_id: visit.accountId,
      card_id: visit.cardId,
      opened_at: at,
      last_active_at: at,
      ended_at: null,
      end_reason: null,
      network_check: visit.networkCheck,
      secondary_document_sealed:
        visit.secondaryDocument === null ? null : keys.seal('document', visit.secondaryDocument),
      agent_sealed: visit.agent === null ? null : keys.seal('agent', JSON.stringify(visit.agent)),
      card_shown: visit.cardShown ? 1 : 0,
    })
    .execute();
}

function select({ query }: Reading) {
  return query
    .selectFrom('visit')
    .select([
      'id',
      'clerk_code as clerkCode',
      'session_hash as sessionHash',
      'account_id as accountId',
      'card_id as cardId',
      'last_active_at as lastActiveAt',
      'ended_at as endedAt',
      'network_check as networkCheck',
      'secondary_document_sealed as documentSealed',
      'agent_sealed as agentSealed',
      'card_shown as cardShown',
    ]);
}

type SealedRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function open({ keys }: Reading, { documentSealed, agentSealed, cardShown, ...plain }: SealedRow): VisitRow {
  const secondaryDocument = documentSealed === null ? null : keys.open('document', documentSealed);
  const agent = agentSealed === null ? null : storedJson(agentSchema, keys.open('agent', agentSealed), 'agent');
  return { ...plain, secondaryDocument, agent, cardShown: cardShown === 1 };
}

export async function findVisit(reading: Reading, id: string): Promise<VisitRow | null> {
  const row = await select(reading).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : open(reading, row);
}

/** The one visit a session has open; a session serves one customer at a time. */
export async function findOpenVisit(reading: Reading, sessionHash: string): Promise<VisitRow | null> {
  const row = await select(reading)
    .where('session_hash', '=', sessionHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : open(reading, row);
}

export async function touchVisit({ query, at }: Writing, id: string): Promise<void> {
  await query.updateTable('visit').set({ last_active_at: at }).where('id', '=', id).execute();
}

/** The time begins again, so every visit ends. */
export async function endEveryVisit({ query, at }: Writing): Promise<void> {
  await query
    .updateTable('visit')
    .set({ ended_at: at, end_reason: 'signed-out' })
    .where('ended_at', 'is', null)
    .execute();
}

export async function endVisit(
  { query }: Writing,
  id: string,
  end: { readonly at: Instant; readonly reason: 'finished' | 'idle' | 'signed-out' },
): Promise<void> {
  await query
    .updateTable('visit')
    .set({ ended_at: end.at, end_reason: end.reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}
