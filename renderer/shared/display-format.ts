/** The one way amounts, counts, dates and durations are shown, the same in every language. */
import { type Instant, localTime } from '../../electron/contract/kernel/dates.ts';
import { type Fen, yuanGrouped } from '../../electron/contract/kernel/money.ts';

/** `-123456` → `-1,234.56`. */
export function showAmount(amountFen: Fen): string {
  return yuanGrouped(amountFen);
}

/** `1234567` → `1,234,567`. */
export function showCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Wall clock of the office, `YYYY-MM-DD HH:MM`. */
export function showMoment(at: Instant, timeZone: string): string {
  return localTime(at, timeZone).slice(0, 16);
}

/** `12:40`; never below zero. Hours are counted as minutes: no clock of the counter runs longer than a day. */
export function showDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `1572864` → `1.5 MB`. */
export function showBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} kB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}

/**
 * Reads a date as tellers type it, `20240131`, `2024-1-31`, `2024/01/31` or `2024.1.31`, into `YYYY-MM-DD`; null when it
 * has none of these forms. Whether the date exists is for `isBusinessDate` to say.
 */
export function readTypedDate(text: string): string | null {
  const trimmed = text.normalize('NFKC').trim();
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(trimmed);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
