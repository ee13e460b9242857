/** Numbers and verification codes of the papers the program hands out. */
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import type { DocumentKind } from '../../contract/kernel/vocabulary.ts';
import { luhnRemainder } from './card-number.ts';

/** A holder's paper, or the office's own: the report of a day, or the overview of a period. */
type NumberedPaper = DocumentKind | 'day-report' | 'overview';

const KIND_LETTERS: Readonly<Record<NumberedPaper, string>> = {
  statement: 'S',
  'loss-form': 'F',
  'password-receipt': 'P',
  'reissue-receipt': 'R',
  'cancellation-receipt': 'C',
  'take-back-receipt': 'T',
  'contact-receipt': 'K',
  'identity-receipt': 'N',
  'closing-receipt': 'X',
  'day-report': 'D',
  overview: 'O',
  'correction-receipt': 'E',
};

/** Letter of the kind + office code + date + sequence of the day + Luhn digit, so that a mistyped number is told from an unknown one. */
export function documentNumber(kind: NumberedPaper, officeCode: string, date: BusinessDate, sequence: number): string {
  const digits = `${officeCode}${date.replaceAll('-', '')}${String(sequence).padStart(5, '0')}`;
  const check = (10 - luhnRemainder(`${digits}0`)) % 10;
  return `${KIND_LETTERS[kind]}${digits}${check}`;
}

const FORM = new RegExp(`^[${Object.values(KIND_LETTERS).join('')}]\\d{18,}$`);

export function isDocumentNumber(text: string): boolean {
  return FORM.test(text) && luhnRemainder(text.slice(1)) === 0;
}

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or typed off paper is unambiguous. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve characters in groups of four (60 bits) off a keyed tag. */
export function verificationCode(tag: Uint8Array): string {
  const characters = Array.from(tag.slice(0, 12), (byte) => ALPHABET.charAt(byte % 32)).join('');
  return characters.replace(/(.{4})(?=.)/g, '$1-');
}

/** What a person typed, in the form the code has: case, dashes, spaces and look-alike letters do not matter. */
export function normaliseVerificationCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replace(/(.{4})(?=.)/g, '$1-');
}
