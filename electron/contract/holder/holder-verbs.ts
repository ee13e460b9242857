/** What a counter changes about a holder, in their visit (docs/rules.md 2): contact, a wrong name or number, and closing. */
import { z } from 'zod';
import { authorisationSchema, define, operationId, secondPersonSchema, visitId } from '../kernel/verb-definition.ts';
import { clerkDoes, recorded } from '../kernel/verb-policy.ts';
import { businessDateSchema, fenSchema } from '../kernel/value-schemas.ts';

/** Up to what is kept; the ledger says what is wrong with a number or a name. */
const typed = z.string().max(200);
export const addressSchema = z.string().trim().max(120);
export const documentSeenSchema = z.string().trim().min(2).max(60);
export const sexSchema = z.enum(['male', 'female']);
export const payOutReferenceSchema = z.string().trim().min(1).max(35);

/** Null leaves a value as it is. */
export const contactSchema = z.object({ phone: typed.nullable(), address: addressSchema.nullable() });

export const changedFieldSchema = z.enum(['name', 'idNumber', 'sex', 'phone', 'address']);
export type ChangedField = z.infer<typeof changedFieldSchema>;
const changedSchema = z.object({ changed: z.array(changedFieldSchema).readonly() });

const changesHolder = {
  ...clerkDoes,
  doors: ['teller', 'command-line'],
  visit: 'holder',
  once: 'kept',
  second: { from: 'in place or queue', when: 'always' },
} as const;

export const holderVerbs = {
  /** Where no window of the holder is at hand: the second person stands for their confirmation. */
  'holder.contact': define({
    ...changesHolder,
    doors: ['command-line'],
    once: 'none',
    second: { from: 'in place', when: 'always' },
    record: recorded('holder.contact'),
    input: contactSchema.extend({ visitId, authorisation: authorisationSchema.nullable() }),
    output: changedSchema,
  }),
  'holder.correct': define({
    ...changesHolder,
    record: recorded('holder.correct'),
    input: z.object({
      operationId,
      visitId,
      /** Null leaves a value as it is. */
      name: typed.nullable(),
      idNumber: typed.nullable(),
      sex: sexSchema.nullable(),
      /** The document that was seen. */
      document: documentSeenSchema,
      second: secondPersonSchema.nullable(),
    }),
    output: changedSchema,
  }),
  /** The reference is the department's, which instructs the pay-out of a balance. */
  'holder.close': define({
    ...changesHolder,
    record: recorded('holder.close'),
    input: z.object({
      operationId,
      visitId,
      reference: payOutReferenceSchema.nullable(),
      second: secondPersonSchema.nullable(),
    }),
    output: z.object({
      account: z.string(),
      closedOn: businessDateSchema,
      paidOutFen: fenSchema,
      reference: z.string().nullable(),
    }),
  }),
} as const;
