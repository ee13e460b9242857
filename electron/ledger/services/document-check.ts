/** Is this paper one of ours, and does it say what we printed? */
import { timingSafeEqual } from 'node:crypto';
import type { Input, Output } from '../../contract/verbs.ts';
import { normaliseVerificationCode } from '../domain/document-number.ts';
import type { Reading } from '../storage/books.ts';
import { findDocument, type DocumentRow } from '../storage/document-rows.ts';
import { countCopies } from '../storage/print-job-rows.ts';
import { requireSession, type Scope } from './scope.ts';
import { readContent } from './statement-content.ts';
import { codeOf } from './statements.ts';

const QR_TEXT = /^MC1\|([^|]+)\|([^|]+)$/;

/** Number and code as typed, or the text of the QR code in the number's place. */
function numberAndCode(input: Input<'document.check'>): { number: string; code: string } {
  const scanned = QR_TEXT.exec(input.documentNumber.trim());
  const number = (scanned?.[1] ?? input.documentNumber).normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  return { number, code: normaliseVerificationCode(scanned?.[2] ?? input.verificationCode) };
}

export async function checkDocument(scope: Scope, input: Input<'document.check'>): Promise<Output<'document.check'>> {
  requireSession(scope);
  const { number, code } = numberAndCode(input);
  return scope.books.read(async (reading) => {
    const document = await findDocument(reading, number);
    // A draft was never handed out, so a paper with its number is not ours.
    if (document === null || document.issuedAt === null) return { genuine: false, document: null };
    const expected = Buffer.from(codeOf(reading.keys, number, document.digest));
    const given = Buffer.from(code);
    const genuine = given.length === expected.length && timingSafeEqual(given, expected);
    return genuine ? { genuine, document: await described(reading, document) } : { genuine, document: null };
  });
}

async function described(reading: Reading, document: DocumentRow): Promise<Output<'document.check'>['document']> {
  const content = readContent(document.content);
  return {
    documentNumber: document.number,
    kind: 'statement',
    issuedAt: content.issuedAt.instant,
    holderNameMasked: content.holder.name,
    cardMasked: content.card,
    period: content.period,
    openingFen: content.openingFen,
    closingFen: content.closingFen,
    entries: content.entries.length,
    copies: await countCopies(reading, document.number),
  };
}
