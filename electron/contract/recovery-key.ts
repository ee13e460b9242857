/** The office's data key as people copy it off the recovery sheet: groups of four and two check digits. */

/** ISO/IEC 7064 MOD 97-10 over the key as one number, as in bank account numbers: catches every single slip and swap. */
function checkDigits(dataKey: string): string {
  return String(98n - ((BigInt(`0x${dataKey}`) * 100n) % 97n)).padStart(2, '0');
}

/** 64 hex digits → sixteen groups of four, a dash, two check digits. */
export function recoveryKeyText(dataKey: string): string {
  return `${dataKey.toUpperCase().match(/.{4}/g)?.join(' ') ?? ''} - ${checkDigits(dataKey)}`;
}

/** What a person typed, back to 64 hex digits; null when a character is wrong, missing or swapped. */
export function parseRecoveryKey(text: string): string | null {
  const typed = text.normalize('NFKC').replaceAll(/[\s-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}\d{2}$/.test(typed)) return null;
  const dataKey = typed.slice(0, 64);
  return checkDigits(dataKey) === typed.slice(64) ? dataKey : null;
}
