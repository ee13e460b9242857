/** What the sums of the books come to as the figures of a period. */
import { businessDate, localTime, monthStart, type BusinessDate, type Instant } from '../../contract/kernel/dates.ts';
import { addFen, fen, ZERO_FEN, type Fen } from '../../contract/kernel/money.ts';
import { positionOfPage, PAGE_ROWS } from '../../contract/kernel/paging.ts';
import type { EntryKind, LossStatus } from '../../contract/kernel/vocabulary.ts';
import type { LossDoor, Overview } from '../../contract/overview/overview-verbs.ts';

/** Business days, both included. */
export interface Period {
  readonly from: BusinessDate;
  readonly until: BusinessDate;
}

/** Entries of one month, kind and institution; several of the same come of accounts that were walked apart. */
export interface SummedEntries {
  readonly month: string;
  readonly kind: EntryKind;
  readonly institution: string | null;
  readonly entries: number;
  readonly amountFen: Fen;
}

interface Sum {
  readonly entries: number;
  readonly amountFen: Fen;
}

/** Institutions that are shown by themselves. */
export const INSTITUTIONS_SHOWN = 12;
/** Time zones differ from UTC by whole quarters of an hour. */
export const QUARTER_MS = 900_000;

/** `2024-02` of each month that a day of the period lies in. */
export function monthsOf({ from, until }: Period): string[] {
  const months: string[] = [];
  for (let at = monthStart(from); at <= until; at = monthStart(at, 1)) months.push(at.slice(0, 7));
  return months;
}

/** The part of a month that lies in the period; null where none does. */
export function monthWithin(month: string, { from, until }: Period): Period | null {
  const first = businessDate(`${month}-01`);
  const last = businessDate(`${month}-${String(daysOf(month)).padStart(2, '0')}`);
  const within = { from: first < from ? from : first, until: last > until ? until : last };
  return within.from > within.until ? null : within;
}

function daysOf(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** Rows of the same key as one, in the order in which the keys come first. */
export function summedBy<Row extends Sum>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, row);
    else
      sums.set(key, {
        ...sum,
        entries: sum.entries + row.entries,
        amountFen: addFen(sum.amountFen, row.amountFen),
      });
  }
  return [...sums.values()];
}

const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

export function movementsOf(rows: readonly SummedEntries[]): Overview['movements'] {
  return summedBy(rows, ({ month, kind }) => `${month} ${kind}`)
    .map(({ month, kind, entries, amountFen }) => ({ month, kind, entries, amountFen }))
    .toSorted((one, other) => byText(one.month, other.month) || byText(one.kind, other.kind));
}

export type PaidInstitution = Overview['institutions'][number];

/** Every institution that was paid, what it is owed most first; the sign is turned, as holders are debited. */
export function paidInstitutions(
  rows: readonly SummedEntries[],
  names: ReadonlyMap<string, string>,
): PaidInstitution[] {
  const paid = rows.flatMap(({ institution: code, entries, amountFen }) =>
    code === null ? [] : [{ code, name: names.get(code) ?? '', entries, amountFen: turned(amountFen) }],
  );
  return summedBy(paid, ({ code }) => code).toSorted(
    (one, other) => other.amountFen - one.amountFen || byText(one.code, other.code),
  );
}

/** Of an entry what the institution is owed by it. */
export function turned(amountFen: Fen): Fen {
  return amountFen === 0 ? ZERO_FEN : fen(-amountFen);
}

export function largest(paid: readonly PaidInstitution[]): Pick<Overview, 'institutions' | 'others'> {
  const rest = paid.slice(INSTITUTIONS_SHOWN);
  return {
    institutions: paid.slice(0, INSTITUTIONS_SHOWN),
    others: {
      institutions: rest.length,
      entries: rest.reduce((all, { entries }) => all + entries, 0),
      amountFen: rest.reduce((all, { amountFen }) => addFen(all, amountFen), ZERO_FEN),
    },
  };
}

/** Reports of one month, channel and status. */
export interface CountedReports {
  readonly month: string;
  readonly channel: LossDoor;
  readonly status: LossStatus;
  readonly reports: number;
}

export function lossesOf(rows: readonly CountedReports[]): Overview['losses'] {
  const all = new Map<string, { month: string; channel: LossDoor; statuses: Map<LossStatus, number> }>();
  for (const { month, channel, status, reports } of rows) {
    const key = `${month} ${channel}`;
    const found = all.get(key) ?? { month, channel, statuses: new Map<LossStatus, number>() };
    found.statuses.set(status, (found.statuses.get(status) ?? 0) + reports);
    all.set(key, found);
  }
  return [...all.entries()]
    .toSorted(([one], [other]) => byText(one, other))
    .map(([, { month, channel, statuses }]) => ({
      ...{ month, channel, reports: [...statuses.values()].reduce((sum, reports) => sum + reports, 0) },
      statuses: [...statuses].map(([status, reports]) => ({ status, reports })),
    }));
}

/** What was done in a quarter of an hour, counted from 1970 in UTC. */
export interface Quarter {
  readonly quarter: number;
  readonly visits: number;
  readonly acts: number;
}

/** The hour of the office's wall clock, 0 to 23. */
export function hourOf(quarter: number, timeZone: string): number {
  return Number(localTime((quarter * QUARTER_MS) as Instant, timeZone).slice(11, 13));
}

export function hoursOf(quarters: readonly Quarter[], timeZone: string): Overview['hours'] {
  const hours = new Map<number, { hour: number; visits: number; acts: number }>();
  for (const { quarter, visits, acts } of quarters) {
    const hour = hourOf(quarter, timeZone);
    const sum = hours.get(hour) ?? { hour, visits: 0, acts: 0 };
    hours.set(hour, { hour, visits: sum.visits + visits, acts: sum.acts + acts });
  }
  return [...hours.values()].toSorted((one, other) => one.hour - other.hour);
}

/** One page of all lines. */
export function paged<Line>(lines: readonly Line[], asked: number | undefined) {
  const { offset, ...position } = positionOfPage(lines.length, asked);
  return { items: lines.slice(offset, offset + PAGE_ROWS), ...position };
}
