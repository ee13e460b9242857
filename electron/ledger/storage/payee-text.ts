/** Card, ID number and name of a payee as one text: its blind index ties a card to its holder in one look-up. */

/** Cannot stand in a card number, ID number or name of a file that was read. */
const SEPARATOR = '\u001f';

/** Blanks around a name come from fixed columns and mean nothing. */
export function payeeText(card: string, idNumber: string, name: string): string {
  return `${card}${SEPARATOR}${idNumber}${SEPARATOR}${name.trim()}`;
}

export function payeeParts(payee: string): { readonly card: string; readonly name: string | null } {
  const [card = '', , name = null] = payee.split(SEPARATOR);
  return { card, name };
}
