/**
 * What the customer is asked for at their window. The clerk's window starts and ends a task and hears how it goes; digits
 * come from the customer's window alone, through main to the ledger (docs/rules.md 4).
 */
import { z } from 'zod';
import { define, nothing, secondPersonSchema, visitId } from '../kernel/verb-definition.ts';
import { clerkAsks, clerkDoes, mainActsForClerk, mainAnswers, recorded, unrecorded } from '../kernel/verb-policy.ts';
import { lostTaskSchema, pinTaskSchema } from '../loss/loss-views.ts';
import { pinTaskKindSchema } from '../kernel/vocabulary.ts';
import { contactSchema } from '../holder/holder-verbs.ts';

const taskId = z.string().min(1);

/** What the entry answers: one sent twice is not taken for the next. */
const step = pinTaskSchema.shape.step;

/**
 * As typed, one ASCII byte a digit; what is wrong with it is the ledger's to say, by rule and not by digit. Bytes, because
 * whoever is done with them can overwrite them: a string stays in memory until the engine frees it.
 */
/** Digits on their way from main to the ledger: of P-256 a point, and as many bytes as were typed with their mark. */
const sealedSchema = z.object({
  enc: z.instanceof(Uint8Array).refine(({ length }) => length === 65),
  box: z.instanceof(Uint8Array).refine(({ length }) => length <= 28),
});
const digits = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 12);

const beginning = z.object({
  visitId,
  task: pinTaskKindSchema,
  /** A reset on another day than its loss report needs a second person of its own. */
  second: secondPersonSchema.nullable(),
  /** The holder's own report that is to be acknowledged. */
  lossNumber: z.string().optional(),
  /** What the holder is to confirm; a null stays as it is. */
  contact: contactSchema.optional(),
});

/** What the customer's window shows. */
export const customerScreenSchema = z.object({
  /** Empty while there is no office to name. */
  officeName: z.string(),
  /** Empty while the office has not set it. */
  bankName: z.string(),
  /** Of the office's clock, such as `Asia/Shanghai`; null while there is no office to have one. */
  timeZone: z.string().nullable(),
  /** The clerk's, until the holder chooses another. */
  language: z.enum(['zh-CN', 'en']),
  /** The visit that goes on at this counter, and what the clerk does in it. */
  visit: z.object({ holderNameMasked: z.string(), doing: z.enum(['visit', 'statement', 'loss', 'paper']) }).nullable(),
  /** As the holder chose, until the visit ends. */
  largeType: z.boolean(),
  /** Null when nobody is asked for anything. */
  task: z.union([pinTaskSchema, lostTaskSchema]).nullable(),
  /** True when it covers the clerk's window and hands it back afterwards. */
  takeover: z.boolean(),
});
export type CustomerScreen = z.infer<typeof customerScreenSchema>;

/** What main does for the customer's window, in the session of the clerk who asked them. */
const customerHasDone = { ...mainActsForClerk, doors: ['customer'], actor: 'holder', once: 'none' } as const;

export const pinVerbs = {
  /** Asks the customer; answers as soon as their window shows the first step. Progress comes as events. */
  'customer.ask': define({
    ...mainActsForClerk,
    once: 'none',
    input: beginning.extend({ language: z.enum(['zh-CN', 'en']) }),
    output: pinTaskSchema,
  }),
  /** The clerk ends it: the customer walked away. */
  'customer.abandon': define({
    ...mainActsForClerk,
    once: 'none',
    input: z.object({ taskId }),
    output: nothing,
  }),

  'customer.screen': define({
    ...mainAnswers,
    kind: 'query',
    doors: ['customer'],
    actor: 'holder',
    record: unrecorded('a question'),
    input: nothing,
    output: customerScreenSchema,
  }),
  /** How the holder reads at their own window, until the visit ends; the clerk's stays as it is. */
  'customer.choose': define({
    ...mainAnswers,
    kind: 'command',
    doors: ['customer'],
    actor: 'holder',
    record: unrecorded('how a customer reads is not kept'),
    input: z.object({ language: z.enum(['zh-CN', 'en']), largeType: z.boolean() }),
    output: nothing,
  }),
  /** The customer has begun or stopped typing; how much is not said. */
  'customer.typing': define({
    ...mainAnswers,
    kind: 'command',
    doors: ['customer'],
    actor: 'holder',
    record: unrecorded('how a customer types is not kept'),
    input: z.object({ taskId, typing: z.boolean() }),
    output: nothing,
  }),
  'customer.enterPin': define({
    ...customerHasDone,
    input: z.object({ taskId, step, pin: digits }),
    output: pinTaskSchema,
  }),
  /** The customer has read the loss report and says that it is theirs, or that phone and address are right. */
  'customer.acknowledge': define({
    ...customerHasDone,
    input: z.object({ taskId }),
    output: pinTaskSchema,
  }),
  /** The customer needs longer: the whole time of the entry once more, as often as the task says. */
  'customer.moreTime': define({
    ...customerHasDone,
    input: z.object({ taskId }),
    output: pinTaskSchema,
  }),
  'customer.cancel': define({
    ...customerHasDone,
    input: z.object({ taskId }),
    output: nothing,
  }),

  'customer.beginTask': define({
    ...clerkDoes,
    doors: ['program'],
    visit: 'holder',
    once: 'none',
    second: {
      from: 'in place or queue',
      when: 'a new PIN is set on another day than its loss was reported',
      ruled: 'in the transaction',
    },
    record: recorded('customer.beginTask', 'loss.authoriseRenewal'),
    input: beginning,
    output: pinTaskSchema,
  }),
  /** A task of the asking session as it stands, for a while after its end too. */
  'customer.task': define({
    ...clerkAsks,
    doors: ['program'],
    input: z.object({ taskId }),
    output: pinTaskSchema,
  }),
  /** The key for which digits are sealed, of the ledger that runs now, and the counter as it knows it. */
  'customer.entryKey': define({
    ...clerkAsks,
    doors: ['program'],
    input: nothing,
    output: z.object({ publicKey: z.instanceof(Uint8Array), counter: z.string() }),
  }),
  /** An entry for a step that is behind already, as of a key that bounced, is answered with where the task stands. */
  'customer.takeEntry': define({
    ...clerkDoes,
    doors: ['program'],
    visit: 'of the task',
    once: 'none',
    second: 'never',
    record: recorded(
      'pin.try',
      'pin.prove',
      'pin.wrong',
      'pin.lock',
      'pin.first',
      'pin.change',
      'pin.reset',
      'pin.telephone',
      'loss.renewPassword',
    ),
    input: z.object({ taskId, step, sealed: sealedSchema }),
    output: pinTaskSchema,
  }),
  'customer.takeAcknowledgement': define({
    ...clerkDoes,
    doors: ['program'],
    visit: 'of the task',
    once: 'none',
    second: 'never',
    record: recorded('loss.acknowledge', 'holder.contact'),
    input: z.object({ taskId }),
    output: pinTaskSchema,
  }),
  /** Begins the time of the entry again; without one left, answers where the task stands. */
  'customer.giveTime': define({
    ...clerkDoes,
    doors: ['program'],
    visit: 'of the task',
    once: 'none',
    second: 'never',
    record: recorded('customer.giveTime'),
    input: z.object({ taskId }),
    output: pinTaskSchema,
  }),
  /**
   * Ends it unless it has ended, or its time is not up; answers where it stands. A holder who cancels what they were to
   * acknowledge says that the report, or the new phone or address, is not right.
   */
  'customer.endTask': define({
    ...clerkDoes,
    doors: ['program'],
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('customer.endTask', 'loss.decline', 'holder.decline'),
    input: z.object({ taskId, how: z.enum(['timed-out', 'cancelled', 'abandoned', 'interrupted']) }),
    output: pinTaskSchema,
  }),
} as const;
