/**
 * What the customer is asked for at their window. The clerk's window starts and ends a task and hears how it goes; digits
 * come from the customer's window alone, through main to the ledger (docs/rules.md 4).
 */
import { z } from 'zod';
import { define, nothing, secondPersonSchema, teller, customer, visitId } from '../kernel/verb-definition.ts';
import { pinTaskSchema } from '../loss/loss-views.ts';
import { pinTaskKindSchema } from '../kernel/vocabulary.ts';

const taskId = z.string().min(1);

/** What the entry answers: one sent twice is not taken for the next. */
const step = pinTaskSchema.shape.step;

/**
 * As typed, one ASCII byte a digit; what is wrong with it is the ledger's to say, by rule and not by digit. Bytes, because
 * whoever is done with them can overwrite them: a string stays in memory for as long as it pleases the engine.
 */
const digits = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 12);

const beginning = z.object({
  visitId,
  task: pinTaskKindSchema,
  /** A reset on another day than its loss report needs a second person of its own. */
  second: secondPersonSchema.nullable(),
  /** The holder's own report that is to be acknowledged. */
  lossNumber: z.string().optional(),
});

/** What the customer's window shows. */
export const customerScreenSchema = z.object({
  /** Empty while there is no office to name. */
  officeName: z.string(),
  /** Of the office's clock, such as `Asia/Shanghai`. */
  timeZone: z.string(),
  language: z.enum(['zh-CN', 'en']),
  /** Null when nobody is asked for anything. */
  task: pinTaskSchema.nullable(),
  /** True when it covers the clerk's window and hands it back afterwards. */
  takeover: z.boolean(),
});
export type CustomerScreen = z.infer<typeof customerScreenSchema>;

export const pinVerbs = {
  /** Asks the customer; answers as soon as their window shows the first step. Progress comes as events. */
  'customer.ask': define({
    kind: 'command',
    owner: 'main',
    windows: teller,
    input: beginning.extend({ language: z.enum(['zh-CN', 'en']) }),
    output: pinTaskSchema,
  }),
  /** The clerk ends it: the customer walked away. */
  'customer.abandon': define({
    kind: 'command',
    owner: 'main',
    windows: teller,
    input: z.object({ taskId }),
    output: nothing,
  }),

  'customer.screen': define({
    kind: 'query',
    owner: 'main',
    windows: customer,
    input: nothing,
    output: customerScreenSchema,
  }),
  /** The customer has begun or stopped typing; how much is not said. */
  'customer.typing': define({
    kind: 'command',
    owner: 'main',
    windows: customer,
    input: z.object({ taskId, typing: z.boolean() }),
    output: nothing,
  }),
  'customer.enterPin': define({
    kind: 'command',
    owner: 'main',
    windows: customer,
    input: z.object({ taskId, step, pin: digits }),
    output: pinTaskSchema,
  }),
  /** The customer has read the loss report and says that it is theirs, as they reported it. */
  'customer.acknowledge': define({
    kind: 'command',
    owner: 'main',
    windows: customer,
    input: z.object({ taskId }),
    output: pinTaskSchema,
  }),
  'customer.cancel': define({
    kind: 'command',
    owner: 'main',
    windows: customer,
    input: z.object({ taskId }),
    output: nothing,
  }),

  'customer.beginTask': define({
    kind: 'command',
    owner: 'ledger',
    windows: [],
    input: beginning,
    output: pinTaskSchema,
  }),
  'customer.takeEntry': define({
    kind: 'command',
    owner: 'ledger',
    windows: [],
    input: z.object({ taskId, step, pin: digits }),
    output: pinTaskSchema,
  }),
  'customer.takeAcknowledgement': define({
    kind: 'command',
    owner: 'ledger',
    windows: [],
    input: z.object({ taskId }),
    output: pinTaskSchema,
  }),
  'customer.endTask': define({
    kind: 'command',
    owner: 'ledger',
    windows: [],
    input: z.object({ taskId, how: z.enum(['timed-out', 'cancelled', 'abandoned', 'interrupted']) }),
    output: pinTaskSchema,
  }),
} as const;
