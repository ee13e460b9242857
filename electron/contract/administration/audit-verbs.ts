/** The audit record on the administrator's screen and at the command line: searched, and given out whole (docs/ledger.md 5). */
import { z } from 'zod';
import { define, nothing } from '../kernel/verb-definition.ts';
import { administrator, clerkAsks, clerkDoes, mainActsForClerk, recorded, unrecorded } from '../kernel/verb-policy.ts';
import { instantSchema, refusalSchema } from '../kernel/value-schemas.ts';
import { bytesSchema } from '../office/office-views.ts';

/** `2024-02-05` or `2024-02-05 09:30` of the office's wall clock; a day as the end is that whole day. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?$/);
const searched = z.string().trim().min(1).max(60);

const auditSearchSchema = z.object({
  from: moment.nullable(),
  to: moment.nullable(),
  /** Who acted, or was the second person: a clerk code, `holder:<account>`, `operator:<name>`. */
  clerk: searched.nullable(),
  /** Under any of these it is recorded: names, or how such names begin: `loss.report`, `loss.` */
  verbs: z.array(searched).min(1).max(200).nullable(),
  /** An account with all that was done in its visits and reports; else the number of whatever the record is about. */
  about: searched.nullable(),
});
export type AuditSearch = z.infer<typeof auditSearchSchema>;

const auditRecordSchema = z.object({
  seq: z.number().int(),
  at: instantSchema,
  actor: z.string(),
  second: z.string().nullable(),
  verb: z.string(),
  subject: z.string().nullable(),
  /** `done`, or the code of the refusal. */
  outcome: z.string(),
  /** What was told then; null for what was done, and for a code that has no sentence any more. */
  refusal: refusalSchema.nullable(),
  /** As JSON. */
  details: z.string(),
});
export type AuditView = z.infer<typeof auditRecordSchema>;

/** The newest record of the books at that moment, which the anchor and the day end's report name too. */
const exportFactsSchema = z.object({ headSeq: z.number().int(), headHash: z.string() });

export const auditVerbs = {
  /** Newest first, a page from the record before `before` on; whatever a record says of a person is masked. */
  'audit.list': define({
    ...clerkAsks,
    actor: administrator,
    input: auditSearchSchema.extend({ before: z.number().int().nullable() }),
    output: z.object({
      items: z.array(auditRecordSchema),
      /** What the next page is asked for with; null where there is none. */
      next: z.number().int().nullable(),
    }),
  }),
  /** What was searched for, as CSV. */
  'audit.save': define({
    ...mainActsForClerk,
    actor: administrator,
    visit: 'none',
    once: 'none',
    input: auditSearchSchema,
    output: z.object({ saved: z.boolean(), fileName: z.string().nullable() }),
  }),
  'audit.open': define({
    ...clerkDoes,
    doors: ['program'],
    actor: administrator,
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('audit.export'),
    input: auditSearchSchema,
    output: exportFactsSchema.extend({ answerId: z.string() }),
  }),
  /** The same for the command line, where the user of the operating system answers for it. */
  'audit.take': define({
    ...clerkDoes,
    doors: ['command-line'],
    actor: 'nobody',
    session: 'none',
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('audit.export'),
    input: auditSearchSchema,
    output: exportFactsSchema.extend({ answerId: z.string() }),
  }),
  'audit.piece': define({
    ...clerkAsks,
    doors: ['command-line'],
    actor: 'nobody',
    session: 'none',
    input: z.object({ answerId: z.string(), offset: z.number().int().nonnegative() }),
    output: z.object({ piece: bytesSchema, isLast: z.boolean() }),
  }),
  'audit.drop': define({
    ...clerkDoes,
    doors: ['command-line'],
    actor: 'nobody',
    session: 'none',
    visit: 'none',
    once: 'none',
    second: 'never',
    record: unrecorded('that it was given out is on record'),
    input: z.object({ answerId: z.string() }),
    output: nothing,
  }),
} as const;
