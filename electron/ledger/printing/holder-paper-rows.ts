/** The papers of one account or of one loss report, with what was given out of each. */
import type { ExpressionBuilder } from 'kysely';
import type { DocumentFormat, DocumentKind } from '../../contract/kernel/vocabulary.ts';
import type { Instant } from '../../contract/kernel/dates.ts';
import type { Reading, Writing } from '../books/books.ts';
import type { Tables } from '../books/tables/tables.ts';
import type { KeptPaper } from './holder-paper-rules.ts';

export interface HolderPaperRow extends KeptPaper {
  readonly kind: DocumentKind;
  readonly visitId: string;
  readonly clerkCode: string;
  readonly preparedAt: Instant;
}

type Which = { readonly accountId: number } | { readonly lossNumber: string };

const ofWhich = (which: Which) => (where: ExpressionBuilder<Tables, 'document'>) =>
  'accountId' in which
    ? where('document.account_id', '=', which.accountId)
    : where('document.about', '=', which.lossNumber);

/** What they say stays sealed. */
export async function keptPapers({ query }: Reading, which: Which): Promise<HolderPaperRow[]> {
  const papers = await query
    .selectFrom('document')
    .where(ofWhich(which))
    .select([
      'number',
      'kind',
      'about',
      'journal',
      'visit_id as visitId',
      'clerk_code as clerkCode',
      'prepared_at as preparedAt',
      'issued_at as issuedAt',
    ])
    .execute();
  const jobs = await query
    .selectFrom('document')
    .where(ofWhich(which))
    .innerJoin('print_job', 'print_job.document_number', 'document.number')
    .select(['document.number', 'print_job.state', 'print_job.printer'])
    .execute();
  const files = await query
    .selectFrom('document')
    .where(ofWhich(which))
    .innerJoin('document_file', 'document_file.document_number', 'document.number')
    .where('document_file.format', '=', 'pdf')
    .select('document.number')
    .execute();
  const takenBack = await query
    .selectFrom('document')
    .where(ofWhich(which))
    .innerJoin('loss_event', 'loss_event.number', 'document.about')
    .where('loss_event.event', '=', 'taken-back')
    .select('document.number')
    .execute();
  return papers.map((paper) => ({
    ...paper,
    isTakenBack: takenBack.some(({ number }) => number === paper.number),
    jobs: jobs.filter(({ number }) => number === paper.number),
    files: files.filter(({ number }) => number === paper.number).length,
  }));
}

export async function noteSaved(
  { query, at }: Writing,
  file: { readonly documentNumber: string; readonly format: DocumentFormat; readonly clerkCode: string },
): Promise<void> {
  const { documentNumber, format, clerkCode } = file;
  await query
    .insertInto('document_file')
    .values({ document_number: documentNumber, format, saved_at: at, clerk_code: clerkCode })
    .execute();
}
