/**
 * The one list of what can be asked of the program: business verbs, never tables, files or paths (DESIGN.md 3).
 * Preload, main, ledger and command line all read it, so a verb missing anywhere fails type-checking.
 */
import { z } from 'zod';
import { businessDateSchema, instantSchema } from './dates.ts';
import {
  bytesSchema,
  clerkWithPasswordSchema,
  documentCheckSchema,
  fileOutcomeSchema,
  officeSchema,
  officeStatusSchema,
  periodSchema,
  postedBatchSchema,
  preparedStatementSchema,
  printJobSchema,
  printOutcomeSchema,
  receivedFileSchema,
  rejectedLineSchema,
  savedFileSchema,
  sessionSchema,
  verifyReportSchema,
  visitSchema,
} from './views.ts';
import { documentFormatSchema, entryKindSchema, networkCheckSchema, roleSchema } from './vocabulary.ts';

export type WindowKind = 'teller';
export type VerbOwner = 'main' | 'ledger';

interface VerbDefinition {
  readonly kind: 'query' | 'command';
  /** Who answers it: main itself (windows, printers, dialogs, keys) or the ledger process. */
  readonly owner: VerbOwner;
  /** Window kinds that may ask; none means only main or the command line may. */
  readonly windows: readonly WindowKind[];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** Keeps every verb's own literals, so that owners and windows can be told apart by type. */
function define<const Definition extends VerbDefinition>(definition: Definition): Definition {
  return definition;
}

/** Made by the window, kept until answered; the same id again returns the first answer. */
const operationId = z.uuid();
const visitId = z.string().min(1);
const nothing = z.object({});
const clerkCode = z.string().regex(/^\d{4}$/);
const password = z.string().min(1).max(200);

/** The second person, who types code and password in place. */
const authorisationSchema = z.object({ clerkCode, password });

const agentSchema = z.object({
  idNumber: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(100),
  /** Relation to the holder, in words. */
  relation: z.string().trim().min(1).max(40),
  /** A guardian of a holder under 16 shows the household register. */
  householdRegister: z.boolean(),
});

export const newOfficeSchema = z.object({
  name: z.string().trim().min(1).max(60),
  code: z.string().regex(/^\d{4}$/),
  openingDate: businessDateSchema,
  clerks: z
    .array(
      z.object({
        code: clerkCode,
        name: z.string().trim().min(1).max(40),
        role: roleSchema,
        password: z.string().min(8).max(200),
      }),
    )
    .min(1)
    .max(50),
});
export type NewOffice = z.infer<typeof newOfficeSchema>;

const teller = ['teller'] as const;

export const verbs = {
  // --- The program and the office -------------------------------------------------------------------------------
  'program.info': define({
    kind: 'query',
    owner: 'main',
    windows: teller,
    input: nothing,
    output: z.object({
      version: z.string(),
      runtime: z.string(),
      /** True on the development fallback runtime: the window shows a banner. */
      unsupportedRuntime: z.boolean(),
      /** True when the key lies in a plain owner-only file because the system has no keychain. */
      weakKeyStorage: z.boolean(),
      /** Where the data lies, for the person who makes backups. */
      dataFolder: z.string(),
      ledger: z.enum(['starting', 'ready', 'restarting', 'failed']),
    }),
  }),
  'office.status': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: nothing,
    output: officeStatusSchema,
  }),
  'office.setUp': define({
    kind: 'command',
    owner: 'main',
    windows: teller,
    input: newOfficeSchema,
    output: officeSchema,
  }),
  /** Makes the demo office beside the real one and opens it. */
  'office.openDemo': define({ kind: 'command', owner: 'main', windows: teller, input: nothing, output: officeSchema }),
  /** Asks for a backup file and its recovery key, restores it into the empty data folder, opens it. */
  'office.restore': define({
    kind: 'command',
    owner: 'main',
    windows: teller,
    input: z.object({ recoveryKey: z.string().min(1).max(200) }),
    output: officeSchema.nullable(),
  }),
  /** Saves or prints the sheet with which the office's key can be restored. Only in the session that set the office up. */
  'office.recoverySheet': define({
    kind: 'command',
    owner: 'main',
    windows: teller,
    input: z.object({ to: z.enum(['printer', 'file']) }),
    output: savedFileSchema,
  }),

  // --- Sessions -------------------------------------------------------------------------------------------------
  'session.signIn': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ clerkCode, password }),
    output: sessionSchema,
  }),
  'session.current': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: nothing,
    output: sessionSchema.nullable(),
  }),
  'session.lock': define({ kind: 'command', owner: 'ledger', windows: teller, input: nothing, output: nothing }),
  'session.unlock': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ password }),
    output: sessionSchema,
  }),
  'session.signOut': define({ kind: 'command', owner: 'ledger', windows: teller, input: nothing, output: nothing }),
  /** A supervisor lifts the lock that mismatches or wrong passwords put on a clerk. */
  'clerk.unlock': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ operationId, clerkCode, authorisation: authorisationSchema }),
    output: nothing,
  }),

  // --- The visit ------------------------------------------------------------------------------------------------
  /** Verdicts while typing. Nothing is looked up: these are rules about numbers alone. */
  'number.judge': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: z.object({ idNumber: z.string().max(60), card: z.string().max(60) }),
    output: z.object({
      id: z
        .discriminatedUnion('ok', [
          z.object({
            ok: z.literal(true),
            birth: businessDateSchema,
            age: z.number().int(),
            sex: z.enum(['male', 'female']),
          }),
          z.object({ ok: z.literal(false), fault: z.enum(['LENGTH', 'CHARACTER', 'BIRTH_DATE', 'CHECK_DIGIT']) }),
        ])
        .nullable(),
      card: z
        .discriminatedUnion('ok', [
          z.object({ ok: z.literal(true) }),
          z.object({ ok: z.literal(false), fault: z.enum(['LENGTH', 'CHARACTER', 'PREFIX', 'CHECK_DIGIT']) }),
        ])
        .nullable(),
    }),
  }),
  'visit.open': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({
      operationId,
      idNumber: z.string().min(1).max(60),
      card: z.string().min(1).max(60),
      networkCheck: networkCheckSchema,
      /** Asked for when the network check said the name differs or the number is unknown. */
      secondaryDocument: z.string().trim().min(2).max(60).nullable(),
      agent: agentSchema.nullable(),
    }),
    output: visitSchema,
  }),
  'visit.current': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: nothing,
    output: visitSchema.nullable(),
  }),
  'visit.finish': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ visitId }),
    output: nothing,
  }),
  /** Shows one whole value for 30 seconds, for a reason, with an audit record. */
  'visit.reveal': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({
      operationId,
      visitId,
      field: z.enum(['idNumber', 'card', 'phone', 'agentIdNumber']),
      reason: z.string().trim().min(2).max(200),
    }),
    output: z.object({ value: z.string(), until: instantSchema }),
  }),

  // --- Statements and documents ---------------------------------------------------------------------------------
  'statement.presets': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: z.object({ visitId }),
    output: z.object({
      thisMonth: periodSchema,
      lastThreeMonths: periodSchema,
      thisYear: periodSchema,
      /** From the first entry not yet printed; null when all are. */
      sinceLastPrint: periodSchema.nullable(),
    }),
  }),
  /**
   * Makes the document for the preview. Asking again in the same visit replaces the earlier one under the same number
   * until it is printed or saved.
   */
  'statement.prepare': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({
      visitId,
      period: periodSchema,
      kinds: z.array(entryKindSchema).min(1).nullable(),
      largeType: z.boolean(),
      language: z.enum(['zh-CN', 'en']),
    }),
    output: preparedStatementSchema,
  }),
  'document.print': define({
    kind: 'command',
    owner: 'main',
    windows: teller,
    input: z.object({ operationId, visitId, documentNumber: z.string(), printer: z.string().nullable() }),
    output: printOutcomeSchema,
  }),
  'document.save': define({
    kind: 'command',
    owner: 'main',
    windows: teller,
    input: z.object({ operationId, visitId, documentNumber: z.string(), format: documentFormatSchema }),
    output: savedFileSchema,
  }),
  /** Is this paper one of ours, and does it say what we printed? Number and code, typed or read from the QR code. */
  'document.check': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: z.object({ documentNumber: z.string().trim().min(1).max(100), verificationCode: z.string().trim().max(40) }),
    output: documentCheckSchema,
  }),
  'printer.list': define({
    kind: 'query',
    owner: 'main',
    windows: teller,
    input: nothing,
    output: z.array(z.object({ name: z.string(), isDefault: z.boolean() })),
  }),
  'printQueue.list': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: nothing,
    output: z.array(printJobSchema),
  }),
  'printQueue.retry': define({
    kind: 'command',
    owner: 'main',
    windows: teller,
    input: z.object({ jobId: z.string(), printer: z.string().nullable() }),
    output: printOutcomeSchema,
  }),
  'printQueue.save': define({
    kind: 'command',
    owner: 'main',
    windows: teller,
    input: z.object({ jobId: z.string() }),
    output: savedFileSchema,
  }),
  'printQueue.cancel': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ jobId: z.string() }),
    output: nothing,
  }),

  // --- Month-end files ------------------------------------------------------------------------------------------
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
  /** Posts the received file, whole, in one transaction. Allocation and settlement files need a second person. */
  'file.post': define({
    kind: 'command',
    owner: 'ledger',
    windows: teller,
    input: z.object({ operationId, intakeId: z.string(), authorisation: authorisationSchema.nullable() }),
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
      reason: z.string().trim().min(2).max(200),
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
  'batch.list': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: nothing,
    output: z.array(postedBatchSchema),
  }),
  'batch.rejected': define({
    kind: 'query',
    owner: 'ledger',
    windows: teller,
    input: z.object({ batchId: z.number().int() }),
    output: z.array(rejectedLineSchema),
  }),
  'operation.cancel': define({
    kind: 'command',
    owner: 'main',
    windows: teller,
    input: z.object({ operationId }),
    output: nothing,
  }),

  // --- Only main and the command line ----------------------------------------------------------------------------
  'office.create': define({
    kind: 'command',
    owner: 'ledger',
    windows: [],
    input: newOfficeSchema.extend({ demoFolder: z.string().nullable() }),
    output: z.object({ office: officeSchema, clerks: z.array(clerkWithPasswordSchema) }),
  }),
  /** Restores a backup into the empty folder with the key of the handshake. */
  'office.restoreFrom': define({
    kind: 'command',
    owner: 'ledger',
    windows: [],
    input: z.object({ path: z.string() }),
    output: officeSchema,
  }),
  'office.recoveryPdf': define({
    kind: 'query',
    owner: 'ledger',
    windows: [],
    input: nothing,
    output: z.object({ pdf: bytesSchema, fileName: z.string() }),
  }),
  /** Makes the document final, numbered and counted, and puts it into the print queue. */
  'print.issue': define({
    kind: 'command',
    owner: 'ledger',
    windows: [],
    input: z.object({ operationId, visitId, documentNumber: z.string() }),
    output: z.object({ jobId: z.string() }),
  }),
  'print.bytes': define({
    kind: 'query',
    owner: 'ledger',
    windows: [],
    input: z.object({ jobId: z.string() }),
    output: z.object({ pdf: bytesSchema, title: z.string(), fileName: z.string() }),
  }),
  /** What came of an attempt to print; success clears the print gate. */
  'print.settle': define({
    kind: 'command',
    owner: 'ledger',
    windows: [],
    input: z.object({
      jobId: z.string(),
      outcome: z.enum(['printed', 'saved', 'failed']),
      printer: z.string().nullable(),
      failure: z.string().max(500).nullable(),
    }),
    output: printJobSchema,
  }),
  'document.export': define({
    kind: 'query',
    owner: 'ledger',
    windows: [],
    input: z.object({ visitId, documentNumber: z.string(), format: documentFormatSchema }),
    output: z.object({ bytes: bytesSchema, fileName: z.string() }),
  }),
  /** The export reached its file: recorded, and a PDF clears the print gate like a print. */
  'document.exported': define({
    kind: 'command',
    owner: 'ledger',
    windows: [],
    input: z.object({ operationId, visitId, documentNumber: z.string(), format: documentFormatSchema }),
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
  'ledger.verify': define({ kind: 'query', owner: 'ledger', windows: [], input: nothing, output: verifyReportSchema }),
} as const;

export type Verbs = typeof verbs;
export type Verb = keyof Verbs;
export type LedgerVerb = { [V in Verb]: Verbs[V]['owner'] extends 'ledger' ? V : never }[Verb];
export type MainVerb = Exclude<Verb, LedgerVerb>;
export type TellerVerb = { [V in Verb]: Verbs[V]['windows'] extends readonly [] ? never : V }[Verb];
export type Input<V extends Verb> = z.infer<Verbs[V]['input']>;
export type Output<V extends Verb> = z.infer<Verbs[V]['output']>;

export function isVerb(name: string): name is Verb {
  return Object.hasOwn(verbs, name);
}
