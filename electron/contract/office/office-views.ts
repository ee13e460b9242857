/** What the ledger answers with: plain data, personal numbers already masked as docs/rules.md 2 asks. */
import { z } from 'zod';
import { backupFaultSchema } from './backup-views.ts';
import { isFileFaultKey, type FileFaultKey } from '../month-end/file-faults.ts';
import {
  documentKindSchema,
  entryKindSchema,
  fileKindSchema,
  livesBySchema,
  lossKindSchema,
  networkCheckSchema,
  pinStateSchema,
  roleSchema,
} from '../kernel/vocabulary.ts';
import { businessDateSchema, instantSchema, fenSchema } from '../kernel/value-schemas.ts';

/** Bytes as they cross between the processes. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes');

export const officeSchema = z.object({
  officeId: z.string(),
  code: z.string(),
  name: z.string(),
  timeZone: z.string(),
  openingDate: businessDateSchema,
  demo: z.boolean(),
  /** Chosen when the office is made, and never changed. */
  livesBy: livesBySchema,
});
export type Office = z.infer<typeof officeSchema>;

export const clerkSchema = z.object({ code: z.string(), name: z.string(), role: roleSchema });
export type Clerk = z.infer<typeof clerkSchema>;

/** A clerk with a password to show: only ever for a demo office or right after `init`. */
export const clerkWithPasswordSchema = clerkSchema.extend({ password: z.string() });

const pastDaySchema = z.object({ day: businessDateSchema, today: businessDateSchema });

const clockBehindSchema = z.object({ last: z.string(), clock: z.string() });

export const officeStatusSchema = z.object({
  office: officeSchema.nullable(),
  /** Empty while the office has not set it. */
  bankName: z.string(),
  businessDate: businessDateSchema.nullable(),
  /** A business day that is over by the calendar and not closed yet; null while there is none. */
  pastDayOpen: pastDaySchema.nullable(),
  /** The computer's clock and the last commit, as wall-clock texts, while the one lies behind the other. */
  clockBehind: clockBehindSchema.nullable(),
  /** By the clock of the books, so that a computer whose own is another can say so; null before there is an office. */
  at: instantSchema.nullable(),
  /** Absent while every place of copies is well. */
  backupFault: backupFaultSchema.exactOptional(),
  /** The clerks shown on the sign-in screen of a demo office, else none. */
  demoClerks: z.array(clerkWithPasswordSchema),
});
export type OfficeStatus = z.infer<typeof officeStatusSchema>;

export const sessionSchema = z.object({
  clerk: clerkSchema,
  office: officeSchema,
  businessDate: businessDateSchema,
  pastDayOpen: pastDaySchema.nullable(),
  locked: z.boolean(),
  /** After this many idle minutes the window locks. */
  idleLockMinutes: z.number().int(),
  /** When the recovery key lifted the locks, told to those who can authorise at their next sign-in; else null. */
  locksLifted: instantSchema.nullable(),
  /** Until when the password serves, told in its last days; else null. */
  passwordExpiresAt: instantSchema.nullable(),
  /** The counter is a supervisor's desk: a supervisor sits there who decides for all of them. */
  isSupervisorDesk: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

const agentViewSchema = z.object({
  nameMasked: z.string(),
  idMasked: z.string(),
  relation: z.string(),
  guardian: z.boolean(),
});

export const visitSchema = z.object({
  visitId: z.string(),
  /** Whole name: the visit's own header is the one place that shows it (docs/rules.md 2). */
  holderName: z.string(),
  holderNameMasked: z.string(),
  age: z.number().int(),
  sex: z.enum(['male', 'female']),
  idMasked: z.string(),
  cardMasked: z.string(),
  phoneMasked: z.string(),
  employer: z.string(),
  accountNumber: z.string(),
  accountStatus: z.enum(['open', 'closed']),
  /** False when the holder was found by ID number, name and phone: the card itself is lost. */
  cardShown: z.boolean(),
  /** The open report of the card, while debits are stopped. */
  cardLoss: z.object({ number: z.string(), kind: lossKindSchema }).nullable(),
  pinState: pinStateSchema,
  telephonePasswordSet: z.boolean(),
  openedOn: businessDateSchema,
  balanceFen: fenSchema,
  /** Entries not yet printed, and the gate at which the card stops paying (0: gate off). */
  unprinted: z.number().int(),
  printGate: z.number().int(),
  printGateWarning: z.number().int(),
  networkCheck: networkCheckSchema,
  agent: agentViewSchema.nullable(),
  /** Twelve calendar months up to the business date, oldest first; consumption less voids and refunds. */
  months: z.array(z.object({ month: z.string(), allocatedFen: fenSchema, consumedFen: fenSchema })),
  /** The visit ends by itself at this instant unless something is done in it. */
  endsAt: instantSchema,
});
export type Visit = z.infer<typeof visitSchema>;

export const statementEntrySchema = z.object({
  seq: z.number().int(),
  date: businessDateSchema,
  /** The transaction's own local time, null for allocations. */
  occurredAt: z.string().nullable(),
  kind: entryKindSchema,
  /** Signed: credits positive, debits negative. */
  amountFen: fenSchema,
  balanceFen: fenSchema,
  place: z.string().nullable(),
  terminal: z.string().nullable(),
  /** The other side's own: the number of an allocation's line, of a payment. */
  reference: z.string(),
  /** The number of the allocation file whose line this is; null for all else, and on papers from before it was kept. */
  batch: z.string().nullable().default(null),
  text: z.string().nullable(),
  /** Of a correction: the entry whose opposite it is; null for all else. */
  corrects: z.object({ seq: z.number().int(), date: businessDateSchema }).nullable().default(null),
});
export type StatementEntry = z.infer<typeof statementEntrySchema>;

export const statementTotalsSchema = z.object({
  openingFen: fenSchema,
  closingFen: fenSchema,
  allocatedFen: fenSchema,
  /** Gross, as a positive amount. */
  consumedFen: fenSchema,
  /** Voids and refunds together. */
  refundedFen: fenSchema,
  interestFen: fenSchema,
});
export type StatementTotals = z.infer<typeof statementTotalsSchema>;

export const periodSchema = z.object({ from: businessDateSchema, to: businessDateSchema });
export type Period = z.infer<typeof periodSchema>;

/** It has so many pages that printing it takes a second press. */
export const asksToPrintSchema = z.boolean();

export const preparedStatementSchema = z.object({
  documentNumber: z.string(),
  verificationCode: z.string(),
  period: periodSchema,
  totals: statementTotalsSchema,
  entries: z.array(statementEntrySchema),
  /** The name is masked although the office wants it whole: the face lacks a character of it. */
  nameMasked: z.boolean(),
  /** How many unprinted entries printing this would clear; a statement filtered by kind clears none. */
  clears: z.number().int(),
  unprinted: z.number().int(),
  pages: z.number().int(),
  asksToPrint: asksToPrintSchema,
  /** The very bytes that will be printed or saved. */
  pdf: bytesSchema,
});
export type PreparedStatement = z.infer<typeof preparedStatementSchema>;

export const printJobSchema = z.object({
  jobId: z.string(),
  documentNumber: z.string(),
  kind: documentKindSchema,
  /** 1 for the original, 2 and up for numbered reprints. */
  copy: z.number().int(),
  state: z.enum(['queued', 'printed', 'cancelled']),
  queuedAt: instantSchema,
  clerk: z.string(),
  printer: z.string().nullable(),
  /** Why the last attempt failed, in the words of the printing system. */
  failure: z.string().nullable(),
  cardMasked: z.string(),
  /** Null for a paper that an earlier version of the program queued. */
  pages: z.number().int().nullable(),
  asksToPrint: asksToPrintSchema,
});
export type PrintJob = z.infer<typeof printJobSchema>;

export const printOutcomeSchema = z.object({
  documentNumber: z.string(),
  jobId: z.string(),
  outcome: z.enum(['printed', 'queued']),
  printer: z.string().nullable(),
  /** How many papers the printer has before this one; null where the printing system does not say. */
  before: z.number().int().nullable(),
  failure: z.string().nullable(),
});

/** By what a paper of a report is given without its holder: the report's number and the ID number together. */
export const heldReportSchema = z.object({
  number: z.string().trim().min(1).max(120),
  /** Null in the holder's visit. */
  idNumber: z.string().min(1).max(60).nullable(),
});
export type HeldReport = z.infer<typeof heldReportSchema>;

export const savedFileSchema = z.object({
  /** False when the clerk closed the save dialog. */
  saved: z.boolean(),
  fileName: z.string().nullable(),
});

export const documentCheckSchema = z.object({
  genuine: z.boolean(),
  /** The report whose genuine voucher the holder's own door gave; null for any other paper. */
  voucherOf: z.string().nullable(),
  /** The business day of a genuine day-end report, which is no holder's paper; absent for all else. */
  dayReportOf: businessDateSchema.optional(),
  /** What the genuine document says, to hold against the paper; null when it is not genuine, and for a voucher. */
  document: z
    .object({
      documentNumber: z.string(),
      kind: documentKindSchema,
      /** As it stands on the paper. */
      issuedAt: z.string(),
      holderNameMasked: z.string(),
      cardMasked: z.string(),
      copies: z.number().int(),
      /** What a statement says. */
      statement: z
        .object({
          period: periodSchema,
          openingFen: fenSchema,
          closingFen: fenSchema,
          entries: z.number().int(),
        })
        .nullable(),
      /** The report that a form or receipt is about. */
      lossNumber: z.string().nullable(),
    })
    .nullable(),
});
export type DocumentCheck = z.infer<typeof documentCheckSchema>;

/** What was noticed about a file without refusing it for that. */
export const fileNoteSchema = z.object({
  key: z.custom<FileFaultKey>(isFileFaultKey, 'not a file fault'),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** English. */
  message: z.string(),
});
export type FileNote = z.infer<typeof fileNoteSchema>;

export const rejectedLineSchema = z.object({
  /** Physical line in the file, from 1. */
  line: z.number().int(),
  /** 序号 / EndToEndId / 流水号. */
  id: z.string(),
  reason: z.string(),
  cardMasked: z.string(),
  nameMasked: z.string().nullable(),
  amountText: z.string(),
});
export type RejectedLine = z.infer<typeof rejectedLineSchema>;

export const refusedRegisterLineSchema = z.object({
  line: z.number().int(),
  code: z.string(),
  /** English, the detail included. */
  message: z.string(),
  /** What exactly is wrong, where the code alone does not say it. */
  detail: fileNoteSchema.omit({ message: true }).nullable().default(null),
});
export type RefusedRegisterLine = z.infer<typeof refusedRegisterLineSchema>;

/** Where and why a whole file is not what it should be. */
export const fileFaultSchema = z.object({
  reason: z.string(),
  line: z.number().int().nullable(),
  column: z.number().int().nullable(),
  /** What is wrong there, and what the words of it name (file-faults.ts). */
  key: z.custom<FileFaultKey>(isFileFaultKey, 'not a file fault'),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The same in English, with the place in front. */
  message: z.string(),
});
export type FileFault = z.infer<typeof fileFaultSchema>;

const batchOutcomeSchema = z.object({
  kind: z.enum(['allocation', 'settlement']),
  posted: z.boolean(),
  batch: z.string(),
  declaredCount: z.number().int().nullable(),
  declaredFen: fenSchema.nullable(),
  accepted: z.number().int(),
  /** Allocation: sum credited. Settlement: consumption less voids and refunds. */
  amountFen: fenSchema,
  rejectedCount: z.number().int(),
  /** What the rejected lines come to, as far as they hold an amount; null where no line was judged. */
  rejectedFen: fenSchema.nullable().default(null),
  /** The first 5,000 of them in file order; the answer file holds all. */
  rejected: z.array(rejectedLineSchema),
  fileReason: z.string().nullable(),
  fault: fileFaultSchema.nullable(),
  /** Answers kept from before there were any have none. */
  notes: z.array(fileNoteSchema).default([]),
  /** What the second person looks at twice: it refuses nothing. */
  warnings: z.array(fileNoteSchema).default([]),
});

const loadOutcomeSchema = z.object({
  kind: z.enum(['register', 'institutions']),
  posted: z.boolean(),
  added: z.number().int(),
  updated: z.number().int(),
  refusedCount: z.number().int(),
  refused: z.array(refusedRegisterLineSchema),
  fault: fileFaultSchema.nullable(),
  notes: z.array(fileNoteSchema).default([]),
});

export const fileOutcomeSchema = z.discriminatedUnion('kind', [
  batchOutcomeSchema.extend({ kind: z.literal('allocation') }),
  batchOutcomeSchema.extend({ kind: z.literal('settlement') }),
  loadOutcomeSchema.extend({ kind: z.literal('register') }),
  loadOutcomeSchema.extend({ kind: z.literal('institutions') }),
]);
export type FileOutcome = z.infer<typeof fileOutcomeSchema>;

export const receivedFileSchema = z.object({ kind: fileKindSchema, bytes: z.number().int(), sha256: z.string() });

export const verifyReportSchema = z.object({
  ok: z.boolean(),
  checks: z.array(
    z.object({ name: z.string(), ok: z.boolean(), counted: z.number().int(), detail: z.string().optional() }),
  ),
  accounts: z.number().int(),
  entries: z.number().int(),
  balanceFen: fenSchema,
});
export type VerifyReport = z.infer<typeof verifyReportSchema>;
