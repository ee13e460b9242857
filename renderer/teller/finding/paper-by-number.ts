/** A paper by what stands on it: its number or its verification code, the text of its QR code, or a loss report's number. */
import type { TaskId } from '../../shared/keyboard/shortcuts.ts';
import type { TaskSubject } from '../state/open-task.ts';

/** The letter of its kind, which is never that of a report. */
const DOCUMENT = /^[A-KM-Z]\d{18,}$/;
const REPORT = /^L\d{16,20}[0-9A-Z]$/;
/** Twelve characters without I, L, O and U; as one word it has a digit, so that no plain word is taken for a code. */
const CODE = /^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$|^(?=.*\d)[0-9A-HJKMNP-TV-Z]{12}$/;
/** The end of a number, or all of it: four digits tell a paper from a word. */
const ENDING = /^[A-KM-Z]?\d{4,32}$/;
const QR_TEXT = /^MC1\|[^|]+\|[^|]+$/;

export interface PaperPlace {
  /** As it is shown. */
  readonly number: string;
  readonly task: TaskId;
  readonly subject: TaskSubject;
}

/** Where a paper of this number is looked up; null for anything else that may be typed. */
export function placeOfPaper(typed: string): PaperPlace | null {
  const number = typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (REPORT.test(number)) return { number, task: 'followUp', subject: { about: 'report', number } };
  if (DOCUMENT.test(number) || QR_TEXT.test(number)) return documentCheck(number, { number, code: '' });
  return CODE.test(number) ? documentCheck(number, { number: '', code: number }) : null;
}

/** What may be the end of a paper's number, as the ledger has it; null for anything else that may be typed. */
export function endingOfPaper(typed: string): string | null {
  const ending = typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  return ENDING.test(ending) ? ending : null;
}

function documentCheck(shown: string, about: { readonly number: string; readonly code: string }): PaperPlace {
  return { number: shown, task: 'documentCheck', subject: { about: 'paper', ...about } };
}
