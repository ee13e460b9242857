/** Papers that were made before: found by their holder or their report, and given again (docs/papers.md 3). */
import { z } from 'zod';
import { pageNumber, pageOf } from '../kernel/paging.ts';
import { define, operationId, visitId } from '../kernel/verb-definition.ts';
import { clerkAsks, clerkDoes, mainActsForClerk, recorded, refusalsRecorded } from '../kernel/verb-policy.ts';
import { heldReportSchema, savedFileSchema } from '../office/office-views.ts';
import { givenTodaySchema, holderPaperSchema, shownPaperSchema } from './paper-views.ts';

/** A paper of the holder at the counter, one of a report by its number and the ID number together, or one that was given out today. */
const paperIdentity = {
  ...{ visitId: visitId.nullable(), report: heldReportSchema.nullable() },
  ofToday: givenTodaySchema.nullable().exactOptional(),
};

export const paperVerbs = {
  /**
   * Every paper of the holder's account, newest first; previews of a statement are none. `notGiven` are those made in this
   * visit that were neither printed nor saved; `notGivenBefore` counts those of earlier visits. `calledWrong` are the reports
   * that the holder called wrong at their window and that are neither taken back nor cancelled.
   */
  'paper.ofVisit': define({
    ...clerkAsks,
    visit: 'anyone',
    input: z.object({ visitId, page: pageNumber }),
    output: pageOf(holderPaperSchema).extend({
      notGiven: z.array(z.string()),
      notGivenBefore: z.number().int(),
      calledWrong: z.array(z.string()),
    }),
  }),
  /** Those of the holder's papers whose number ends so, newest first and few: by a whole number one. */
  'paper.find': define({
    ...clerkAsks,
    visit: 'anyone',
    input: z.object({ visitId, ending: z.string().trim().min(4).max(40) }),
    output: z.array(holderPaperSchema),
  }),
  /** The papers of one report, newest first. */
  'paper.ofReport': define({
    ...clerkDoes,
    visit: 'anyone, or none',
    once: 'none',
    second: 'never',
    record: refusalsRecorded('a question; a wrong number may be a guess, and counts'),
    input: z.object({ visitId: visitId.nullable(), report: heldReportSchema }),
    output: z.array(holderPaperSchema),
  }),
  /** The paper as it is printed next, drawn from what was kept of it: the number and code that it has had since it was made. */
  'paper.show': define({
    ...clerkDoes,
    visit: 'anyone, or none',
    once: 'none',
    second: 'never',
    record: recorded('paper.show'),
    input: z.object({ ...paperIdentity, documentNumber: z.string() }),
    output: shownPaperSchema,
  }),
  /** Saves the copy that `paper.show` has shown; it is numbered like a print. */
  'paper.save': define({
    ...mainActsForClerk,
    input: z.object({ operationId, ...paperIdentity, documentNumber: z.string() }),
    output: savedFileSchema,
  }),
} as const;
