/**
 * The end of a business day (docs/rules.md 9): tills are closed, nobody stands at a counter, the books balance; then the report
 * and the next business day, all in one transaction, so that a day is closed or it is not.
 */
import type { DayEnded, OfficeFigures } from '../../../contract/day/day-views.ts';
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import type { Input, Output } from '../../../contract/verbs.ts';
import { batchBeingPosted } from '../../account/posting-rows.ts';
import { appendAudit, auditHashAt } from '../../books/audit/audit-chain.ts';
import { headText } from '../../books/anchor/anchor-rules.ts';
import type { Reading, Writing } from '../../books/books.ts';
import { countLossClocks } from '../../loss/clocks/loss-clock-rows.ts';
import { lapseOverdue } from '../../loss/clocks/loss-lapses.ts';
import {
  interestDue,
  interestIsSettled,
  quarterIsSettled,
  settledWithin,
  settleInterest,
} from '../../interest/interest-settlement.ts';
import { officeDay, officeTime } from '../../office/office-clock-rules.ts';
import { readHolidayList, type HolidayList } from '../../office/holiday-list-rules.ts';
import {
  moveBusinessDate,
  readSettings,
  readTextSettings,
  requireOffice,
  type OfficeRow,
} from '../../office/office-rows.ts';
import { codeOf, contentDigest } from '../../paper/verification-code.ts';
import type { Asked } from '../../request/asked.ts';
import { findClerk } from '../../request/clerk/clerk-rows.ts';
import { answeredOnce } from '../../request/operations.ts';
import type { Scope } from '../../request/scope.ts';
import { listWarning, nextBusinessDay } from '../calendar-rules.ts';
import { backupAtDayEnd } from '../../request/kept-backups.ts';
import { closerOf, printedHead, recordCloserDecision, type Closer } from '../days.ts';
import { tillOf, visitsGoingOn } from '../till/tills.ts';
import { clerksOfDay, papersWaiting } from '../till/till-rows.ts';
import { dayObstacle, named } from './day-end-rules.ts';
import { findReport, keepReport, lastReport, newReportNumber, type DayReport } from './day-report-rows.ts';
import { approvalsWaiting, balancesOf, doorsOfDay, filesOfDay, filesUnposted } from './office-figure-rows.ts';

type Spooled = Pick<Scope, 'spool'>;

async function officeFigures(reading: Reading, { spool }: Spooled, office: OfficeRow): Promise<OfficeFigures> {
  const { businessDate: day } = office;
  const { counts } = countLossClocks(reading, officeDay(office, reading.at));
  return {
    ...balancesOf(reading, day),
    files: await filesOfDay(reading, day),
    tills: await tillsOfDay(reading, day),
    doors: doorsOfDay(reading, day),
    openVisits: await visitsGoingOn(reading),
    papersWaiting: await papersWaiting(reading, null),
    approvalsWaiting: await approvalsWaiting(reading),
    filesReceived: filesUnposted(reading, spool.hashes()),
    filePosting: await batchBeingPosted(reading),
    clocks: {
      lapsingToday: counts['lapses-today'],
      lapsingTomorrow: counts['lapses-tomorrow'],
      due: counts['reissue-due'] + counts['password-due'],
    },
  };
}

/** Of everybody who did anything at a counter that day. */
async function tillsOfDay(reading: Reading, day: BusinessDate): Promise<OfficeFigures['tills']> {
  const tills = [];
  for (const code of clerksOfDay(reading, day)) {
    const clerk = await findClerk(reading, code);
    if (clerk === null) throw new Error('a clerk on record who is not in the books');
    const { figures, state, closings, ...till } = await tillOf(reading, clerk);
    const { visits, refusals, expectedFen } = figures;
    if (state === 'idle' && refusals === 0) continue;
    const last = closings.at(-1);
    const closed = {
      countedFen: last?.countedFen ?? null,
      reason: last?.reason ?? null,
      closedBy: last?.closedBy ?? null,
    };
    tills.push({ clerk: till.clerk, state, visits, refusals, expectedFen, ...closed });
  }
  return tills;
}

async function holidays(reading: Reading): Promise<HolidayList> {
  const list = readHolidayList((await readTextSettings(reading)).holidays);
  if (list === null) throw new Error('a stored list of holidays that counts is none');
  return list;
}

async function view(asked: Asked<'day.view'>): Promise<Output<'day.view'>> {
  return asked.books.read(async (reading) => {
    const office = await requireOffice(reading);
    const figures = await officeFigures(reading, asked, office);
    const list = await holidays(reading);
    const { dayEndHour: fromHour } = await readSettings(reading);
    const standing = { ...office, time: officeTime(office, reading.at), fromHour };
    return {
      businessDate: office.businessDate,
      nextDate: nextBusinessDay(list, office.businessDate),
      obstacle: dayObstacle(standing, figures),
      fromHour,
      warning: listWarning(list, office.businessDate),
      interestDue: await interestDue(reading, {
        day: office.businessDate,
        next: nextBusinessDay(list, office.businessDate),
      }),
      figures,
      head: printedHead(asked),
      last: await lastReport(reading),
    };
  });
}

async function end(asked: Asked<'day.end'>, input: Input<'day.end'>): Promise<Output<'day.end'>> {
  const closer = { actor: asked.actor, second: null };
  const begun = await endedBefore(asked, closer, input.businessDate);
  const ended = await answeredOnce(asked, (writing) => endDays(writing, asked, closer, begun));
  // The day is closed whatever becomes of its copies.
  return { ...ended, copies: [...(await backupAtDayEnd(asked))] };
}

/** At the command line; the paper comes with the answer. */
async function endWithReport(
  asked: Asked<'day.endWithReport'>,
  input: Input<'day.endWithReport'>,
): Promise<Output<'day.endWithReport'>> {
  const closer = await closerOf(asked, input.authorisation);
  const begun = await endedBefore(asked, closer, null);
  const ended = await asked.books.write((writing) => endDays(writing, asked, closer, begun));
  const [first] = ended.closed;
  if (first === undefined) throw new Error('a day end that closed no day');
  const copies = [...(await backupAtDayEnd(asked))];
  return { ...ended, copies, ...(await drawn(asked, first.businessDate)) };
}

/** What was closed before the last transaction of a day end, which expects `expected` to be open; null for whichever is. */
interface Begun {
  readonly closed: readonly DayReport[];
  readonly expected: BusinessDate | null;
}

/**
 * Books the interest that falls due with the open day and, where days are made up for, with each later one that is over: up to
 * such a day they are closed first. Throws what `endDays` throws.
 */
async function endedBefore(scope: Scope, closer: Closer, expected: BusinessDate | null): Promise<Begun> {
  let begun: Begun = { closed: [], expected };
  for (;;) {
    const { settled, due } = await scope.books.read((reading) => dueInterest(reading, scope, begun.expected));
    await settleInterest(scope.postings.books, { ...settled, clerk: closer.actor, second: closer.second });
    if (due === null) return begun;
    const { closed, expected: open } = begun;
    const reports = await scope.books.write((writing) =>
      closeOver(writing, scope, closer, { expected: open, until: due }),
    );
    begun = { closed: [...closed, ...reports], expected: due };
  }
}

/** The open day, which can be ended now, and the next one that is over and whose interest falls due; null where there is none. */
async function dueInterest(reading: Reading, scope: Scope, expected: BusinessDate | null) {
  const office = await requireOffice(reading);
  refuseOtherDay(office, expected);
  const list = await holidays(reading);
  const { businessDate: day } = office;
  const next = nextBusinessDay(list, day);
  await refuseStanding(reading, scope, office);
  const today = officeDay(office, reading.at);
  let due: BusinessDate | null = null;
  for (let later = next; office.livesBy === 'calendar' && later < today && due === null;) {
    const after = nextBusinessDay(list, later);
    if (!(await quarterIsSettled(reading, { day: later, next: after }))) due = later;
    later = after;
  }
  return { settled: { day, next }, due };
}

function refuseOtherDay({ businessDate }: OfficeRow, expected: BusinessDate | null): void {
  if (expected !== null && expected !== businessDate)
    throw new RefusalError('DAY_CHANGED', { date: expected, businessDate });
}

/**
 * Closes the open day, and in an office by the calendar every later one that is over, each with its report. Throws RefusalError
 * DAY_CHANGED, DAY_NOT_YET, FILE_BEING_POSTED, DAY_VISITS_OPEN, DAY_TILLS_OPEN, DAY_UNBALANCED.
 */
async function endDays(writing: Writing, scope: Scope, closer: Closer, begun: Begun): Promise<DayEnded> {
  const { expected } = begun;
  const closed = [...begun.closed, ...(await closeOver(writing, scope, closer, { expected, until: null }))];
  await lapseOverdue(writing);
  const { businessDate } = await requireOffice(writing);
  const lastDay = closed.at(-1)?.head ?? null;
  return {
    businessDate,
    closed: closed.map((report) => ({ businessDate: report.businessDate, report: report.number })),
    warning: listWarning(await holidays(writing), businessDate),
    head: lastDay === null ? null : headText(lastDay),
    interest: await settledWithin(writing, { from: closed[0]?.businessDate ?? businessDate, next: businessDate }),
    copies: null,
  };
}

interface Over {
  readonly expected: BusinessDate | null;
  /** Which day is to be open then; null for the last one that is not over. */
  readonly until: BusinessDate | null;
}

async function closeOver(writing: Writing, scope: Scope, closer: Closer, over: Over): Promise<DayReport[]> {
  let office = await requireOffice(writing);
  refuseOtherDay(office, over.expected);
  const list = await holidays(writing);
  const closed: DayReport[] = [];
  const isOver = (): boolean =>
    over.until === null
      ? office.livesBy === 'calendar' && office.businessDate < officeDay(office, writing.at)
      : office.businessDate < over.until;
  do {
    closed.push(await endDay(writing, scope, closer, { office, list }));
    office = await requireOffice(writing);
  } while (isOver());
  return closed;
}

interface OfDay {
  readonly office: OfficeRow;
  readonly list: HolidayList;
}

async function endDay(writing: Writing, scope: Scope, closer: Closer, { office, list }: OfDay): Promise<DayReport> {
  const { businessDate } = office;
  const nextDate = nextBusinessDay(list, businessDate);
  const figures = await refuseStanding(writing, scope, office);
  // A rate that was set in this very moment: whoever closes looks again.
  if (!(await interestIsSettled(writing, { day: businessDate, next: nextDate })))
    throw new RefusalError('DAY_CHANGED', { date: businessDate, businessDate });
  await recordCloserDecision(writing, closer, businessDate);
  const number = await newReportNumber(writing, office.code, businessDate);
  const details = { report: number, next: nextDate };
  const seq = await appendAudit(writing, {
    ...{ ...closer, verb: 'day.close', subject: businessDate },
    ...{ outcome: 'done', details },
  });
  const head = { seq, hash: (await auditHashAt(writing, seq)) ?? '' };
  const closedAt = { instant: writing.at, local: officeTime(office, writing.at) };
  const { code, name } = office;
  const { actor: closedBy, second } = closer;
  const report = { number, office: { code, name }, businessDate, nextDate, closedAt, closedBy, second, figures, head };
  const content = JSON.stringify(report);
  await keepReport(writing, report, { content, digest: contentDigest(content) });
  await moveBusinessDate(writing, nextDate);
  return report;
}

/** The day's figures, where nothing stands in its way. */
async function refuseStanding(reading: Reading, scope: Scope, office: OfficeRow): Promise<OfficeFigures> {
  const { dayEndHour: fromHour } = await readSettings(reading);
  const figures = await officeFigures(reading, scope, office);
  const atCommandLine = scope.verb === 'day.endWithReport';
  refuseObstacle({ office, fromHour, time: officeTime(office, reading.at), atCommandLine }, figures);
  return figures;
}

interface Refusable {
  readonly office: OfficeRow;
  readonly fromHour: number;
  readonly time: string;
  readonly atCommandLine: boolean;
}

function refuseObstacle({ office, fromHour, time, atCommandLine }: Refusable, figures: OfficeFigures): void {
  switch (dayObstacle({ ...office, time, fromHour }, figures)) {
    case 'day-ahead':
    case 'day-not-yet':
      throw new RefusalError('DAY_NOT_YET', { date: office.businessDate, hour: fromHour });
    case 'file-being-posted':
      throw new RefusalError('FILE_BEING_POSTED', { batch: figures.filePosting ?? '' });
    case 'visits-open': {
      const where = figures.openVisits.map(({ clerkCode, name, counter }) => ({
        code: clerkCode,
        name: `${name} (${counter})`,
      }));
      throw new RefusalError('DAY_VISITS_OPEN', { who: named(where) });
    }
    case 'tills-open': {
      // There the command line stands for the whole office, and the report tells which tills were not closed.
      if (office.livesBy === 'books' && atCommandLine) break;
      const open = figures.tills.filter(({ state }) => state === 'open').map(({ clerk }) => clerk);
      throw new RefusalError('DAY_TILLS_OPEN', { who: named(open) });
    }
    case null:
      break;
  }
  const { holdersFen, controlFen } = figures;
  if (holdersFen + controlFen !== 0)
    throw new RefusalError('DAY_UNBALANCED', { holders: yuanGrouped(holdersFen), control: yuanGrouped(controlFen) });
}

async function drawReport(asked: Asked<'day.drawReport'>, input: Input<'day.drawReport'>) {
  return drawn(asked, input.businessDate);
}

/** Throws RefusalError DAY_REPORT_UNKNOWN. */
async function drawn({ books }: Pick<Scope, 'books'>, day: BusinessDate): Promise<Output<'day.drawReport'>> {
  const { dayReportPdf } = await import('./day-report-paper.ts');
  const found = await books.read((reading) => findReport(reading, day));
  if (found === null) throw new RefusalError('DAY_REPORT_UNKNOWN', { date: day });
  const { report, digest } = found;
  const code = codeOf(books.keys, report.number, digest);
  return { pdf: dayReportPdf(report, code), fileName: `day-end-${report.office.code}-${day}.pdf` };
}

export const dayEndHandlers = {
  'day.view': view,
  'day.end': end,
  'day.endWithReport': endWithReport,
  'day.drawReport': drawReport,
};
