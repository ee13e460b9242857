/** `day`, `day --close`, `day --advance-to D`: the business day, which only moves forward (docs/rules.md 6). */
import { isBusinessDate, type BusinessDate } from '../../../contract/kernel/dates.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { headText, type AnchorPoint } from '../../books/anchor/anchor-rules.ts';
import { decideClock } from '../../day/clock-decision.ts';
import { businessDay, closeDays } from '../../day/days.ts';
import type { Scope } from '../../request/scope.ts';
import { required, UsageError, type Command, type CommandResult } from '../command.ts';
import { asActingClerk, secondPerson, withOffice } from '../open-office.ts';

export const day: Command = async ({ args, options, folder }) => {
  const to = options['advance-to'];
  const asked = [to !== undefined, options.close === true, options['accept-clock'] === true];
  if (args.length > 0) throw new UsageError('day takes options only');
  if (asked.filter(Boolean).length > 1) throw new UsageError('one of --close, --advance-to and --accept-clock');
  if (to !== undefined && !isBusinessDate(to)) throw new UsageError('--advance-to must be an existing date YYYY-MM-DD');
  return withOffice(folder, (door) =>
    asActingClerk(door, options['accept-clock'] === true ? 'clock.accept' : 'day.close', options, async (scope) => {
      if (options['accept-clock'] === true) return shown(await acceptedClock(scope, required(options, 'reason')), null);
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

/** The acting clerk decides: a supervisor signs in although the clock lies behind. */
async function acceptedClock(scope: Scope, reason: string): Promise<BusinessDate> {
  if (scope.session === null) throw new RefusalError('SIGN_IN_REQUIRED', { option: '--as CODE' });
  await decideClock(scope, scope.session.clerk, reason);
  return businessDay(scope);
}
