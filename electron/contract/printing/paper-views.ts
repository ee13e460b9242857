/** What the ledger answers about the papers of a holder or of a report. */
import { z } from 'zod';
import { documentKindSchema } from '../kernel/vocabulary.ts';
import { preparedPaperSchema } from '../loss/loss-views.ts';

/**
 * What became of a paper: it was printed, or saved and never printed; it waits in the print queue, was taken out of it, or
 * was made and never given out at all.
 */
export const paperStateSchema = z.enum(['printed', 'saved', 'queued', 'cancelled', 'never']);
export type PaperState = z.infer<typeof paperStateSchema>;

export const holderPaperSchema = z.object({
  documentNumber: z.string(),
  kind: documentKindSchema,
  /** Null for a statement and for a PIN that was set without a report. */
  lossNumber: z.string().nullable(),
  /** By the office's clock, as it stands on the paper: `YYYY-MM-DD HH:MM:SS`. */
  madeAt: z.string(),
  /** By whom it was made. */
  clerk: z.string(),
  state: paperStateSchema,
  /** How many copies were printed or saved as a paper. */
  copies: z.number().int(),
});
export type HolderPaper = z.infer<typeof holderPaperSchema>;

/** A paper as it is given next: the original where nothing was given out yet, else a copy that says so. */
export const shownPaperSchema = preparedPaperSchema.extend({ copy: z.number().int() });
export type ShownPaper = z.infer<typeof shownPaperSchema>;

/** A paper that was given out on the open business day, given again out of the journal. */
export const givenTodaySchema = z.object({
  /** Why a supervisor or administrator gives one that another gave out; null for one's own. */
  reason: z.string().trim().max(200).nullable(),
});
export type GivenToday = z.infer<typeof givenTodaySchema>;
