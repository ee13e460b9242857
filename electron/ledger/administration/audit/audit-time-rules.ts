/** From when to when the record is searched: the office's wall clock as instants. */
import { addDays, isBusinessDate, localTime, type BusinessDate, type Instant } from '../../../contract/kernel/dates.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';

/** `from` is in it, `before` is not; null where that side is open. */
export interface Span {
  readonly from: Instant | null;
  readonly before: Instant | null;
}

/**
 * A day alone is the whole day, a minute the whole minute. Throws RefusalError DATE_INVALID for a date or time that does not exist, and
 * PERIOD_INVALID for an end that lies before the beginning.
 */
export function spanOf(from: string | null, to: string | null, timeZone: string): Span {
  const span = {
    from: from === null ? null : instantOf(from, timeZone),
    before: to === null ? null : endOf(to, timeZone),
  };
  if (span.from !== null && span.before !== null && span.before <= span.from)
    throw new RefusalError('PERIOD_INVALID', { from: from ?? '', to: to ?? '' });
  return span;
}

function endOf(text: string, timeZone: string): Instant {
  const [day = '', time] = text.split(' ');
  if (time !== undefined) return (instantOf(text, timeZone) + 60_000) as Instant;
  if (!isSearched(day)) throw new RefusalError('DATE_INVALID', { date: text });
  return instantOf(addDays(day, 1), timeZone);
}

/** Wall clocks are worked out by years of four digits, and a day has a day after it. */
function isSearched(day: string): day is BusinessDate {
  return isBusinessDate(day) && day >= '1000-01-01' && day < '9999-12-31';
}

/** Of `YYYY-MM-DD`, its first moment, or `YYYY-MM-DD HH:MM`. */
function instantOf(text: string, timeZone: string): Instant {
  const [day = '', time = '00:00'] = text.split(' ');
  if (!isSearched(day) || !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw new RefusalError('DATE_INVALID', { date: text });
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // The zone's offset is first taken where it is nearly right; a change of the clock in between is met the second time.
  const first = wanted - offsetAt(wanted, timeZone);
  return (wanted - offsetAt(first, timeZone)) as Instant;
}

function offsetAt(at: number, timeZone: string): number {
  return Date.parse(`${localTime(at as Instant, timeZone).replace(' ', 'T')}Z`) - at;
}
