/** The journal (F12): what a clerk did on the open business day; to a supervisor or administrator what the whole office did. */
import { z } from 'zod';
import { businessDateSchema, instantSchema, refusalSchema } from '../kernel/value-schemas.ts';
import { define } from '../kernel/verb-definition.ts';
import { clerkAsks } from '../kernel/verb-policy.ts';
import { JOURNAL_ACTS } from './journal-acts.ts';

const actSchema = z.enum(JOURNAL_ACTS);

const journalLineSchema = z.object({
  seq: z.number().int(),
  at: instantSchema,
  clerk: z.string(),
  second: z.string().nullable(),
  act: actSchema,
  /** Null for what was done. Numbers of persons in it are masked. */
  refusal: refusalSchema.nullable(),
  /** The account, report, paper, batch, clerk or day that it is about. */
  subject: z.string().nullable(),
  /** What the line leads to; its number is the subject. */
  leadsTo: z.enum(['report', 'paper', 'file', 'day']).nullable(),
  /** Of the account that it is about, as it stands now, masked (docs/rules.md 2). */
  holder: z.object({ name: z.string(), card: z.string() }).nullable(),
});
export type JournalLine = z.infer<typeof journalLineSchema>;

export const journalVerbs = {
  /**
   * Newest first, a page from the line before `before` on. With a text those whose subject, clerk or account has it in it, and
   * those of `acts`, whose words have it in the language of the screen.
   */
  'journal.list': define({
    ...clerkAsks,
    input: z.object({
      text: z.string().trim().min(1).max(60).nullable(),
      acts: z.array(actSchema).nullable(),
      before: z.number().int().nullable(),
    }),
    output: z.object({
      businessDate: businessDateSchema,
      items: z.array(journalLineSchema),
      /** What the next page is asked for with; null where there is none. */
      next: z.number().int().nullable(),
    }),
  }),
} as const;
