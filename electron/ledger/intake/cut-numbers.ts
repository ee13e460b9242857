/**
 * Numbers that a spreadsheet has cut: it keeps fifteen digits and shows long numbers in scientific notation, so a card or
 * an ID number that went through it as a number is lost (FORMATS.md). Text columns are not touched, hence the advice.
 */
import { judgeCardNumber } from '../domain/card-number.ts';
import { isResidentIdNumber } from '../domain/resident-id.ts';
import type { FileNote } from '../../contract/views.ts';
import { fileNote } from './file-note.ts';

const SCIENTIFIC = /^\d(?:[.,]\d+)?[Ee]\+\d{1,3}$/;
const FIFTEEN_DIGITS_AND_ZEROS = /^\d{15}0{1,4}$/;
const ZERO = 0x30;

/** `6.21331E+18`. */
export function isScientific(text: string): boolean {
  return SCIENTIFIC.test(text);
}

/** Scientific notation, or fifteen digits and zeros that are neither a card nor an ID number. */
export function isCutNumber(text: string): boolean {
  if (isScientific(text)) return true;
  if (text.charCodeAt(text.length - 1) !== ZERO || !FIFTEEN_DIGITS_AND_ZEROS.test(text)) return false;
  return !judgeCardNumber(text).ok && !isResidentIdNumber(text);
}

/** Counts the lines of a file that hold a cut number. */
export class CutNumbers {
  #count = 0;
  #first: { readonly line: number; readonly field: string } | null = null;

  /** Looks at one line's cells under these titles; `cells` may be fewer than the line has. */
  look(line: number, cells: readonly string[], titles: readonly string[]): void {
    const at = cells.findIndex(isCutNumber);
    if (at === -1) return;
    this.#count += 1;
    this.#first ??= { line, field: titles[at] ?? '' };
  }

  notes(): readonly FileNote[] {
    return this.#first === null ? [] : [fileNote('numbersCut', { count: this.#count, ...this.#first })];
  }
}
