/** The clocks of loss reports (RULES.md 3): days are the office's business days, times its wall clock. */
import { addDays, type BusinessDate } from '../../contract/dates.ts';

/** The last day on which an oral report still stops debits; it ends at 24:00 of that day. */
export function oralLastDay(reportedOn: BusinessDate, days: number): BusinessDate {
  return addDays(reportedOn, days);
}

/** The wall-clock moment from which an unconfirmed oral report no longer stops debits: 24:00 of its last day. */
export function oralEnd(lastDay: BusinessDate): string {
  return `${addDays(lastDay, 1)} 00:00:00`;
}

/** The first day on which the holder may have what the report asks for: a new card, or a new password. */
export function waitingEnds(since: BusinessDate, waitDays: number): BusinessDate {
  return addDays(since, waitDays);
}

/** Books that lie further than this from the calendar are a demonstration or a replay. */
const DAYS_APART = 10;

/**
 * The time of a report made now, `YYYY-MM-DD HH:MM:SS`: the wall clock's. Late at night and over holidays the business
 * day is another one than the calendar's, but a card is missed when it is missed. Only in books that are far from the
 * calendar is the day theirs.
 */
export function reportMoment(businessDate: BusinessDate, wallClock: string): string {
  const [earliest, latest] = [addDays(businessDate, -DAYS_APART), addDays(businessDate, DAYS_APART)];
  const day = wallClock.slice(0, 10);
  return day >= earliest && day <= latest ? wallClock : `${businessDate}${wallClock.slice(10)}`;
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

/** When debits are stopped, as wall-clock texts; `until` null while nothing ends it. */
export interface DebitHold {
  readonly from: string;
  readonly until: string | null;
}

/** A debit is stopped when its own time lies at or after the report's and before its end (FORMATS.md). */
export function holdStops(hold: DebitHold, at: string): boolean {
  return at >= hold.from && (hold.until === null || at < hold.until);
}
