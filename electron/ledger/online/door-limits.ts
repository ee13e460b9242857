/**
 * What limits those who are not known yet: requests by address, failures by person, and the lock that follows from them (docs/rules.md 7). All
 * of it is in the books, so that a restart lifts nothing.
 */
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { subscriberAddress } from '../../contract/kernel/subscriber-address.ts';
import type { Reading, Writing } from '../books/books.ts';
import { findByIdNumber, type HolderAccount } from '../account/holder-rows.ts';
import { readSettings } from '../office/office-rows.ts';
import { queueMessage } from '../outbox/outbox.ts';
import type { Scope } from '../request/scope.ts';
import { clearDoorTries, countDoorTries, forgetFailures, insertDoorTry } from '../request/tries/door-try-rows.ts';
import { clearDoor, findDoorLock, findLogin, lockDoor } from './online-rows.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** No account has it: what is looked up for somebody unknown finds nothing, in as long a time. */
export const NO_ACCOUNT = 0;

/**
 * What was counted stays counted: a refusal that the work answers is thrown after the commit, and so is that of a passkey, whose
 * challenge is used up by any answer.
 */
export async function counted<T>(
  { books }: Pick<Scope, 'books'>,
  work: (writing: Writing) => Promise<T | RefusalError>,
): Promise<T> {
  const outcome = await books.write((writing) => work(writing).catch(refusedPasskey));
  if (outcome instanceof RefusalError) throw outcome;
  return outcome;
}

function refusedPasskey(error: unknown): RefusalError {
  if (error instanceof RefusalError && error.refusal.code === 'PASSKEY_REFUSED') return error;
  throw error;
}

/** One sentence for whatever is wrong, a locked door included. */
export async function refusedAtDoor(reading: Reading): Promise<RefusalError> {
  const { onlineLockMinutes: minutes } = await readSettings(reading);
  return new RefusalError('ONLINE_REFUSED', { minutes });
}

/** Counts a request of somebody unknown. Throws RefusalError ONLINE_TOO_MANY, which tells of nobody. */
export async function countRequest(writing: Writing, peer: string | null): Promise<void> {
  const yesterday = (writing.at - DAY_MS) as Instant;
  await clearDoor(writing, yesterday);
  await clearDoorTries(writing, yesterday);
  const who = writing.keys.blindIndex('address', subscriberAddress(peer ?? ''));
  const since = (writing.at - HOUR_MS) as Instant;
  const { onlineAddressTries } = await readSettings(writing);
  if ((await countDoorTries(writing, 'address', { who, since })) >= onlineAddressTries)
    throw new RefusalError('ONLINE_TOO_MANY');
  await insertDoorTry(writing, 'address', who);
}

/** Whether the person's door is locked now; of somebody unknown as of everybody. */
export async function isLocked(writing: Writing, personIndex: string): Promise<boolean> {
  const until = await findDoorLock(writing, personIndex);
  return until !== null && until > writing.at;
}

/**
 * Counts a failure before anything is judged, so that many at once are judged no more often than one after another. Answers whether this
 * one may still be judged: the failures before it did not reach the limit.
 */
export async function countFailure(writing: Writing, personIndex: string): Promise<boolean> {
  await insertDoorTry(writing, 'person', personIndex);
  const { onlineFailures } = await readSettings(writing);
  return (await failuresOf(writing, personIndex)) <= onlineFailures;
}

async function failuresOf(writing: Writing, who: string): Promise<number> {
  return countDoorTries(writing, 'person', { who, since: (writing.at - DAY_MS) as Instant });
}

/** Whose phone is told of the lock; null for somebody unknown. */
type FindHolder = (writing: Writing) => Promise<HolderAccount | null>;

/**
 * After a failure that was judged: the last one allowed locks the door, and the phone on file is told. For somebody unknown a message to
 * nobody is written, so that the lock takes as long.
 */
export async function lockAfterFailure(writing: Writing, personIndex: string, find: FindHolder): Promise<void> {
  const { onlineFailures, onlineLockMinutes: minutes } = await readSettings(writing);
  if ((await failuresOf(writing, personIndex)) < onlineFailures) return;
  await lockDoor(writing, personIndex, (writing.at + minutes * MINUTE_MS) as Instant);
  await forgetFailures(writing, personIndex);
  const holder = await find(writing);
  const language = (await findLogin(writing, holder?.accountId ?? NO_ACCOUNT))?.language ?? 'zh-CN';
  const phone = holder?.phone ?? '';
  const accountId = phone === '' ? null : (holder?.accountId ?? null);
  await queueMessage(writing, { kind: 'door locked', accountId, phone, language, values: { minutes } });
}

/** The first account of the ID number. */
export function holderOfId(idNumber: string): FindHolder {
  return async (writing) => (await findByIdNumber(writing, idNumber)).at(0) ?? null;
}
