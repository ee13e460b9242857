/** `day`, `day --close`, `day --advance-to D`: the business day, which only moves forward (FORMATS.md). */
import { isBusinessDate, type BusinessDate } from '../../contract/dates.ts';
import { businessDay, closeDays } from '../services/days.ts';
import { headText, type AnchorPoint } from '../domain/anchor-rules.ts';
import { UsageError, type Command, type CommandResult } from './command.ts';
import { acting, secondPerson, withOffice } from './open-office.ts';

export const day: Command = async ({ words, options, folder }) => {
  const to = options['advance-to'];
  if (words.length > 0) throw new UsageError('day takes options only');
  if (to !== undefined && options.close === true) throw new UsageError('--close or --advance-to, not both');
  if (to !== undefined && !isBusinessDate(to)) throw new UsageError('--advance-to must be an existing date YYYY-MM-DD');
  return withOffice(folder, (door) =>
    acting(door, 'day.close', options, async (scope) => {
      if (to === undefined && options.close !== true) return shown(await businessDay(scope), null);
      const closed = await closeDays(scope, to ?? null, await secondPerson(options));
      return shown(closed, scope.books.anchoring?.point ?? null);
    }),
  );
};

/** In words a closed day names the head of the books as well, to be kept apart from them. */
function shown(businessDate: BusinessDate, head: AnchorPoint | null): CommandResult {
  return { json: { businessDate }, text: head === null ? businessDate : `${businessDate}\nhead ${headText(head)}` };
}
