/** What can be asked about the program, the office, and the people who sign in. */
import { z } from 'zod';
import { KEY_BYTES } from '../kernel/key-bytes.ts';
import { enlargements } from '../kernel/enlargement.ts';
import { authorisationSchema, clerkCode, clerkName, define, nothing, password } from '../kernel/verb-definition.ts';
import {
  clerkAsks,
  clerkDoes,
  mainActsForClerk,
  mainAnswers,
  recorded,
  successRecorded,
  unrecorded,
} from '../kernel/verb-policy.ts';
import {
  bytesSchema,
  clerkWithPasswordSchema,
  officeSchema,
  officeStatusSchema,
  savedFileSchema,
  sessionSchema,
  verifyReportSchema,
} from './office-views.ts';
import { restoredOfficeSchema } from './restored-views.ts';
import { livesBySchema, roleSchema } from '../kernel/vocabulary.ts';
import { businessDateSchema, refusalSchema } from '../kernel/value-schemas.ts';
import { ownServerSchema } from './joining-verbs.ts';

export const newOfficeSchema = z.object({
  name: z.string().trim().min(1).max(60),
  code: z.string().regex(/^\d{4}$/),
  openingDate: businessDateSchema,
  /** By the calendar unless it is said to live by its books. */
  livesBy: livesBySchema.optional(),
  clerks: z
    .array(
      z.object({
        code: clerkCode,
        name: clerkName,
        role: roleSchema,
        password,
      }),
    )
    .min(1)
    .max(50)
    .refine((clerks) => new Set(clerks.map(({ code }) => code)).size === clerks.length, {
      error: 'a clerk code stands twice',
      params: { problem: 'twice' },
    }),
});
export type NewOffice = z.infer<typeof newOfficeSchema>;

/** Two persons who prove themselves with code and password, at least one of them supervisor or administrator. */
const keySchema = z.instanceof(Uint8Array).refine(({ length }) => length === KEY_BYTES);
const twoPersonsSchema = z.object({ first: authorisationSchema, second: authorisationSchema });

/** Who may have the office's keys on paper. */
const keyHolder = { roles: ['administrator'], told: false } as const;

export const officeVerbs = {
  'program.info': define({
    ...mainAnswers,
    kind: 'query',
    doors: ['teller'],
    record: unrecorded('a question'),
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
      /** Null where the computer keeps its own books. */
      server: ownServerSchema.nullable(),
      ledger: z.enum(['starting', 'ready', 'restarting', 'failed']),
      /** Why it is not there, as far as that is known. */
      refusal: refusalSchema.nullable(),
    }),
  }),
  /** Draws the asking window larger or smaller. */
  'program.enlarge': define({
    ...mainAnswers,
    kind: 'command',
    doors: ['teller'],
    record: unrecorded('a window of one computer is drawn larger'),
    input: z.object({ percent: z.literal(enlargements) }),
    output: nothing,
  }),
  'office.status': define({
    ...clerkAsks,
    doors: ['teller', 'program'],
    actor: 'nobody',
    office: 'open or absent',
    session: 'none',
    input: nothing,
    output: officeStatusSchema,
  }),
  'office.setUp': define({
    ...mainAnswers,
    kind: 'command',
    doors: ['teller'],
    office: 'absent',
    record: unrecorded('each verb that main asks is recorded'),
    input: newOfficeSchema,
    output: officeSchema,
  }),
  /** Makes the demo office beside the real one and opens it. */
  'office.openDemo': define({
    ...mainAnswers,
    kind: 'command',
    doors: ['teller'],
    office: 'absent',
    record: unrecorded('each verb that main asks is recorded'),
    input: nothing,
    output: officeSchema,
  }),
  /** Asks for a backup file and its recovery key, restores it into the empty data folder, opens it. */
  'office.restore': define({
    ...mainAnswers,
    kind: 'command',
    doors: ['teller'],
    office: 'absent or gone',
    record: unrecorded('each verb that main asks is recorded'),
    input: z.object({
      recoveryKey: z.string().min(1).max(200),
      /** Empty when it is not at hand: everything but PINs then works. */
      pinRecoveryKey: z.string().max(200),
    }),
    output: restoredOfficeSchema.nullable(),
  }),
  /** Opens books that stay shut because of their anchor, as they are, by two persons. */
  'office.openBehind': define({
    ...mainAnswers,
    kind: 'command',
    doors: ['teller'],
    office: 'shut',
    second: { from: 'two in place', when: 'always' },
    record: unrecorded('each verb that main asks is recorded'),
    input: twoPersonsSchema,
    output: officeSchema,
  }),
  /** Saves or prints the sheet with which the office's key can be restored. For an administrator, or right after set-up. */
  'office.recoverySheet': define({
    ...mainActsForClerk,
    actor: keyHolder,
    visit: 'none',
    once: 'none',
    input: z.object({ to: z.enum(['printer', 'file']) }),
    output: savedFileSchema,
  }),

  'session.signIn': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    actor: 'nobody',
    session: 'none',
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('session.signIn'),
    input: z.object({ clerkCode, password }),
    output: sessionSchema,
  }),
  'session.current': define({
    ...clerkAsks,
    actor: 'nobody',
    office: 'open or absent',
    session: 'none',
    input: nothing,
    output: sessionSchema.nullable(),
  }),
  'session.lock': define({
    ...clerkDoes,
    session: 'window may be locked',
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('session.lock'),
    input: nothing,
    output: nothing,
  }),
  /** Somebody is at keyboard or mouse, which keeps the session from locking by itself. */
  'session.touch': define({
    ...clerkDoes,
    visit: 'none',
    once: 'none',
    second: 'never',
    record: unrecorded('a flood of these would fill the record'),
    input: nothing,
    output: nothing,
  }),
  'session.unlock': define({
    ...clerkDoes,
    session: 'window may be locked',
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('session.unlock'),
    input: z.object({ password }),
    output: sessionSchema,
  }),
  'session.signOut': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    session: 'clerk may be locked',
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('session.signOut'),
    input: nothing,
    output: nothing,
  }),
  /** The clock lies behind the last entry because it had been fast: a supervisor decides to go on by it. */
  'clock.accept': define({
    ...clerkDoes,
    actor: 'nobody',
    session: 'none',
    visit: 'none',
    once: 'none',
    second: { from: 'one in place', when: 'always' },
    record: recorded('clock.accept'),
    input: z.object({ authorisation: authorisationSchema, reason: z.string().trim().max(200) }),
    output: nothing,
  }),

  'office.create': define({
    ...clerkDoes,
    doors: ['own-program', 'command-line'],
    actor: 'nobody',
    office: 'absent',
    session: 'none',
    visit: 'none',
    once: 'none',
    second: 'never',
    record: successRecorded('there are no books to record it in', 'office.create', 'clerk.create'),
    input: newOfficeSchema.extend({ demoFolder: z.string().nullable() }),
    output: z.object({ office: officeSchema, clerks: z.array(clerkWithPasswordSchema) }),
  }),
  /**
   * Restores a backup into the empty folder with the key of the handshake. Who typed the recovery key may put it in the
   * place of newer books; else those who open it there are asked for (office.acceptBooks).
   */
  'office.restoreFrom': define({
    ...clerkDoes,
    doors: ['own-program', 'command-line'],
    actor: 'nobody',
    office: 'absent or gone',
    session: 'none',
    visit: 'none',
    once: 'none',
    second: 'never',
    record: successRecorded('there are no books to record it in', 'office.restore'),
    input: z.object({ path: z.string(), recoveryKeyTyped: z.boolean() }),
    output: restoredOfficeSchema.extend({
      /** True when the books lack what was worked in this folder before, and stay shut until two persons open them. */
      staysShut: z.boolean(),
    }),
  }),
  /** Two persons open books that do not agree with their anchor, as they are. */
  'office.acceptBooks': define({
    ...clerkDoes,
    doors: ['own-program', 'command-line'],
    actor: 'nobody',
    office: 'shut',
    session: 'none',
    visit: 'none',
    once: 'none',
    second: { from: 'two in place', when: 'always' },
    record: recorded('office.acceptBooks'),
    input: twoPersonsSchema,
    output: officeSchema,
  }),
  /** The ledger keeps neither key as it was, so main hands them over once more. */
  'office.recoveryPdf': define({
    ...clerkAsks,
    doors: ['own-program'],
    actor: keyHolder,
    session: 'open, or just set up',
    record: recorded('office.recoverySheet'),
    input: z.object({ dataKey: keySchema, pinKey: keySchema }),
    output: z.object({ pdf: bytesSchema, fileName: z.string() }),
  }),
  'ledger.verify': define({
    ...clerkAsks,
    doors: ['own-program', 'command-line'],
    actor: 'nobody',
    office: 'open or shut',
    session: 'none',
    input: nothing,
    output: verifyReportSchema,
  }),
} as const;
