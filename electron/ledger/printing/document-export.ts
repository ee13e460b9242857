/** A document saved as a file, in the forms its kind has. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { statementCamt053 } from '../statement/paper/statement-camt053.ts';
import { statementCsv } from '../statement/paper/statement-csv.ts';
import { statementJson } from '../statement/paper/statement-json.ts';
import type { StatementView } from '../statement/paper/statement-view.ts';
import { issueDocument, type DocumentRow } from '../paper/document-rows.ts';
import { requireByCardId } from '../account/holder-rows.ts';
import type { Keys } from '../books/sealing/keys.ts';
import { documentFileName } from './document-file-name.ts';
import { noteSaved } from './holder-paper-rows.ts';
import { drawDocument, requireDocument } from './issued-documents.ts';
import { answeredOnce } from '../request/operations.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import { readContent } from '../statement/statement-content.ts';
import { clearPrintGate } from '../statement/statements.ts';
import { codeOf } from '../paper/verification-code.ts';

async function exportDocument(
  { books, visit }: Asked<'document.export'>,
  input: Input<'document.export'>,
): Promise<Output<'document.export'>> {
  return books.read(async (reading) => {
    const document = await requireDocument(reading, visit, input.documentNumber);
    const { card } = await requireByCardId(reading, document.cardId);
    const bytes = await exported(reading.keys, document, card, input.format);
    return { bytes, fileName: documentFileName(document, input.format) };
  });
}

async function exported(
  keys: Keys,
  document: DocumentRow,
  card: string,
  format: Input<'document.export'>['format'],
): Promise<Uint8Array> {
  if (format === 'pdf') return (await drawDocument(keys, document, null)).pdf;
  if (document.kind !== 'statement') throw new RefusalError('DOCUMENT_PDF_ONLY');
  const verificationCode = codeOf(keys, document.number, document.digest);
  const view: StatementView = { ...readContent(document.content), verificationCode, reprint: null };
  if (format === 'csv') return Buffer.from(statementCsv(view));
  if (format === 'camt053' && view.kindFilter !== null) throw new RefusalError('DOCUMENT_FILTERED');
  if (format === 'camt053') return Buffer.from(statementCamt053(view, card));
  return Buffer.from(`${JSON.stringify(statementJson(view), null, 2)}\n`);
}

/** The export was written to its file. */
async function documentExported(
  asked: Asked<'document.exported'>,
  input: Input<'document.exported'>,
): Promise<Output<'document.exported'>> {
  return answeredOnce(asked, async (writing) => {
    const document = await requireDocument(writing, asked.visit, input.documentNumber);
    await issueDocument(writing, document.number);
    if (input.format === 'pdf') await clearPrintGate(writing, document);
    const { format } = input;
    await noteSaved(writing, { documentNumber: document.number, format, clerkCode: asked.session.clerk.code });
    await recordDone(writing, asked, { subject: document.number, details: { format } });
    return {};
  });
}

export const documentExportHandlers = {
  'document.export': exportDocument,
  'document.exported': documentExported,
};
