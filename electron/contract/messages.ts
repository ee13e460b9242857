/**
 * What each refusal and each reason means, in one clear sentence a language: what happened, what was kept, what to do
 * now. Windows and command line both speak from here, so a code without words fails compiling.
 */
import type { ErrorCode, Refusal } from './errors.ts';
import { english } from './messages-en.ts';
import { chinese } from './messages-zh-cn.ts';
import type {
  ALLOCATION_FILE_REASONS,
  ALLOCATION_LINE_REASONS,
  Role,
  SETTLEMENT_FILE_REASONS,
  SETTLEMENT_LINE_REASONS,
} from './vocabulary.ts';

export type Locale = 'zh-CN' | 'en';

/** Why one line of the register or of the list of institutions is refused. */
export type RegisterLineCode =
  | 'ID_NUMBER_INVALID'
  | 'NAME_INVALID'
  | 'PHONE_INVALID'
  | 'EMPLOYER_INVALID'
  | 'INSURANCE_NUMBER_INVALID'
  | 'CARD_NUMBER_INVALID'
  | 'OPENING_DATE_INVALID'
  | 'HOLDER_DIFFERS'
  | 'CARD_REPLACED'
  | 'INSTITUTION_CODE_INVALID'
  | 'INSTITUTION_NAME_INVALID'
  | 'INSTITUTION_TYPE_INVALID'
  | 'TERMINAL_INVALID';

export type FileReason = (typeof ALLOCATION_FILE_REASONS | typeof SETTLEMENT_FILE_REASONS)[number];
export type LineReason = (typeof ALLOCATION_LINE_REASONS | typeof SETTLEMENT_LINE_REASONS)[number];
export type Reason = FileReason | LineReason | RegisterLineCode;

/** What is wrong, and how it is mended. */
export interface Remedy {
  readonly meaning: string;
  readonly mend: string;
}

/** Codes that may stand in a detail and have words of their own. */
export type Term = 'LENGTH' | 'CHARACTER' | 'BIRTH_DATE' | 'CHECK_DIGIT' | 'PREFIX' | Role;

/**
 * `{name}` stands for a detail of the refusal. A part in `[brackets]` is left out when one of its details is missing, so
 * a sentence never shows an empty place.
 */
export interface Messages {
  readonly errors: Readonly<Record<ErrorCode, string>>;
  readonly terms: Readonly<Record<Term, string>>;
  readonly reasons: Readonly<Record<Reason, Remedy>>;
}

export const messages: Readonly<Record<Locale, Messages>> = { 'zh-CN': chinese, en: english };

/** The sentence for a refusal, its details filled in. */
export function sentence(locale: Locale, code: ErrorCode, details: Refusal['details'] = {}): string {
  const { errors, terms } = messages[locale];
  const whole = errors[code].replace(/\[([^\]]*)\]/g, (_, part: string) =>
    placeholders(part).every((name) => Object.hasOwn(details, name)) ? part : '',
  );
  return whole.replace(/\{(\w+)\}/g, (_, name: string) => inWords(terms, String(details[name] ?? '–')));
}

function inWords(terms: Messages['terms'], value: string): string {
  return isTerm(terms, value) ? terms[value] : value;
}

function isTerm(terms: Messages['terms'], value: string): value is Term {
  return Object.hasOwn(terms, value);
}

/** Meaning and remedy of a reason in a file; null for a code this version does not know. */
export function remedy(locale: Locale, reason: string): Remedy | null {
  const { reasons } = messages[locale];
  return isReason(reasons, reason) ? reasons[reason] : null;
}

function isReason(reasons: Messages['reasons'], reason: string): reason is Reason {
  return Object.hasOwn(reasons, reason);
}

/** Names of the details a text asks for. */
export function placeholders(text: string): readonly string[] {
  return Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? '');
}
