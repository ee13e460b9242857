/** `setting list`, `setting set NAME VALUE`: the office's settings (docs/formats.md 6). */
import type { ListedSetting } from '../../../contract/administration/clerk-verbs.ts';
import { unusableWords } from '../../office/setting-rules.ts';
import { required, UsageError, type Command, type CommandResult } from '../command.ts';
import { secondPerson } from '../acting.ts';
import { asActingClerk, requireToken } from '../acting-clerk.ts';
import { askFor } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';

const USAGE = 'setting list | setting set NAME VALUE --reason TEXT';

export const setting: Command = async ({ args, options, folder }) => {
  const [what, name, value, ...more] = args;
  if (what === 'list' && name === undefined) {
    return withOffice(folder, async (office) => listed(await askFor(office, 'setting.list', {}, null)));
  }
  if (what !== 'set' || name === undefined || value === undefined || more.length > 0) throw new UsageError(USAGE);
  const reason = required(options, 'reason');
  return withOffice(folder, (office) =>
    asActingClerk(office, options, async (token) => {
      const input = { name, value, reason, authorisation: await secondPerson(options) };
      const changed = await askFor(office, 'setting.set', input, requireToken(token));
      return { json: changed, text: inWords(changed) };
    }),
  );
};

function listed(settings: readonly ListedSetting[]): CommandResult {
  return { json: { settings }, text: settings.map(inWords).join('\n') };
}

function inWords(setting: ListedSetting): string {
  const { name, value, notAllowed, default: standard, min, max, meaning, source, changed } = setting;
  const by =
    changed === null
      ? ''
      : `, set by ${changed.by} and ${changed.authorisedBy} at ${new Date(changed.at).toISOString()}`;
  return [
    `${name} = ${value}  (default ${standard}, ${min} to ${max}${by})`,
    ...(notAllowed === null ? [] : [`    ${unusableWords({ name, text: notAllowed })}`]),
    `    ${meaning.en}`,
    `    ${meaning['zh-CN']}`,
    `    default from: ${source.en}`,
  ].join('\n');
}
