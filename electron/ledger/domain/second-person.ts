/** Two pairs of eyes (RULES.md 5). */
import type { ErrorCode } from '../../contract/errors.ts';
import type { Role } from '../../contract/vocabulary.ts';
import { isSameName } from './name-folding.ts';

export interface Person {
  readonly code: string;
  readonly name: string;
}

/**
 * Why `second` may not authorise what `first` asks; null when they may. Someone is never their own second person, also
 * not by a second code: two codes under one name count as one person, so namesakes are told apart by their names.
 */
export function secondPersonFault(first: Person, second: Person & { readonly role: Role }): ErrorCode | null {
  if (first.code === second.code || isSameName(first.name, second.name)) return 'SECOND_PERSON_SAME';
  return second.role === 'clerk' ? 'SECOND_PERSON_ROLE' : null;
}
