/** The queue of approvals: asked at one counter, decided at another sign-in, used by the one who asked (RULES.md 5). */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../contract/dates.ts';
import { RefusalError } from '../../contract/errors.ts';
import type { ApprovalRequest } from '../../contract/loss-views.ts';
import { PAGE_ROWS, placeOfPage } from '../../contract/paging.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { ApprovalState } from '../../contract/vocabulary.ts';
import { judgeCardNumber } from '../domain/card-number.ts';
import { parseLossNumber } from '../domain/loss-number.ts';
import { maskCard, maskName } from '../domain/masking.ts';
import { secondPersonFault } from '../domain/second-person.ts';
import { insertDecision } from '../storage/approval-rows.ts';
import {
  countRequests,
  decideRequest,
  findRequest,
  insertRequest,
  latestRequestsOf,
  listRequests,
  type ApprovalRequestRow,
} from '../storage/approval-requests.ts';
import { appendAudit } from '../storage/audit-chain.ts';
import type { Reading, Writing } from '../storage/books.ts';
import { findClerk } from '../storage/clerk-rows.ts';
import { requireByAccountId, requireByCardId } from '../storage/holder-rows.ts';
import { findLossReport } from '../storage/loss-rows.ts';
import { readSettings } from '../storage/office-rows.ts';
import { answeredOnce } from './operations.ts';
import { requireSession, type Scope } from './scope.ts';
import { essenceOf } from './second-person.ts';
import { useVisit } from './visits.ts';

const MILLISECONDS_A_MINUTE = 60_000;
/** What was decided or ran out stays on the screen for a day, on record for good. */
const SHOWN_MILLISECONDS = 24 * 60 * MILLISECONDS_A_MINUTE;

export async function askApproval(scope: Scope, input: Input<'approval.ask'>): Promise<Output<'approval.ask'>> {
  const { clerk } = requireSession(scope);
  const work = async (writing: Writing): Promise<ApprovalRequest> => {
    const visit = await useVisit(writing, scope, input.visitId);
    const holder = await requireByAccountId(writing, visit.accountId);
    const { approvalMinutes } = await readSettings(writing);
    const id = randomUUID();
    const lossNumber = await ownLossNumber(writing, visit.accountId, input.lossNumber);
    const essence = { verb: input.verb, accountId: visit.accountId, lossNumber, newCard: cardOf(input.newCard) };
    await insertRequest(writing, {
      id,
      ...essence,
      cardId: holder.cardId,
      essence: essenceOf(writing, essence),
      askedBy: clerk.code,
      expiresAt: (writing.at + approvalMinutes * MILLISECONDS_A_MINUTE) as Instant,
    });
    const record = { actor: clerk.code, visitId: visit.id, verb: 'approval.ask', subject: id, outcome: 'done' };
    await appendAudit(writing, { ...record, details: { for: input.verb, account: holder.accountNumber } });
    return requestView(writing, await requireRequest(writing, id));
  };
  return answeredOnce(scope, 'approval.ask', input, work, asItStands);
}

/** What has been asked or decided before is answered as it stands now. */
async function asItStands(reading: Reading, { requestId }: ApprovalRequest): Promise<ApprovalRequest> {
  return requestView(reading, await requireRequest(reading, requestId));
}

/** Throws RefusalError LOSS_UNKNOWN for a number of nobody or of somebody else. */
async function ownLossNumber(reading: Reading, accountId: number, text: string | null): Promise<string | null> {
  if (text === null) return null;
  const report = await findLossReport(reading, parseLossNumber(text) ?? '');
  if (report?.accountId !== accountId) throw new RefusalError('LOSS_UNKNOWN');
  return report.number;
}

function cardOf(text: string | null): string | null {
  if (text === null) return null;
  const card = judgeCardNumber(text);
  if (!card.ok) throw new RefusalError('CARD_NUMBER_INVALID', { fault: card.fault });
  return card.card;
}

async function requireRequest(reading: Reading, id: string): Promise<ApprovalRequestRow> {
  const request = await findRequest(reading, id);
  if (request === null) throw new RefusalError('APPROVAL_UNKNOWN');
  return request;
}

/** A clerk is answered their own requests, who may decide all. */
export async function listApprovals(scope: Scope, input: Input<'approval.list'>): Promise<Output<'approval.list'>> {
  const { code, role } = requireSession(scope).clerk;
  return scope.books.read(async (reading) => {
    const since = (reading.at - SHOWN_MILLISECONDS) as Instant;
    const which = { since, askedBy: role === 'clerk' ? code : null };
    const { total, waiting } = await countRequests(reading, which, code);
    const { offset, ...place } = placeOfPage(total, input.page);
    const items = await listRequests(reading, which, { limit: PAGE_ROWS, offset });
    const own = await latestRequestsOf(reading, { since, askedBy: code }, PAGE_ROWS);
    return { items: await views(reading, items), own: await views(reading, own), waiting, ...place };
  });
}

/**
 * Approves or refuses with a reason. Throws RefusalError APPROVAL_UNKNOWN, SECOND_PERSON_SAME, _ROLE, APPROVAL_USED
 * (decided before), _EXPIRED, or REASON_REQUIRED for a refusal without one.
 */
export async function decideApproval(
  scope: Scope,
  input: Input<'approval.decide'>,
): Promise<Output<'approval.decide'>> {
  const { clerk } = requireSession(scope);
  const work = async (writing: Writing): Promise<ApprovalRequest> => {
    const request = await requireRequest(writing, input.requestId);
    const asker = await findClerk(writing, request.askedBy);
    const fault = secondPersonFault({ code: request.askedBy, name: asker?.name ?? '' }, clerk);
    if (fault !== null) throw new RefusalError(fault, { clerkCode: clerk.code });
    if (request.outcome !== null) throw new RefusalError('APPROVAL_USED');
    if (writing.at >= request.expiresAt) throw new RefusalError('APPROVAL_EXPIRED');
    const refusing = input.decision === 'refuse';
    const reason = input.reason === '' ? null : input.reason;
    if (refusing && (reason === null || reason.length < 2)) throw new RefusalError('REASON_REQUIRED');
    const outcome = refusing ? 'refused' : 'approved';
    await decideRequest(writing, request.id, { by: clerk.code, outcome, reason });
    const asked = { verb: request.verb, subject: request.id, requestedBy: request.askedBy };
    const decision = { decidedBy: clerk.code, outcome, reason } as const;
    await insertDecision(writing, { ...asked, requestedAt: request.askedAt, ...decision });
    const record = { actor: clerk.code, verb: 'approval.decide', subject: request.id, outcome: 'done' };
    await appendAudit(writing, { ...record, details: { decision: outcome, reason, askedBy: request.askedBy } });
    return requestView(writing, await requireRequest(writing, request.id));
  };
  return answeredOnce(scope, 'approval.decide', input, work, asItStands);
}

async function views(reading: Reading, rows: readonly ApprovalRequestRow[]): Promise<ApprovalRequest[]> {
  const shown: ApprovalRequest[] = [];
  for (const row of rows) shown.push(await requestView(reading, row));
  return shown;
}

async function requestView(reading: Reading, row: ApprovalRequestRow): Promise<ApprovalRequest> {
  const holder = await requireByCardId(reading, row.cardId);
  return {
    requestId: row.id,
    verb: row.verb,
    state: stateOf(row, reading.at),
    holderNameMasked: maskName(holder.name),
    cardMasked: maskCard(holder.card),
    lossNumber: row.lossNumber,
    newCardMasked: row.newCard === null ? null : maskCard(row.newCard),
    askedBy: row.askedBy,
    askedAt: row.askedAt,
    expiresAt: row.expiresAt,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    reason: row.reason,
  };
}

function stateOf({ outcome, usedAt, expiresAt }: ApprovalRequestRow, now: Instant): ApprovalState {
  if (outcome === 'refused') return 'refused';
  if (usedAt !== null) return 'used';
  if (now >= expiresAt) return 'expired';
  return outcome === 'approved' ? 'approved' : 'pending';
}
