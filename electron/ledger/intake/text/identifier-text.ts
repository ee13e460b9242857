/** Identifiers and numbers as the department's files write them. */
import { normaliseCardNumber } from '../../numbers/card-number.ts';
import { normaliseResidentId } from '../../numbers/resident-id.ts';
import { isScientific } from '../csv/cut-numbers.ts';

export const NAME_LIMIT = 140;

const IDENTIFIER = /^\S(?:.{0,33}\S)?$/u;
const PLAIN_DIGITS = /^\d+$/;
const PLAIN_RESIDENT_ID = /^\d{17}[\dX]$/;

/** V8 keeps a substring of 13 characters or more as a view that holds on to its whole piece of the file. */
const LONGEST_COPIED_SUBSTRING = 12;

/** 1 to 35 characters (ISO 20022 Max35Text) without outer spaces, which would let one batch look like two. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** An identifier that no spreadsheet has cut: cut ones make two files, or two lines, look like one. */
export function isReference(text: string): boolean {
  return isIdentifier(text) && !isScientific(text);
}

/** True when `text` has more than `limit` characters (code points: a rare character is one). */
export function isLongerThan(text: string, limit: number): boolean {
  return text.length > limit && (text.length > limit * 2 || [...text].length > limit);
}

/** A copy that may be kept for a whole file (duplicates are looked for) without keeping the file in memory. */
export function copiedText(text: string): string {
  return text.length <= LONGEST_COPIED_SUBSTRING ? text : Buffer.from(text).toString();
}

/** Card number as the ledger knows it; digits only, the usual case, skips the Unicode work. */
export function cardNumberText(text: string): string {
  return PLAIN_DIGITS.test(text) ? text : normaliseCardNumber(text);
}

export function residentIdText(text: string): string {
  return PLAIN_RESIDENT_ID.test(text) ? text : normaliseResidentId(text);
}

/** A declared number of lines: 1 to 15 digits (ISO 20022 Max15NumericText). */
export function declaredCount(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
