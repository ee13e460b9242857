/** Which six-digit PINs are refused as weak (docs/rules.md 4). The rule is named, never the digits. */
import type { WeakPin } from '../../contract/kernel/vocabulary.ts';

const ISSUER_DEFAULT = '123456';

/** What a holder's PIN must not be taken from. */
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

/** A PIN as it is typed: one ASCII byte a digit, so that it can be overwritten. */
export type Digits = Uint8Array;

const DIGIT_COUNT = 6;
const [CODE_OF_0, CODE_OF_9] = [48, 57];

/** Six digits and nothing else. */
export function isSixDigits(pin: Digits): boolean {
  return pin.length === DIGIT_COUNT && pin.every((code) => code >= CODE_OF_0 && code <= CODE_OF_9);
}

/** Compares with a text that is no secret, and makes no text of the PIN. */
function isText(pin: Digits, text: string): boolean {
  return text.length === pin.length && pin.every((code, at) => code === text.charCodeAt(at));
}

/** Each digit one above, or one below, the one before. */
function isRun(pin: Digits): boolean {
  const steps = Array.from(pin.subarray(1), (code, at) => code - (pin[at] ?? 0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/** The last six digits of a text, punctuation aside: 'last six of the ID number' with and without its X. */
function endsIn(text: string, pin: Digits): boolean {
  return isText(pin, text.replaceAll(/\D/g, '').slice(-pin.length));
}

/** The first rule that refuses the PIN by itself, null when it is good. Whether it is the previous one is not here. */
export function weakPin(pin: Digits, owner: PinOwner): WeakPin | null {
  if (!isSixDigits(pin)) return 'FORM';
  if (pin.every((code) => code === pin[0])) return 'ALL_EQUAL';
  if (isText(pin, ISSUER_DEFAULT)) return 'ISSUER_DEFAULT';
  if (isRun(pin)) return 'RUN';
  if ([...birthDateForms(owner.idNumber)].some((form) => isText(pin, form))) return 'BIRTH_DATE';
  if (endsIn(owner.idNumber, pin)) return 'ID_NUMBER';
  if (endsIn(owner.phone, pin)) return 'PHONE';
  return endsIn(owner.card, pin) ? 'CARD' : null;
}
