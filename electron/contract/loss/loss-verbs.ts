/** What can be asked about losses of card and PIN (docs/rules.md 3), and the paper about them. */
import { z } from 'zod';
import {
  clockSpanSchema,
  lossClockSchema,
  lossOfCallerSchema,
  lossOutlookSchema,
  lossViewSchema,
  preparedPaperSchema,
  worklistItemSchema,
} from './loss-views.ts';
import { pageNumber, pageOf } from '../kernel/paging.ts';
import { define, nothing, operationId, secondPersonSchema, visitId } from '../kernel/verb-definition.ts';
import { clerkAsks, clerkDoes, recorded, refusalsRecorded } from '../kernel/verb-policy.ts';
import {
  documentKindSchema,
  languageSchema,
  lossKindSchema,
  lossObjectSchema,
  paperSchema,
  reissueFeeClassSchema,
} from '../kernel/vocabulary.ts';
import { businessDateSchema, fenSchema } from '../kernel/value-schemas.ts';

const lossNumber = z.string().trim().min(1).max(120);

/** Wall-clock time of the office, `YYYY-MM-DD HH:MM` with optional seconds. */
const localMomentSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?$/);

/** As the caller says them; all three must be the ones on file. */
const callerSchema = z.object({
  idNumber: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(100),
  phone: z.string().trim().min(1).max(40),
});

/** To be told anything a caller gives the telephone password too, as they say it; it is not the PIN. */
const provenCallerSchema = callerSchema.extend({ telephonePassword: z.string().min(1).max(40) });

const reference = z.string().trim().min(1).max(40);
const reason = z.string().trim().min(2).max(200);

/** A report in the holder's visit, or without one by its number and the ID number together. */
const reportIdentity = {
  number: lossNumber,
  visitId: visitId.nullable(),
  idNumber: z.string().min(1).max(60).nullable(),
};

export const lossVerbs = {
  'loss.outlook': define({
    ...clerkAsks,
    visit: 'anyone',
    input: z.object({ visitId }),
    output: lossOutlookSchema,
  }),
  'loss.report': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    visit: 'holder, for a card anyone',
    once: 'kept',
    second: {
      from: 'in place or queue',
      when: 'a PIN is lost',
      unless: { field: 'object', is: 'card' },
    },
    record: recorded('loss.report', 'loss.confirm', 'loss.supersede', 'pin.void'),
    input: z.object({
      operationId,
      visitId,
      object: lossObjectSchema,
      kind: lossKindSchema,
      /** Since when it is missed, for the form; debits stop from the report on (docs/rules.md 3). Null for unsaid. */
      missedSince: localMomentSchema.nullable(),
      address: z.string().trim().max(120),
      /** Where the holder can be reached now; null for the phone on file. */
      phone: z.string().trim().max(40).nullable(),
      /** Asked for when the PIN is lost. */
      second: secondPersonSchema.nullable(),
    }),
    output: lossViewSchema,
  }),
  /**
   * Without a visit and without a telephone password: an oral report, as a card that is gone does not wait (docs/rules.md 3).
   * Nothing of the holder is answered, because whoever calls is not proven.
   */
  'loss.reportByTelephone': define({
    ...clerkDoes,
    visit: 'none',
    once: 'kept, and judged again',
    second: 'never',
    record: recorded('loss.report', 'loss.supersede'),
    input: z.object({ operationId, caller: callerSchema }),
    output: lossOfCallerSchema,
  }),
  /** Without a visit, after the telephone password, which is tried before anything is told. */
  'balance.byTelephone': define({
    ...clerkDoes,
    visit: 'none',
    once: 'kept, and judged again',
    second: 'never',
    record: recorded('balance.byTelephone', 'pin.telephoneTry', 'pin.telephoneRight'),
    input: z.object({ operationId, caller: provenCallerSchema }),
    output: z.object({ cardMasked: z.string(), balanceFen: fenSchema, businessDate: businessDateSchema }),
  }),
  /** Anyone holding the number (typed, or the text of the form's QR code) and the ID number may ask. */
  'loss.find': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    visit: 'none',
    once: 'none',
    second: 'never',
    record: refusalsRecorded('a question; a wrong number may be a guess, and counts'),
    input: z.object({ number: lossNumber, idNumber: z.string().min(1).max(60) }),
    output: lossViewSchema,
  }),
  /** The last hundred reports of the account at the counter, newest first; older ones are found by their number. */
  'loss.ofVisit': define({
    ...clerkAsks,
    visit: 'anyone',
    input: z.object({ visitId }),
    output: z.array(lossViewSchema),
  }),
  /** Found again, before reissue: the holder in person; a formal one after their PIN and a second person. */
  'loss.cancel': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    visit: 'holder',
    once: 'kept',
    second: { from: 'in place or queue', when: 'the report is a formal one', ruled: 'in the transaction' },
    record: recorded('loss.cancel'),
    input: z.object({ operationId, visitId, number: lossNumber, second: secondPersonSchema.nullable() }),
    output: lossViewSchema,
  }),
  'loss.reissue': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    visit: 'holder',
    once: 'kept',
    second: { from: 'in place or queue', when: 'always' },
    record: recorded('loss.reissue'),
    input: z.object({
      operationId,
      visitId,
      number: lossNumber,
      newCard: z.string().min(1).max(60),
      newInsuranceNumber: z.string().trim().min(1).max(40),
      feeClass: reissueFeeClassSchema,
      second: secondPersonSchema.nullable(),
    }),
    output: lossViewSchema,
  }),
  /** Entered by mistake, and nothing has followed from it yet: minutes later all is as it was before (docs/rules.md 3). */
  'loss.takeBack': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    visit: 'anyone, or none',
    once: 'kept',
    second: { from: 'in place or queue', when: 'always' },
    record: recorded('loss.takeBack', 'loss.reinstate', 'pin.restore'),
    input: z.object({ operationId, ...reportIdentity, reason, second: secondPersonSchema.nullable() }),
    output: lossViewSchema,
  }),
  /** What a reissue costs, in fen, by class. */
  'loss.fees': define({
    ...clerkAsks,
    input: nothing,
    output: z.record(reissueFeeClassSchema, fenSchema),
  }),
  /** The department's own confirmation number, once. */
  'loss.addReference': define({
    ...clerkDoes,
    visit: 'anyone, or none',
    once: 'kept',
    second: 'never',
    record: recorded('loss.addReference'),
    input: z.object({ operationId, ...reportIdentity, reference }),
    output: lossViewSchema,
  }),
  /** A wrong one is replaced before a second person; the first stays on the timeline. */
  'loss.correctReference': define({
    ...clerkDoes,
    visit: 'anyone, or none',
    once: 'kept',
    second: { from: 'in place or queue', when: 'always' },
    record: recorded('loss.correctReference'),
    input: z.object({
      operationId,
      ...reportIdentity,
      reference,
      reason,
      second: secondPersonSchema.nullable(),
    }),
    output: lossViewSchema,
  }),
  /** Every running clock, soonest first; `counts` and `spans` are those of all pages. */
  'loss.worklist': define({
    ...clerkAsks,
    doors: ['teller', 'command-line'],
    input: z.object({ page: pageNumber }),
    output: pageOf(worklistItemSchema).extend({
      today: businessDateSchema,
      counts: z.record(lossClockSchema, z.number().int()),
      spans: z.record(clockSpanSchema, z.number().int()),
    }),
  }),
  /** Makes a form or receipt for the preview; a draft until it is printed or saved with the document verbs. */
  'paper.prepare': define({
    ...clerkDoes,
    visit: 'anyone',
    once: 'none',
    second: 'never',
    record: refusalsRecorded('a draft is no paper yet; what is printed or saved is recorded'),
    input: z.object({
      visitId,
      kind: documentKindSchema.exclude(['statement']),
      /** The report the paper is about; null for a PIN that was set or changed in this visit. */
      lossNumber: lossNumber.nullable(),
      /** Of a receipt; null for the office's own (setting `receiptPaper`). */
      paper: paperSchema.nullable(),
      language: languageSchema,
    }),
    output: preparedPaperSchema,
  }),
} as const;
