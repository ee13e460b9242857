/** How numbers of a person are shown (docs/rules.md 2, JR/T 0171-2020): what stands between the ends is starred. */

/** By code point: what stands in a number's column of a bad file may be anything. */
function maskMiddle(text: string, first: number, last: number): string {
  const characters = Array.from(text);
  const hidden = characters.length - first - last;
  if (hidden <= 0) return '*'.repeat(characters.length);
  return `${characters.slice(0, first).join('')}${'*'.repeat(hidden)}${characters.slice(-last).join('')}`;
}

/** First 6 and last 4. */
export function maskCard(card: string): string {
  return maskMiddle(card, 6, 4);
}

/** First 3 and last 4. */
export function maskIdNumber(idNumber: string): string {
  return maskMiddle(idNumber, 3, 4);
}

/** First 3 and last 4. */
export function maskPhone(phone: string): string {
  return maskMiddle(phone, 3, 4);
}
