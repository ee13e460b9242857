/** A file of the department that was posted, or is being posted. */
import { z } from 'zod';
import { ERROR_CODES } from '../kernel/errors.ts';
import { businessDateSchema, fenSchema, instantSchema } from '../kernel/value-schemas.ts';

export const postedBatchSchema = z.object({
  batchId: z.number().int(),
  kind: z.enum(['allocation', 'settlement']),
  batch: z.string(),
  businessDate: businessDateSchema,
  postedAt: instantSchema,
  clerk: z.string(),
  authorisedBy: z.string(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  amountFen: fenSchema,
  /** While it is being posted, the figures above are those so far. */
  state: z.enum(['posting', 'posted']),
  /** Of the file, while it is being posted; else null. */
  lines: z.number().int().nullable(),
  /** What holds the posting up at present; null when nothing does. */
  waitsFor: z.enum(ERROR_CODES).nullable(),
  /** It stopped for an error that nobody foresaw, and goes on when somebody says so, or at the next opening. */
  stopped: z.boolean(),
});
export type PostedBatch = z.infer<typeof postedBatchSchema>;
