/** Interest on daily balances, held against an independent reckoning in exact fractions. */
import { expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { fen, ZERO_FEN } from '../../../../electron/contract/kernel/money.ts';
import {
  cutPeriod,
  exactYuan,
  interestOf,
  isWithoutRates,
  periodSettledOn,
  settlementDays,
  stretchesOf,
  type CutPeriod,
  type DayBalance,
  type InterestRates,
} from '../../../../electron/ledger/interest/interest-rules.ts';
import { millionthsOn, ratesFrom, type Rates } from '../../../../electron/ledger/office/interest-rate-rules.ts';
import { Chance } from '../../../model/seeded-chance.ts';
import { daysOf, reckonByPots, type RateOn, type Reckoned } from './pots.ts';

const day = businessDate;
const rates = (text: string): Rates => {
  const read = ratesFrom(text);
  if (read === null) throw new Error(`no rates: ${text}`);
  return read;
};

test.each([
  ['2026-03-20', '2026-03-21', ['2026-03-20']],
  ['2026-03-19', '2026-03-20', []],
  ['2026-03-21', '2026-06-20', []],
  // The 20th is a Saturday, and its business day is the Friday.
  ['2026-06-19', '2026-06-22', ['2026-06-20']],
  ['2025-12-20', '2026-06-21', ['2025-12-20', '2026-03-20', '2026-06-20']],
])('a closing from %s to %s settles %j', (from, next, days) => {
  expect(settlementDays(day(from), day(next))).toEqual(days);
});

test.each([
  ['2026-03-20', '2020-01-01', '2025-12-21'],
  ['2026-12-20', '2020-01-01', '2026-09-21'],
  ['2024-03-20', '2024-01-01', '2024-01-01'],
  ['2024-03-20', '2024-03-20', '2024-03-20'],
])('what is settled on %s in an office opened on %s begins on %s', (to, opened, from) => {
  expect(periodSettledOn(day(to), day(opened))).toEqual({ from, to });
});

test('a quarter by hand: ninety days of 10,000 yuan at 0.35 per cent are 8.75', () => {
  const cut = cutPeriod(
    { from: day('2023-12-22'), to: day('2024-03-20') },
    { demand: rates('2012-07-06 0.35'), carryOver: rates('') },
  );
  const stretches = stretchesOf(cut, {
    balanceFen: ZERO_FEN,
    carryOverFen: ZERO_FEN,
    changes: [{ date: day('2023-12-22'), balanceFen: fen(1_000_000) }],
  });
  // With the year it has become what an earlier year left, at a rate that nobody has set.
  expect(interestOf(stretches)).toMatchObject({ amountFen: 97, carryOverFen: 1_000_000, demandDays: 10_000_000 });
  const atOne = cutPeriod(cut, { demand: rates('2012-07-06 0.35'), carryOver: rates('2012-07-06 0.35') });
  const both = interestOf(
    stretchesOf(atOne, {
      balanceFen: ZERO_FEN,
      carryOverFen: ZERO_FEN,
      changes: [{ date: day('2023-12-22'), balanceFen: fen(1_000_000) }],
    }),
  );
  expect([both.amountFen, exactYuan(both.demand), exactYuan(both.carryOver)]).toEqual([875, '0.972222', '7.777777']);
});

test('half a fen is a whole one, less is none', () => {
  const cut = cutPeriod(
    { from: day('2026-02-01'), to: day('2026-02-01') },
    { demand: rates('2026-01-01 1'), carryOver: [] },
  );
  const of = (balance: number): number =>
    interestOf(
      stretchesOf(cut, {
        balanceFen: ZERO_FEN,
        carryOverFen: ZERO_FEN,
        changes: [{ date: day('2026-02-01'), balanceFen: fen(balance) }],
      }),
    ).amountFen;
  expect([of(18_000), of(17_999), of(54_000), of(53_999)]).toEqual([1, 0, 2, 1]);
});

test('a period in which no rate holds has nothing to settle', () => {
  const period = { from: day('2025-12-21'), to: day('2026-03-20') };
  const empty = { demand: rates(''), carryOver: rates('') };
  expect(isWithoutRates(cutPeriod(period, empty))).toBe(true);
  expect(isWithoutRates(cutPeriod(period, { ...empty, demand: rates('2026-03-21 0.05') }))).toBe(true);
  expect(isWithoutRates(cutPeriod(period, { ...empty, demand: rates('2026-03-20 0.05') }))).toBe(false);
});

// --- Ten thousand accounts over twenty-four months ----------------------------------------------------------------------

const FIRST = '2023-11-07';
const LAST = '2025-12-31';
const ALL_DAYS = daysOf(FIRST, LAST);
/** 24 months from the first settlement on: with a leap day and two year ends. */
const SETTLED = settlementDays(day(FIRST), day(LAST));

const schedules: readonly InterestRates[] = [
  { demand: rates('2023-01-01 0.05'), carryOver: rates('2023-01-01 0.65') },
  {
    demand: rates('2023-01-01 0.35; 2024-02-29 0.2; 2025-05-20 0.05'),
    carryOver: rates('2023-01-01 1.1; 2024-12-31 0.8; 2025-01-01 0.6543'),
  },
  { demand: rates('2024-05-05 19.9999'), carryOver: rates('2024-03-20 0.0001; 2024-03-21 0; 2024-06-21 7.77') },
];

/** Days on which something turns are never quiet. */
const TURNS: ReadonlySet<string> = new Set(['12-31', '01-01', '03-20', '03-21']);

/** What a day's entries come to; never below zero, and seldom on the same days. */
function drawnMoves(chance: Chance): Map<string, number> {
  const moves = new Map<string, number>();
  const opened = chance.below(ALL_DAYS.length);
  const often = chance.pick([1, 4, 12, 60]);
  let balance = 0;
  for (const date of ALL_DAYS.slice(opened)) {
    if (!chance.happens(often) && !TURNS.has(date.slice(5))) continue;
    const isPaid = balance > 0 && chance.happens(60);
    const amount = isPaid
      ? -(1 + chance.below(chance.happens(10) ? balance : Math.ceil(balance / 3)))
      : chance.below(50_000_00);
    balance += amount;
    if (amount !== 0) moves.set(date, amount);
  }
  return moves;
}

/** Of a schedule, made once: what the program cuts, and the rate of each day. */
interface Prepared {
  readonly cuts: readonly CutPeriod[];
  readonly rateOn: readonly [RateOn, RateOn];
}

const prepared: readonly Prepared[] = schedules.map((of) => ({
  cuts: SETTLED.map((to) => cutPeriod(periodSettledOn(to, day(FIRST)), of)),
  rateOn: [dayRates(of.demand), dayRates(of.carryOver)],
}));

function dayRates(of: Rates): RateOn {
  const each = new Map(ALL_DAYS.map((date) => [date, millionthsOn(of, day(date))]));
  return (date) => each.get(date) ?? 0;
}

/** By the program, quarter by quarter, the interest of each posted on its day. */
function reckoned(moves: ReadonlyMap<string, number>, { cuts }: Prepared): Reckoned[] {
  let [balance, carryOver] = [0, 0];
  return cuts.map((cut) => {
    const changes: DayBalance[] = [];
    const opening = balance;
    for (const [date, amount] of moves) {
      if (date < cut.from || date > cut.to) continue;
      balance += amount;
      changes.push({ date: day(date), balanceFen: fen(balance) });
    }
    const asked = { balanceFen: fen(opening), carryOverFen: fen(carryOver), changes };
    const { amountFen, carryOverFen } = interestOf(stretchesOf(cut, asked));
    balance += amountFen;
    carryOver = carryOverFen;
    return { settledTo: cut.to, interestFen: amountFen, carryOverFen };
  });
}

test('the interest of 10,000 random accounts over 24 months is what two pots of money reckon in exact fractions', () => {
  const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000_000);
  const chance = new Chance(seed);
  let [withInterest, drawnFromCarryOver] = [0, 0];
  for (let account = 0; account < 10_000; account += 1) {
    const of = chance.pick(prepared);
    const moves = drawnMoves(chance);
    const expected = reckonByPots(ALL_DAYS, moves, of.rateOn);
    expect(reckoned(moves, of), `seed ${seed} account ${account}`).toEqual(expected);
    withInterest += expected.some(({ interestFen }) => interestFen > 0) ? 1 : 0;
    const isDrawn = expected.some(({ carryOverFen }, at) => carryOverFen < (expected[at - 1]?.carryOverFen ?? 0));
    drawnFromCarryOver += isDrawn ? 1 : 0;
  }
  expect(withInterest).toBeGreaterThan(8_000);
  expect(drawnFromCarryOver).toBeGreaterThan(500);
}, 120_000);
