/** A posted entry that is wrong: its opposite is posted, and it stays (docs/rules.md 1). */
import { z } from 'zod';
import { define, operationId, secondPersonSchema, visitId } from '../kernel/verb-definition.ts';
import { clerkDoes, recorded } from '../kernel/verb-policy.ts';
import { businessDateSchema, fenSchema } from '../kernel/value-schemas.ts';

export const correctionReasonSchema = z.string().trim().min(2).max(200);

export const entryVerbs = {
  'entry.correct': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    visit: 'holder',
    once: 'kept',
    second: { from: 'in place or queue', when: 'always' },
    record: recorded('entry.correct'),
    input: z.object({
      operationId,
      visitId,
      /** The entry's place in its account. */
      seq: z.number().int().positive(),
      reason: correctionReasonSchema,
      second: secondPersonSchema.nullable(),
    }),
    output: z.object({
      /** Of the correction itself. */
      seq: z.number().int(),
      originalSeq: z.number().int(),
      businessDate: businessDateSchema,
      amountFen: fenSchema,
      balanceFen: fenSchema,
    }),
  }),
} as const;
