/** Two pairs of eyes from the queue: what is asked of a second person who is not at this counter (RULES.md 5). */
import { z } from 'zod';
import { approvalRequestSchema } from './loss-views.ts';
import { define, nothing, operationId, teller, visitId } from './verb-definition.ts';
import { approvalVerbSchema } from './vocabulary.ts';

export const approvalVerbs = {
  /** The request holds for exactly this: another report, card or account needs another one. */
  'approval.ask': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({
      operationId,
      visitId,
      verb: approvalVerbSchema,
      lossNumber: z.string().trim().max(40).nullable(),
      newCard: z.string().max(60).nullable(),
    }),
    output: approvalRequestSchema,
  }),
  /** Pending ones first, then those of this business day that were decided. */
  'approval.list': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: nothing,
    output: z.array(approvalRequestSchema),
  }),
  'approval.decide': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({
      operationId,
      requestId: z.string().min(1),
      decision: z.enum(['approve', 'refuse']),
      /** Asked for with a refusal. */
      reason: z.string().trim().max(200).nullable(),
    }),
    output: approvalRequestSchema,
  }),
} as const;
