/** Documents of every kind: which one may be given out, as which copy, its verification code, and its paper. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Clerk, HeldReport } from '../../contract/office/office-views.ts';
import type { GivenToday } from '../../contract/printing/paper-views.ts';
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
import { requireOffice } from '../office/office-rows.ts';
import { giversOf, keptPapers } from './holder-paper-rows.ts';
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

/** A paper that may be given, and what is to stand on record of why. */
interface GivenDocument {
  readonly document: DocumentRow;
  readonly because: Readonly<Record<string, string>>;
}

interface PaperWanted {
  readonly documentNumber: string;
  readonly report?: HeldReport | null;
  readonly ofToday?: GivenToday | null;
}

/**
 * In the holder's visit, of a report by number and ID number, or out of today's journal. Throws the same, LOSS_UNKNOWN,
 * VISIT_REQUIRED or REASON_REQUIRED.
 */
export async function givenDocument(
  reading: Reading,
  { visit, session: { clerk } }: { readonly visit: VisitRow | null; readonly session: { readonly clerk: Clerk } },
  { documentNumber, report = null, ofToday = null }: PaperWanted,
): Promise<GivenDocument> {
  if (visit !== null) return { document: await requireDocument(reading, visit, documentNumber), because: {} };
  if (report !== null) return { document: await documentOfReport(reading, report, documentNumber), because: {} };
  if (ofToday === null) throw new RefusalError('VISIT_REQUIRED');
  return givenToday(reading, clerk, documentNumber, ofToday);
}

async function documentOfReport(reading: Reading, report: HeldReport, documentNumber: string): Promise<DocumentRow> {
  const { number: lossNumber } = await identifiedReport(reading, null, report);
  const document = await findDocument(reading, documentNumber);
  if (document?.about !== lossNumber) throw unknown(documentNumber);
  return listedDocument(reading, document, { lossNumber });
}

/**
 * A clerk has their own paper of the open business day again, a supervisor or administrator for a reason anybody's; any other
 * is refused like one that does not exist.
 */
async function givenToday(
  reading: Reading,
  clerk: Clerk,
  documentNumber: string,
  { reason }: GivenToday,
): Promise<GivenDocument> {
  const { businessDate } = await requireOffice(reading);
  const givers = await giversOf(reading, documentNumber, businessDate);
  const isOwn = givers.includes(clerk.code);
  const document = await findDocument(reading, documentNumber);
  const giver = givers[0];
  if (document === null || giver === undefined || (!isOwn && clerk.role === 'clerk')) throw unknown(documentNumber);
  if (isOwn) return { document, because: {} };
  if (reason === null || reason.length < 2) throw new RefusalError('REASON_REQUIRED');
  return { document, because: { clerk: giver, reason } };
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
