/** Is this paper one of ours, and does it say what we printed? */
import { timingSafeEqual } from 'node:crypto';
import type { Input, Output } from '../../contract/verbs.ts';
import { normaliseVerificationCode } from '../numbers/document-number.ts';
import { maskCard, maskName } from '../numbers/masking.ts';
import type { Reading } from '../books/books.ts';
import { findDayReportDigest } from '../paper/day-report-digest-rows.ts';
import { findDocument, type DocumentRow } from '../paper/document-rows.ts';
import { countCopies } from './print-job-rows.ts';
import { codeOf } from '../paper/verification-code.ts';
import { numberOfVoucher, voucherText } from '../loss/voucher-code.ts';
import { readPaper } from '../loss/paper/paper-content.ts';
import type { Scope } from '../request/scope.ts';
import { readContent } from '../statement/statement-content.ts';

const QR_TEXT = /^MC1\|([^|]+)\|([^|]+)$/;

/** Number and code as typed, or the text of the QR code in the number field. */
function numberAndCode(input: Input<'document.check'>): { number: string; code: string } {
  const scanned = QR_TEXT.exec(input.documentNumber.trim());
  const number = (scanned?.[1] ?? input.documentNumber).normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  return { number, code: normaliseVerificationCode(scanned?.[2] ?? input.verificationCode) };
}

async function checkDocument(scope: Scope, input: Input<'document.check'>): Promise<Output<'document.check'>> {
  const { number, code } = numberAndCode(input);
  const unknown = { genuine: false, voucherOf: null, document: null };
  return scope.books.read(async (reading) => {
    const voucherOf =
      numberOfVoucher(reading, voucherText(number, code)) ?? numberOfVoucher(reading, input.documentNumber);
    if (voucherOf !== null) return { genuine: true, voucherOf, document: null };
    const document = await findDocument(reading, number);
    if (document === null) return (await checkedReport(reading, number, code)) ?? unknown;
    // A draft was never handed out, so a paper with its number is not ours.
    if (document.issuedAt === null) return unknown;
    const genuine = isCodeOf(reading, { number, digest: document.digest }, code);
    return genuine ? { genuine, voucherOf, document: await described(reading, document) } : unknown;
  });
}

function isCodeOf(
  { keys }: Reading,
  { number, digest }: { readonly number: string; readonly digest: string },
  code: string,
): boolean {
  const expected = Buffer.from(codeOf(keys, number, digest));
  const given = Buffer.from(code);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The office's own report of a day; null where it is none, or the code is another's. */
async function checkedReport(reading: Reading, number: string, code: string): Promise<Output<'document.check'> | null> {
  const report = await findDayReportDigest(reading, number);
  if (report === null || !isCodeOf(reading, { number, digest: report.digest }, code)) return null;
  return { genuine: true, voucherOf: null, document: null, dayReportOf: report.businessDate };
}

async function described(reading: Reading, document: DocumentRow): Promise<Output<'document.check'>['document']> {
  const copies = await countCopies(reading, document.number);
  const { number: documentNumber, kind } = document;
  if (kind !== 'statement') return { documentNumber, kind, copies, statement: null, ...describedPaper(document) };
  const { issuedAt, holder, card, period, openingFen, closingFen, entries } = readContent(document.content);
  return {
    documentNumber,
    kind,
    issuedAt: issuedAt.local,
    holderNameMasked: maskName(holder.name),
    cardMasked: card,
    copies,
    statement: { period, openingFen, closingFen, entries: entries.length },
    lossNumber: null,
  };
}

/** A form carries whole numbers; the screen that checks it does not. */
function describedPaper({ content }: DocumentRow) {
  const { issuedAt, holder, card, loss } = readPaper(content);
  return {
    issuedAt: issuedAt.local,
    holderNameMasked: maskName(holder.name),
    cardMasked: maskCard(card),
    lossNumber: loss?.number ?? null,
  };
}

export const documentCheckHandlers = {
  'document.check': checkDocument,
};
