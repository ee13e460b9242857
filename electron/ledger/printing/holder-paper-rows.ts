/** The papers of one account or of one loss report, with what was given out of each. */
import type { ExpressionBuilder } from 'kysely';
import type { DocumentFormat, DocumentKind } from '../../contract/kernel/vocabulary.ts';
import type { BusinessDate, Instant } from '../../contract/kernel/dates.ts';
import type { Reading, Writing } from '../books/books.ts';
import type { Tables } from '../books/tables/tables.ts';
import { isCalledWrong } from '../loss/holder-word.ts';
import type { KeptPaper } from './holder-paper-rules.ts';

export interface HolderPaperRow extends KeptPaper {
  readonly kind: DocumentKind;
  readonly visitId: string;
  readonly clerkCode: string;
  readonly preparedAt: Instant;
  /** Of the office then. */
  readonly businessDate: BusinessDate;
}

type Which = { readonly accountId: number } | { readonly lossNumber: string };

const ofWhich = (which: Which) => (where: ExpressionBuilder<Tables, 'document'>) =>
  'accountId' in which
    ? where('document.account_id', '=', which.accountId)
    : where('document.about', '=', which.lossNumber);

/** What they say stays sealed. */
export async function keptPapers(reading: Reading, which: Which): Promise<HolderPaperRow[]> {
  const { query } = reading;
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
      'business_date as businessDate',
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
  const calledWrong = await formsCalledWrong(reading, papers);
  return papers.map((paper) => ({
    ...paper,
    isReportWrong: takenBack.some(({ number }) => number === paper.number) || calledWrong.has(paper.about ?? ''),
    jobs: jobs.filter(({ number }) => number === paper.number),
    files: files.filter(({ number }) => number === paper.number).length,
  }));
}

/** Of the forms among them that were not given out: the reports that their holder called wrong. */
async function formsCalledWrong(
  reading: Reading,
  papers: readonly Pick<HolderPaperRow, 'kind' | 'about' | 'issuedAt'>[],
): Promise<Set<string>> {
  const wrong = new Set<string>();
  for (const { kind, about, issuedAt } of papers) {
    const isDraft = kind === 'loss-form' && about !== null && issuedAt === null;
    if (isDraft && (await isCalledWrong(reading, about))) wrong.add(about);
  }
  return wrong;
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

/** The clerks who gave a paper out on that business day, the latest first. */
export async function giversOf({ query }: Reading, documentNumber: string, businessDate: string): Promise<string[]> {
  const given = await query
    .selectFrom('audit')
    .select('actor')
    .where('subject', '=', documentNumber)
    .where('verb', 'in', ['document.print', 'document.save'])
    .where('outcome', '=', 'done')
    .where('business_date', '=', businessDate)
    .orderBy('seq', 'desc')
    .execute();
  return given.map(({ actor }) => actor);
}
