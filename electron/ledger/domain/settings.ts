/** The office's parameters with their defaults (RULES.md); each is a row once somebody changed it. */
import { z } from 'zod';

export const settingSchemas = {
  /** Unprinted entries at which the card stops paying; 0 switches the gate off (RULES.md 1). */
  printGate: z.number().int().min(0).default(60),
  printGateWarning: z.number().int().min(0).default(50),
  /** Largest allocation of one line, in fen (FORMATS.md: 10,000.00 yuan). */
  allocationCeiling: z.number().int().positive().default(1_000_000),
  /** A visit ends by itself after this many idle minutes (RULES.md 2). */
  visitIdleMinutes: z.number().int().positive().default(15),
  /** The window locks after this many idle minutes (SCREENS.md). */
  idleLockMinutes: z.number().int().positive().default(5),
  /** This many wrong pairs within `mismatchMinutes` lock the clerk (RULES.md 2). */
  mismatchLimit: z.number().int().positive().default(5),
  mismatchMinutes: z.number().int().positive().default(10),
  /** An unconfirmed oral report lapses at 24:00 of its day and this many more (RULES.md 3). */
  oralLossDays: z.number().int().min(0).default(5),
  /** Days from a formal loss report until a new card may be handed out (RULES.md 3). */
  reissueWaitDays: z.number().int().min(0).default(7),
  /** Days from the loss report of a password until a new one may be set (RULES.md 3). */
  pinResetWaitDays: z.number().int().min(0).default(0),
  /** The fee table of a reissue in fen, recorded and not taken from the account (RULES.md 3: 20.00 yuan). */
  reissueFeeStandard: z.number().int().min(0).default(2_000),
  reissueFeeReduced: z.number().int().min(0).default(1_000),
  reissueFeeExempt: z.number().int().min(0).default(0),
  /** This many wrong tries lock a card's or telephone password (RULES.md 4). */
  pinTries: z.number().int().positive().default(3),
  /** Without an entry the customer's window asks no longer than this. */
  pinEntrySeconds: z.number().int().positive().default(60),
  /** A request in the queue of approvals holds for this long (RULES.md 5). */
  approvalMinutes: z.number().int().positive().default(120),
  /** This many wrong passwords in a row lock the clerk. */
  passwordTries: z.number().int().positive().default(5),
} as const;

export type SettingName = keyof typeof settingSchemas;
export type Settings = { readonly [Name in SettingName]: number };

const settingsSchema = z.object(settingSchemas);

/** The stored values over the defaults. Throws on a stored value that is no longer allowed: a damaged database. */
export function settingsFrom(stored: ReadonlyMap<string, string>): Settings {
  const parsed: Record<string, unknown> = {};
  for (const [name, text] of stored) parsed[name] = JSON.parse(text);
  return settingsSchema.parse(parsed);
}
