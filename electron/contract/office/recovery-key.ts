/** The office's data key as people copy it off the recovery sheet: groups of four and two check digits. */
import { hexOfKey, keyOfHex } from '../kernel/key-bytes.ts';

/** ISO/IEC 7064 MOD 97-10 over the key as one number, as in bank account numbers: catches every single slip and swap. */
function checkDigits(key: Uint8Array): string {
  const rest = key.reduce((before, byte) => (before * 256 + byte) % 97, 0);
  return String(98 - ((rest * 100) % 97)).padStart(2, '0');
}

/** The key → sixteen groups of four digits, a dash, two check digits. Text, because it goes on paper. */
export function recoveryKeyText(key: Uint8Array): string {
  const digits = String.fromCharCode(...hexOfKey(key)).toUpperCase();
  return `${digits.match(/.{4}/g)?.join(' ') ?? ''} - ${checkDigits(key)}`;
}

/** What a person typed, back to the key; null when a character is wrong, missing or swapped. */
export function parseRecoveryKey(text: string): Uint8Array<ArrayBuffer> | null {
  const typed = text.normalize('NFKC').replaceAll(/[\s-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}\d{2}$/.test(typed)) return null;
  const key = keyOfHex(Uint8Array.from(typed.slice(0, 64), (digit) => digit.charCodeAt(0)));
  return key !== null && checkDigits(key) === typed.slice(64) ? key : null;
}
