/** What can be asked about losses of card and password (docs/rules.md 3), and the paper about them. */
import { z } from 'zod';
import { businessDateSchema } from '../kernel/dates.ts';
import { fenSchema } from '../kernel/money.ts';
import {
  lossClockSchema,
  lossOutlookSchema,
  lossViewSchema,
  preparedPaperSchema,
  worklistItemSchema,
} from './loss-views.ts';
import { pageNumber, pageOf } from '../kernel/paging.ts';
import { define, nothing, operationId, secondPersonSchema, teller, visitId } from '../kernel/verb-definition.ts';
import {
  documentKindSchema,
  languageSchema,
  lossKindSchema,
  lossObjectSchema,
  paperSchema,
  reissueFeeClassSchema,
} from '../kernel/vocabulary.ts';

const lossNumber = z.string().trim().min(1).max(120);

/** Wall-clock time of the office, `YYYY-MM-DD HH:MM` with optional seconds. */
const localMomentSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?$/);

/** As the caller says them; all three must be the ones on file. */
const callerSchema = z.object({
  idNumber: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(100),
  phone: z.string().trim().min(1).max(40),
  /** The telephone password, as the caller says it; not the card's password. */
  telephonePassword: z.string().min(1).max(40),
});

const reference = z.string().trim().min(1).max(40);

/** A report in the holder's visit, or without one by its number and the ID number together. */
const heldReport = {
  number: lossNumber,
  visitId: visitId.nullable(),
  idNumber: z.string().min(1).max(60).nullable(),
};

export const lossVerbs = {
  'loss.outlook': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: z.object({ visitId }),
    output: lossOutlookSchema,
  }),
  'loss.report': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
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
      /** Asked for when the password is lost. */
      second: secondPersonSchema.nullable(),
    }),
    output: lossViewSchema,
  }),
  /** Without a visit: an oral report, after the holder's telephone password. */
  'loss.reportByTelephone': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ operationId, caller: callerSchema }),
    output: lossViewSchema,
  }),
  'balance.byTelephone': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ operationId, caller: callerSchema }),
    output: z.object({ cardMasked: z.string(), balanceFen: fenSchema, businessDate: businessDateSchema }),
  }),
  /** Anyone holding the number (typed, or the text of the form's QR code) and the ID number may ask. */
  'loss.find': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ number: lossNumber, idNumber: z.string().min(1).max(60) }),
    output: lossViewSchema,
  }),
  /** The last hundred reports of the account at the counter, newest first; older ones are found by their number. */
  'loss.ofVisit': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: z.object({ visitId }),
    output: z.array(lossViewSchema),
  }),
  /** Found again, before reissue: the holder in person; a formal one after their password and a second person. */
  'loss.cancel': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ operationId, visitId, number: lossNumber, second: secondPersonSchema.nullable() }),
    output: lossViewSchema,
  }),
  'loss.reissue': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
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
  /** What a reissue costs, in fen, by class. */
  'loss.fees': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: nothing,
    output: z.record(reissueFeeClassSchema, fenSchema),
  }),
  /** The department's own confirmation number, once. */
  'loss.addReference': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ operationId, ...heldReport, reference }),
    output: lossViewSchema,
  }),
  /** A wrong one is replaced before a second person; the first stays on the timeline. */
  'loss.correctReference': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({
      operationId,
      ...heldReport,
      reference,
      reason: z.string().trim().min(2).max(200),
      second: secondPersonSchema.nullable(),
    }),
    output: lossViewSchema,
  }),
  /** Every running clock, the most pressing first; `counts` are those of all pages. */
  'loss.worklist': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: z.object({ page: pageNumber }),
    output: pageOf(worklistItemSchema).extend({
      today: businessDateSchema,
      counts: z.record(lossClockSchema, z.number().int()),
    }),
  }),
  /** Makes a form or receipt for the preview; a draft until it is printed or saved with the document verbs. */
  'paper.prepare': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({
      visitId,
      kind: documentKindSchema.exclude(['statement']),
      /** The report the paper is about; null for a password that was set or changed in this visit. */
      lossNumber: lossNumber.nullable(),
      paper: paperSchema,
      language: languageSchema,
    }),
    output: preparedPaperSchema,
  }),
} as const;
