/** Card, ID number and name of a payee as one text, and its blind index, which ties a card to its holder in one look-up. */
import { foldName } from '../../names/name-folding.ts';
import type { Keys } from './keys.ts';

/** Cannot stand in a card number, ID number or name of a file that was read. */
const SEPARATOR = '\u001f';

/** As a file gave them. */
export function payeeText(card: string, idNumber: string, name: string): string {
  return `${card}${SEPARATOR}${idNumber}${SEPARATOR}${name}`;
}

/** Over the name as names are compared; `payee`, the text as given, is taken where folding changes nothing. */
export function payeeIndex(
  keys: Keys,
  { card, idNumber, name }: { readonly card: string; readonly idNumber: string; readonly name: string },
  payee = payeeText(card, idNumber, name),
): string {
  const folded = foldName(name);
  return keys.blindIndex('payee', folded === name ? payee : payeeText(card, idNumber, folded));
}

export interface PayeeParts {
  readonly card: string;
  readonly idNumber: string;
  readonly name: string;
}

export function payeeParts(payee: string): PayeeParts {
  const [card = '', idNumber = '', name = ''] = payee.split(SEPARATOR);
  return { card, idNumber, name };
}
