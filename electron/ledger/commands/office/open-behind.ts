/** `open-behind`: two persons open books that do not agree with their anchor, as they are (docs/ledger.md 6). */
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { UsageError, type Command } from '../command.ts';
import { firstPerson, secondPerson } from '../acting.ts';
import { askFor } from '../opened-office.ts';
import { withBooks } from '../open-office.ts';

export const openBehind: Command = async ({ args, options, folder }) => {
  if (args.length > 0) throw new UsageError('open-behind takes options only');
  return withBooks(folder, async (office) => {
    const found = office.shut;
    const first = await firstPerson(options);
    const second = await secondPerson(options);
    if (second === null) throw new RefusalError('SECOND_PERSON_REQUIRED', { option: '--authorised-by CODE' });
    const opened = await askFor(office, 'office.acceptBooks', { first, second }, null);
    const text = `Office ${opened.code} ${opened.name} is open as it is, on record (${found?.code ?? ''}).`;
    return { json: { office: opened, found: found?.code ?? null, ...found?.details }, text };
  });
};
