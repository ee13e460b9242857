/** What a till and the day's end show: figures of the books, and no person but the office's own. */
import { z } from 'zod';
import { clerkSchema } from '../office/office-views.ts';
import { businessDateSchema, fenSchema, instantSchema } from '../kernel/value-schemas.ts';

/** What a clerk does at a counter, as a till counts it; `other` is what has no line of its own. */
export const TILL_KINDS = [
  'visit',
  'loss',
  'loss-ended',
  'card-replaced',
  'reference',
  'password',
  'holder',
  'correction',
  'told',
  'login',
  'file',
  'other',
] as const;
export const tillKindSchema = z.enum(TILL_KINDS);
export type TillKind = z.infer<typeof tillKindSchema>;

const count = z.number().int().nonnegative();

const tillFeeSchema = z.object({ feeClass: z.string(), counted: count, amountFen: fenSchema });
export type TillFee = z.infer<typeof tillFeeSchema>;

/** What was done in a till: counted from the audit record, fees from the cards that were replaced. */
export const tillFiguresSchema = z.object({
  kinds: z.array(z.object({ kind: tillKindSchema, counted: count })),
  visits: count,
  refusals: count,
  /** Handed out on paper, and of those the spoilt ones: printed again, failed at the printer, or taken out of the queue. */
  documents: z.object({ issued: count, saved: count, reprinted: count, failed: count, withdrawn: count }),
  fees: z.array(tillFeeSchema),
  expectedFen: fenSchema,
});
export type TillFigures = z.infer<typeof tillFiguresSchema>;

const tillClosingSchema = z.object({
  /** 1 for the first of the day; a later one counts the day anew. */
  number: z.number().int().positive(),
  expectedFen: fenSchema,
  countedFen: fenSchema,
  reason: z.string().nullable(),
  /** The clerk, or the supervisor who closed it for an absent one. */
  closedBy: z.string(),
  closedAt: instantSchema,
});

/** `idle` has nothing to close; `open` was worked in since it was closed, or never closed. */
export const tillStateSchema = z.enum(['idle', 'open', 'closed']);
export type TillState = z.infer<typeof tillStateSchema>;

export const tillSchema = z.object({
  clerk: clerkSchema,
  businessDate: businessDateSchema,
  state: tillStateSchema,
  figures: tillFiguresSchema,
  /** The first of the day first. */
  closings: z.array(tillClosingSchema),
  visitOpen: z.boolean(),
  /** Papers that wait in the print queue. */
  papersWaiting: count,
});
export type Till = z.infer<typeof tillSchema>;

/** One line of the trial balance: the holders, or a control account. Debits are what left, credits what came in. */
const balanceLineSchema = z.object({
  account: z.string(),
  openingFen: fenSchema,
  debitFen: fenSchema,
  creditFen: fenSchema,
  closingFen: fenSchema,
});
export type BalanceLine = z.infer<typeof balanceLineSchema>;

const openVisitSchema = z.object({ clerkCode: z.string(), name: z.string(), counter: z.string() });

const doorCountSchema = z.object({
  door: z.enum(['online', 'telephone']),
  done: count,
  losses: count,
  refusals: count,
});

const listWarningSchema = z.object({ kind: z.enum(['unknown-year', 'ends']), on: z.string() });

/** Everything that the day's end says of the office. */
export const officeFiguresSchema = z.object({
  balances: z.array(balanceLineSchema),
  /** The sums of the holders and of the control accounts, which cancel. */
  holdersFen: fenSchema,
  controlFen: fenSchema,
  accounts: count,
  files: z.array(
    z.object({ kind: z.enum(['allocation', 'settlement']), files: count, accepted: count, rejected: count }),
  ),
  tills: z.array(
    z.object({
      clerk: clerkSchema,
      state: tillStateSchema,
      visits: count,
      refusals: count,
      expectedFen: fenSchema,
      /** Null before it is closed. */
      countedFen: fenSchema.nullable(),
      reason: z.string().nullable(),
      closedBy: z.string().nullable(),
    }),
  ),
  doors: z.array(doorCountSchema),
  openVisits: z.array(openVisitSchema),
  papersWaiting: count,
  approvalsWaiting: count,
  /** Received and neither posted, refused nor dropped, with those whose receiving never ended. */
  filesReceived: count,
  filePosting: z.string().nullable(),
  clocks: z.object({ lapsingToday: count, lapsingTomorrow: count, due: count }),
});
export type OfficeFigures = z.infer<typeof officeFiguresSchema>;

/** Why the day cannot be closed now; null where it can. */
export const dayObstacleSchema = z
  .enum(['tills-open', 'visits-open', 'file-being-posted', 'day-not-yet', 'day-ahead'])
  .nullable();
export type DayObstacle = z.infer<typeof dayObstacleSchema>;

/** What the closing of the open day settles of interest. */
const interestDueSchema = z.object({
  settledTo: businessDateSchema,
  /** False where no rate holds in its period: nothing is settled. */
  hasRates: z.boolean(),
});

export const officeDaySchema = z.object({
  businessDate: businessDateSchema,
  nextDate: businessDateSchema,
  obstacle: dayObstacleSchema,
  /** From which hour of the office's clock today's day may be closed. */
  fromHour: z.number().int(),
  warning: listWarningSchema.nullable(),
  /** Null on a day that settles none. */
  interestDue: interestDueSchema.nullable(),
  figures: officeFiguresSchema,
  /** The newest audit record as it is printed; null where the books have no anchor. */
  head: z.string().nullable(),
  /** The newest report. */
  last: z.object({ businessDate: businessDateSchema, number: z.string(), closedBy: z.string() }).nullable(),
});
export type OfficeDay = z.infer<typeof officeDaySchema>;

const copiedPlaceSchema = z.object({
  /** From 1, in the order in which the installation names them. */
  place: z.number().int(),
  path: z.string(),
  /** Of the new copy; null where it failed. */
  name: z.string().nullable(),
  bytes: count.nullable(),
  /** Why it failed, as a term of the disk's words; null for a copy that was made and proven. */
  reason: z.string().nullable(),
});

const settledSchema = z.object({
  from: businessDateSchema,
  to: businessDateSchema,
  accounts: count,
  amountFen: fenSchema,
});

export const dayEndedSchema = z.object({
  /** The day that begins. */
  businessDate: businessDateSchema,
  /** The days that were closed, the first first, each with its report. */
  closed: z.array(z.object({ businessDate: businessDateSchema, report: z.string() })),
  warning: listWarningSchema.nullable(),
  head: z.string().nullable(),
  /** The quarters whose interest was booked with these days. */
  interest: z.array(settledSchema).default([]),
  /** Made after it, place by place; empty where the installation keeps none. Null where the same command is only answered again. */
  copies: z.array(copiedPlaceSchema).nullable().default(null),
});
export type DayEnded = z.infer<typeof dayEndedSchema>;
