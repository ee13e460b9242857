/** `day`, `day --close`, `day --advance-to D`: the business day, which only moves forward (FORMATS.md). */
import { isBusinessDate } from '../../contract/dates.ts';
import { businessDay, closeDays } from '../services/days.ts';
import { UsageError, type Command } from './command.ts';
import { acting, secondPerson, withOffice } from './open-office.ts';

export const day: Command = async ({ words, options, folder }) => {
  const to = options['advance-to'];
  if (words.length > 0) throw new UsageError('day takes options only');
  if (to !== undefined && options.close === true) throw new UsageError('--close or --advance-to, not both');
  if (to !== undefined && !isBusinessDate(to)) throw new UsageError('--advance-to must be an existing date YYYY-MM-DD');
  const businessDate = await withOffice(folder, (door) =>
    acting(door, 'day.close', options, async (scope) => {
      if (to === undefined && options.close !== true) return businessDay(scope);
      return closeDays(scope, to ?? null, await secondPerson(options));
    }),
  );
  return { json: { businessDate }, text: businessDate };
};
