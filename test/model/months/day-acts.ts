/** Tills and the ends of business days: closed in the evening, in a later morning, at the command line, or broken off by a full disk. */
import { randomUUID } from 'node:crypto';
import type { Till } from '../../../electron/contract/day/day-views.ts';
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import { fen } from '../../../electron/contract/kernel/money.ts';
import { findReport } from '../../../electron/ledger/day/end/day-report-rows.ts';
import { failWrite } from '../../offices/failing-commit.ts';
import type { RateTexts } from './books.ts';
import { daysFrom, hourOf, instantOf, nextBusinessDay, quarterDays, warningOf } from './calendar.ts';
import { postAllocation, postSettlement } from './file-acts.ts';
import { finishAll } from './holder-acts.ts';
import type { Months } from './history.ts';
import { changeSetting } from './staff-acts.ts';
import type { Given, Member } from './staff.ts';
import { expectedOf, figuresOf, stateOf } from './tills.ts';

/** Every clerk's till of the open day, as the day's figures tell it. */
function tillsOfDay({ staff, tills, books }: Months) {
  const codes = [...staff.members.keys()].toSorted();
  return codes.flatMap((code) => {
    const till = tills.of(books.day, code);
    const state = stateOf(till);
    if (state === 'idle' && till.refusals === 0) return [];
    const { name, role } = staff.of(code);
    const last = till.closings.at(-1);
    const closed = {
      countedFen: last?.countedFen ?? null,
      reason: last?.reason ?? null,
      closedBy: last?.closedBy ?? null,
    };
    const counts = { visits: till.kinds.get('visit') ?? 0, refusals: till.refusals, expectedFen: expectedOf(till) };
    return [{ clerk: { code, name, role }, state, ...counts, ...closed }];
  });
}

function clocksOf({ losses, today }: Months) {
  const open = losses.filter(({ account, state }) => account.closedOn === null && state !== 'ended');
  const lapsing = (day: string): number =>
    open.filter(({ state, lapsesOn }) => state === 'oral' && lapsesOn === day).length;
  const due = open.filter(({ state, reissueFrom }) => state === 'formal' && (reissueFrom ?? '') <= today).length;
  return { lapsingToday: lapsing(today), lapsingTomorrow: lapsing(daysFrom(today, 1)), due };
}

/** What `day.view` and the report of a day say of it. */
function figuresNow(months: Months) {
  const { books, requests, office, spooled } = months;
  const openVisits = months
    .visitsGoingOn()
    .map(({ code, name }) => ({ clerkCode: code, name, counter: 'T1' }))
    .toSorted((a, b) => (a.clerkCode < b.clerkCode ? -1 : 1));
  const approvalsWaiting = requests.filter(({ isDecided, expiresAt }) => !isDecided && expiresAt > office.at).length;
  return {
    ...books.figures(),
    tills: tillsOfDay(months),
    doors: [],
    openVisits,
    papersWaiting: 0,
    approvalsWaiting,
    // The same file that was posted after all waits for nothing.
    filesReceived: spooled.whole.filter((text) => !spooled.posted.has(text)).length + spooled.parts,
    filePosting: null,
    clocks: clocksOf(months),
  };
}

function obstacleOf(months: Months): string | null {
  const { books, today, office } = months;
  if (books.day > today) return 'day-ahead';
  if (books.day === today && hourOf(office.at) < months.number('dayEndHour')) return 'day-not-yet';
  if (months.visitsGoingOn().length > 0) return 'visits-open';
  return tillsOfDay(months).some(({ state }) => state === 'open') ? 'tills-open' : null;
}

const REFUSED_WITH: Readonly<Record<string, string>> = {
  'day-ahead': 'DAY_NOT_YET',
  'day-not-yet': 'DAY_NOT_YET',
  'visits-open': 'DAY_VISITS_OPEN',
  'tills-open': 'DAY_TILLS_OPEN',
};

export async function viewDay(months: Months): Promise<void> {
  const supervisor = await months.someone(['supervisor', 'administrator']);
  if (supervisor === null) return;
  const day = months.answered('the office', await months.ask('day.view', {}, supervisor), null);
  if (day === null) return;
  const { books, holidays } = months;
  const told = [day.businessDate, day.nextDate, day.obstacle, day.warning, day.figures];
  const next = nextBusinessDay(holidays, books.day);
  months.agree('the office', told, [
    books.day,
    next,
    obstacleOf(months),
    warningOf(holidays, books.day),
    figuresNow(months),
  ]);
}

/** A clerk's own till: right, wrong without a reason, wrong with one. */
export async function closeTill(months: Months, code: string): Promise<void> {
  const { chance, tills, books } = months;
  const clerk = await months.signedIn(code);
  if (clerk === null) return;
  const till = tills.of(books.day, code);
  const expectedFen = expectedOf(till);
  const countedFen = chance.happens(85) ? expectedFen : expectedFen + 100;
  const reason = chance.happens(50) || countedFen === expectedFen ? null : '多出一元';
  const input = { operationId: randomUUID(), countedFen: fen(countedFen), reason };
  const reply = await months.ask('till.close', input, clerk);
  await closed(months, clerk, { by: clerk, countedFen, reason }, reply);
}

interface Count {
  readonly by: Member;
  readonly countedFen: number;
  readonly reason: string | null;
}

async function closed(
  months: Months,
  whose: Member,
  { by, countedFen, reason }: Count,
  reply: Reply<Till>,
): Promise<void> {
  const { tills, books } = months;
  const till = tills.of(books.day, whose.code);
  const expectedFen = expectedOf(till);
  const differs = countedFen !== expectedFen && reason === null ? 'TILL_DIFFERENCE' : null;
  const isClosed = stateOf(till) === 'closed' ? 'TILL_CLOSED' : null;
  const fault = months.visitsGoingOn().includes(whose) ? 'TILL_VISIT_OPEN' : (isClosed ?? differs);
  const told = months.answered(by === whose ? 'a till closed' : 'a till closed for another', reply, fault);
  if (told === null) return;
  tills.close(till, { expectedFen, countedFen, reason, closedBy: by.code });
  const { figures, state } = told;
  const closings = told.closings.map(({ closedAt: _, ...closing }) => closing);
  const { kinds, refusals, fees } = figures;
  months.agree(
    'the till',
    { state, kinds, refusals, fees, expectedFen: figures.expectedFen, closings },
    figuresOf(till),
  );
}

/** The tills that stand in the way are counted by a supervisor, for a reason. */
async function closeTillsFor(months: Months, supervisor: Member): Promise<void> {
  for (const { clerk } of tillsOfDay(months).filter(({ state }) => state === 'open')) {
    const whose = months.staff.of(clerk.code);
    const countedFen = expectedOf(months.tills.of(months.books.day, clerk.code)) + months.chance.pick([0, 0, 50]);
    const input = { operationId: randomUUID(), clerkCode: clerk.code, countedFen: fen(countedFen), reason: '柜员休假' };
    const reply = await months.ask('till.closeFor', input, supervisor);
    await closed(months, whose, { by: supervisor, countedFen, reason: '柜员休假' }, reply);
  }
}

const ratesOf = (months: Months): RateTexts => ({
  demand: months.setting('interestDemandRate'),
  carryOver: months.setting('interestCarryOverRate'),
});

function settleDue(months: Months, from: string, before: string): void {
  months.books.finishInterest();
  for (const day of quarterDays(from, before)) {
    months.books.settleInterest(day, ratesOf(months));
    if (months.books.settledTo === day) months.met.add('interest settled');
  }
}

interface Ended {
  readonly day: string;
  readonly figures: unknown;
}

/** The auditor closes the open day, and every later one that is over, or up to a day that a broken-off end had come to. */
function endDays(months: Months, until: string | null): Ended[] {
  const { books, today, holidays } = months;
  const ended: Ended[] = [];
  do {
    const { day } = books;
    const next = nextBusinessDay(holidays, day);
    settleDue(months, day, next);
    ended.push({ day, figures: figuresNow(months) });
    books.day = next;
  } while (until === null ? books.day < today : books.day < until);
  return ended;
}

async function compareReports(months: Months, ended: readonly Ended[]): Promise<void> {
  for (const { day, figures } of ended) {
    const found = await months.office.door.ledger.books.read((reading) => findReport(reading, businessDate(day)));
    months.agree(`the report of ${day}`, found?.report.figures, figures);
  }
}

/** F10 in the evening or in a later morning; answers whether the day was ended. */
export async function endDay(months: Months, breaksOff: boolean): Promise<boolean> {
  const supervisor = await months.someone(['supervisor', 'administrator']);
  if (supervisor === null) return false;
  const { books, chance } = months;
  const expected = chance.happens(97) ? books.day : daysFrom(books.day, 1);
  const input = { operationId: randomUUID(), businessDate: businessDate(expected) };
  if (breaksOff && obstacleOf(months) === null && (await broken(months, input, supervisor))) return false;
  const reply = await months.ask('day.end', input, supervisor);
  const obstacle = obstacleOf(months);
  const fault =
    expected === books.day ? (obstacle === null ? null : (REFUSED_WITH[obstacle] ?? obstacle)) : 'DAY_CHANGED';
  const value = months.answered('the day end', reply, fault);
  if (value === null) {
    await clearObstacle(months, obstacle, supervisor);
    return false;
  }
  const ended = endDays(months, null);
  const told = [value.businessDate, value.closed.map((each) => each.businessDate), value.warning];
  months.agree('the days that were closed', told, [
    ...[books.day, ended.map(({ day }) => day), warningOf(months.holidays, books.day)],
  ]);
  await compareReports(months, ended);
  await months.compareAccounts();
  if (ended.length > 4) months.met.add('a week made up for');
  if (chance.happens(10)) months.answered('the day end again', await months.ask('day.end', input, supervisor), null);
  if (chance.happens(5)) months.reopen();
  return true;
}

async function clearObstacle(months: Months, obstacle: string | null, supervisor: Member): Promise<void> {
  if (obstacle === 'visits-open') await finishAll(months);
  if (obstacle === 'tills-open' && months.chance.happens(60)) await closeTillsFor(months, supervisor);
}

/**
 * The disk is full at some commit on the way, and the program is started anew. How far it had come the books say: the auditor goes
 * there, and holds all of it to its own figures. Answers whether it broke off.
 */
async function broken(
  months: Months,
  input: { operationId: string; businessDate: ReturnType<typeof businessDate> },
  by: Member,
) {
  const { office, books, chance } = months;
  // Nobody's keyboard commits anything within the next minutes.
  months.answered('a till', await months.ask('till.view', {}, by), null);
  const { restore } = failWrite(1 + chance.below(7));
  office.clerksIdle = true;
  const reply = await months.ask('day.end', input, by);
  office.clerksIdle = false;
  restore();
  if (reply.ok || reply.error.code !== 'DISK_FULL') {
    if (!reply.ok) return false;
    const ended = endDays(months, null);
    months.agree('the day after all', reply.value.businessDate, books.day);
    await compareReports(months, ended);
    return true;
  }
  months.met.add('a day end broken off');
  months.reopen();
  const at = await office.door.ledger.books.read(async ({ sql }) => ({
    day: sql.values<[], string>('SELECT business_date FROM office').get() ?? '',
    last: sql
      .rows<[], { settledTo: string; state: string; done: number }>(
        `SELECT settled_to AS settledTo, state, account_done AS done FROM interest_settlement
         ORDER BY settled_to DESC LIMIT 1`,
      )
      .get(),
  }));
  if (at.day > books.day) await compareReports(months, endDays(months, at.day));
  months.agree('the day that it had come to', at.day, books.day);
  const { settledTo = '', state = '', done = 0 } = at.last ?? {};
  if (settledTo !== '') books.settleInterest(settledTo, ratesOf(months), state === 'posted' ? Infinity : done);
  months.agree('the interest that had begun', settledTo, books.settledTo);
  if (books.isBeingClosed) await whileBeingClosed(months);
  return true;
}

/** What comes to the counter between a settlement's first step and the closing: nothing is posted, and the list may be another. */
async function whileBeingClosed(months: Months): Promise<void> {
  months.met.add('a settlement broken off');
  // Some days later, or in the same evening.
  if (months.chance.happens(50)) months.office.at = instantOf(daysFrom(months.today, 1 + months.chance.below(4)), 9);
  if (months.chance.happens(50)) await postHeld(months);
  if (months.chance.happens(40)) await changeSetting(months);
  if (months.chance.happens(40)) return;
  await closeByCommand(months);
  if (months.books.isBeingClosed) await postHeld(months);
}

async function postHeld(months: Months): Promise<void> {
  const post = months.chance.pick([postAllocation, postSettlement]);
  await post(months);
}

/** `day --close` at the command line: the next calendar day, without tills and report. */
export async function closeByCommand(months: Months): Promise<void> {
  const { books, chance, today } = months;
  const given: Given | null = months.second({ code: 'window', name: '' });
  const [next, wasBeingClosed] = [daysFrom(books.day, 1), books.isBeingClosed];
  const to = chance.happens(80) ? null : chance.pick([next, today, daysFrom(books.day, -1)]);
  const asked = { to: to === null ? null : businessDate(to), authorisation: given };
  const reply = await months.ask('day.close', asked, null);
  const nobody = given === null ? 'SIGN_IN_REQUIRED' : null;
  const person = nobody ?? months.staff.secondFault({ code: 'window', name: '' }, given, months.office.at);
  const behind = (to ?? next) < books.day ? 'DATE_INVALID' : null;
  const ahead = (to ?? next) > today ? 'DAY_AHEAD' : null;
  const value = months.answered('a day closed by command', reply, person ?? behind ?? ahead);
  if (value === null) return;
  if (wasBeingClosed) months.met.add('a settlement broken off: closed by command');
  books.finishInterest();
  while (books.day < (to ?? next)) {
    settleDue(months, books.day, daysFrom(books.day, 1));
    books.day = daysFrom(books.day, 1);
  }
  months.agree('the day', value.businessDate, books.day);
  await months.compareAccounts();
}
