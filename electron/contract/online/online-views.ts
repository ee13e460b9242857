/** What the holder's own door shows of the holder's account and reports: plain data, numbers masked (docs/rules.md 2 and 7). */
import { z } from 'zod';
import {
  entryKindSchema,
  lossChannelSchema,
  lossEventSchema,
  lossKindSchema,
  lossObjectSchema,
  lossStatusSchema,
} from '../kernel/vocabulary.ts';
import { businessDateSchema, fenSchema, instantSchema } from '../kernel/value-schemas.ts';

/** What a code sent to the phone on file is good for; a code of one purpose is nothing to another. */
export const codePurposeSchema = z.enum(['register', 'report', 'follow-up']);
export type CodePurpose = z.infer<typeof codePurposeSchema>;

export const officeShownSchema = z.object({
  /** Empty while the office has not set it, and so is the telephone. */
  bankName: z.string(),
  officeName: z.string(),
  queryTelephone: z.string(),
  /** Its people and amounts are made up, which every page says. */
  demo: z.boolean(),
});
export type OfficeShown = z.infer<typeof officeShownSchema>;

/**
 * A session of the holder's own door. `login`: signed in by passkey or login password, everything is open. `report` and
 * `follow-up`: a code alone, for one oral report, or for the one report whose number was given.
 */
export const onlineSessionSchema = z.object({
  kind: z.enum(['login', 'report', 'follow-up']),
  holderNameMasked: z.string(),
  cardMasked: z.string(),
  /** The session ends by itself then. */
  endsAt: instantSchema,
  /** The one report a `follow-up` session is about, and the one a `report` session has made. */
  lossNumber: z.string().nullable(),
  /** Last day of an oral report that is made now. */
  reportHoldsUntil: businessDateSchema,
});
export type OnlineSession = z.infer<typeof onlineSessionSchema>;

export const onlineLossSchema = z.object({
  number: z.string(),
  status: lossStatusSchema,
  object: lossObjectSchema,
  kind: lossKindSchema,
  channel: lossChannelSchema,
  cardMasked: z.string(),
  /** `YYYY-MM-DD HH:MM:SS` on the office's clock. */
  reportedAt: z.string(),
  /** Debits at or after this local time are stopped; null for a PIN alone. */
  lostFrom: z.string().nullable(),
  /** Last day of an oral report; it ends at 24:00 of that day unless it is confirmed at the counter. */
  lapsesOn: businessDateSchema.nullable(),
  reissueFrom: businessDateSchema.nullable(),
  /** Until then this very session may withdraw it as made by mistake; null where it may not. */
  withdrawUntil: instantSchema.nullable(),
  /** What happened, in order; who of the office did it is not told. */
  timeline: z.array(z.object({ at: z.string(), event: lossEventSchema })),
});
export type OnlineLoss = z.infer<typeof onlineLossSchema>;

export const onlineStandingSchema = z.object({
  holderNameMasked: z.string(),
  cardMasked: z.string(),
  phoneMasked: z.string(),
  balanceFen: fenSchema,
  businessDate: businessDateSchema,
  /** Whether debits are stopped now, by whichever report. */
  isStopped: z.boolean(),
  /** Newest first, at most ten. */
  losses: z.array(onlineLossSchema),
  login: z.object({
    kind: z.enum(['passkey', 'password']),
    registeredAt: instantSchema,
    /** Sign-ins that go on beside this one, newest first, at most ten: `YYYY-MM-DD HH:MM:SS` on the office's clock. */
    others: z.array(z.object({ since: z.string(), lastUsed: z.string() })),
  }),
});

export const onlineEntrySchema = z.object({
  date: businessDateSchema,
  /** `YYYY-MM-DD HH:MM:SS` of the payment itself; null for what has no time of its own. */
  at: z.string().nullable(),
  kind: entryKindSchema,
  amountFen: fenSchema,
  balanceFen: fenSchema,
  place: z.string().nullable(),
});

/** Of one calendar year, per kind, signed as in the account. */
export const onlineTotalsSchema = z.object({
  year: z.number().int(),
  totals: z.array(z.object({ kind: entryKindSchema, amountFen: fenSchema, count: z.number().int() })),
});
