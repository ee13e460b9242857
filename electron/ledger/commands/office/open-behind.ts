/** `open-behind`: two persons open books that do not agree with their anchor, as they are (docs/ledger.md 6). */
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { verbs } from '../../../contract/verbs.ts';
import { UsageError, type Command } from '../command.ts';
import { ask, firstPerson, secondPerson, withBooks } from '../open-office.ts';

export const openBehind: Command = async ({ args, options, folder }) => {
  if (args.length > 0) throw new UsageError('open-behind takes options only');
  return withBooks(folder, async (door) => {
    const found = door.shut;
    const first = await firstPerson(options);
    const second = await secondPerson(options);
    if (second === null) throw new RefusalError('SECOND_PERSON_REQUIRED', { option: '--authorised-by CODE' });
    const answer = await ask(door, 'office.acceptBooks', { first, second }, null);
    const office = verbs['office.acceptBooks'].output.parse(answer);
    const text = `Office ${office.code} ${office.name} is open as it is, on record (${found?.code ?? ''}).`;
    return { json: { office, found: found?.code ?? null, ...found?.details }, text };
  });
};
