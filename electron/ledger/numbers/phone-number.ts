/** Telephone numbers as people and registers write them, in the one form in which they are kept and compared. */

/** A mobile number, or a landline with its area code. */
const NUMBER = /^(?:1\d{10}|0\d{9,11})$/;
/** After the country code a landline stands without the 0 of its area code. */
const LANDLINE_ABROAD = /^[2-9]\d{8,10}$|^10\d{8}$/;
const COUNTRY_CODE = /^(?:\+|00)?86(?=\d{10})/;
const DASHES = /[\p{Pd}\u2212\u30fc()\s]/gu;
/** Whatever cannot stand inside a number stands between two of them. */
const BETWEEN_NUMBERS = /[^\d+\p{Pd}\u2212\u30fc()\s]+/u;

/**
 * The first number in the text: digits only, without +86; null when there is none. Full-width digits, blanks, hyphens and
 * parentheses mean nothing; several numbers may stand in one text.
 */
export function readPhone(text: string): string | null {
  for (const part of text.normalize('NFKC').split(BETWEEN_NUMBERS)) {
    const phone = onePhone(part) ?? firstOfWords(part);
    if (phone !== null) return phone;
  }
  return null;
}

function onePhone(text: string): string | null {
  const digits = text.replace(DASHES, '');
  if (NUMBER.test(digits)) return digits;
  const national = digits.replace(COUNTRY_CODE, '');
  if (national === digits) return null;
  if (NUMBER.test(national)) return national;
  return LANDLINE_ABROAD.test(national) ? `0${national}` : null;
}

/** Several numbers with blanks between them and inside: the first words that make one. */
function firstOfWords(text: string): string | null {
  const words = text.split(/\s+/);
  for (let first = 0; first < words.length; first += 1) {
    for (let end = first + 1; end <= words.length; end += 1) {
      const phone = onePhone(words.slice(first, end).join(''));
      if (phone !== null) return phone;
    }
  }
  return null;
}

/** True when both are numbers, and the same one. A missing phone equals no other. */
export function isSamePhone(one: string, other: string): boolean {
  const phone = readPhone(one);
  return phone !== null && phone === readPhone(other);
}
