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

/** A period cut at each day on which a rate or a year begins, with what holds from there on; made once for all accounts. */
export interface CutPeriod extends InterestPeriod {
  readonly cuts: readonly Cut[];
}

interface Cut {
  readonly from: BusinessDate;
  readonly beginsYear: boolean;
  readonly demandMillionths: number;
  readonly carryOverMillionths: number;
}

export function cutPeriod({ from, to }: InterestPeriod, { demand, carryOver }: InterestRates): CutPeriod {
  const starts = new Set([from]);
  for (const rate of [...demand, ...carryOver]) if (rate.from > from && rate.from <= to) starts.add(rate.from);
  for (let year = yearStart(addDays(from, 366)); year <= to; year = yearStart(addDays(year, 366))) starts.add(year);
  const cuts = [...starts].toSorted().map((day) => ({
    from: day,
    beginsYear: day === yearStart(day),
    demandMillionths: millionthsOn(demand, day),
    carryOverMillionths: millionthsOn(carryOver, day),
  }));
  return { from, to, cuts };
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
export function stretchesOf(cut: CutPeriod, { balanceFen, carryOverFen, changes }: AccountBalances): InterestStretch[] {
  const stretches: InterestStretch[] = [];
  let [balance, carryOver] = [balanceFen, carryOverFen];
  const days = new Map(changes.map((change) => [change.date, change.balanceFen]));
  const starts = [...new Set([...cut.cuts.map(({ from }) => from), ...days.keys()])].toSorted();
  let at = 0;
  starts.forEach((from, index) => {
    while (cut.cuts[at + 1] !== undefined && (cut.cuts[at + 1]?.from ?? from) <= from) at += 1;
    const rates = cut.cuts[at];
    if (rates === undefined) throw new Error(`a period without its first day: ${cut.from}`);
    if (rates.from === from && rates.beginsYear) carryOver = balance;
    balance = days.get(from) ?? balance;
    carryOver = balance < carryOver ? balance : carryOver;
    const next = starts[index + 1];
    const to = next === undefined ? cut.to : addDays(next, -1);
    const { demandMillionths, carryOverMillionths } = rates;
    const parts = { balanceFen: balance, carryOverFen: carryOver, demandMillionths, carryOverMillionths };
    stretches.push({ from, to, days: daysBetween(from, to), ...parts });
  });
  return stretches;
}

const MS_A_DAY = 86_400_000;

/** Both included. */
function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_A_DAY) + 1;
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
