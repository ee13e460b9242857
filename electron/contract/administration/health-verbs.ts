/** How the office's own computer does, on the administrator's screen: its books, their copies, their last proof. */
import { z } from 'zod';
import { define, nothing } from '../kernel/verb-definition.ts';
import { administrator, clerkAsks, clerkDoes, recorded } from '../kernel/verb-policy.ts';
import { instantSchema } from '../kernel/value-schemas.ts';

const backupPlaceSchema = z.object({
  path: z.string(),
  /** Of the newest whole copy there; null for none. */
  lastGoodAt: instantSchema.nullable(),
  nextAt: instantSchema,
  /** `reason` is a term of the disk's words. */
  failing: z.object({ since: instantSchema, reason: z.string() }).nullable(),
});

const provenSchema = z.object({
  at: instantSchema,
  by: z.string(),
  ok: z.boolean(),
  /** The checks that found a fault, by their names. */
  failed: z.array(z.string()),
});
export type ProvenBooks = z.infer<typeof provenSchema>;

export const healthVerbs = {
  'health.show': define({
    ...clerkAsks,
    actor: administrator,
    input: nothing,
    output: z.object({
      /** By the clock of the books. */
      at: instantSchema,
      /** With what was written since the last checkpoint. */
      booksBytes: z.number().int(),
      /** Free where the books lie; null where the disk does not say. */
      freeBytes: z.number().nullable(),
      backups: z.array(backupPlaceSchema),
      /** The last proof that was asked for here; null for none. */
      proven: provenSchema.nullable(),
    }),
  }),
  /** Proves the books as `verify` does, and puts on record what came of it. */
  'health.verify': define({
    ...clerkDoes,
    actor: administrator,
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('books.verify'),
    input: nothing,
    output: provenSchema,
  }),
} as const;
