/**
 * Numbers that a spreadsheet has cut: it keeps fifteen digits and shows long numbers in scientific notation, so a card
 * or an ID number that went through it as a number is lost (docs/formats.md 1). Text columns are not touched, hence the
 * advice.
 */
import { judgeCardNumber } from '../../numbers/card-number.ts';
import { isResidentIdNumber } from '../../numbers/resident-id.ts';
import type { FileNote } from '../../../contract/office/office-views.ts';
import { fileNote } from '../file-note.ts';

/** With an exponent of two or three digits, as spreadsheets write it. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?[Ee]\+\d{2,3}$/;
const FIFTEEN_DIGITS_AND_ZEROS = /^\d{15}0{1,4}$/;
const [ZERO, PLUS] = [0x30, 0x2b];

/** `6.21331E+18`. Asked of every cell, so the usual one is told by single characters. */
export function isScientific(text: string): boolean {
  const { length } = text;
  const mayBe = text.charCodeAt(length - 3) === PLUS || text.charCodeAt(length - 4) === PLUS;
  return mayBe && SCIENTIFIC.test(text);
}

/** Of a card or ID number: scientific notation, or fifteen digits and zeros that are neither. */
export function isCutNumber(text: string): boolean {
  if (isScientific(text)) return true;
  if (text.charCodeAt(text.length - 1) !== ZERO || !FIFTEEN_DIGITS_AND_ZEROS.test(text)) return false;
  return !judgeCardNumber(text).ok && !isResidentIdNumber(text);
}

/** Elsewhere a long number may well end in zeros. */
const NUMBER_TITLES: ReadonlySet<string> = new Set(['证件号码', '卡号']);

/** Counts the lines of a file that hold a cut number. */
export class CutNumbers {
  readonly #titles: readonly string[];
  /** A test for each column. */
  readonly #isCut: readonly ((text: string) => boolean)[];
  #count = 0;
  #first: { readonly line: number; readonly field: string } | null = null;

  constructor(titles: readonly string[]) {
    this.#titles = titles;
    this.#isCut = titles.map((title) => (NUMBER_TITLES.has(title) ? isCutNumber : isScientific));
  }

  /** Looks at one line's cells, as many as there are titles. */
  look(line: number, cells: readonly string[]): void {
    for (let at = 0; at < cells.length; at += 1) {
      if (this.#isCutAt(cells, at)) {
        this.#count += 1;
        this.#first ??= { line, field: this.#titles.filter((_, each) => this.#isCutAt(cells, each)).join(' ') };
        return;
      }
    }
  }

  #isCutAt(cells: readonly string[], at: number): boolean {
    return this.#isCut[at]?.(cells[at] ?? '') ?? false;
  }

  notes(): readonly FileNote[] {
    return this.#first === null ? [] : [fileNote('numbersCut', { count: this.#count, ...this.#first })];
  }
}
