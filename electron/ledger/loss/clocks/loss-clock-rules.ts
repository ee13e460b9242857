/**
 * The clocks of loss reports (docs/rules.md 3): days and times are the office's own now (office-clock-rules.ts), never
 * the day of posting.
 */
import { addDays, type BusinessDate } from '../../../contract/kernel/dates.ts';
import type { CardLossState } from '../../../contract/kernel/vocabulary.ts';

/** The last day on which an oral report still stops debits; it ends at 24:00 of that day. */
export function oralLastDay(reportedOn: BusinessDate, days: number): BusinessDate {
  return addDays(reportedOn, days);
}

/** The wall-clock moment from which an unconfirmed oral report no longer stops debits: 24:00 of its last day. */
export function oralEnd(lastDay: BusinessDate): string {
  return `${addDays(lastDay, 1)} 00:00:00`;
}

/** Has the oral report's end passed by `now`? It lapses by the clock, whichever day is closed. */
export function hasLapsed(
  { cardState, lapsesOn }: { readonly cardState: CardLossState | null; readonly lapsesOn: BusinessDate | null },
  now: string,
): boolean {
  return cardState === 'oral' && lapsesOn !== null && now >= oralEnd(lapsesOn);
}

/** The first day on which the holder may get a new card or a new PIN. */
export function waitingEnds(since: BusinessDate, waitDays: number): BusinessDate {
  return addDays(since, waitDays);
}

/** A moment as typed, `YYYY-MM-DD HH:MM` with or without seconds, in the one form the books have; null if none exists. */
export function parseMoment(text: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text.trim());
  const [, day = '', hour = '', minute = '', second = '00'] = match ?? [];
  return match !== null && isDay(day) ? `${day} ${hour}:${minute}:${second}` : null;
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** When debits are stopped, as wall-clock texts; `until` is null for a hold without an end. */
export interface DebitHold {
  readonly from: string;
  readonly until: string | null;
}

/** An interval that would end before it starts is empty: it ends where it starts. */
export function endOfHold(from: string, until: string): string {
  return until < from ? from : until;
}

/** A debit is stopped when its own time is at or after the hold's beginning and before its end (docs/formats.md 4). */
export function holdStops(hold: DebitHold, at: string): boolean {
  return at >= hold.from && (hold.until === null || at < hold.until);
}
