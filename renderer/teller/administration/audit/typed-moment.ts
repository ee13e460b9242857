/** A day, or a minute of a day, as people type it: `20261120`, `2026-11-20 9:30`. */
import { isBusinessDate } from '../../../../electron/contract/kernel/dates.ts';
import { readTypedDate } from '../../../shared/display-format.ts';

/** `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`; null for what is none, `''` for nothing. */
export function typedMoment(text: string): string | null {
  const [dayText = '', timeText, ...more] = text.normalize('NFKC').trim().split(/\s+/);
  if (dayText === '') return '';
  const day = readTypedDate(dayText);
  if (day === null || !isBusinessDate(day) || more.length > 0) return null;
  if (timeText === undefined) return day;
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(timeText) ?? [];
  const isTime = hour !== '' && Number(hour) < 24 && Number(minute) < 60;
  return isTime ? `${day} ${hour.padStart(2, '0')}:${minute}` : null;
}
