/** The form of codes that are sent to a phone (docs/rules.md 7). */

/** Digits as typed, full-width ones and blanks included; null for anything that is no code of six. */
export function readCode(text: string): string | null {
  const digits = text.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** Whether the last four characters of a card are those that were typed. */
export function isCardEnd(typed: string | null, card: string): boolean {
  return typed !== null && typed.normalize('NFKC').trim() === card.slice(-4);
}
