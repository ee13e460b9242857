/**
 * The code by which a voucher of the holder's own door is known again (docs/rules.md 7): keyed over the report's number, so that nothing has to be
 * kept of a page that anybody may have closed. Its QR code says `MV1|number|code`.
 */
import { verificationCode } from '../numbers/document-number.ts';
import { parseLossNumber } from '../numbers/loss-number.ts';
import type { Reading } from '../books/books.ts';

export function voucherCode({ keys }: Pick<Reading, 'keys'>, lossNumber: string): string {
  return verificationCode(keys.documentTag(`voucher\n${lossNumber}`));
}

export function voucherText(lossNumber: string, code: string): string {
  return `MV1|${lossNumber}|${code}`;
}

/** The report that a voucher's QR text names; null for another text, or a code that is not ours. */
export function numberOfVoucher(reading: Pick<Reading, 'keys'>, text: string): string | null {
  const [, typed = '', code = ''] = /^MV1\|([^|]+)\|([^|]+)$/.exec(text.trim()) ?? [];
  const number = parseLossNumber(typed);
  return number !== null && voucherCode(reading, number) === code.toUpperCase() ? number : null;
}
