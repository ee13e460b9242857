/** A second person from the queue: what is asked of somebody who is not at this counter (docs/rules.md 5). */
import { z } from 'zod';
import { approvalRequestSchema, askedSchema } from './approval-views.ts';
import { pageNumber, pageOf } from '../kernel/paging.ts';
import { define, nothing, operationId, password } from '../kernel/verb-definition.ts';
import { clerkAsks, clerkDoes, recorded, refusalsRecorded } from '../kernel/verb-policy.ts';
import { approvalVerbSchema } from '../kernel/vocabulary.ts';

/**
 * The command as it is to be given later, without operation id and second person: the ledger reads it by the command's own
 * schema, and the approval holds for all of it.
 */
const askedCommand = { verb: approvalVerbSchema, input: z.record(z.string(), z.unknown()) };

export const approvalVerbs = {
  /** What the second person has to see of a command, from the ledger: the same that a request in the queue would bind. */
  'approval.preview': define({
    ...clerkAsks,
    visit: 'of the command',
    input: z.object(askedCommand),
    output: askedSchema,
  }),
  /** The request holds for exactly this: the same command with anything else in it needs another one. */
  'approval.ask': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    visit: 'of the command',
    once: 'kept, and judged again',
    second: 'never',
    record: recorded('approval.ask'),
    input: z.object({ operationId, ...askedCommand }),
    output: approvalRequestSchema,
  }),
  /**
   * Pending ones first, the soonest to run out on top, then what was decided or ran out within a day, newest first; what
   * is older stays on record. `waiting` counts those that want something of the asker, `own`
   * are the latest the asker made, whichever page is shown: a task waits for one of them. `decided` are those of the
   * asker that were decided, are not used and not seen yet, the first decided first, however long ago.
   */
  'approval.list': define({
    ...clerkAsks,
    doors: ['teller', 'command-line'],
    input: z.object({ page: pageNumber }),
    output: pageOf(approvalRequestSchema).extend({
      waiting: z.number().int(),
      own: z.array(approvalRequestSchema),
      decided: z.array(approvalRequestSchema),
    }),
  }),
  /** The asker has seen what was decided, and is called no more. */
  'approval.seen': define({
    ...clerkDoes,
    visit: 'none',
    once: 'none',
    second: 'never',
    record: refusalsRecorded('the decision is on record; that it was read changes nothing'),
    input: z.object({ requestId: z.string().min(1) }),
    output: nothing,
  }),
  /** A yes is proven by the password, and holds for what the request shows: where that has changed, it is refused and asked anew. */
  'approval.decide': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    visit: 'none',
    once: 'kept, and judged again',
    second: 'never',
    record: recorded('approval.decide', 'approval.renew'),
    input: z
      .object({
        operationId,
        requestId: z.string().min(1),
        decision: z.enum(['approve', 'refuse']),
        /** Asked for with a refusal. */
        reason: z.string().trim().max(200).nullable(),
        /** Of whoever decides, asked for with a yes. */
        password: password.nullable(),
      })
      .refine(({ decision, password: given }) => decision === 'refuse' || given !== null, { path: ['password'] }),
    output: approvalRequestSchema,
  }),
} as const;
