/** How a verb is defined, and the small schemas that many verbs share. */
import { z } from 'zod';
import { CLERK_CODE_FORM } from './clerk-code.ts';
import type { VerbPolicy } from './verb-policy.ts';

export type WindowKind = 'teller' | 'customer';
export type VerbOwner = 'main' | 'ledger';

interface VerbDefinition extends VerbPolicy {
  readonly kind: 'query' | 'command';
  /** Who answers it: main itself (windows, printers, dialogs, keys) or the ledger process. */
  readonly owner: VerbOwner;
  readonly input: z.core.$ZodType;
  readonly output: z.core.$ZodType;
}

/** Keeps every verb's own literals, so that owners, doors and visits can be told apart by type. */
export function define<const Definition extends VerbDefinition>(definition: Definition): Definition {
  return definition;
}

/** Made by the window, kept until answered; the same id again returns the first answer. */
export const operationId = z.uuid();
export const visitId = z.string().min(1);
export const nothing = z.object({});
export const clerkCode = z.string().regex(CLERK_CODE_FORM);
export const clerkName = z.string().trim().min(1).max(40);
export const password = z.string().min(1).max(200);

/** The second person, who types code and password in place. */
export const authorisationSchema = z.object({ clerkCode, password });

/**
 * An approval given in the queue, or the second person in place with the mark of what they were shown
 * (docs/rules.md 5).
 */
export const secondPersonSchema = z.union([
  authorisationSchema.extend({ seen: z.string().optional() }),
  z.object({ requestId: z.string().min(1) }),
]);
export type SecondPerson = z.infer<typeof secondPersonSchema>;
