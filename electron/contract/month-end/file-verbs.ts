/** What can be asked about the department's files: received, checked, posted, answered. */
import { z } from 'zod';
import { pageNumber, pageOf } from '../kernel/paging.ts';
import {
  authorisationSchema,
  define,
  nothing,
  operationId,
  secondPersonSchema,
  teller,
} from '../kernel/verb-definition.ts';
import {
  bytesSchema,
  fileOutcomeSchema,
  postedBatchSchema,
  receivedFileSchema,
  rejectedLineSchema,
  savedFileSchema,
} from '../office/office-views.ts';

export const fileVerbs = {
  'intake.begin': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ name: z.string().min(1).max(255), bytes: z.number().int().nonnegative() }),
    output: z.object({ intakeId: z.string() }),
  }),
  'intake.chunk': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ intakeId: z.string(), offset: z.number().int().nonnegative(), chunk: bytesSchema }),
    output: nothing,
  }),
  'intake.end': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ intakeId: z.string() }),
    output: receivedFileSchema,
  }),
  'intake.discard': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ intakeId: z.string() }),
    output: nothing,
  }),
  /** Dry run: what posting would do, with nothing posted. Progress events carry `operationId`. */
  'file.check': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: z.object({ operationId, intakeId: z.string() }),
    output: fileOutcomeSchema,
  }),
  /** Posts or loads the received file, whole, in one transaction, with a second person. */
  'file.post': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ operationId, intakeId: z.string(), second: secondPersonSchema.nullable() }),
    output: fileOutcomeSchema,
  }),
  /** The second person declines; kept on record with both names and the reason. */
  'file.refuse': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({
      operationId,
      intakeId: z.string(),
      authorisation: authorisationSchema,
      reason: z.string().trim().max(200),
    }),
    output: nothing,
  }),
  'file.saveAnswer': define({
    kind: 'command',
    owner: 'main',
    windows: teller,
    input: z.object({ intakeId: z.string() }),
    output: savedFileSchema,
  }),
  /** Newest first. */
  'batch.list': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: z.object({ page: pageNumber }),
    output: pageOf(postedBatchSchema),
  }),
  /** In file order. */
  'batch.rejected': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: z.object({ batchId: z.number().int(), page: pageNumber }),
    output: pageOf(rejectedLineSchema),
  }),
  'operation.cancel': define({
    kind: 'command',
    owner: 'main',
    windows: teller,
    input: z.object({ operationId }),
    output: nothing,
  }),
  'file.answerName': define({
    kind: 'query',
    owner: 'ledger',
    windows: [],
    input: z.object({ intakeId: z.string() }),
    output: z.object({ fileName: z.string() }),
  }),
  'file.writeAnswer': define({
    kind: 'command',
    owner: 'ledger',
    windows: [],
    input: z.object({ intakeId: z.string(), path: z.string() }),
    output: z.object({ bytes: z.number().int() }),
  }),
} as const;
