/** `interest list`, `interest worksheet`: the quarters that were settled, and how one account's interest was reckoned. */
import { isBusinessDate } from '../../../contract/kernel/dates.ts';
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import type { InterestWorksheet } from '../../../contract/interest/interest-verbs.ts';
import { asActingClerk, inVisit, requireToken } from '../acting-clerk.ts';
import { required, UsageError, type Command, type CommandResult, type OptionValues } from '../command.ts';
import { openVisitByCards } from '../visit-by-cards.ts';
import { askFor, type OpenedOffice } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';
import { writeWhole } from '../output-file.ts';

export const interest: Command = async ({ args, options, folder }) => {
  const [act, ...rest] = args;
  if (rest.length > 0 || (act !== 'list' && act !== 'worksheet')) throw new UsageError('interest list | worksheet');
  if (act === 'list') return withOffice(folder, listed);
  const settledTo = required(options, 'to');
  if (!isBusinessDate(settledTo)) throw new UsageError('--to must be an existing date YYYY-MM-DD');
  const cards = { idNumber: required(options, 'id-number'), card: required(options, 'card') };
  return withOffice(folder, (office) =>
    asActingClerk(office, options, async (given) => {
      const token = requireToken(given);
      const visitId = await openVisitByCards(office, token, cards);
      const sheet = await inVisit(office, token, visitId, () =>
        askFor(office, 'interest.worksheet', { visitId, settledTo }, token),
      );
      return written(sheet, options);
    }),
  );
};

async function listed(office: OpenedOffice): Promise<CommandResult> {
  const settlements = await askFor(office, 'interest.settlements', {}, null);
  const lines = settlements.map(
    ({ from, to, state, accounts, amountFen }) =>
      `${from} to ${to}: ${yuanGrouped(amountFen)} yuan for ${accounts} accounts, ${state}`,
  );
  return { json: settlements, text: lines.join('\n') };
}

async function written({ pdf, pages, ...sheet }: InterestWorksheet, { out }: OptionValues): Promise<CommandResult> {
  if (out !== undefined) await writeWhole(out, [pdf]);
  const { from, to, demandYuan, carryOverYuan, amountFen } = sheet;
  const sum = `${from} to ${to}: ${demandYuan} and ${carryOverYuan} are ${yuanGrouped(amountFen)} yuan`;
  return { json: { ...sheet, pages }, text: out === undefined ? sum : `${sum}; written to ${out}` };
}
