/**
 * The quarter's interest, booked while its last business day is closed (docs/rules.md 1): in short steps of balanced lines
 * (docs/ledger.md 12), gone on with by the next closing where one was interrupted, and booked once. From its first step on
 * nothing else is posted on that day.
 */
import { addDays, type BusinessDate } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { batchBeingPosted, interestReference, openPosting } from '../account/posting-rows.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Books, Reading, Writing } from '../books/books.ts';
import { ratesFrom, type Rates } from '../office/interest-rate-rules.ts';
import { readTextSettings, requireOffice } from '../office/office-rows.ts';
import { SteadyPace, type Pace } from '../request/step-pace.ts';
import {
  balancesWithin,
  beginSettlement,
  endSettlement,
  findSettlement,
  listSettlements,
  nextAccounts,
  settleStep,
  unfinishedSettlement,
  type OpenAccount,
  type Settlement,
} from './interest-rows.ts';
import {
  cutPeriod,
  interestOf,
  isWithoutRates,
  periodSettledOn,
  settlementDays,
  stretchesOf,
  yearStart,
  type AccountBalances,
  type CutPeriod,
  type InterestPeriod,
} from './interest-rules.ts';

/** The day that is closed, the one that begins, and who closes. */
export interface Closing {
  readonly day: BusinessDate;
  readonly next: BusinessDate;
  readonly clerk: string;
  readonly second: string | null;
}

/**
 * Goes on with what was broken off, and settles what falls due with a closing; nothing where no rate holds, and nothing twice.
 * Throws RefusalError FILE_BEING_POSTED, and what the disk refuses: what is booked by then stays, and the next closing goes on.
 */
export async function settleInterest(books: Books, closing: Closing, pace: Pace = new SteadyPace()): Promise<void> {
  const brokenOff = await books.read(unfinishedSettlement);
  const due = settlementDays(closing.day, closing.next).filter((day) => day !== brokenOff);
  for (const day of brokenOff === null ? due : [brokenOff, ...due]) {
    const isDue = await books.write((writing) => beginOrGoOn(writing, day, closing));
    while (isDue && (await paced(pace, () => books.write((writing) => settleSome(writing, day, pace.lines)))));
    if (isDue) await books.write((writing) => end(writing, day, closing));
  }
}

async function paced(pace: Pace, step: () => Promise<boolean>): Promise<boolean> {
  const started = performance.now();
  const isMoved = await step();
  pace.took(performance.now() - started);
  await pace.letOthers();
  return isMoved;
}

/** False where there is nothing to settle, or it is settled. */
async function beginOrGoOn(writing: Writing, day: BusinessDate, closing: Closing): Promise<boolean> {
  const begun = await findSettlement(writing, day);
  if (begun !== null) return begun.state === 'posting';
  const due = await dueOn(writing, day);
  const { businessDate } = await requireOffice(writing);
  if (due === null || businessDate !== closing.day) return false;
  const batch = await batchBeingPosted(writing);
  if (batch !== null) throw new RefusalError('FILE_BEING_POSTED', { batch });
  const people = { clerk: closing.clerk, authorisedBy: closing.second };
  const postingId = await openPosting(writing, {
    kind: 'interest',
    reference: interestReference(day),
    businessDate,
    ...people,
  });
  await beginSettlement(writing, { ...due, postingId });
  const { from, demandRates, carryOverRates } = due;
  await record(writing, 'interest.settle', day, closing, { from, demandRates, carryOverRates });
  return true;
}

type Due = InterestPeriod & Pick<Settlement, 'demandRates' | 'carryOverRates'>;

/** What a settlement on that day would reckon; null where no rate holds in its period. */
async function dueOn(reading: Reading, day: BusinessDate): Promise<Due | null> {
  const { openingDate } = await requireOffice(reading);
  const { interestDemandRate: demandRates, interestCarryOverRate: carryOverRates } = await readTextSettings(reading);
  const due = { ...periodSettledOn(day, openingDate), demandRates, carryOverRates };
  return isWithoutRates(cutBy(due, due)) ? null : due;
}

/** Whether all that falls due with a closing is booked, and nothing is half booked. */
export async function interestIsSettled(reading: Reading, closing: Pick<Closing, 'day' | 'next'>): Promise<boolean> {
  return (await unfinishedSettlement(reading)) === null && quarterIsSettled(reading, closing);
}

/** Whether all that falls due with a closing is booked; true where nothing does. */
export async function quarterIsSettled(
  reading: Reading,
  { day, next }: Pick<Closing, 'day' | 'next'>,
): Promise<boolean> {
  for (const settledTo of settlementDays(day, next)) {
    const state = (await findSettlement(reading, settledTo))?.state ?? null;
    if (state !== 'posted' && (state !== null || (await dueOn(reading, settledTo)) !== null)) return false;
  }
  return true;
}

/** The last settlement that falls due with a closing; null where none does. */
export async function interestDue(
  reading: Reading,
  { day, next }: Pick<Closing, 'day' | 'next'>,
): Promise<{ readonly settledTo: BusinessDate; readonly hasRates: boolean } | null> {
  const settledTo = settlementDays(day, next).at(-1);
  return settledTo === undefined ? null : { settledTo, hasRates: (await dueOn(reading, settledTo)) !== null };
}

/** What was booked with the closing of the days from `from` up to that on which `next` began. */
export async function settledWithin(
  reading: Reading,
  { from, next }: { readonly from: BusinessDate; readonly next: BusinessDate },
): Promise<Pick<Settlement, 'from' | 'to' | 'accounts' | 'amountFen'>[]> {
  const all = await listSettlements(reading);
  return all
    .filter(({ state, to }) => state === 'posted' && to >= from && to < next)
    .map(({ from: begin, to, accounts, amountFen }) => ({ from: begin, to, accounts, amountFen }));
}

/** Throws where a stored rate is no rate: settings are read with what they allow. */
export function cutBy(
  period: InterestPeriod,
  { demandRates, carryOverRates }: Pick<Settlement, 'demandRates' | 'carryOverRates'>,
): CutPeriod {
  return cutPeriod(period, { demand: ratesOf(demandRates), carryOver: ratesOf(carryOverRates) });
}

function ratesOf(text: string): Rates {
  const rates = ratesFrom(text);
  if (rates === null) throw new Error(`no rates: ${text}`);
  return rates;
}

/** Answers false when no account is left. */
async function settleSome(writing: Writing, day: BusinessDate, most: number): Promise<boolean> {
  const settlement = await findSettlement(writing, day);
  if (settlement === null) throw new Error(`a settlement that was begun is gone: ${day}`);
  const { businessDate } = await requireOffice(writing);
  const before = addDays(settlement.from, -1);
  const accounts = nextAccounts(writing, { after: settlement.accountDone, before, most });
  const last = accounts.at(-1);
  if (last === undefined) return false;
  const cut = cutBy(settlement, settlement);
  const balancesOf = accountBalances(writing, settlement);
  const lines = accounts.flatMap((account) => {
    const interest = interestOf(stretchesOf(cut, balancesOf(account)));
    const isNothing = interest.demandDays === 0 && interest.carryOverDays === 0 && interest.carryOverFen === 0;
    return isNothing ? [] : [{ accountId: account.id, interest }];
  });
  await settleStep(writing, settlement, { lines, accountDone: last.id }, businessDate);
  return true;
}

/** How accounts go into a period; what earlier years left is worked out from the year's beginning where no settlement knows it. */
export function accountBalances(
  reading: Reading,
  { from, to }: InterestPeriod,
): (account: Pick<OpenAccount, 'id' | 'carryOverFen'> & { readonly lastSeq?: number }) => AccountBalances {
  const balancesOf = balancesWithin(reading);
  const [start, dayBefore] = [yearStart(from), addDays(from, -1)];
  const untilThen = cutPeriod({ from: start, to: dayBefore }, { demand: [], carryOver: [] });
  const carriedOver = (accountId: number, lastSeq?: number): AccountBalances['carryOverFen'] => {
    const { balanceFen, changes } = balancesOf(accountId, { from: start, to: dayBefore }, lastSeq);
    return interestOf(stretchesOf(untilThen, { balanceFen, carryOverFen: balanceFen, changes })).carryOverFen;
  };
  return ({ id, lastSeq, carryOverFen }) => {
    const within = balancesOf(id, { from, to }, lastSeq);
    // A period that begins the year carries over all that there is.
    const before = carryOverFen ?? (start === from ? within.balanceFen : carriedOver(id, lastSeq));
    return { ...within, carryOverFen: before };
  };
}

async function end(writing: Writing, day: BusinessDate, closing: Closing): Promise<void> {
  const settlement = await findSettlement(writing, day);
  if (settlement === null) throw new Error(`a settlement that was begun is gone: ${day}`);
  await endSettlement(writing, day);
  const { accounts, amountFen } = settlement;
  await record(writing, 'interest.settled', day, closing, { accounts, amountFen });
}

async function record(
  writing: Writing,
  verb: string,
  subject: BusinessDate,
  { clerk: actor, second }: Closing,
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  await appendAudit(writing, { actor, second, verb, subject, outcome: 'done', details });
}
