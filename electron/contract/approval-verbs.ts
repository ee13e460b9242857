/** Two pairs of eyes from the queue: what is asked of a second person who is not at this counter (RULES.md 5). */
import { z } from 'zod';
import { approvalRequestSchema } from './loss-views.ts';
import { pageNumber, pageOf } from './paging.ts';
import { define, operationId, teller, visitId } from './verb-definition.ts';
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
  /**
   * Pending ones first, the soonest to run out on top, then what was decided or ran out within a day, newest first; what
   * is older stays on record. `waiting` counts those that want something of the asker, `own`
   * are the latest the asker made, whichever page is shown: a task waits for one of them.
   */
  'approval.list': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: z.object({ page: pageNumber }),
    output: pageOf(approvalRequestSchema).extend({
      waiting: z.number().int(),
      own: z.array(approvalRequestSchema),
    }),
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
