/** Documents of every kind: which one may be given out, as which copy, its verification code, and its paper. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { HeldReport } from '../../contract/office/office-views.ts';
import type { DrawnPaper } from '../paper/page-ink.ts';
import type { Reprint } from '../paper/paper-labels.ts';
import type { Reading } from '../books/books.ts';
import { findDocument, type DocumentRow } from '../paper/document-rows.ts';
import type { Keys } from '../books/sealing/keys.ts';
import { identifiedReport } from '../loss/report-by-number.ts';
import { drawPaper, readPaper } from '../loss/paper/paper-content.ts';
import { drawStatement, readContent } from '../statement/statement-content.ts';
import type { VisitRow } from '../request/visit/visit-rows.ts';
import { codeOf } from '../paper/verification-code.ts';
import { keptPapers } from './holder-paper-rows.ts';
import { listedPapers } from './holder-paper-rules.ts';
import { countCopies } from './print-job-rows.ts';

/** The paper of a document as it was prepared, with the mark of a copy. */
export async function drawDocument(keys: Keys, document: DocumentRow, reprint: Reprint | null): Promise<DrawnPaper> {
  const code = codeOf(keys, document.number, document.digest);
  const { content } = document;
  return document.kind === 'statement'
    ? drawStatement(readContent(content), code, reprint)
    : drawPaper(readPaper(content), code, reprint);
}

/** The first copy has the bytes of the preview; later ones say which reprint they are, and who gives it. */
export async function nextCopy(
  reading: Reading,
  { number }: DocumentRow,
  clerk: string,
): Promise<{ readonly copy: number; readonly reprint: Reprint | null }> {
  const copies = await countCopies(reading, number);
  return { copy: copies + 1, reprint: copies === 0 ? null : { count: copies, clerk } };
}

/** The document a visit may give out: its own, or one listed of the same account. Throws RefusalError DOCUMENT_UNKNOWN. */
export async function requireDocument(reading: Reading, visit: VisitRow, number: string): Promise<DocumentRow> {
  const { accountId } = visit;
  const document = await findDocument(reading, number);
  if (document === null || document.accountId !== accountId) throw unknown(number);
  const isOwnDraft = document.issuedAt === null && document.visitId === visit.id;
  return isOwnDraft ? document : listedDocument(reading, document, { accountId });
}

/** In the holder's visit, or of a report by number and ID number. Throws the same, LOSS_UNKNOWN or VISIT_REQUIRED. */
export async function givenDocument(
  reading: Reading,
  visit: VisitRow | null,
  { documentNumber, report }: { readonly documentNumber: string; readonly report?: HeldReport | null },
): Promise<DocumentRow> {
  if (visit !== null) return requireDocument(reading, visit, documentNumber);
  if (report === null || report === undefined) throw new RefusalError('VISIT_REQUIRED');
  const { number: lossNumber } = await identifiedReport(reading, null, report);
  const document = await findDocument(reading, documentNumber);
  if (document?.about !== lossNumber) throw unknown(documentNumber);
  return listedDocument(reading, document, { lossNumber });
}

/** A draft that a later paper has replaced is given to nobody. */
async function listedDocument(
  reading: Reading,
  document: DocumentRow,
  which: Parameters<typeof keptPapers>[1],
): Promise<DocumentRow> {
  if (document.issuedAt !== null) return document;
  const listed = listedPapers(await keptPapers(reading, which));
  if (!listed.some(({ number }) => number === document.number)) throw unknown(document.number);
  return document;
}

function unknown(documentNumber: string): RefusalError {
  return new RefusalError('DOCUMENT_UNKNOWN', { documentNumber });
}
