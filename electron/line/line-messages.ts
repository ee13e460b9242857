/**
 * What a counter and its office server say to each other. They are the messages of the process link (electron/contract/protocol.ts)
 * without the one that opens the books: no message here carries a key, and a counter's number is what its certificate says.
 */
import { z } from 'zod';
import { refusalSchema } from '../contract/kernel/value-schemas.ts';
import { COUNTER_DOORS } from '../contract/kernel/verb-policy.ts';
import { isVerb, verbs, type LedgerVerb } from '../contract/verbs.ts';

/** Raised whenever a message or a verb changes its form. */
export const PROTOCOL = 1;

const MAX_TOKEN_CHARACTERS = 200;
const MAX_VERSION_CHARACTERS = 40;

/** The first message of each end. It keeps its form in every version of the protocol; what else it holds is left unread. */
export const versionFields = {
  protocol: z.number().int().positive(),
  program: z.string().max(MAX_VERSION_CHARACTERS),
};
const helloSchema = z.object({ type: z.literal('hello'), ...versionFields });
export type Hello = z.infer<typeof helloSchema>;

/** Says that the end is there, while it has nothing else to say. */
const beatSchema = z.strictObject({ type: z.literal('beat') });

export function isBeat(message: unknown): boolean {
  return beatSchema.safeParse(message).success;
}

const ledgerVerb = z.custom<LedgerVerb>(
  (name) => typeof name === 'string' && isVerb(name) && verbs[name].owner === 'ledger',
);

const requestSchema = z.strictObject({
  type: z.literal('request'),
  id: z.number().int().nonnegative(),
  verb: ledgerVerb,
  input: z.unknown(),
  sessionToken: z.string().max(MAX_TOKEN_CHARACTERS).nullable(),
});

const aboutAsking = [
  helloSchema,
  beatSchema,
  z.strictObject({
    type: z.literal('cancel'),
    operationId: z.string().max(MAX_TOKEN_CHARACTERS),
    sessionToken: z.string().max(MAX_TOKEN_CHARACTERS).nullable(),
  }),
] as const;

export const fromCounterSchema = z.discriminatedUnion('type', [
  ...aboutAsking,
  /** For which of its windows the counter asks, or for itself. */
  requestSchema.extend({ door: z.enum(COUNTER_DOORS) }),
]);
export type FromCounter = z.infer<typeof fromCounterSchema>;

/** The same from the command line of the server's own computer, which has a door of its own. */
export const fromCommandLineSchema = z.discriminatedUnion('type', [
  ...aboutAsking,
  requestSchema.extend({ door: z.literal('command-line') }),
]);
export type FromCommandLine = z.infer<typeof fromCommandLineSchema>;
export type LineRequest = Extract<FromCounter | FromCommandLine, { readonly type: 'request' }>;

/** What the server says of the line itself; all else it says is the ledger's (FromLedger). */
export const aboutTheLineSchema = z.discriminatedUnion('type', [
  helloSchema,
  beatSchema,
  /** Why the line ends. */
  z.strictObject({ type: z.literal('goodbye'), refusal: refusalSchema }),
]);
export type AboutTheLine = z.infer<typeof aboutTheLineSchema>;

/** What may come in one message. */
export interface DirectionLimits {
  readonly maxBytes: number;
  readonly maxParts: number;
}

/** A file goes up in pieces, a paper comes down whole. */
export const FROM_COUNTER: DirectionLimits = { maxBytes: 2 * 1024 * 1024, maxParts: 100_000 };
export const FROM_SERVER: DirectionLimits = { maxBytes: 64 * 1024 * 1024, maxParts: 10_000_000 };
