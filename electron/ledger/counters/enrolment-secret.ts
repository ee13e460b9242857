/**
 * The secret of an enrolment code: made from the office's key and the code's salt, so that the books do not hold it; and what is
 * proven with it.
 */
import { createHmac } from 'node:crypto';
import { enrolmentSecret, provenContent } from '../../contract/administration/enrolment-code.ts';
import type { Reading } from '../books/books.ts';

export function secretOf({ keys }: Pick<Reading, 'keys'>, number: string, salt: string): string {
  return enrolmentSecret(keys.blindIndex('enrolment', `${number} ${salt}`));
}

export function enrolmentProof(secret: string, ...words: Parameters<typeof provenContent>): Uint8Array<ArrayBuffer> {
  return createHmac('sha256', secret)
    .update(provenContent(...words))
    .digest();
}
