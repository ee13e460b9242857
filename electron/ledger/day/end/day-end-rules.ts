/** Whether a business day can be closed, and what is to be said where it cannot (docs/rules.md 9). */
import type { DayObstacle, OfficeFigures } from '../../../contract/day/day-views.ts';
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import type { LivesBy } from '../../../contract/kernel/vocabulary.ts';

export interface DayStanding {
  readonly livesBy: LivesBy;
  readonly businessDate: BusinessDate;
  /** The office's wall clock, `YYYY-MM-DD HH:MM:SS`. */
  readonly time: string;
  readonly fromHour: number;
}

type Waiting = Pick<OfficeFigures, 'tills' | 'openVisits' | 'filePosting'>;

/** The first that stands in the way: the clock, then what goes on, then what is not closed. */
export function dayObstacle(standing: DayStanding, { tills, openVisits, filePosting }: Waiting): DayObstacle {
  const byClock = clockObstacle(standing);
  if (byClock !== null) return byClock;
  if (filePosting !== null) return 'file-being-posted';
  if (openVisits.length > 0) return 'visits-open';
  return tills.some(({ state }) => state === 'open') ? 'tills-open' : null;
}

/** A day that is over can be closed at any time, today's once the counters close. */
function clockObstacle({ livesBy, businessDate, time, fromHour }: DayStanding): DayObstacle {
  const today = time.slice(0, 10);
  if (livesBy === 'books' || businessDate < today) return null;
  if (businessDate > today) return 'day-ahead';
  return Number(time.slice(11, 13)) < fromHour ? 'day-not-yet' : null;
}

/** `1001 王敏、1002 赵静`, for a sentence. */
export function named(people: readonly { readonly code: string; readonly name: string }[]): string {
  return people.map(({ code, name }) => `${code} ${name}`).join('、');
}
