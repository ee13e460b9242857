/** The overview of a period, and the lines behind each of its figures (docs/screens.md, Overview). */
import type { Overview, OverviewFigure, OverviewLine } from '../../contract/overview/overview-verbs.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Reading } from '../books/books.ts';
import { documentNumber } from '../numbers/document-number.ts';
import { maskNumbers } from '../numbers/masking.ts';
import { officeTime } from '../office/office-clock-rules.ts';
import { requireOffice } from '../office/office-rows.ts';
import { takeDocumentSequence } from '../paper/document-rows.ts';
import { codeOf, contentDigest } from '../paper/verification-code.ts';
import type { Asked } from '../request/asked.ts';
import { postingsOf, refusalPage, reportsOf, sumPostings, workPage } from './figure-rows.ts';
import { countQuarters, countRefusals, countReports, institutionNames, sumEntries } from './overview-rows.ts';
import {
  hourOf,
  hoursOf,
  INSTITUTIONS_SHOWN,
  largest,
  lossesOf,
  monthsOf,
  monthWithin,
  movementsOf,
  paged,
  paidInstitutions,
  summedBy,
  turned,
  type Period,
} from './overview-rules.ts';

async function overviewOf(reading: Reading, period: Period): Promise<Overview> {
  const { code, name, timeZone } = await requireOffice(reading);
  const entries = await sumEntries(reading, period);
  return {
    office: { code, name, timeZone },
    ...{ from: period.from, until: period.until, months: monthsOf(period), movements: movementsOf(entries) },
    ...largest(paidInstitutions(entries, institutionNames(reading))),
    losses: lossesOf(countReports(reading, period)),
    refusals: countRefusals(reading, period),
    hours: hoursOf(countQuarters(reading, period), timeZone),
  };
}

async function view({ books }: Asked<'overview.view'>, period: Input<'overview.view'>): Promise<Overview> {
  return books.read((reading) => overviewOf(reading, period));
}

async function lines(
  { books }: Asked<'overview.lines'>,
  { period, figure, page }: Input<'overview.lines'>,
): Promise<Output<'overview.lines'>> {
  return books.read(async (reading) => {
    if (figure.of === 'refusal') return refusalPage(reading, period, figure.code, page);
    if (figure.of === 'hour') {
      const { timeZone } = await requireOffice(reading);
      const all = countQuarters(reading, period).map(({ quarter }) => quarter);
      const quarters = all.filter((quarter) => hourOf(quarter, timeZone) === figure.hour);
      return workPage(reading, period, { what: figure.what, quarters }, page);
    }
    return paged(await linesOf(reading, period, figure), page);
  });
}

async function linesOf(
  reading: Reading,
  period: Period,
  figure: Exclude<OverviewFigure, { of: 'refusal' | 'hour' }>,
): Promise<OverviewLine[]> {
  switch (figure.of) {
    case 'movement':
      return postingLines(reading, period, figure);
    case 'institution': {
      const own = (await sumEntries(reading, period)).filter(({ institution }) => institution === figure.code);
      return movementsOf(own).map((sum) => ({ line: 'month', ...sum, amountFen: turned(sum.amountFen) }));
    }
    case 'others': {
      const paid = paidInstitutions(await sumEntries(reading, period), institutionNames(reading));
      return paid.slice(INSTITUTIONS_SHOWN).map((institution) => ({ line: 'institution', ...institution }));
    }
    case 'loss': {
      const within = monthWithin(figure.month, period);
      return within === null ? [] : reportsOf(reading, within, figure.channel);
    }
  }
}

async function postingLines(
  reading: Reading,
  period: Period,
  { month, kind }: Extract<OverviewFigure, { of: 'movement' }>,
): Promise<OverviewLine[]> {
  const within = monthWithin(month, period);
  if (within === null) return [];
  const names = institutionNames(reading);
  const postings = postingsOf(reading, within);
  const sums = summedBy(
    await sumPostings(reading, within, kind),
    ({ postingId, institution }) => `${postingId} ${institution ?? ''}`,
  );
  return sums
    .toSorted((one, other) => one.postingId - other.postingId || other.entries - one.entries)
    .map(({ postingId, institution: code, entries, amountFen }) => {
      const posting = postings.get(postingId);
      if (posting === undefined) throw new Error('an entry of another day than its posting');
      const institution = code === null ? null : { code, name: names.get(code) ?? '' };
      const { date, reference } = posting;
      return { line: 'posting', date, reference: maskNumbers(reference), institution, entries, amountFen };
    });
}

async function drawReport(asked: Asked<'overview.drawReport'>, period: Input<'overview.drawReport'>) {
  const { books, actor } = asked;
  const { overviewPdf } = await import('./overview-paper.ts');
  const overview = await books.read((reading) => overviewOf(reading, period));
  const digest = contentDigest(JSON.stringify(overview));
  const { number, madeAt } = await books.write(async (writing) => {
    const office = await requireOffice(writing);
    const { businessDate: day } = office;
    const taken = documentNumber('overview', office.code, day, await takeDocumentSequence(writing, day));
    await appendAudit(writing, {
      ...{ actor, verb: 'overview.report', subject: taken, outcome: 'done' },
      details: { from: period.from, until: period.until, digest },
    });
    return { number: taken, madeAt: { instant: writing.at, local: officeTime(office, writing.at) } };
  });
  const code = codeOf(books.keys, number, digest);
  const pdf = overviewPdf({ ...overview, number, madeAt, madeBy: actor }, code);
  return { pdf, fileName: `overview-${overview.office.code}-${period.from}-${period.until}.pdf` };
}

export const overviewHandlers = {
  'overview.view': view,
  'overview.lines': lines,
  'overview.drawReport': drawReport,
};
