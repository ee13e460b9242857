/** What a counter changes about a holder, in their visit and before a second person (docs/rules.md 2). */
import { z } from 'zod';
import { authorisationSchema, define, visitId } from '../kernel/verb-definition.ts';
import { clerkDoes, recorded } from '../kernel/verb-policy.ts';
import { businessDateSchema, fenSchema } from '../kernel/value-schemas.ts';

/** Up to what is kept; the ledger says what is wrong with a number or a name. */
const typed = z.string().max(200);
export const addressSchema = z.string().trim().max(120);
export const documentSeenSchema = z.string().trim().min(2).max(60);
export const sexSchema = z.enum(['male', 'female']);
export const payOutReferenceSchema = z.string().trim().min(1).max(35);

const changedFieldSchema = z.enum(['name', 'idNumber', 'sex', 'phone', 'address']);
export type ChangedField = z.infer<typeof changedFieldSchema>;
const changedSchema = z.object({ changed: z.array(changedFieldSchema).readonly() });

const authorisation = authorisationSchema.nullable();

const changesHolder = {
  ...clerkDoes,
  doors: ['command-line'],
  visit: 'holder',
  once: 'none',
  second: { from: 'in place', when: 'always' },
} as const;

export const holderVerbs = {
  /** Null leaves a value as it is. The second person stands for the holder's confirmation, where no window is at hand. */
  'holder.contact': define({
    ...changesHolder,
    record: recorded('holder.contact'),
    input: z.object({ visitId, phone: typed.nullable(), address: addressSchema.nullable(), authorisation }),
    output: changedSchema,
  }),
  'holder.correct': define({
    ...changesHolder,
    record: recorded('holder.correct'),
    input: z.object({
      visitId,
      name: typed.nullable(),
      idNumber: typed.nullable(),
      sex: sexSchema.nullable(),
      /** The document that was seen. */
      document: documentSeenSchema,
      authorisation,
    }),
    output: changedSchema,
  }),
  /** The reference is the department's, which instructs the pay-out of a balance. */
  'holder.close': define({
    ...changesHolder,
    record: recorded('holder.close'),
    input: z.object({ visitId, reference: payOutReferenceSchema.nullable(), authorisation }),
    output: z.object({
      account: z.string(),
      closedOn: businessDateSchema,
      paidOutFen: fenSchema,
      reference: z.string().nullable(),
    }),
  }),
} as const;
