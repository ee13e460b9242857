/** The office as it is being typed, and what is still wrong with it. */
import { isBusinessDate } from '../../../electron/contract/kernel/dates.ts';
import type { NewOffice } from '../../../electron/contract/office/office-verbs.ts';
import type { Role } from '../../../electron/contract/kernel/vocabulary.ts';
import { readTypedDate } from '../../shared/display-format.ts';
import type { WordKey } from '../../shared/words/word-lists.ts';

export interface ClerkDraft {
  code: string;
  name: string;
  /** Empty until it is chosen. */
  role: Role | '';
  password: string;
  repeated: string;
}

export interface OfficeDraft {
  name: string;
  code: string;
  openingDate: string;
  clerks: ClerkDraft[];
}

export type OfficeFaults = Partial<Record<'name' | 'code' | 'openingDate', WordKey>>;
export type ClerkFaults = Partial<Record<'code' | 'name' | 'role' | 'password' | 'repeated', WordKey>>;

const SHORTEST_PASSWORD = 10;
const FOUR_DIGITS = /^\d{4}$/;

export function emptyOffice(): OfficeDraft {
  return {
    name: '',
    code: '',
    openingDate: '',
    clerks: [emptyClerk(), emptyClerk(), emptyClerk()],
  };
}

export function emptyClerk(): ClerkDraft {
  return { code: '', name: '', role: '', password: '', repeated: '' };
}

/** What is typed for a code can become one no more: a letter, or too much. */
export function isNoCode(typed: string): boolean {
  return !/^\d{0,4}$/.test(typed.trim());
}

export function isShortCode(typed: string): boolean {
  return /^\d{1,3}$/.test(typed.trim());
}

export function officeFaults({ name, code, openingDate }: OfficeDraft): OfficeFaults {
  const date = readTypedDate(openingDate);
  return {
    ...(name.trim() === '' ? { name: 'firstRun.nameMissing' } : {}),
    ...(FOUR_DIGITS.test(code.trim()) ? {} : { code: 'firstRun.codeForm' }),
    ...(date !== null && isBusinessDate(date) ? {} : { openingDate: 'firstRun.dateForm' }),
  };
}

export function clerkFaults(clerk: ClerkDraft, all: readonly ClerkDraft[]): ClerkFaults {
  const isTwice = all.filter(({ code }) => code.trim() === clerk.code.trim()).length > 1;
  const code: WordKey | null = FOUR_DIGITS.test(clerk.code.trim())
    ? isTwice
      ? 'firstRun.codeTwice'
      : null
    : 'firstRun.codeForm';
  return {
    ...(code ? { code } : {}),
    ...(clerk.name.trim() === '' ? { name: 'firstRun.nameMissing' } : {}),
    ...(clerk.role === '' ? { role: 'common.choose' } : {}),
    ...(clerk.password.length < SHORTEST_PASSWORD ? { password: 'firstRun.passwordShort' } : {}),
    ...(clerk.repeated === clerk.password ? {} : { repeated: 'newPassword.different' }),
  };
}

/**
 * At least two persons can authorise, so that the office does not stand still without one of them (docs/rules.md 5).
 */
export function hasSecondPerson(clerks: readonly ClerkDraft[]): boolean {
  const names = clerks
    .filter(({ role }) => role === 'supervisor' || role === 'administrator')
    .map(({ name }) => name.trim());
  return new Set(names).size > 1;
}

/** The office to be made, or null while something is wrong. */
export function newOfficeFrom(draft: OfficeDraft): NewOffice | null {
  const openingDate = readTypedDate(draft.openingDate);
  const isRight =
    Object.keys(officeFaults(draft)).length === 0 &&
    draft.clerks.every((clerk) => Object.keys(clerkFaults(clerk, draft.clerks)).length === 0) &&
    hasSecondPerson(draft.clerks);
  if (!isRight || openingDate === null || !isBusinessDate(openingDate)) return null;
  const clerks = draft.clerks.flatMap(({ code, name, role, password }) =>
    role === '' ? [] : [{ code: code.trim(), name: name.trim(), role, password }],
  );
  return { name: draft.name.trim(), code: draft.code.trim(), openingDate, clerks };
}
