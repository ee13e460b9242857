/** What can be asked at the counter: visits, statements, documents, printing. */
import { z } from 'zod';
import { pageNumber, pageOf } from '../kernel/paging.ts';
import { define, nothing, operationId, visitId } from '../kernel/verb-definition.ts';
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
  documentCheckSchema,
  heldReportSchema,
  periodSchema,
  preparedStatementSchema,
  printJobSchema,
  printOutcomeSchema,
  savedFileSchema,
  visitSchema,
} from '../office/office-views.ts';
import { givenTodaySchema } from '../printing/paper-views.ts';
import { documentFormatSchema, entryKindSchema, networkCheckSchema } from '../kernel/vocabulary.ts';
import { businessDateSchema, instantSchema } from '../kernel/value-schemas.ts';

const agentSchema = z.object({
  idNumber: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(100),
  /** Relation to the holder, in words. */
  relation: z.string().trim().min(1).max(40),
  /** For the loss form, which asks them of an agent as of the holder (docs/rules.md 3). */
  phone: z.string().trim().max(40).optional(),
  address: z.string().trim().max(120).optional(),
  /** A guardian of a holder under 16 shows the household register. */
  householdRegister: z.boolean(),
});

/** In which visit a paper is given, by the report that it is about, or as one that was given out today. */
const givenBy = {
  visitId: visitId.nullable(),
  report: heldReportSchema.nullable().exactOptional(),
  ofToday: givenTodaySchema.nullable().exactOptional(),
};

/** Why a supervisor takes the paper of another clerk; null for one's own. */
const paperReason = z.string().trim().max(200).nullable();

export const counterVerbs = {
  /** Verdicts while typing. Nothing is looked up: these are rules about numbers alone. */
  'number.judge': define({
    ...clerkAsks,
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
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    visit: 'none',
    once: 'kept, and judged again',
    second: 'never',
    record: recorded('visit.open'),
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
  /** At the command line: number and ID number of a loss report together prove the holder. */
  'visit.openOfReport': define({
    ...clerkDoes,
    doors: ['command-line'],
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('visit.open'),
    input: z.object({ number: z.string().trim().min(1).max(120), idNumber: z.string().min(1).max(60) }),
    output: z.object({ visitId: z.string(), number: z.string() }),
  }),
  /** A holder whose card is lost: ID number, name and phone on file together (docs/rules.md 2). */
  'visit.openWithoutCard': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    visit: 'none',
    once: 'kept, and judged again',
    second: 'never',
    record: recorded('visit.open'),
    input: z.object({
      operationId,
      idNumber: z.string().min(1).max(60),
      name: z.string().trim().min(1).max(100),
      phone: z.string().trim().min(1).max(40),
      networkCheck: networkCheckSchema,
      secondaryDocument: z.string().trim().min(2).max(60).nullable(),
      agent: agentSchema.nullable(),
    }),
    output: visitSchema,
  }),
  'visit.current': define({
    ...clerkAsks,
    doors: ['teller', 'program'],
    input: nothing,
    output: visitSchema.nullable(),
  }),
  'visit.finish': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    visit: 'also ended',
    once: 'none',
    second: 'never',
    record: recorded('visit.finish'),
    input: z.object({ visitId }),
    output: nothing,
  }),
  /** Shows one whole value for 30 seconds, for a reason, with an audit record. */
  'visit.reveal': define({
    ...clerkDoes,
    visit: 'anyone',
    once: 'kept, and judged again',
    second: 'never',
    record: recorded('visit.reveal'),
    input: z.object({
      operationId,
      visitId,
      field: z.enum(['idNumber', 'card', 'phone', 'agentIdNumber']),
      reason: z.string().trim().max(200),
    }),
    output: z.object({ value: z.string(), until: instantSchema }),
  }),

  'statement.presets': define({
    ...clerkAsks,
    visit: 'anyone',
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
  /** The same for the command line, which takes the paper as a file and looks at no page. */
  'statement.draft': define({
    ...clerkDoes,
    doors: ['command-line'],
    visit: 'anyone',
    once: 'none',
    second: 'never',
    record: refusalsRecorded('a draft is no paper yet; what is saved is recorded'),
    input: z.object({ visitId, period: periodSchema }),
    output: z.object({ documentNumber: z.string() }),
  }),
  'statement.prepare': define({
    ...clerkDoes,
    visit: 'anyone',
    once: 'none',
    second: 'never',
    record: refusalsRecorded('a draft is no paper yet; what is printed or saved is recorded'),
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
    ...mainActsForClerk,
    input: z.object({ operationId, ...givenBy, documentNumber: z.string(), printer: z.string().nullable() }),
    output: printOutcomeSchema,
  }),
  'document.save': define({
    ...mainActsForClerk,
    input: z.object({ operationId, visitId, documentNumber: z.string(), format: documentFormatSchema }),
    output: savedFileSchema,
  }),
  /** Is this paper one of ours, and does it say what we printed? Number and code, typed or read from the QR code. */
  'document.check': define({
    ...clerkAsks,
    input: z.object({ documentNumber: z.string().trim().min(1).max(100), verificationCode: z.string().trim().max(40) }),
    output: documentCheckSchema,
  }),
  'printer.list': define({
    ...mainAnswers,
    kind: 'query',
    doors: ['teller'],
    record: unrecorded('a question'),
    input: nothing,
    output: z.array(z.object({ name: z.string(), isDefault: z.boolean() })),
  }),
  /** A clerk sees their own papers, a supervisor all of them. */
  'printQueue.list': define({
    ...clerkAsks,
    input: z.object({ page: pageNumber }),
    output: pageOf(printJobSchema),
  }),
  'printQueue.retry': define({
    ...mainActsForClerk,
    input: z.object({ jobId: z.string(), printer: z.string().nullable(), reason: paperReason }),
    output: printOutcomeSchema,
  }),
  'printQueue.save': define({
    ...mainActsForClerk,
    input: z.object({ jobId: z.string(), reason: paperReason }),
    output: savedFileSchema,
  }),
  'printQueue.cancel': define({
    ...clerkDoes,
    doors: ['teller', 'program'],
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('printQueue.cancel', 'printQueue.take'),
    input: z.object({ jobId: z.string(), reason: paperReason }),
    output: nothing,
  }),
  /** Makes the document final, numbered and counted, and puts it into the print queue. */
  'print.issue': define({
    ...clerkDoes,
    doors: ['program'],
    visit: 'anyone, or none',
    once: 'kept',
    second: 'never',
    record: recorded('document.print'),
    input: z.object({ operationId, ...givenBy, documentNumber: z.string() }),
    output: z.object({ jobId: z.string() }),
  }),
  /** The paper itself: to the clerk who issued it, or for a reason, on record, to a supervisor. */
  'print.bytes': define({
    ...clerkDoes,
    doors: ['program'],
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('printQueue.take'),
    input: z.object({ jobId: z.string(), reason: paperReason }),
    output: z.object({ pdf: bytesSchema, title: z.string(), fileName: z.string() }),
  }),
  /** What came of an attempt to print; success clears the print gate. */
  'print.settle': define({
    ...clerkDoes,
    doors: ['program'],
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('print.settle'),
    input: z.object({
      jobId: z.string(),
      outcome: z.enum(['printed', 'saved', 'failed']),
      printer: z.string().nullable(),
      failure: z.string().max(500).nullable(),
    }),
    output: printJobSchema,
  }),
  'document.export': define({
    ...clerkAsks,
    doors: ['program', 'command-line'],
    visit: 'anyone',
    input: z.object({ visitId, documentNumber: z.string(), format: documentFormatSchema }),
    output: z.object({ bytes: bytesSchema, fileName: z.string() }),
  }),
  /** The export reached its file: recorded, and a PDF clears the print gate like a print. */
  'document.exported': define({
    ...clerkDoes,
    doors: ['program', 'command-line'],
    visit: 'anyone',
    once: 'kept',
    second: 'never',
    record: recorded('document.save'),
    input: z.object({ operationId, visitId, documentNumber: z.string(), format: documentFormatSchema }),
    output: nothing,
  }),
} as const;
