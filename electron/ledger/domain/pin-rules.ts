/** Which six-digit passwords are refused as weak (RULES.md 4). The rule is named, never the digits. */
import type { WeakPin } from '../../contract/vocabulary.ts';

const ISSUER_DEFAULT = '123456';

/** What a holder's password must not be taken from. */
export interface PinOwner {
  /** Normalised, 18 characters. */
  readonly idNumber: string;
  readonly phone: string;
  readonly card: string;
}

/** Every six-digit form of a birth date: years in two digits or four, with months, days or both, in any order. */
export function birthDateForms(idNumber: string): ReadonlySet<string> {
  const [year, month, day] = [idNumber.slice(6, 10), idNumber.slice(10, 12), idNumber.slice(12, 14)];
  const short = year.slice(2);
  return new Set([
    `${short}${month}${day}`,
    `${short}${day}${month}`,
    `${month}${day}${short}`,
    `${month}${short}${day}`,
    `${day}${month}${short}`,
    `${day}${short}${month}`,
    `${year}${month}`,
    `${month}${year}`,
    `${year}${day}`,
    `${day}${year}`,
  ]);
}

/** Each digit one above, or one below, the one before. */
function isRun(pin: string): boolean {
  const steps = Array.from(pin.slice(1), (digit, at) => Number(digit) - Number(pin.charAt(at)));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/** The last six digits of a text, punctuation aside: 'last six of the ID number' with and without its X. */
function endsIn(text: string, pin: string): boolean {
  return text.replaceAll(/\D/g, '').endsWith(pin);
}

/** The first rule that refuses the password by itself, null when it is good. Whether it is the previous one is not here. */
export function weakPin(pin: string, owner: PinOwner): WeakPin | null {
  if (!/^\d{6}$/.test(pin)) return 'FORM';
  if (new Set(pin).size === 1) return 'ALL_EQUAL';
  if (pin === ISSUER_DEFAULT) return 'ISSUER_DEFAULT';
  if (isRun(pin)) return 'RUN';
  if (birthDateForms(owner.idNumber).has(pin)) return 'BIRTH_DATE';
  if (endsIn(owner.idNumber, pin)) return 'ID_NUMBER';
  if (endsIn(owner.phone, pin)) return 'PHONE';
  return endsIn(owner.card, pin) ? 'CARD' : null;
}
