/** What the ledger answers about losses and PINs: plain data, personal numbers masked (docs/rules.md 2). */
import { z } from 'zod';
import { asksToPrintSchema, bytesSchema } from '../office/office-views.ts';
import {
  cardLossStateSchema,
  documentKindSchema,
  lossChannelSchema,
  lossEventSchema,
  lossKindSchema,
  lossObjectSchema,
  lossStatusSchema,
  pinLossStateSchema,
  pinTaskKindSchema,
  weakPinSchema,
  paperSchema,
} from '../kernel/vocabulary.ts';
import { businessDateSchema, instantSchema, fenSchema } from '../kernel/value-schemas.ts';

const lossStepSchema = z.object({
  /** `YYYY-MM-DD HH:MM:SS` on the office's clock. */
  at: z.string(),
  event: lossEventSchema,
  /** Clerk code, or `system` for what a clock did. */
  clerk: z.string(),
  second: z.string().nullable(),
  /** Old and new card masked, fee, reference: whatever the step is about, in no language. */
  note: z.string().nullable(),
});

export const lossViewSchema = z.object({
  number: z.string(),
  status: lossStatusSchema,
  object: lossObjectSchema,
  kind: lossKindSchema,
  channel: lossChannelSchema,
  cardState: cardLossStateSchema.nullable(),
  passwordState: pinLossStateSchema.nullable(),
  holderNameMasked: z.string(),
  cardMasked: z.string(),
  newCardMasked: z.string().nullable(),
  /** `YYYY-MM-DD HH:MM:SS` on the office's clock. */
  reportedAt: z.string(),
  /** Since when the holder misses it, as told for the form; null for unsaid. */
  missedSince: z.string().nullable(),
  /** Debits at or after this local time are stopped; null for a PIN alone. */
  lostFrom: z.string().nullable(),
  /** Last day of an oral report; it ends at 24:00 of that day. */
  lapsesOn: businessDateSchema.nullable(),
  reissueFrom: businessDateSchema.nullable(),
  /** First day on which a new PIN may be set. */
  renewFrom: businessDateSchema.nullable(),
  /** The department's own confirmation number (docs/rules.md 3). */
  secondReference: z.string().nullable(),
  feeFen: fenSchema.nullable(),
  /** What can be done about it on this business day by the holder at the counter. */
  possible: z.array(
    z.enum(['confirm', 'cancel', 'reissue', 'renew-password', 'take-back', 'add-reference', 'correct-reference']),
  ),
  timeline: z.array(lossStepSchema),
});
export type LossView = z.infer<typeof lossViewSchema>;

/** A report as a caller may hear of it who has proven nothing: whose it is, and of which card, is not in it. */
export const lossOfCallerSchema = lossViewSchema.omit({
  holderNameMasked: true,
  cardMasked: true,
  newCardMasked: true,
});
export type LossOfCaller = z.infer<typeof lossOfCallerSchema>;

/** What a report would do, before it is made: the sentence with dates. */
export const lossOutlookSchema = z.object({
  /** Local time `YYYY-MM-DD HH:MM:SS` from which debits would stop when nothing else is said. */
  now: z.string(),
  lapsesOn: businessDateSchema,
  reissueFrom: businessDateSchema,
  renewFrom: businessDateSchema,
  /** The open report of the card, which a formal one confirms and a repeated oral one supersedes. */
  openCard: z.object({ number: z.string(), kind: lossKindSchema }).nullable(),
  openPinLoss: z.object({ number: z.string(), renewFrom: businessDateSchema }).nullable(),
});
export type LossOutlook = z.infer<typeof lossOutlookSchema>;

/** The running clocks of loss reports, the most pressing of a day first (docs/rules.md 3). */
export const LOSS_CLOCKS = [
  'lapses-today',
  'lapses-tomorrow',
  'lapses-later',
  'reissue-due',
  'password-due',
  'reissue-waiting',
  'password-waiting',
] as const;
export const lossClockSchema = z.enum(LOSS_CLOCKS);
export type LossClock = z.infer<typeof lossClockSchema>;

/** How soon a clock runs out: today or before, tomorrow, within seven days, later. */
export const CLOCK_SPANS = ['today', 'tomorrow', 'week', 'later'] as const;
export const clockSpanSchema = z.enum(CLOCK_SPANS);
export type ClockSpan = z.infer<typeof clockSpanSchema>;

export const worklistItemSchema = z.object({
  number: z.string(),
  clock: lossClockSchema,
  span: clockSpanSchema,
  /** The day the clock names: the last one of an oral report, the first one of a new card or PIN. */
  on: businessDateSchema,
  object: lossObjectSchema,
  kind: lossKindSchema,
  holderNameMasked: z.string(),
  cardMasked: z.string(),
});
export type WorklistItem = z.infer<typeof worklistItemSchema>;

export const pinFaultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('wrong'), triesLeft: z.number().int() }),
  z.object({ kind: z.literal('weak'), rule: weakPinSchema, triesLeft: z.number().int() }),
  z.object({ kind: z.literal('different'), triesLeft: z.number().int() }),
]);
export type PinFault = z.infer<typeof pinFaultSchema>;

/**
 * How a task ended. `locked`: the third wrong old PIN; `tries`: three new ones were no good; `interrupted`: the
 * window or the ledger went away. Only `done` changed anything but the count of wrong tries.
 */
export const pinEndSchema = z.enum(['done', 'locked', 'tries', 'timed-out', 'cancelled', 'abandoned', 'interrupted']);
export type PinEnd = z.infer<typeof pinEndSchema>;

/** What both windows know about a customer's typing: no digit, not even how many (docs/rules.md 4). */
export const pinTaskSchema = z.object({
  taskId: z.string(),
  task: pinTaskKindSchema,
  /** What is asked for now; after the end, the last step. */
  step: z.enum(['old', 'new', 'repeat', 'read']),
  ended: pinEndSchema.nullable(),
  /** What was wrong with the last entry. */
  fault: pinFaultSchema.nullable(),
  holderNameMasked: z.string(),
  cardMasked: z.string(),
  /** Without an entry by then the task ends by itself. */
  until: instantSchema,
  /** How often the customer may still ask for the whole time of this entry again. */
  moreTimeLeft: z.number().int(),
  /** The open PIN loss that a `reset` renews, or the report that `acknowledge` is about. */
  lossNumber: z.string().nullable(),
  /** What of that report the holder is to acknowledge; null for every other task. */
  loss: lossViewSchema
    .pick({ object: true, kind: true, lostFrom: true, lapsesOn: true, reissueFrom: true, renewFrom: true })
    .nullable(),
  /** The phone and address that the holder is to confirm, whole; a null in it stays as it is. Null for every other task. */
  contact: z.object({ phone: z.string().nullable(), address: z.string().nullable() }).nullable(),
});
export type PinTask = z.infer<typeof pinTaskSchema>;

/** All that is left to say of a task when the ledger that held it cannot be asked any more. */
export const lostTaskSchema = pinTaskSchema.pick({ taskId: true }).extend({ ended: z.literal('interrupted') });
export type LostTask = z.infer<typeof lostTaskSchema>;

/**
 * What the clerk is told of a task in whose middle its ledger went away. `lost`: whether the last step was done, the ledger says when
 * it is back; `unknown`: it is back and has no word of the task.
 */
export interface UnclearTask extends Pick<PinTask, 'taskId'> {
  readonly ended: 'lost' | 'unknown';
}

export const preparedPaperSchema = z.object({
  /** What it was laid out for. */
  paper: paperSchema,
  documentNumber: z.string(),
  verificationCode: z.string(),
  kind: documentKindSchema,
  pages: z.number().int(),
  asksToPrint: asksToPrintSchema,
  /** The very bytes that will be printed or saved. */
  pdf: bytesSchema,
});
export type PreparedPaper = z.infer<typeof preparedPaperSchema>;
