/** Card numbers: 16 to 19 digits, prefix 62, Luhn check digit (docs/rules.md 6). */
export type CardNumberFault = 'LENGTH' | 'CHARACTER' | 'PREFIX' | 'CHECK_DIGIT';
export type CardNumber = string & { readonly __unit: 'card number' };
export type CardNumberVerdict =
  { readonly ok: true; readonly card: CardNumber } | { readonly ok: false; readonly fault: CardNumberFault };

/** Full-width digits become ASCII, spaces between groups go. */
export function normaliseCardNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** Luhn sum of a digit string that ends in its check digit, modulo 10; 0 is right (ISO/IEC 7812-1). */
export function luhnRemainder(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10;
}

/** Judges a card number after normalisation; the first fault that applies is named. */
export function judgeCardNumber(text: string): CardNumberVerdict {
  const card = normaliseCardNumber(text);
  if (!/^\d*$/.test(card)) return { ok: false, fault: 'CHARACTER' };
  if (card.length < 16 || card.length > 19) return { ok: false, fault: 'LENGTH' };
  if (!card.startsWith('62')) return { ok: false, fault: 'PREFIX' };
  if (luhnRemainder(card) !== 0) return { ok: false, fault: 'CHECK_DIGIT' };
  return { ok: true, card: card as CardNumber };
}
