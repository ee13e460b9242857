/**
 * The queue of approvals: asked at one counter, decided at another sign-in, used by the one who asked
 * (docs/rules.md 5).
 */
import { randomUUID } from 'node:crypto';
import type { ApprovalRequest } from '../../contract/approvals/approval-views.ts';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { PAGE_ROWS, positionOfPage } from '../../contract/kernel/paging.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { ApprovalState } from '../../contract/kernel/vocabulary.ts';
import { maskCard, maskName } from '../numbers/masking.ts';
import { secondPersonFault } from '../second-person/second-person-rules.ts';
import { insertDecision } from '../second-person/approval-rows.ts';
import {
  countRequests,
  decideRequest,
  findRequest,
  insertRequest,
  latestRequestsOf,
  listRequests,
  type ApprovalRequestRow,
} from '../second-person/approval-request-rows.ts';
import { noteDecisionSeen, unseenDecisions } from '../second-person/decision-rows.ts';
import type { Reading, Writing } from '../books/books.ts';
import { findClerk } from '../request/clerk/clerk-rows.ts';
import { requireByCardId } from '../account/holder-rows.ts';
import { OF_THE_SIGNED_IN, proveClerk, refuseExpired, refusePairLock } from '../request/clerk/password-proof.ts';
import { describeCommand } from './described-command.ts';
import { askAnew, expiryOf, isAsSeen, matterNow, type MatterNow } from './matter-now.ts';
import { lapseOverdue } from '../loss/clocks/loss-lapses.ts';
import { findAnswer } from '../request/operation-rows.ts';
import { answeredOnce } from '../request/operations.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import type { Scope } from '../request/scope.ts';

/** Decided and expired requests are shown for a day, and kept in the books for ever. */
const SHOWN_MILLISECONDS = 24 * 3_600_000;

/** What a second person at this counter is shown; no request is made yet. */
async function previewApproval(scope: Scope, input: Input<'approval.preview'>): Promise<Output<'approval.preview'>> {
  const describe = await describeCommand(scope, input, { operationId: null });
  const { binding, facts } = await scope.books.read(describe);
  return { binding, facts: [...facts] };
}

async function askApproval(
  asked: Asked<'approval.ask'>,
  input: Input<'approval.ask'>,
): Promise<Output<'approval.ask'>> {
  const { clerk } = asked.session;
  const describe = await describeCommand(asked, input, { operationId: asked.operation.id });
  const work = async (writing: Writing): Promise<ApprovalRequest> => {
    await lapseOverdue(writing);
    const described = await describe(writing);
    const id = randomUUID();
    const expiresAt = await expiryOf(writing);
    await insertRequest(writing, { ...described, input: input.input, id, askedBy: clerk.code, expiresAt });
    await recordDone(writing, asked, { subject: id, details: { for: input.verb, about: described.subject } });
    return requestView(writing, await requireRequest(writing, id));
  };
  return answeredOnce(asked, work, currentView);
}

/** A repeated command gets the request's present state. */
async function currentView(reading: Reading, { requestId }: ApprovalRequest): Promise<ApprovalRequest> {
  return requestView(reading, await requireRequest(reading, requestId));
}

async function requireRequest(reading: Reading, id: string): Promise<ApprovalRequestRow> {
  const request = await findRequest(reading, id);
  if (request === null) throw new RefusalError('APPROVAL_UNKNOWN');
  return request;
}

/** A clerk sees their own requests, a person who may decide sees all. */
async function listApprovals(
  { books, session }: Asked<'approval.list'>,
  input: Input<'approval.list'>,
): Promise<Output<'approval.list'>> {
  const { code, role } = session.clerk;
  return books.read(async (reading) => {
    const since = (reading.at - SHOWN_MILLISECONDS) as Instant;
    const which = { since, askedBy: role === 'clerk' ? code : null };
    const { total, waiting } = await countRequests(reading, which, code);
    const { offset, ...position } = positionOfPage(total, input.page);
    const items = await listRequests(reading, which, { limit: PAGE_ROWS, offset });
    const own = await latestRequestsOf(reading, { since, askedBy: code }, PAGE_ROWS);
    const decided = await views(reading, await unseenDecisions(reading, code));
    return { items: await views(reading, items), own: await views(reading, own), decided, waiting, ...position };
  });
}

/** Throws RefusalError APPROVAL_UNKNOWN for somebody else's, and for one that nobody has decided. */
async function sawDecision(
  { books, session }: Asked<'approval.seen'>,
  input: Input<'approval.seen'>,
): Promise<Output<'approval.seen'>> {
  return books.write(async (writing) => {
    const request = await requireRequest(writing, input.requestId);
    const isOwn = request.askedBy === session.clerk.code;
    if (!isOwn || request.decidedAt === null) throw new RefusalError('APPROVAL_UNKNOWN');
    await noteDecisionSeen(writing, request.id);
    return {};
  });
}

/**
 * Approves with the password, or refuses with a reason. Throws RefusalError CLERK_LOCKED, PASSWORD_TOO_SOON, PASSWORD_WRONG,
 * PASSWORD_EXPIRED for a yes, APPROVAL_UNKNOWN, SECOND_PERSON_SAME, _ROLE, APPROVAL_USED (decided before), _EXPIRED,
 * _CHANGED for a yes to what is not as it was seen, or REASON_REQUIRED for a refusal without one.
 */
async function decideApproval(
  asked: Asked<'approval.decide'>,
  input: Input<'approval.decide'>,
): Promise<Output<'approval.decide'>> {
  const { clerk } = asked.session;
  const refusing = input.decision === 'refuse';
  const seen = refusing ? null : await asked.books.read((reading) => undecided(reading, asked, input.requestId));
  if (seen !== null) await proveDecider(asked, input.password ?? '');
  const now = seen === null ? null : await matterNow(asked, seen);
  const work = async (writing: Writing): Promise<ApprovalRequest> => {
    await lapseOverdue(writing);
    const request = await requireDecidable(writing, asked, input.requestId);
    const reason = input.reason === '' ? null : input.reason;
    if (refusing && (reason === null || reason.length < 2)) throw new RefusalError('REASON_REQUIRED');
    if (now !== null && !isAsSeen(request, await now(writing))) throw new RefusalError('APPROVAL_CHANGED');
    const outcome = refusing ? 'refused' : 'approved';
    await decideRequest(writing, request.id, { by: clerk.code, outcome, reason });
    const act = { verb: request.verb, subject: request.id, requestedBy: request.askedBy };
    const decision = { decidedBy: clerk.code, outcome, reason } as const;
    await insertDecision(writing, { ...act, requestedAt: request.askedAt, ...decision });
    const details = { decision: outcome, reason, askedBy: request.askedBy };
    await recordDone(writing, asked, { subject: request.id, details });
    return requestView(writing, await requireRequest(writing, request.id));
  };
  try {
    return await answeredOnce(asked, work, currentView);
  } catch (error) {
    if (error instanceof RefusalError && error.refusal.code === 'APPROVAL_CHANGED' && now !== null)
      await asked.books.write((writing) => renewed(writing, asked, input.requestId, now));
    throw error;
  }
}

/** A desk may have been left to somebody else: the password says who decides. */
async function proveDecider(asked: Asked<'approval.decide'>, password: string): Promise<void> {
  const given = { clerkCode: asked.session.clerk.code, password };
  await proveClerk(asked, given, OF_THE_SIGNED_IN, async (writing, clerk) => {
    refusePairLock(clerk, OF_THE_SIGNED_IN);
    await refuseExpired(writing, clerk);
  });
}

/** What is to be decided, before a password counts for it; null where the very same was answered before. */
async function undecided(
  reading: Reading,
  asked: Asked<'approval.decide'>,
  requestId: string,
): Promise<ApprovalRequestRow | null> {
  return (await findAnswer(reading, asked.operation)) === null ? requireDecidable(reading, asked, requestId) : null;
}

async function requireDecidable(
  reading: Reading,
  { session: { clerk } }: Asked<'approval.decide'>,
  requestId: string,
): Promise<ApprovalRequestRow> {
  const request = await requireRequest(reading, requestId);
  const asker = await findClerk(reading, request.askedBy);
  const fault = secondPersonFault({ code: request.askedBy, name: asker?.name ?? '' }, clerk);
  if (fault !== null) throw new RefusalError(fault, { clerkCode: clerk.code });
  if (request.outcome !== null) throw new RefusalError('APPROVAL_USED');
  if (reading.at >= request.expiresAt) throw new RefusalError('APPROVAL_EXPIRED');
  return request;
}

/** Unless somebody has decided or renewed it meanwhile. */
async function renewed(
  writing: Writing,
  asked: Asked<'approval.decide'>,
  requestId: string,
  now: MatterNow,
): Promise<void> {
  const request = await requireRequest(writing, requestId);
  if (request.outcome !== null || writing.at >= request.expiresAt) return;
  await lapseOverdue(writing);
  const matter = await now(writing);
  if (!isAsSeen(request, matter)) await askAnew(writing, asked, request, matter);
}

async function views(reading: Reading, rows: readonly ApprovalRequestRow[]): Promise<ApprovalRequest[]> {
  const shown: ApprovalRequest[] = [];
  for (const row of rows) shown.push(await requestView(reading, row));
  return shown;
}

async function requestView(reading: Reading, row: ApprovalRequestRow): Promise<ApprovalRequest> {
  const holder = row.cardId === null ? null : await requireByCardId(reading, row.cardId);
  const asker = await findClerk(reading, row.askedBy);
  return {
    requestId: row.id,
    verb: row.verb,
    state: stateOf(row, reading.at),
    binding: row.binding,
    facts: [...row.facts],
    holderNameMasked: holder === null ? null : maskName(holder.name),
    cardMasked: holder === null ? null : maskCard(holder.card),
    lossNumber: row.lossNumber,
    askedBy: row.askedBy,
    askedByName: asker?.name ?? '',
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

export const approvalsHandlers = {
  'approval.preview': previewApproval,
  'approval.ask': askApproval,
  'approval.list': listApprovals,
  'approval.decide': decideApproval,
  'approval.seen': sawDecision,
};
