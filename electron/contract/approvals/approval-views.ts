/** What the ledger answers about requests to a second person: everything that was asked, in facts (docs/rules.md 5). */
import { z } from 'zod';
import { approvalStateSchema, approvalVerbSchema } from '../kernel/vocabulary.ts';
import { instantSchema } from '../kernel/value-schemas.ts';

const factValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type FactValue = z.infer<typeof factValueSchema>;

/** One thing that a second person answers for. Amounts are in fen; personal numbers are masked. */
const askedFactSchema = z.object({
  /** A field of the command, or what the ledger knows beside it. */
  name: z.string(),
  value: factValueSchema,
  /** What stands there until now; absent where nothing is replaced. */
  was: factValueSchema.optional(),
});
export type AskedFact = z.infer<typeof askedFactSchema>;

/** What the second person is shown before they say yes in place, and the mark of just that. */
export const askedSchema = z.object({ binding: z.string(), facts: z.array(askedFactSchema) });
export type Asked = z.infer<typeof askedSchema>;

export const approvalRequestSchema = askedSchema.extend({
  requestId: z.string(),
  verb: approvalVerbSchema,
  state: approvalStateSchema,
  /** Null for a file. */
  holderNameMasked: z.string().nullable(),
  cardMasked: z.string().nullable(),
  lossNumber: z.string().nullable(),
  askedBy: z.string(),
  askedByName: z.string(),
  askedAt: instantSchema,
  expiresAt: instantSchema,
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  reason: z.string().nullable(),
});
export type ApprovalRequest = z.infer<typeof approvalRequestSchema>;
