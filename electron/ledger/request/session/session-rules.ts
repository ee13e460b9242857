/**
 * How long a session lasts: to the end of its day by the office's wall clock, and never longer than its hours
 * (docs/rules.md 5).
 */
import { localTime, type Instant } from '../../../contract/kernel/dates.ts';
import type { Settings } from '../../office/setting-rules.ts';

const MILLISECONDS_AN_HOUR = 3_600_000;

/** Why a session is over; null while it goes on. The business day decides where entries are posted, and nothing here. */
export function sessionEnd(
  openedAt: Instant,
  at: Instant,
  { sessionHours }: Settings,
  timeZone: string,
): 'day-end' | 'hours' | null {
  if (at - openedAt >= sessionHours * MILLISECONDS_AN_HOUR) return 'hours';
  const [openedOn, today] = [openedAt, at].map((instant) => localTime(instant, timeZone).slice(0, 10));
  return openedOn === today ? null : 'day-end';
}
