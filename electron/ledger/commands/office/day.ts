/**
 * `day`, `day --close`, `day --advance-to D`: the business day, which only moves forward (docs/rules.md 6); with `--report` it is the
 * day end with its paper (docs/rules.md 9).
 */
import { isBusinessDate, type BusinessDate } from '../../../contract/kernel/dates.ts';
import type { Output } from '../../../contract/verbs.ts';
import type { Authorisation } from '../../second-person/second-person.ts';
import { firstPerson, secondPerson } from '../acting.ts';
import { asActingClerk } from '../acting-clerk.ts';
import { required, UsageError, type Command, type CommandResult } from '../command.ts';
import { ask, askFor, type OpenedOffice } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';
import { writeWhole } from '../output-file.ts';

export const day: Command = async ({ args, options, folder }) => {
  const to = options['advance-to'];
  const asked = [to !== undefined, options.close === true, options['accept-clock'] === true];
  if (args.length > 0) throw new UsageError('day takes options only');
  if (asked.filter(Boolean).length > 1) throw new UsageError('one of --close, --advance-to and --accept-clock');
  if (options.report !== undefined && options.close !== true) throw new UsageError('--report belongs to --close');
  if (to !== undefined && !isBusinessDate(to)) throw new UsageError('--advance-to must be an existing date YYYY-MM-DD');
  return withOffice(folder, async (office) => {
    if (options['accept-clock'] === true) {
      // The acting clerk decides: a supervisor's word, although the clock lies behind.
      const authorisation = await firstPerson(options);
      await ask(office, 'clock.accept', { authorisation, reason: required(options, 'reason') }, null);
      return standing(office);
    }
    return asActingClerk(office, options, async (token) => {
      if (to === undefined && options.close !== true) return standing(office);
      const authorisation = await secondPerson(options);
      if (options.report !== undefined) return ended(office, token, authorisation, options.report);
      const { businessDate, head } = await askFor(office, 'day.close', { to: to ?? null, authorisation }, token);
      return shown(businessDate, head);
    });
  });
};

/** The day is closed whatever becomes of the file: its report can be drawn again. */
async function ended(
  office: OpenedOffice,
  token: string | null,
  authorisation: Authorisation | null,
  path: string,
): Promise<CommandResult> {
  const { pdf, fileName: _, ...day } = await askFor(office, 'day.endWithReport', { authorisation }, token);
  await writeWhole(path, [pdf]);
  const { businessDate, closed, warning, head } = day;
  const reports = closed.map((each) => `${each.businessDate} closed: ${each.report}`);
  const said = warning === null ? [] : [warningWords(warning)];
  const lines = [...reports, businessDate, ...(head === null ? [] : [`head ${head}`]), ...said];
  return { json: { businessDate, closed, head, warning }, text: lines.join('\n') };
}

function warningWords({ kind, on }: NonNullable<Output<'day.endWithReport'>['warning']>): string {
  return kind === 'ends'
    ? `the list of holidays ends on ${on}: enter the next year's (setting holidays)`
    : `the list of holidays does not know ${on}: business days go by weekends alone (setting holidays)`;
}

async function standing(office: OpenedOffice): Promise<CommandResult> {
  return shown((await askFor(office, 'office.standing', {}, null)).businessDate, null);
}

/** In words a closed day names the head of the books as well, to be kept apart from them. */
function shown(businessDate: BusinessDate, head: string | null): CommandResult {
  return { json: { businessDate }, text: head === null ? businessDate : `${businessDate}\nhead ${head}` };
}
