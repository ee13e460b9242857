/** Resident identity numbers, GB 11643-1999 (docs/rules.md 6). */
import { ageOn, fromCompactDate, type BusinessDate } from '../../contract/kernel/dates.ts';

export type ResidentIdFault = 'LENGTH' | 'CHARACTER' | 'BIRTH_DATE' | 'CHECK_DIGIT';
export type ResidentId = string & { readonly __unit: 'resident ID' };

export type ResidentIdVerdict =
  | {
      readonly ok: true;
      readonly id: ResidentId;
      readonly birth: BusinessDate;
      readonly sex: 'male' | 'female';
      /** Whole years on the day asked about. */
      readonly age: number;
    }
  | { readonly ok: false; readonly fault: ResidentIdFault };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** Check character over the first 17 digits: their weighted sum modulo 11 indexes `10X98765432`. */
export function residentIdCheck(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** True for 18 characters whose check character is right, whatever the birth date says: is it such a number at all? */
export function isResidentIdNumber(text: string): boolean {
  const id = normaliseResidentId(text);
  return /^\d{17}[\dX]$/.test(id) && residentIdCheck(id) === id.charAt(17);
}

/** Full-width digits and letters become ASCII, x becomes X, spaces between groups go. */
export function normaliseResidentId(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/**
 * Judges an ID number after normalisation: length, characters, birth date (must exist, not after `today`), check
 * character, first that applies. Regions are not looked up: retired ones stay valid on old cards.
 */
export function judgeResidentId(text: string, today: BusinessDate): ResidentIdVerdict {
  const id = normaliseResidentId(text);
  if (id.length !== 18) return { ok: false, fault: 'LENGTH' };
  if (!/^\d{17}[\dX]$/.test(id)) return { ok: false, fault: 'CHARACTER' };
  const birth = fromCompactDate(id.slice(6, 14));
  if (birth === null || birth > today || birth < '1800-01-01') return { ok: false, fault: 'BIRTH_DATE' };
  if (residentIdCheck(id) !== id.charAt(17)) return { ok: false, fault: 'CHECK_DIGIT' };
  return {
    ok: true,
    id: id as ResidentId,
    birth,
    sex: Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female',
    age: ageOn(birth, today),
  };
}
