/** Two pairs of eyes (RULES.md 5). */
import type { ErrorCode } from '../../contract/errors.ts';
import type { Role } from '../../contract/vocabulary.ts';

/** Why `second` may not authorise what `first` asks; null when they may. Someone is never their own second person. */
export function secondPersonFault(
  first: { readonly code: string },
  second: { readonly code: string; readonly role: Role },
): ErrorCode | null {
  if (first.code === second.code) return 'SECOND_PERSON_SAME';
  return second.role === 'clerk' ? 'SECOND_PERSON_ROLE' : null;
}
