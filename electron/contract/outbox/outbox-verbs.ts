/** Messages to holders: what waits to be sent, what came of it, and the list of them (docs/ledger.md 13). */
import { z } from 'zod';
import { instantSchema } from '../kernel/value-schemas.ts';
import { pageNumber, pageOf } from '../kernel/paging.ts';
import { define } from '../kernel/verb-definition.ts';
import { clerkAsks, unrecorded } from '../kernel/verb-policy.ts';

export const messageKindSchema = z.enum([
  'code for registering',
  'code for a report',
  'code for following up',
  'login replaced',
  'login ended',
  'door locked',
  'loss number',
]);
export type MessageKind = z.infer<typeof messageKindSchema>;

const ofTheSender = {
  kind: 'command',
  owner: 'ledger',
  doors: ['server'],
  actor: 'nobody',
  office: 'open',
  session: 'none',
  visit: 'none',
  once: 'none',
  second: 'never',
  record: unrecorded('what the message is about is on record'),
} as const;

export const outboxVerbs = {
  /** What is to be sent now, oldest first; until it is settled or a minute has passed nobody else is given it. */
  'message.take': define({
    ...ofTheSender,
    input: z.object({ most: z.number().int().min(1).max(100) }),
    output: z.array(
      z.object({
        id: z.number().int(),
        /** The same at every attempt, so that a gateway sends it once. */
        key: z.string(),
        phone: z.string(),
        text: z.string(),
      }),
    ),
  }),
  /** `failure` in the provider's words, never the text; null where it was sent. */
  'message.settle': define({
    ...ofTheSender,
    input: z.object({ id: z.number().int(), failure: z.string().max(200).nullable() }),
    output: z.object({ state: z.enum(['waiting', 'sent', 'given up']) }),
  }),
  /** Newest first: to whom in part, about what, and in which state; never what it said. */
  'message.list': define({
    ...clerkAsks,
    doors: ['command-line'],
    actor: 'nobody',
    session: 'none',
    input: z.object({ page: pageNumber }),
    output: pageOf(
      z.object({
        id: z.number().int(),
        kind: messageKindSchema,
        phoneMasked: z.string(),
        state: z.enum(['waiting', 'sent', 'given up']),
        tries: z.number().int(),
        madeAt: instantSchema,
        sentAt: instantSchema.nullable(),
        failure: z.string().nullable(),
      }),
    ),
  }),
} as const;
