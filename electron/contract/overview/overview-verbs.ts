/** The overview: what the office's books and its audit record come to over a period, without a word about any person. */
import { z } from 'zod';
import { businessDateSchema, fenSchema, instantSchema } from '../kernel/value-schemas.ts';
import { define } from '../kernel/verb-definition.ts';
import { clerkAsks, mainActsForClerk, recorded } from '../kernel/verb-policy.ts';
import { entryKindSchema, lossKindSchema, lossObjectSchema, lossStatusSchema } from '../kernel/vocabulary.ts';
import { pageNumber, pageOf } from '../kernel/paging.ts';
import { bytesSchema, savedFileSchema } from '../office/office-views.ts';

const supervisor = { roles: ['supervisor', 'administrator'], told: true } as const;
const count = z.number().int();
/** `YYYY-MM`. */
const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const hourSchema = z.number().int().min(0).max(23);
/** `ivr` is the telephone's menu, `telephone` a call that a clerk took. */
const doorSchema = z.enum(['counter', 'telephone', 'ivr', 'online']);

/** Business days, both included; ten years at most. */
const periodSchema = z
  .object({ from: businessDateSchema, until: businessDateSchema })
  .refine(({ from, until }) => from <= until && Number(until.slice(0, 4)) - Number(from.slice(0, 4)) <= 10);

/** Entries and their sum, signed as in the holders' accounts: what is credited is positive. */
const sum = { entries: count, amountFen: fenSchema };
/** Of an institution: payments less what was taken back of them, positive where it is owed. */
const institutionSchema = z.object({ code: z.string(), name: z.string(), ...sum });

export const overviewSchema = z.object({
  office: z.object({ code: z.string(), name: z.string(), timeZone: z.string() }),
  from: businessDateSchema,
  until: businessDateSchema,
  /** Every month of the period. */
  months: z.array(monthSchema),
  /** Those that have entries. */
  movements: z.array(z.object({ month: monthSchema, kind: entryKindSchema, ...sum })),
  /** The largest, largest first. */
  institutions: z.array(institutionSchema),
  /** All others as one. */
  others: z.object({ institutions: count, ...sum }),
  /** By the month of the report, with where each stands now. */
  losses: z.array(
    z.object({
      month: monthSchema,
      channel: doorSchema,
      reports: count,
      statuses: z.array(z.object({ status: lossStatusSchema, reports: count })),
    }),
  ),
  /** Most often first. */
  refusals: z.array(z.object({ code: z.string(), count })),
  /** Of the office's wall clock; those with work. */
  hours: z.array(z.object({ hour: hourSchema, visits: count, acts: count })),
});
export type Overview = z.infer<typeof overviewSchema>;
export type LossDoor = z.infer<typeof doorSchema>;

/** Which figure's lines are asked for. */
const figureSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('movement'), month: monthSchema, kind: entryKindSchema }),
  z.object({ of: z.literal('institution'), code: z.string().min(1).max(40) }),
  z.object({ of: z.literal('others') }),
  z.object({ of: z.literal('loss'), month: monthSchema, channel: doorSchema }),
  z.object({ of: z.literal('refusal'), code: z.string().min(1).max(60) }),
  z.object({ of: z.literal('hour'), hour: hourSchema, what: z.enum(['visits', 'acts']) }),
]);
export type OverviewFigure = z.infer<typeof figureSchema>;

const lineSchema = z.discriminatedUnion('line', [
  /** What one posting came to, of a settlement at one institution. */
  z.object({
    line: z.literal('posting'),
    date: businessDateSchema,
    reference: z.string(),
    institution: z.object({ code: z.string(), name: z.string() }).nullable(),
    ...sum,
  }),
  z.object({ line: z.literal('month'), month: monthSchema, kind: entryKindSchema, ...sum }),
  institutionSchema.extend({ line: z.literal('institution') }),
  z.object({
    line: z.literal('loss'),
    number: z.string(),
    /** The office's wall clock. */
    at: z.string(),
    object: lossObjectSchema,
    kind: lossKindSchema,
    status: lossStatusSchema,
  }),
  /** A record of the audit chain; the clerk by code, null where none acted. */
  z.object({ line: z.literal('record'), seq: count, at: instantSchema, clerk: z.string().nullable(), act: z.string() }),
]);
export type OverviewLine = z.infer<typeof lineSchema>;

export const overviewVerbs = {
  'overview.view': define({ ...clerkAsks, actor: supervisor, input: periodSchema, output: overviewSchema }),
  /** What a figure of the same period is made of, page by page. */
  'overview.lines': define({
    ...clerkAsks,
    actor: supervisor,
    input: z.object({ period: periodSchema, figure: figureSchema, page: pageNumber }),
    output: pageOf(lineSchema),
  }),
  /** Takes a document number, which stays on record with what was printed under it. */
  'overview.drawReport': define({
    ...clerkAsks,
    kind: 'command',
    doors: ['program'],
    actor: supervisor,
    record: recorded('overview.report'),
    input: periodSchema,
    output: z.object({ pdf: bytesSchema, fileName: z.string() }),
  }),
  'overview.report': define({
    ...mainActsForClerk,
    actor: supervisor,
    visit: 'none',
    once: 'none',
    input: z.object({ period: periodSchema, to: z.enum(['printer', 'file']) }),
    output: savedFileSchema,
  }),
} as const;
