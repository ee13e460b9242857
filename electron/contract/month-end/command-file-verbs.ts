/**
 * The department's files at the command line: handed in with `intake`, taken for what the command says they are, and answered with
 * every line, however many there are.
 */
import { z } from 'zod';
import { fenSchema } from '../kernel/value-schemas.ts';
import { authorisationSchema, define, operationId } from '../kernel/verb-definition.ts';
import { clerkAsks, clerkDoes, recorded } from '../kernel/verb-policy.ts';
import { bytesSchema, fileFaultSchema, fileNoteSchema } from '../office/office-views.ts';

const batchFile = { operationId, intakeId: z.string(), kind: z.enum(['allocation', 'settlement']) };

const batchOutcomeSchema = z.object({
  posted: z.boolean(),
  /** True where this very file was posted earlier and is answered as it was then. */
  answeredAsPosted: z.boolean(),
  batch: z.string(),
  accepted: z.number().int(),
  amountFen: fenSchema,
  /** Each of them is then asked for with `batchFile.piece`. */
  rejectedCount: z.number().int(),
  fileReason: z.string().nullable(),
  fault: fileFaultSchema.nullable(),
  notes: z.array(fileNoteSchema),
});
export type BatchFileOutcome = z.infer<typeof batchOutcomeSchema>;

const loadOutcomeSchema = z.object({
  added: z.number().int(),
  updated: z.number().int(),
  refusedCount: z.number().int(),
  fault: fileFaultSchema.nullable(),
  notes: z.array(fileNoteSchema),
});

/** What comes in pieces of a file that was run: its refused lines, a JSON value a line, or its answer. */
export const commandPieceSchema = z.enum(['refused', 'answer']);
export type CommandPiece = z.infer<typeof commandPieceSchema>;

/** Nobody needs to be signed in: the user of the operating system answers for it. */
const bySystemUser = { doors: ['command-line'], actor: 'nobody', session: 'none' } as const;

export const commandFileVerbs = {
  /** A dry run. Asked for the answer, a file that was posted earlier is answered as it was then where `asPosted` says so. */
  'batchFile.check': define({
    ...clerkAsks,
    ...bySystemUser,
    once: 'named',
    input: z.object({ ...batchFile, asPosted: z.boolean() }),
    output: batchOutcomeSchema,
  }),
  'batchFile.post': define({
    ...clerkDoes,
    doors: ['command-line'],
    visit: 'none',
    once: 'kept',
    second: { from: 'in place', when: 'always' },
    record: recorded('file.post'),
    input: z.object({ ...batchFile, authorisation: authorisationSchema.nullable() }),
    output: batchOutcomeSchema,
  }),
  'registerFile.load': define({
    ...clerkDoes,
    ...bySystemUser,
    visit: 'none',
    once: 'named',
    second: 'never',
    record: recorded('register.load', 'institutions.load'),
    input: z.object({ operationId, intakeId: z.string(), kind: z.enum(['register', 'institutions']) }),
    output: loadOutcomeSchema,
  }),
  /** The piece that begins at `offset`: the next one, or the one before it once more. */
  'batchFile.piece': define({
    ...clerkAsks,
    ...bySystemUser,
    input: z.object({ intakeId: z.string(), of: commandPieceSchema, offset: z.number().int().nonnegative() }),
    output: z.object({ piece: bytesSchema, isLast: z.boolean() }),
  }),
} as const;
