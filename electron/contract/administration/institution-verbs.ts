/** Designated institutions and their terminals (docs/rules.md 1). */
import { z } from 'zod';
import { pageNumber, pageOf } from '../kernel/paging.ts';
import { institutionTypeSchema } from '../kernel/vocabulary.ts';
import { authorisationSchema, define } from '../kernel/verb-definition.ts';
import { administrator, clerkAsks, clerkDoes, recorded } from '../kernel/verb-policy.ts';

const institutionCode = z.string().trim().max(35);
const name = z.string().trim().max(140);
/** As in a file: separated by `;`. */
const terminals = z.string().max(4_000);
const reason = z.string().trim().min(2).max(200);
const authorisation = authorisationSchema.nullable();
/** On the office's clock, `YYYY-MM-DD HH:MM:SS`; null for what is not stopped. */
const stoppedFrom = z.string().nullable();

const listedInstitutionSchema = z.object({
  code: z.string(),
  name: z.string(),
  type: institutionTypeSchema,
  stoppedFrom,
  terminals: z.array(z.object({ number: z.string(), stoppedFrom })),
});
export type ListedInstitution = z.infer<typeof listedInstitutionSchema>;

const administers = {
  ...clerkDoes,
  actor: administrator,
  visit: 'none',
  once: 'none',
  second: { from: 'in place', when: 'always' },
} as const;

/** The institution as a whole where no terminal is named. */
const stopped = z.object({ institutionCode, terminal: z.string().trim().max(35).nullable(), reason, authorisation });

export const institutionVerbs = {
  /** By number; those whose number or name has the text in it. */
  'institution.list': define({
    ...clerkAsks,
    actor: administrator,
    input: z.object({ text: z.string().trim().max(60), page: pageNumber }),
    output: pageOf(listedInstitutionSchema),
  }),
  'institution.add': define({
    ...administers,
    record: recorded('institution.add'),
    input: z.object({ institutionCode, name, type: institutionTypeSchema, terminals, reason, authorisation }),
    output: listedInstitutionSchema,
  }),
  /** `before` is what its form was opened with; `terminals` are added to those it has. */
  'institution.change': define({
    ...administers,
    record: recorded('institution.change'),
    input: z.object({
      institutionCode,
      before: z.object({ name, type: institutionTypeSchema }),
      name,
      type: institutionTypeSchema,
      terminals,
      reason,
      authorisation,
    }),
    output: listedInstitutionSchema,
  }),
  /** Payments let through from now on are refused; what was paid before is settled, and what is given back always. */
  'institution.stop': define({
    ...administers,
    record: recorded('institution.stop'),
    input: stopped,
    output: listedInstitutionSchema,
  }),
  'institution.resume': define({
    ...administers,
    record: recorded('institution.resume'),
    input: stopped,
    output: listedInstitutionSchema,
  }),
} as const;
