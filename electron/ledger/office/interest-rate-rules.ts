/**
 * Rates with the day from which each holds, as the office's settings write them: `2026-01-01 0.05; 2026-07-01 0.10`, in per
 * cent a year (docs/rules.md 1). Before the first one there is no interest.
 */
import { isBusinessDate, type BusinessDate } from '../../contract/kernel/dates.ts';

export interface Rate {
  readonly from: BusinessDate;
  /** Millionths a year: 0.05 per cent is 500. */
  readonly millionths: number;
}

/** In the order of their days. */
export type Rates = readonly Rate[];

/** At most four decimals, below 20 per cent. */
const RATE_FORM = /^(\d{4}-\d{2}-\d{2}) (1?\d)(?:\.(\d{1,4}))?$/;

/** Null for a text of another form, a day that does not exist, or days that are not in their order. */
export function ratesFrom(text: string): Rates | null {
  if (text.trim() === '') return [];
  const rates: Rate[] = [];
  for (const part of text.split(';')) {
    const [, from = '', whole = '', decimals = ''] = RATE_FORM.exec(part.trim()) ?? [];
    if (!isBusinessDate(from) || from <= (rates.at(-1)?.from ?? '')) return null;
    rates.push({ from, millionths: Number(whole) * 10_000 + Number(decimals.padEnd(4, '0')) });
  }
  return rates;
}

/** 0 before the first one. */
export function millionthsOn(rates: Rates, day: BusinessDate): number {
  return rates.findLast(({ from }) => from <= day)?.millionths ?? 0;
}

/**
 * The first day on which another rate than before would hold although interest runs by the former already; null when only
 * days from `open` on change.
 */
export function changedBefore(open: BusinessDate, before: Rates, after: Rates): BusinessDate | null {
  const days = [...before, ...after].map(({ from }) => from).filter((from) => from < open);
  return days.toSorted().find((day) => millionthsOn(before, day) !== millionthsOn(after, day)) ?? null;
}

/** `500` as `0.05`: per cent a year. */
export function percentText(millionths: number): string {
  const decimals = String(millionths % 10_000)
    .padStart(4, '0')
    .replace(/0{1,2}$/, '');
  return `${Math.floor(millionths / 10_000)}.${decimals}`;
}
