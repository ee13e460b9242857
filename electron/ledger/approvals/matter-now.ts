/**
 * What a request asks for, as the books have it now. What a supervisor signs is what they have seen: where the two differ,
 * the request ends and the matter is asked again as it stands (docs/rules.md 5).
 */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError, type ErrorCode } from '../../contract/kernel/errors.ts';
import type { Reading, Writing } from '../books/books.ts';
import { readSettings } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { recordAs } from '../request/record.ts';
import type { AskedOfSecond } from '../request/second-of-command.ts';
import { fileOfRequest } from '../month-end/received-files.ts';
import { findVisit } from '../request/visit/visit-rows.ts';
import { pinStateHolds } from '../second-person/asked-of-second.ts';
import { endRequest, insertRequest, type ApprovalRequestRow } from '../second-person/approval-request-rows.ts';
import { describeCommand } from './described-command.ts';

const MILLISECONDS_A_MINUTE = 60_000;

/** The matter now; null where it can be done no more. */
export type MatterNow = (reading: Reading) => Promise<AskedOfSecond | null>;

export async function expiryOf(writing: Writing): Promise<Instant> {
  const { approvalMinutes } = await readSettings(writing);
  return (writing.at + approvalMinutes * MILLISECONDS_A_MINUTE) as Instant;
}

/** A file is checked again where the books have changed since, which may take long; the rest is read in the transaction that decides. */
export async function matterNow(
  asked: Asked<'approval.decide'>,
  { verb, input }: ApprovalRequestRow,
): Promise<MatterNow | null> {
  // Requests of earlier versions kept what was shown alone.
  if (input === null) return null;
  const visitId = input['visitId'];
  const visit = typeof visitId === 'string' ? await asked.books.read((reading) => findVisit(reading, visitId)) : null;
  const describe = await unlessRefused(() =>
    describeCommand({ ...asked, visit }, { verb, input }, { fileOf: fileOfRequest, operationId: asked.operation.id }),
  );
  return async (reading) => (describe === null ? null : unlessRefused(() => describe(reading)));
}

/** Whether the request still asks for what it showed; a PIN that has been proven since, or is proven no more, is told by its time. */
export function isAsSeen({ binding, facts }: ApprovalRequestRow, now: AskedOfSecond | null): boolean {
  return now !== null && now.binding === binding && pinStateHolds(facts, now.facts);
}

/** Ends a request that is not as it was seen, and asks the same anew for its asker, as it stands now. */
export async function askAnew(
  writing: Writing,
  asked: Asked<'approval.decide'>,
  request: ApprovalRequestRow,
  now: AskedOfSecond | null,
): Promise<void> {
  await endRequest(writing, request.id);
  const details = { about: now?.subject ?? null, askedBy: request.askedBy };
  await recordAs(writing, asked, 'approval.renew', { subject: request.id, details });
  if (now === null) return;
  const { verb, askedBy, input } = request;
  const expiresAt = await expiryOf(writing);
  await insertRequest(writing, { ...now, verb, input, id: randomUUID(), askedBy, expiresAt });
}

/** A check that was cancelled, or that the disk had no room for, says nothing of the matter. */
const SAY_NOTHING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['OPERATION_CANCELLED', 'DISK_FULL', 'DISK_READ_ONLY']);

/** What is refused now can be done no more: that is no mistake of whoever decides. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusalError && !SAY_NOTHING.has(error.refusal.code)) return null;
    throw error;
  }
}
