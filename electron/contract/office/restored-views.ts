/** What a restore answers with. */
import { z } from 'zod';
import { officeSchema } from './office-views.ts';

/** An office back from a copy, and what the copy lacks. */
export const restoredOfficeSchema = officeSchema.extend({
  /** The office's wall clock at the newest record in the copy: what was done later is not in it. */
  madeAt: z.string(),
  /** Audit records that the newest anchor of the office here has and these books lack. */
  recordsBehind: z.number().int(),
});
export type RestoredOffice = z.infer<typeof restoredOfficeSchema>;
