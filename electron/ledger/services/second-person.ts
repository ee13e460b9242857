/** The second person who authorises at the same counter, with code and password typed in place (RULES.md 5). */
import { RefusalError } from '../../contract/errors.ts';
import type { Clerk } from '../../contract/views.ts';
import { secondPersonFault } from '../domain/second-person.ts';
import { findClerk } from '../storage/clerk-rows.ts';
import { passwordMatches } from './passwords.ts';
import { publicClerk, type Scope } from './scope.ts';

export interface Authorisation {
  readonly clerkCode: string;
  readonly password: string;
}

/**
 * Proves the second person. Throws RefusalError SECOND_PERSON_REQUIRED, _SAME, CLERK_LOCKED, _FAILED or _ROLE, first
 * that applies; a wrong password counts against the second person.
 */
export async function authorise(scope: Scope, firstCode: string, given: Authorisation | null): Promise<Clerk> {
  if (given === null) throw new RefusalError('SECOND_PERSON_REQUIRED');
  const { clerkCode } = given;
  if (clerkCode === firstCode) throw new RefusalError('SECOND_PERSON_SAME', { clerkCode });
  const second = await scope.books.read((reading) => findClerk(reading, clerkCode));
  if (second !== null && second.lockedAt !== null) throw new RefusalError('CLERK_LOCKED', { clerkCode });
  const matches = await passwordMatches(given.password, second?.passwordHash ?? null);
  if (second === null || !matches) throw new RefusalError('SECOND_PERSON_FAILED', { clerkCode });
  const fault = secondPersonFault({ code: firstCode }, second);
  if (fault !== null) throw new RefusalError(fault, { clerkCode });
  return publicClerk(second);
}
