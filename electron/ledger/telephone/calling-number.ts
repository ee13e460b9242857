/**
 * What limits somebody who tries ID numbers by telephone, call after call: the number that calls (docs/rules.md 8). Callers who
 * withhold theirs are one number. It is in the books, so that a restart lifts nothing.
 */
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Reading, Writing } from '../books/books.ts';
import { readPhone } from '../numbers/phone-number.ts';
import { readSettings } from '../office/office-rows.ts';
import { clearDoorTries, countDoorTries, insertDoorTry } from '../request/tries/door-try-rows.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Counts a try before it is judged, so that many calls at once are judged no more often than one after another. Throws RefusalError
 * ONLINE_TOO_MANY where this number's wrong tries of the last hour are used up, whoever is meant.
 */
export async function countCallerTry(writing: Writing, peer: string | null): Promise<void> {
  await clearDoorTries(writing, (writing.at - DAY_MS) as Instant);
  const { telephoneNumberTries: limit } = await readSettings(writing);
  const since = (writing.at - HOUR_MS) as Instant;
  const tries = await countDoorTries(writing, 'address', { who: triedFrom(writing, peer), since });
  const right = await countDoorTries(writing, 'address', { who: rightFrom(writing, peer), since });
  if (limit > 0 && tries - right >= limit) throw new RefusalError('ONLINE_TOO_MANY');
  await insertDoorTry(writing, 'address', triedFrom(writing, peer));
}

/** A try that was right stands against none: a house in which many call from one number is not stopped by its own calls. */
export async function callerWasRight(writing: Writing, peer: string | null): Promise<void> {
  await insertDoorTry(writing, 'address', rightFrom(writing, peer));
}

function triedFrom({ keys }: Reading, peer: string | null): string {
  return keys.blindIndex('phone', numberOf(peer));
}

function rightFrom({ keys }: Reading, peer: string | null): string {
  return keys.blindIndex('phone', `right\n${numberOf(peer)}`);
}

function numberOf(peer: string | null): string {
  return peer === null ? '' : (readPhone(peer) ?? peer);
}
