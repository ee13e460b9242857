/** Clerks, their passwords and locks, and the office's settings (docs/rules.md 5). */
import { z } from 'zod';
import {
  authorisationSchema,
  clerkCode,
  clerkName,
  define,
  nothing,
  operationId,
  password,
} from '../kernel/verb-definition.ts';
import { administrator, clerkAsks, clerkDoes, mainAnswers, recorded, unrecorded } from '../kernel/verb-policy.ts';
import { clerkSchema } from '../office/office-views.ts';
import { roleSchema } from '../kernel/vocabulary.ts';
import { instantSchema } from '../kernel/value-schemas.ts';

/** Changes of clerks and settings are an administrator's, with a second person in place. */
const authorisation = authorisationSchema.nullable();
/** Why something that stood is another now, kept with its record. */
const reason = z.string().trim().min(2).max(200);

/** The password serves for setting another one, and is shown this once. */
const oneTimePasswordSchema = clerkSchema.extend({ password: z.string() });
export type OneTimePassword = z.infer<typeof oneTimePasswordSchema>;

const listedClerkSchema = clerkSchema.extend({
  state: z.enum(['active', 'locked', 'disabled']),
  /** Says who may lift the lock: of wrong passwords two persons; null for a clerk who is not locked. */
  lockedBy: z.enum(['pairs', 'passwords']).nullable(),
  disabledAt: instantSchema.nullable(),
  oneTimePassword: z.boolean(),
  /** From when on the password serves for setting another one; null when it does not expire. */
  passwordExpiresAt: instantSchema.nullable(),
  /** Null for a clerk who never was. */
  lastSignInAt: instantSchema.nullable(),
});
export type ListedClerk = z.infer<typeof listedClerkSchema>;

const textSchema = z.object({ 'zh-CN': z.string(), en: z.string() });
const settingValueSchema = z.union([z.number().int(), z.string()]);
const listedSettingSchema = z.object({
  name: z.string(),
  value: settingValueSchema,
  /** What is stored and may not be: the default holds. Null for all else. */
  notAllowed: z.string().nullable(),
  default: settingValueSchema,
  /** Least and most of a number; fewest and most characters of a text. */
  min: z.number().int(),
  max: z.number().int(),
  meaning: textSchema,
  /** Where the default comes from. */
  source: textSchema,
  /** Null while it has its default. */
  changed: z.object({ at: instantSchema, by: z.string(), authorisedBy: z.string() }).nullable(),
});
export type ListedSetting = z.infer<typeof listedSettingSchema>;

const settingChangeSchema = z.object({
  at: instantSchema,
  by: z.string(),
  authorisedBy: z.string().nullable(),
  before: settingValueSchema,
  value: settingValueSchema,
  /** Null in records of versions that asked for none. */
  reason: z.string().nullable(),
});
export type SettingChange = z.infer<typeof settingChangeSchema>;

const recoveryKeySchema = z.object({ recoveryKey: z.string().min(1).max(200) });
/** Whose locks were lifted. */
const liftedSchema = z.object({ clerks: z.array(clerkCode) });

const administers = {
  ...clerkDoes,
  doors: ['teller', 'command-line'],
  actor: administrator,
  visit: 'none',
  once: 'none',
  second: { from: 'in place', when: 'always' },
} as const;

export const clerkVerbs = {
  /**
   * Lifts a lock: that of wrong pairs by a supervisor, that of wrong passwords by two persons who can authorise, neither of
   * them the locked one.
   */
  'clerk.unlock': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    actor: 'nobody',
    session: 'none',
    visit: 'none',
    once: 'kept',
    second: { from: 'one or two in place', when: 'always; two for a lock by wrong passwords' },
    record: recorded('clerk.unlock'),
    input: z.object({
      operationId,
      clerkCode,
      authorisation: authorisationSchema,
      other: authorisationSchema.optional(),
    }),
    output: nothing,
  }),
  /** When everybody who can authorise is locked, the recovery key off the sheet lifts their locks: where the keys are kept. */
  'clerk.liftLocks': define({
    ...mainAnswers,
    kind: 'command',
    doors: ['teller'],
    office: 'open',
    record: unrecorded('each verb that main asks is recorded'),
    input: recoveryKeySchema,
    output: liftedSchema,
  }),
  'clerk.liftLocksByKey': define({
    ...clerkDoes,
    doors: ['own-program', 'command-line'],
    actor: 'nobody',
    session: 'none',
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('clerk.liftLocks'),
    input: recoveryKeySchema,
    output: liftedSchema,
  }),
  /** A clerk's own password, also a one-time or expired one. */
  'clerk.changePassword': define({
    ...clerkDoes,
    doors: ['teller', 'command-line'],
    actor: 'nobody',
    session: 'none',
    visit: 'none',
    once: 'none',
    second: 'never',
    record: recorded('clerk.changePassword'),
    input: z.object({ clerkCode, password, newPassword: password }),
    output: nothing,
  }),
  'clerk.list': define({
    ...clerkAsks,
    doors: ['command-line'],
    actor: 'nobody',
    session: 'none',
    input: nothing,
    output: z.array(listedClerkSchema),
  }),
  /** The same on the administrator's screen. */
  'clerk.show': define({ ...clerkAsks, actor: administrator, input: nothing, output: z.array(listedClerkSchema) }),
  'clerk.add': define({
    ...administers,
    record: recorded('clerk.add'),
    input: z.object({ clerkCode, name: clerkName, role: roleSchema, authorisation }),
    output: oneTimePasswordSchema,
  }),
  /** Null leaves name or role as it is. */
  'clerk.change': define({
    ...administers,
    record: recorded('clerk.change'),
    input: z.object({ clerkCode, name: clerkName.nullable(), role: roleSchema.nullable(), reason, authorisation }),
    output: clerkSchema,
  }),
  /** Ends the clerk's sessions and visits at once, and whatever they asked for or approved. */
  'clerk.disable': define({
    ...administers,
    record: recorded('clerk.disable', 'session.end'),
    input: z.object({ clerkCode, reason, authorisation }),
    output: clerkSchema,
  }),
  'clerk.enable': define({
    ...administers,
    record: recorded('clerk.enable', 'session.end'),
    input: z.object({ clerkCode, reason, authorisation }),
    output: oneTimePasswordSchema,
  }),
  'clerk.giveOneTimePassword': define({
    ...administers,
    record: recorded('clerk.giveOneTimePassword', 'session.end'),
    input: z.object({ clerkCode, reason, authorisation }),
    output: oneTimePasswordSchema,
  }),

  'setting.list': define({
    ...clerkAsks,
    doors: ['command-line'],
    actor: 'nobody',
    session: 'none',
    input: nothing,
    output: z.array(listedSettingSchema),
  }),
  /** The same for the clerk who looks one up. */
  'setting.show': define({ ...clerkAsks, input: nothing, output: z.array(listedSettingSchema) }),
  /** Its newest changes, the last one first. */
  'setting.changes': define({
    ...clerkAsks,
    actor: administrator,
    input: z.object({ name: z.string().max(60) }),
    output: z.array(settingChangeSchema),
  }),
  /** `value` as a person wrote it. */
  'setting.set': define({
    ...administers,
    record: recorded('setting.change'),
    input: z.object({ name: z.string().max(60), value: z.string().max(600), reason, authorisation }),
    output: listedSettingSchema,
  }),
} as const;
