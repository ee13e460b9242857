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
  /** This many wrong passwords in a row lock the clerk. */
  passwordTries: z.number().int().positive().default(5),
} as const;

export type SettingName = keyof typeof settingSchemas;
export type Settings = { readonly [Name in SettingName]: number };

/** The stored values over the defaults. Throws on a stored value that is no longer allowed: a damaged database. */
export function settingsFrom(stored: ReadonlyMap<string, string>): Settings {
  const value = (name: SettingName): number => {
    const text = stored.get(name);
    return settingSchemas[name].parse(text === undefined ? undefined : JSON.parse(text));
  };
  return {
    printGate: value('printGate'),
    printGateWarning: value('printGateWarning'),
    allocationCeiling: value('allocationCeiling'),
    visitIdleMinutes: value('visitIdleMinutes'),
    idleLockMinutes: value('idleLockMinutes'),
    mismatchLimit: value('mismatchLimit'),
    mismatchMinutes: value('mismatchMinutes'),
    passwordTries: value('passwordTries'),
  };
}
