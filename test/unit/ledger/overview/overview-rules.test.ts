/** Sums as figures: months, leap years, the office's hours, and what is shown by itself. */
import { describe, expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { fen } from '../../../../electron/contract/kernel/money.ts';
import {
  hoursOf,
  INSTITUTIONS_SHOWN,
  largest,
  lossesOf,
  monthsOf,
  monthWithin,
  movementsOf,
  paged,
  paidInstitutions,
  QUARTER_MS,
  type SummedEntries,
} from '../../../../electron/ledger/overview/overview-rules.ts';

const period = (from: string, until: string) => ({ from: businessDate(from), until: businessDate(until) });
const quarterOf = (...utc: [number, number, number, number, number]) => Date.UTC(...utc) / QUARTER_MS;
const entriesOf = (sum: Partial<SummedEntries>): SummedEntries => ({
  ...{ month: '2024-02', kind: 'consumption', institution: 'H1', entries: 1, amountFen: fen(-100) },
  ...sum,
});

describe('months', () => {
  test('are those that a day of the period lies in, over the turn of a year', () => {
    expect(monthsOf(period('2023-12-31', '2024-02-01'))).toEqual(['2023-12', '2024-01', '2024-02']);
    expect(monthsOf(period('2024-02-29', '2024-02-29'))).toEqual(['2024-02']);
  });

  test('are cut to the period, and February has its leap day', () => {
    const year = period('2023-02-10', '2024-02-29');
    expect(monthWithin('2024-02', year)).toEqual(period('2024-02-01', '2024-02-29'));
    expect(monthWithin('2023-02', year)).toEqual(period('2023-02-10', '2023-02-28'));
    expect(monthWithin('2023-01', year)).toBeNull();
    expect(monthWithin('2024-03', year)).toBeNull();
  });
});

test('what was walked apart is one figure of a month and kind', () => {
  const rows = [
    entriesOf({}),
    entriesOf({ institution: 'H2', amountFen: fen(-50) }),
    entriesOf({ entries: 2, amountFen: fen(-1) }),
    entriesOf({ kind: 'allocation', institution: null, amountFen: fen(7) }),
    entriesOf({ month: '2023-12', amountFen: fen(-3) }),
  ];
  expect(movementsOf(rows)).toEqual([
    { month: '2023-12', kind: 'consumption', entries: 1, amountFen: -3 },
    { month: '2024-02', kind: 'allocation', entries: 1, amountFen: 7 },
    { month: '2024-02', kind: 'consumption', entries: 4, amountFen: -151 },
  ]);
});

test('institutions stand by what they are owed, those behind the largest as one sum, which nothing is left out of', () => {
  const rows = Array.from({ length: INSTITUTIONS_SHOWN + 3 }, (_, at) =>
    entriesOf({ institution: `H${String(at).padStart(2, '0')}`, amountFen: fen(-100 * (at + 1)) }),
  );
  const taken = entriesOf({ kind: 'refund', institution: 'H00', amountFen: fen(40) });
  const paid = paidInstitutions([...rows, taken], new Map([['H14', '市一医院']]));
  expect(paid[0]).toEqual({ code: 'H14', name: '市一医院', entries: 1, amountFen: 1500 });
  expect(paid.at(-1)).toEqual({ code: 'H00', name: '', entries: 2, amountFen: 60 });
  const { institutions, others } = largest(paid);
  expect(institutions).toHaveLength(INSTITUTIONS_SHOWN);
  expect(others).toEqual({ institutions: 3, entries: 4, amountFen: 60 + 200 + 300 });
  expect(largest(paid.slice(0, 2)).others).toEqual({ institutions: 0, entries: 0, amountFen: 0 });
});

test('reports of a month and channel are one figure, with where each stands', () => {
  const report = { month: '2024-02', channel: 'counter', status: 'lapsed', reports: 2 } as const;
  expect(lossesOf([report, { ...report, status: 'reissued' }, { ...report, reports: 1 }])).toEqual([
    {
      ...{ month: '2024-02', channel: 'counter', reports: 5 },
      statuses: [
        { status: 'lapsed', reports: 3 },
        { status: 'reissued', reports: 2 },
      ],
    },
  ]);
});

describe('hours', () => {
  const work = (quarter: number) => ({ quarter, visits: 1, acts: 2 });

  test("are of the office's wall clock", () => {
    const quarters = [work(quarterOf(2024, 1, 5, 1, 45)), work(quarterOf(2024, 1, 5, 2, 0))];
    expect(hoursOf(quarters, 'Asia/Shanghai')).toEqual([
      { hour: 9, visits: 1, acts: 2 },
      { hour: 10, visits: 1, acts: 2 },
    ]);
  });

  test('follow a zone that is a quarter off, and one that changes its clock', () => {
    expect(hoursOf([work(quarterOf(2024, 1, 5, 2, 15))], 'Asia/Kathmandu')).toMatchObject([{ hour: 8 }]);
    const noon = [work(quarterOf(2024, 0, 15, 11, 0)), work(quarterOf(2024, 6, 15, 10, 0))];
    expect(hoursOf(noon, 'Europe/Berlin')).toEqual([{ hour: 12, visits: 2, acts: 4 }]);
  });
});

test('a page behind the last one is the last', () => {
  const lines = Array.from({ length: 61 }, (_, at) => at);
  expect(paged(lines, 9)).toEqual({ items: lines.slice(50), total: 61, page: 2, pages: 2 });
});
