/** What can be asked about the quarter's interest. It is booked by the closing of a day, and by nobody's request. */
import { z } from 'zod';
import { businessDateSchema, fenSchema, instantSchema } from '../kernel/value-schemas.ts';
import { define, nothing, visitId } from '../kernel/verb-definition.ts';
import { clerkAsks, mainActsForClerk, recorded } from '../kernel/verb-policy.ts';
import { bytesSchema, savedFileSchema } from '../office/office-views.ts';

const periodSettled = { from: businessDateSchema, to: businessDateSchema };

const interestSettlementSchema = z.object({
  ...periodSettled,
  /** `JX20260320`. */
  reference: z.string(),
  state: z.enum(['posting', 'posted']),
  demandRates: z.string(),
  carryOverRates: z.string(),
  /** With interest, and what it comes to. */
  accounts: z.number().int(),
  amountFen: fenSchema,
});

/** Days on which nothing changes; both are included. */
const stretchSchema = z.object({
  ...periodSettled,
  days: z.number().int(),
  balanceFen: fenSchema,
  carryOverFen: fenSchema,
  /** Millionths a year: 0.05 per cent is 500. */
  demandMillionths: z.number().int(),
  carryOverMillionths: z.number().int(),
});

const worksheetSchema = z.object({
  ...periodSettled,
  reference: z.string(),
  stretches: z.array(stretchSchema),
  /** Exact to six decimals of a yuan, the rest cut off. */
  demandYuan: z.string(),
  carryOverYuan: z.string(),
  amountFen: fenSchema,
  /** When it was drawn: a paper of the same moment is the same. */
  madeAt: instantSchema,
  pages: z.number().int(),
  pdf: bytesSchema,
});
export type InterestWorksheet = z.infer<typeof worksheetSchema>;

const sheetLooked = { visitId, settledTo: businessDateSchema, madeAt: instantSchema };

export const interestVerbs = {
  /** Newest first. */
  'interest.settlements': define({
    ...clerkAsks,
    doors: ['teller', 'command-line'],
    session: 'open, or at the command line',
    input: nothing,
    output: z.array(interestSettlementSchema),
  }),
  /** How one account's interest of a quarter was reckoned, for whoever stands there. */
  'interest.worksheet': define({
    ...clerkAsks,
    doors: ['teller', 'command-line'],
    visit: 'anyone',
    input: z.object({ visitId, settledTo: businessDateSchema }),
    output: worksheetSchema,
  }),
  /** The paper that was looked at, by the moment at which it was drawn; that it is given out is on record. */
  'interest.drawWorksheet': define({
    ...clerkAsks,
    kind: 'command',
    doors: ['program'],
    visit: 'anyone',
    record: recorded('interest.worksheet'),
    input: z.object(sheetLooked),
    output: z.object({ pdf: bytesSchema, fileName: z.string() }),
  }),
  'interest.paper': define({
    ...mainActsForClerk,
    once: 'none',
    input: z.object({ ...sheetLooked, to: z.enum(['printer', 'file']) }),
    output: savedFileSchema,
  }),
} as const;
