/** The counters of an office whose books are on a server: how they join, what they are, how one is shut out (docs/server.md). */
import { z } from 'zod';
import { authorisationSchema, define, nothing } from '../kernel/verb-definition.ts';
import { administrator, clerkAsks, clerkDoes, recorded, unrecorded } from '../kernel/verb-policy.ts';
import { instantSchema } from '../kernel/value-schemas.ts';
import { COUNTER_KINDS } from './counter-kinds.ts';

/** Where clerks serve, or where a supervisor sits who decides for all of them. */
export const counterKindSchema = z.enum(COUNTER_KINDS);

/** `expected` until a computer has joined with its code. */
export const counterStateSchema = z.enum(['expected', 'joined', 'revoked']);
export type CounterState = z.infer<typeof counterStateSchema>;

const counterNumberSchema = z.string().regex(/^\d\d$/);
/** One line as it is seen: nothing in it makes a second row of a list, steers a terminal or tells two names apart unseen. */
const counterName = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);
/** The fingerprint of a certificate: 64 hex digits. */
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
const bytesOf = (most: number) => z.instanceof(Uint8Array).refine((bytes) => bytes.length <= most);
/** A request for a certificate is well under a kilobyte. */
const csr = bytesOf(4_096);
const certificates = { certificate: z.string(), officeCertificate: z.string() };

const lineSeenSchema = z.object({
  /** Since when the counter has been on the line; null while it is not. */
  since: instantSchema.nullable(),
  /** How often it came again: after a line that broke, or a program that was started anew. */
  returns: z.number().int(),
});
export type LineSeen = z.infer<typeof lineSeenSchema>;

const listedCounterSchema = z.object({
  number: counterNumberSchema,
  name: z.string(),
  kind: counterKindSchema,
  state: counterStateSchema,
  joinedAt: instantSchema.nullable(),
  /** When its certificate runs out, which it renews by itself. */
  certificateEndsAt: instantSchema.nullable(),
  lastSeenAt: instantSchema.nullable(),
  /** Since the server was started; null for a counter that has not come since, and where no server runs. */
  line: lineSeenSchema.nullable(),
});
export type ListedCounter = z.infer<typeof listedCounterSchema>;

const enrolmentSchema = z.object({
  number: counterNumberSchema,
  name: z.string(),
  kind: counterKindSchema,
  code: z.string(),
  expiresAt: instantSchema,
  /** Where the server listens, as host and port. */
  address: z.string(),
  fingerprint,
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

const atAdministration = {
  ...clerkDoes,
  doors: ['teller', 'command-line'],
  actor: administrator,
  visit: 'none',
  once: 'none',
} as const;

/** Between a computer without a certificate and the server, or the server and its ledger: no clerk is there yet. */
const beforeAnyClerk = {
  kind: 'command',
  owner: 'ledger',
  actor: 'nobody',
  office: 'open',
  session: 'none',
  visit: 'none',
  once: 'none',
  second: 'never',
} as const;

export const officeCounterVerbs = {
  'counter.list': define({
    ...clerkAsks,
    doors: ['command-line'],
    actor: 'nobody',
    session: 'none',
    input: nothing,
    output: z.array(listedCounterSchema),
  }),
  /** The same on the administrator's screen. */
  'counter.show': define({ ...clerkAsks, actor: administrator, input: nothing, output: z.array(listedCounterSchema) }),
  /**
   * A one-time code for a new counter, or another one for a counter of that name which nobody has joined as yet; the code before
   * serves no more.
   */
  'counter.add': define({
    ...atAdministration,
    second: { from: 'in place', when: 'always' },
    record: recorded('counter.add'),
    input: z.object({ name: counterName, kind: counterKindSchema, authorisation: authorisationSchema.nullable() }),
    output: enrolmentSchema,
  }),
  /** Null leaves name or kind as it is. */
  'counter.change': define({
    ...atAdministration,
    second: { from: 'in place', when: 'always' },
    record: recorded('counter.change'),
    input: z.object({
      number: counterNumberSchema,
      name: counterName.nullable(),
      kind: counterKindSchema.nullable(),
      authorisation: authorisationSchema.nullable(),
    }),
    output: listedCounterSchema,
  }),
  /** Shut out for good, its sessions and visits ended: a lost or stolen computer does not wait for a second person. */
  'counter.revoke': define({
    ...atAdministration,
    second: 'never',
    record: recorded('counter.revoke', 'session.end'),
    input: z.object({ number: counterNumberSchema, reason: z.string().trim().min(2).max(200) }),
    output: listedCounterSchema,
  }),
  /** `proof` is `enrolmentProof` over the request; the same request again, within the code's time, gets the same answer. */
  'counter.join': define({
    ...beforeAnyClerk,
    doors: ['enrolment'],
    record: recorded('counter.join'),
    input: z.object({ number: counterNumberSchema, csr, proof: bytesOf(32) }),
    output: z.object({
      ...certificates,
      number: counterNumberSchema,
      kind: counterKindSchema,
      officeCode: z.string(),
      officeName: z.string(),
      proof: z.instanceof(Uint8Array),
      /** So that a computer whose clock is wrong can say so. */
      serverTime: instantSchema,
    }),
  }),
  /** By the certificate that is about to run out. */
  'counter.renew': define({
    ...beforeAnyClerk,
    doors: ['program'],
    record: recorded('counter.renew'),
    input: z.object({ csr }),
    output: z.object(certificates),
  }),
  /** Whose certificate this is, asked by the server at every connection; notes when the counter was last seen. */
  'counter.greet': define({
    ...beforeAnyClerk,
    doors: ['server'],
    record: { done: [], refused: true, why: 'a connection is no act of the office' },
    input: z.object({ serial: z.string().regex(/^[0-9a-f]{1,40}$/) }),
    output: z.object({ number: counterNumberSchema, kind: counterKindSchema }),
  }),
  /** Where the server listens from now on, and by what its certificate is known: what an enrolment code is shown with. */
  'server.begin': define({
    ...beforeAnyClerk,
    doors: ['server'],
    record: unrecorded('a start is no act of the office'),
    input: z.object({ address: z.string().min(1).max(300), fingerprint }),
    output: nothing,
  }),
} as const;
