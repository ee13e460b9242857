/** The office as it is being typed, and what is still wrong with it. */
import { isBusinessDate } from '../../../electron/contract/kernel/dates.ts';
import type { NewOffice } from '../../../electron/contract/office/office-verbs.ts';
import type { Role } from '../../../electron/contract/kernel/vocabulary.ts';
import { readTypedDate } from '../../shared/display-format.ts';
import type { WordKey } from '../../shared/words/word-lists.ts';

export interface ClerkDraft {
  code: string;
  name: string;
  role: Role;
  password: string;
}

export interface OfficeDraft {
  name: string;
  code: string;
  openingDate: string;
  clerks: ClerkDraft[];
}

export type OfficeFaults = Partial<Record<'name' | 'code' | 'openingDate', WordKey>>;
export type ClerkFaults = Partial<Record<'code' | 'name' | 'password', WordKey>>;

const SHORTEST_PASSWORD = 10;
const FOUR_DIGITS = /^\d{4}$/;

export function emptyOffice(): OfficeDraft {
  return {
    name: '',
    code: '',
    openingDate: '',
    clerks: [
      { code: '', name: '', role: 'clerk', password: '' },
      { code: '', name: '', role: 'supervisor', password: '' },
      { code: '', name: '', role: 'administrator', password: '' },
    ],
  };
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
    ...(clerk.password.length < SHORTEST_PASSWORD ? { password: 'firstRun.passwordShort' } : {}),
  };
}

/**
 * At least two persons can authorise, so that the office does not stand still without one of them (docs/rules.md 5).
 */
export function hasSecondPerson(clerks: readonly ClerkDraft[]): boolean {
  const names = clerks.filter(({ role }) => role !== 'clerk').map(({ name }) => name.trim());
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
  const clerks = draft.clerks.map((clerk) => ({ ...clerk, code: clerk.code.trim(), name: clerk.name.trim() }));
  return { name: draft.name.trim(), code: draft.code.trim(), openingDate, clerks };
}
