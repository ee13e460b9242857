/** Documents of every kind: which one a visit may give out, its verification code, and its paper. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { DrawnPaper } from '../paper/page-ink.ts';
import type { Reading } from '../books/books.ts';
import { findDocument, type DocumentRow } from '../paper/document-rows.ts';
import type { Keys } from '../books/sealing/keys.ts';
import { drawPaper, readPaper } from '../loss/paper/paper-content.ts';
import { drawStatement, readContent } from '../statement/statement-content.ts';
import type { VisitRow } from '../request/visit/visit-rows.ts';
import { codeOf } from '../paper/verification-code.ts';

/** The paper of a document as it was prepared; `reprint` is 1 for the first copy after the original. */
export async function drawDocument(keys: Keys, document: DocumentRow, reprint: number | null): Promise<DrawnPaper> {
  const code = codeOf(keys, document.number, document.digest);
  const { content } = document;
  return document.kind === 'statement'
    ? drawStatement(readContent(content), code, reprint)
    : drawPaper(readPaper(content), code, reprint);
}

/** The document a visit may give out: its own, or an earlier one of the same account. */
export async function requireDocument(reading: Reading, visit: VisitRow, number: string): Promise<DocumentRow> {
  const document = await findDocument(reading, number);
  const draftOfAnother = document?.issuedAt === null && document.visitId !== visit.id;
  if (document === null || document.accountId !== visit.accountId || draftOfAnother) {
    throw new RefusalError('DOCUMENT_UNKNOWN', { documentNumber: number });
  }
  return document;
}
