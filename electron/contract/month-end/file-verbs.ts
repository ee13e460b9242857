/** What can be asked about the department's files: received, checked, posted, answered. */
import { z } from 'zod';
import { pageNumber, pageOf } from '../kernel/paging.ts';
import { authorisationSchema, define, nothing, operationId, secondPersonSchema } from '../kernel/verb-definition.ts';
import {
  clerkAsks,
  clerkDoes,
  mainActsForClerk,
  mainAnswers,
  recorded,
  refusalsRecorded,
  unrecorded,
} from '../kernel/verb-policy.ts';
import {
  bytesSchema,
  fileOutcomeSchema,
  receivedFileSchema,
  rejectedLineSchema,
  savedFileSchema,
} from '../office/office-views.ts';
import { postedBatchSchema } from './batch-views.ts';
import { INTAKE_PIECE_BYTES } from './piece-bytes.ts';

const PIECE = 'a piece of a file being received is no act of its own';

const chunkSchema = bytesSchema.refine(({ length }) => length <= INTAKE_PIECE_BYTES, 'longer than a piece');

/** A file goes in at the clerk's window and at the command line. */
const clerkHandsIn = {
  ...clerkDoes,
  doors: ['teller', 'command-line'],
  session: 'open, or at the command line',
  visit: 'none',
  once: 'none',
  second: 'never',
} as const;

const openAnswerSchema = z.object({ answerId: z.string() });

export const fileVerbs = {
  'intake.begin': define({
    ...clerkHandsIn,
    record: unrecorded(PIECE),
    input: z.object({ name: z.string().min(1).max(255), bytes: z.number().int().nonnegative() }),
    output: z.object({ intakeId: z.string() }),
  }),
  'intake.chunk': define({
    ...clerkHandsIn,
    record: unrecorded(PIECE),
    input: z.object({ intakeId: z.string(), offset: z.number().int().nonnegative(), chunk: chunkSchema }),
    output: nothing,
  }),
  'intake.end': define({
    ...clerkHandsIn,
    record: refusalsRecorded(PIECE),
    input: z.object({ intakeId: z.string() }),
    output: receivedFileSchema,
  }),
  'intake.discard': define({
    ...clerkHandsIn,
    record: unrecorded(PIECE),
    input: z.object({ intakeId: z.string() }),
    output: nothing,
  }),
  /** Dry run: what posting would do, with nothing posted. Progress events carry `operationId`. */
  'file.check': define({
    ...clerkAsks,
    once: 'named',
    input: z.object({ operationId, intakeId: z.string() }),
    output: fileOutcomeSchema,
  }),
  /**
   * Posts the received file in steps, from a second person's word on; answers at its end. Registers and institutions are
   * loaded in one transaction.
   */
  'file.post': define({
    ...clerkDoes,
    visit: 'none',
    once: 'kept',
    second: { from: 'in place or queue', when: 'always' },
    record: recorded('file.post', 'register.load', 'institutions.load'),
    input: z.object({ operationId, intakeId: z.string(), second: secondPersonSchema.nullable() }),
    output: fileOutcomeSchema,
  }),
  /** The second person declines; kept on record with both names and the reason. */
  'file.refuse': define({
    ...clerkDoes,
    visit: 'none',
    once: 'kept',
    second: { from: 'in place', when: 'always' },
    record: recorded('file.refuse'),
    input: z.object({
      operationId,
      intakeId: z.string(),
      authorisation: authorisationSchema,
      reason: z.string().trim().max(200),
    }),
    output: nothing,
  }),
  'file.saveAnswer': define({
    ...mainActsForClerk,
    visit: 'none',
    once: 'none',
    input: z.object({ intakeId: z.string() }),
    output: savedFileSchema,
  }),
  /** Newest first. */
  'batch.list': define({
    ...clerkAsks,
    input: z.object({ page: pageNumber }),
    output: pageOf(postedBatchSchema),
  }),
  /** In file order. */
  'batch.rejected': define({
    ...clerkAsks,
    input: z.object({ batchId: z.number().int(), page: pageNumber }),
    output: pageOf(rejectedLineSchema),
  }),
  /** Tries again at once to post a file whose posting stopped; its two persons have had their word. Not waited for. */
  'batch.goOn': define({
    ...clerkDoes,
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('batch.goOn'),
    input: z.object({ batchId: z.number().int() }),
    output: nothing,
  }),
  /** The answer to a posted file, given again. */
  'batch.saveAnswer': define({
    ...mainActsForClerk,
    visit: 'none',
    once: 'none',
    input: z.object({ batchId: z.number().int() }),
    output: savedFileSchema,
  }),
  'batch.answerName': define({
    ...clerkAsks,
    doors: ['program'],
    input: z.object({ batchId: z.number().int() }),
    output: z.object({ fileName: z.string() }),
  }),
  /** The pieces of it are then asked for one by one. */
  'batch.openAnswer': define({
    ...clerkDoes,
    doors: ['program'],
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('batch.saveAnswer'),
    input: z.object({ batchId: z.number().int() }),
    output: openAnswerSchema,
  }),
  /** The piece of an open answer that begins at `offset`: the next one, or the one before it once more. */
  'answer.piece': define({
    ...clerkAsks,
    doors: ['program'],
    input: z.object({ answerId: z.string(), offset: z.number().int().nonnegative() }),
    output: z.object({ piece: bytesSchema, isLast: z.boolean() }),
  }),
  'operation.cancel': define({
    ...mainAnswers,
    kind: 'command',
    doors: ['teller'],
    record: unrecorded('what was cancelled never was'),
    input: z.object({ operationId }),
    output: nothing,
  }),
  'file.answerName': define({
    ...clerkAsks,
    doors: ['program'],
    input: z.object({ intakeId: z.string() }),
    output: z.object({ fileName: z.string() }),
  }),
  'file.openAnswer': define({
    ...clerkDoes,
    doors: ['program'],
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('file.saveAnswer'),
    input: z.object({ intakeId: z.string() }),
    output: openAnswerSchema,
  }),
} as const;
