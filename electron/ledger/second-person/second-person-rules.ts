/** Who may authorise as the second person (docs/rules.md 5). */
import type { ErrorCode } from '../../contract/kernel/errors.ts';
import type { Role } from '../../contract/kernel/vocabulary.ts';
import { foldName, isSameName } from '../names/name-folding.ts';

export interface Person {
  readonly code: string;
  readonly name: string;
}

/** An office with fewer who can authorise stands still when one of them is away. */
export const FEWEST_AUTHORISERS = 2;

export function canAuthorise(role: Role): boolean {
  return role !== 'clerk';
}

/** How many persons among them can authorise; two codes under one name are one person. */
export function authorisers(people: readonly (Person & { readonly role: Role })[]): number {
  return new Set(people.filter(({ role }) => canAuthorise(role)).map(({ name }) => foldName(name))).size;
}

/**
 * Why `second` may not authorise what `first` asks; null when they may. Someone is never their own second person, also
 * not by a second code: two codes under one name count as one person, so namesakes are told apart by their names.
 */
export function secondPersonFault(first: Person, second: Person & { readonly role: Role }): ErrorCode | null {
  if (first.code === second.code || isSameName(first.name, second.name)) return 'SECOND_PERSON_SAME';
  return canAuthorise(second.role) ? null : 'SECOND_PERSON_ROLE';
}
