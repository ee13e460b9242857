/** Numbers of loss reports: office code, date, sequence of the day, check character (docs/rules.md 3). */
import type { BusinessDate } from '../../contract/kernel/dates.ts';

/** 31 characters, none of which is mistaken for another. */
const CHARACTERS = '0123456789ABCDEFGHJKMNPQRTUWXYZ';

/** A weighted sum modulo the prime 31, so that any one wrong digit and any swap of two different ones is caught. */
function checkCharacter(digits: string): string {
  const sum = Array.from(digits).reduce((total, digit, at) => total + (at + 1) * Number(digit), 0);
  return CHARACTERS.charAt(sum % CHARACTERS.length);
}

export function lossNumber(officeCode: string, date: BusinessDate, sequence: number): string {
  const digits = `${officeCode}${date.replaceAll('-', '')}${String(sequence).padStart(4, '0')}`;
  return `L${digits}${checkCharacter(digits)}`;
}

/** What a person typed, in the form the number has; null when its check character does not fit. */
export function parseLossNumber(text: string): string | null {
  const typed = text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
  const [, digits = '', check] = /^L(\d{16,20})([0-9A-Z])$/.exec(typed) ?? [];
  return check !== undefined && checkCharacter(digits) === check ? typed : null;
}
