/** The papers of the holder at the counter, or of a report by number and ID number, listed and shown again. */
import type { Input, Output } from '../../contract/verbs.ts';
import type { HolderPaper } from '../../contract/printing/paper-views.ts';
import { PAGE_ROWS, positionOfPage } from '../../contract/kernel/paging.ts';
import { reportsCalledWrong } from '../loss/holder-word.ts';
import { identifiedReport } from '../loss/report-by-number.ts';
import { readPaper } from '../loss/paper/paper-content.ts';
import type { Reading } from '../books/books.ts';
import { officeTime, type ClockedOffice } from '../office/office-clock-rules.ts';
import { requireOffice } from '../office/office-rows.ts';
import { asksToPrint } from '../paper/long-print.ts';
import type { DocumentRow } from '../paper/document-rows.ts';
import { codeOf } from '../paper/verification-code.ts';
import { writeCountingGuesses } from '../request/clerk/counted-guess.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import { inVisit } from '../request/visit/current-visit.ts';
import { keptPapers, type HolderPaperRow } from './holder-paper-rows.ts';
import { copiesGiven, isNotGiven, listedPapers, paperState } from './holder-paper-rules.ts';
import { drawDocument, givenDocument, nextCopy } from './issued-documents.ts';

async function papersOfVisit(
  { books, visit }: Asked<'paper.ofVisit'>,
  input: Input<'paper.ofVisit'>,
): Promise<Output<'paper.ofVisit'>> {
  return books.read(async (reading) => {
    const listed = listedPapers(await keptPapers(reading, { accountId: visit.accountId }));
    const notGiven = listed.filter(isNotGiven);
    const { offset, ...position } = positionOfPage(listed.length, input.page);
    return {
      items: await paperViews(reading, listed.slice(offset, offset + PAGE_ROWS)),
      ...position,
      notGiven: notGiven.filter(({ visitId }) => visitId === visit.id).map(({ number }) => number),
      notGivenBefore: notGiven.filter(({ visitId }) => visitId !== visit.id).length,
      calledWrong: await reportsCalledWrong(reading, visit.accountId),
    };
  });
}

/** More is no answer to the end of one number. */
const PAPERS_FOUND = 8;

async function papersEnding(
  { books, visit }: Asked<'paper.find'>,
  { ending }: Input<'paper.find'>,
): Promise<Output<'paper.find'>> {
  return books.read(async (reading) => {
    const listed = listedPapers(await keptPapers(reading, { accountId: visit.accountId }));
    const found = listed.filter(({ number }) => number.endsWith(ending));
    return paperViews(reading, found.slice(0, PAPERS_FOUND));
  });
}

/** Throws RefusalError LOSS_UNKNOWN, which counts as a guess, or VISIT_REQUIRED for neither visit nor ID number. */
async function papersOfReport(
  asked: Asked<'paper.ofReport'>,
  input: Input<'paper.ofReport'>,
): Promise<Output<'paper.ofReport'>> {
  return writeCountingGuesses(asked, async (writing) => {
    const { number: lossNumber } = await identifiedReport(writing, asked.visit, input.report);
    return paperViews(writing, listedPapers(await keptPapers(writing, { lossNumber })));
  });
}

/** Throws RefusalError DOCUMENT_UNKNOWN, LOSS_UNKNOWN, VISIT_REQUIRED, REASON_REQUIRED, MISSING_GLYPH. */
async function showPaper(asked: Asked<'paper.show'>, input: Input<'paper.show'>): Promise<Output<'paper.show'>> {
  const { clerk } = asked.session;
  return writeCountingGuesses(
    asked,
    inVisit(asked, async (writing) => {
      const { document, because } = await givenDocument(writing, asked, input);
      const { copy, reprint } = await nextCopy(writing, document, clerk.code);
      const { pdf, pages } = await drawDocument(writing.keys, document, reprint);
      await recordDone(writing, asked, { subject: document.number, details: { copy, ...because } });
      const { number: documentNumber, kind } = document;
      const known = { documentNumber, kind, verificationCode: codeOf(writing.keys, documentNumber, document.digest) };
      return { ...known, paper: paperOf(document), copy, pages, asksToPrint: await asksToPrint(writing, pages), pdf };
    }),
  );
}

function paperOf({ kind, content }: DocumentRow): Output<'paper.show'>['paper'] {
  return kind === 'statement' ? 'a4' : readPaper(content).paper;
}

async function paperViews(reading: Reading, papers: readonly HolderPaperRow[]): Promise<HolderPaper[]> {
  const office = await requireOffice(reading);
  return papers.map((paper) => paperView(office, paper));
}

function paperView(office: ClockedOffice, paper: HolderPaperRow): HolderPaper {
  const { number: documentNumber, kind, about, journal, preparedAt, businessDate, clerkCode: clerk } = paper;
  const lossNumber = about === String(journal) ? null : about;
  const madeAt = officeTime({ ...office, businessDate }, preparedAt);
  return { documentNumber, kind, lossNumber, madeAt, clerk, state: paperState(paper), copies: copiesGiven(paper) };
}

export const holderPapersHandlers = {
  'paper.ofVisit': papersOfVisit,
  'paper.find': papersEnding,
  'paper.ofReport': papersOfReport,
  'paper.show': showPaper,
};
