/** A desktop whose office's books are on a server: how it joins, what it knows of the server, and how it leaves (docs/server.md 4). */
import { z } from 'zod';
import { counterKindSchema } from '../administration/counter-verbs.ts';
import { parseEnrolmentCode } from '../administration/enrolment-code.ts';
import { parseServerAddress } from '../administration/server-address.ts';

import { instantSchema, refusalSchema } from '../kernel/value-schemas.ts';
import { define, nothing } from '../kernel/verb-definition.ts';
import { mainAnswers, unrecorded } from '../kernel/verb-policy.ts';

const address = z
  .string()
  .max(300)
  .refine((text) => parseServerAddress(text) !== null);
const code = z
  .string()
  .max(100)
  .refine((text) => parseEnrolmentCode(text) !== null);

/** What this computer is at its office server, as far as it knows without asking. */
export const ownServerSchema = z.object({
  /** Host and port. */
  address: z.string(),
  number: z.string(),
  officeCode: z.string(),
  officeName: z.string(),
});
export type OwnServer = z.infer<typeof ownServerSchema>;

const lineQualitySchema = z.object({
  state: z.enum(['starting', 'ready', 'restarting', 'failed']),
  /** Why it is not there. */
  refusal: refusalSchema.nullable(),
  /** Since when it has been in this state. */
  since: instantSchema,
  /** How often it broke since the program started. */
  breaks: z.number().int(),
  /** How long the server took for a small question just now; null while it does not answer. */
  answerMs: z.number().int().nullable(),
});

export const serverViewSchema = ownServerSchema.extend({
  kind: counterKindSchema,
  /** Of the office's authority: 64 hex digits. */
  fingerprint: z.string(),
  certificateEndsAt: instantSchema,
  line: lineQualitySchema,
});
export type ServerView = z.infer<typeof serverViewSchema>;

const mainDoes = { ...mainAnswers, kind: 'command', doors: ['teller'] } as const;

export const joiningVerbs = {
  /** This computer becomes a counter of the office whose server is at the address. */
  'office.join': define({
    ...mainDoes,
    office: 'absent',
    record: unrecorded('the server records that a counter joined'),
    input: z.object({ address, code }),
    output: serverViewSchema.extend({
      /** How far the clock of this computer is ahead of the server's, in milliseconds. */
      clockAheadMs: z.number().int(),
    }),
  }),
  /** Null where the computer keeps its own books. */
  'server.show': define({
    ...mainAnswers,
    kind: 'query',
    doors: ['teller'],
    record: unrecorded('a question'),
    input: nothing,
    output: serverViewSchema.nullable(),
  }),
  /** Taken when the same office's server answers there. */
  'server.changeAddress': define({
    ...mainDoes,
    record: unrecorded('where the same server is found, is no act of the office'),
    input: z.object({ address }),
    output: serverViewSchema,
  }),
  /** An administrator's while the server answers; anybody's at a computer whose server has gone, as nothing is lost by it. */
  'office.leave': define({
    ...mainDoes,
    record: unrecorded('the books are not on this computer; the administrator revokes the counter there'),
    input: nothing,
    output: nothing,
  }),
} as const;
