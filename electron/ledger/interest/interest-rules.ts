/**
 * Interest on daily balances (docs/rules.md 1): the balance of the current year at the demand rate, what earlier years left
 * at the three-month rate. What is paid comes out of the current year's money first, so that the carry-over is the least
 * that the balance has been at the end of a day since the year began. A year has 360 days, as deposits in yuan are reckoned.
 */
import { addDays, businessDate, type BusinessDate } from '../../contract/kernel/dates.ts';
import { fen, ZERO_FEN, type Fen } from '../../contract/kernel/money.ts';
import { millionthsOn, type Rates } from '../office/interest-rate-rules.ts';

export interface InterestRates {
  readonly demand: Rates;
  readonly carryOver: Rates;
}

/** Both days included. */
export interface InterestPeriod {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** The balance at the end of a day on which it changed. */
export interface DayBalance {
  readonly date: BusinessDate;
  readonly balanceFen: Fen;
}

/** Days on which nothing changes: neither balance nor part nor rate. */
export interface InterestStretch extends InterestPeriod {
  readonly days: number;
  readonly balanceFen: Fen;
  /** Of it what earlier years left; the rest is the current year's. */
  readonly carryOverFen: Fen;
  readonly demandMillionths: number;
  readonly carryOverMillionths: number;
}

const SETTLED_ON = ['03-20', '06-20', '09-20', '12-20'] as const;

/** The settlement days that a closing passes which moves the business day from one to the next, in their order. */
export function settlementDays(from: BusinessDate, next: BusinessDate): BusinessDate[] {
  const days: BusinessDate[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(next.slice(0, 4)); year += 1) {
    for (const day of SETTLED_ON) {
      const date = businessDate(`${String(year).padStart(4, '0')}-${day}`);
      if (date >= from && date < next) days.push(date);
    }
  }
  return days;
}

/** From the day after the settlement before it; an office that was opened since begins with its first day. */
export function periodSettledOn(day: BusinessDate, openingDate: BusinessDate): InterestPeriod {
  const before = settlementDays(addDays(day, -100), day).at(-1);
  const from = before === undefined ? openingDate : addDays(before, 1);
  return { from: from < openingDate ? openingDate : from, to: day };
}

export function yearStart(day: BusinessDate): BusinessDate {
  return businessDate(`${day.slice(0, 4)}-01-01`);
}

/** A period day by day, cut where a rate or a year begins; made once for all accounts. */
export interface CutPeriod extends InterestPeriod {
  readonly days: readonly BusinessDate[];
  /** Where each day stands among them. */
  readonly places: ReadonlyMap<BusinessDate, number>;
  readonly cuts: readonly Cut[];
}

/** What holds from a day on. */
interface Cut {
  readonly place: number;
  readonly beginsYear: boolean;
  readonly demandMillionths: number;
  readonly carryOverMillionths: number;
}

export function cutPeriod({ from, to }: InterestPeriod, { demand, carryOver }: InterestRates): CutPeriod {
  const days: BusinessDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  const begins = new Set([from, ...[...demand, ...carryOver].map((rate) => rate.from)]);
  const cuts = days.flatMap((day, place): Cut[] => {
    const beginsYear = day === yearStart(day);
    if (!beginsYear && !begins.has(day)) return [];
    const rates = { demandMillionths: millionthsOn(demand, day), carryOverMillionths: millionthsOn(carryOver, day) };
    return [{ place, beginsYear, ...rates }];
  });
  return { from, to, days, places: new Map(days.map((day, place) => [day, place])), cuts };
}

/** No rate holds on any of its days: there is nothing to settle. */
export function isWithoutRates({ cuts }: CutPeriod): boolean {
  return cuts.every(({ demandMillionths, carryOverMillionths }) => demandMillionths + carryOverMillionths === 0);
}

/** How an account goes into a period, and what changes in it. */
export interface AccountBalances {
  /** At the end of the day before the period. */
  readonly balanceFen: Fen;
  /** Of it what earlier years left. */
  readonly carryOverFen: Fen;
  /** In the order of their days, within the period, one a day. */
  readonly changes: readonly DayBalance[];
}

/** The days of a period, stretch by stretch; the carry-over begins anew with each year. */
export function stretchesOf(
  period: CutPeriod,
  { balanceFen, carryOverFen, changes }: AccountBalances,
): InterestStretch[] {
  const { days, cuts } = period;
  const stretches: InterestStretch[] = [];
  let [balance, carryOver] = [balanceFen, carryOverFen];
  let [place, nextCut, nextChange] = [0, 0, 0];
  let rates: Cut | undefined;
  while (place < days.length) {
    const cut = cuts[nextCut];
    if (cut?.place === place) {
      rates = cut;
      nextCut += 1;
      if (cut.beginsYear) carryOver = balance;
    }
    const change = changes[nextChange];
    if (change !== undefined && placeOf(period, change) === place) {
      balance = change.balanceFen;
      nextChange += 1;
    }
    if (balance < carryOver) carryOver = balance;
    const end = Math.min(cuts[nextCut]?.place ?? days.length, placeOf(period, changes[nextChange]));
    stretches.push(stretch(period, [place, end], { balance, carryOver, rates }));
    place = end;
  }
  return stretches;
}

/** The end of the period where there is no change any more. Throws for a change outside of the period. */
function placeOf({ days, places }: CutPeriod, change: DayBalance | undefined): number {
  const place = change === undefined ? days.length : places.get(change.date);
  if (place === undefined) throw new Error(`a balance of ${String(change?.date)} within ${String(days[0])} and later`);
  return place;
}

interface Held {
  readonly balance: Fen;
  readonly carryOver: Fen;
  readonly rates: Cut | undefined;
}

function stretch({ days }: CutPeriod, [place, end]: readonly [number, number], held: Held): InterestStretch {
  const [from, to] = [days[place], days[end - 1]];
  const { balance, carryOver, rates } = held;
  if (from === undefined || to === undefined || rates === undefined) throw new Error('a stretch without days or rates');
  const { demandMillionths, carryOverMillionths } = rates;
  const parts = { balanceFen: balance, carryOverFen: carryOver, demandMillionths, carryOverMillionths };
  return { from, to, days: end - place, ...parts };
}

/** What comes to a fen of interest, in fen times days times millionths. */
const A_FEN = 360n * 1_000_000n;

export interface Interest {
  /** Daily balances added up, in fen times days. */
  readonly demandDays: number;
  readonly carryOverDays: number;
  /** Exact, in fen times days times millionths. */
  readonly demand: bigint;
  readonly carryOver: bigint;
  /** Both parts together, rounded once, half up to the fen. */
  readonly amountFen: Fen;
  /** At the end of the period. */
  readonly carryOverFen: Fen;
}

export function interestOf(stretches: readonly InterestStretch[]): Interest {
  let [demand, carryOver] = [0n, 0n];
  let [demandDays, carryOverDays] = [0, 0];
  for (const { days, balanceFen, carryOverFen, demandMillionths, carryOverMillionths } of stretches) {
    const [ofYear, ofBefore] = [(balanceFen - carryOverFen) * days, carryOverFen * days];
    demandDays += ofYear;
    carryOverDays += ofBefore;
    demand += BigInt(ofYear) * BigInt(demandMillionths);
    carryOver += BigInt(ofBefore) * BigInt(carryOverMillionths);
  }
  const amountFen = fen(Number((2n * (demand + carryOver) + A_FEN) / (2n * A_FEN)));
  const carryOverFen = stretches.at(-1)?.carryOverFen ?? ZERO_FEN;
  return { demandDays, carryOverDays, demand, carryOver, amountFen, carryOverFen };
}

/** An exact part in yuan with six decimals, cut off: for the worksheet, which rounds the sum alone. */
export function exactYuan(part: bigint): string {
  const millionths = (part * 10_000n) / A_FEN;
  const digits = String(millionths).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
