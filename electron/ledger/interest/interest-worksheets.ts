/** How an account's interest of a quarter was reckoned: day by day from its entries, as a table and as a paper. */
import type { Input, Output } from '../../contract/verbs.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { addDays } from '../../contract/kernel/dates.ts';
import { requireByAccountId } from '../account/holder-rows.ts';
import { interestReference } from '../account/posting-rows.ts';
import { maskCard } from '../numbers/masking.ts';
import { officeTime } from '../office/office-clock-rules.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { carryOverOf, findSettlement, listSettlements, type Settlement } from './interest-rows.ts';
import { exactYuan, interestOf, stretchesOf } from './interest-rules.ts';
import { accountBalances, cutBy } from './interest-settlement.ts';
import { worksheetPdf } from './interest-worksheet-paper.ts';

async function settlements({ books }: Asked<'interest.settlements'>): Promise<Output<'interest.settlements'>> {
  const all = await books.read(listSettlements);
  return all.toReversed().map(shown);
}

function shown({ from, to, state, demandRates, carryOverRates, accounts, amountFen }: Settlement) {
  return { from, to, reference: interestReference(to), state, demandRates, carryOverRates, accounts, amountFen };
}

/** Throws RefusalError INTEREST_UNKNOWN where nothing was settled on that day. */
async function worksheet(
  asked: Asked<'interest.worksheet'>,
  { settledTo }: Input<'interest.worksheet'>,
): Promise<Output<'interest.worksheet'>> {
  const { visit, session } = asked;
  return asked.books.read(async (reading) => {
    const settlement = await findSettlement(reading, settledTo);
    if (settlement?.state !== 'posted') throw new RefusalError('INTEREST_UNKNOWN', { date: settledTo });
    const account = await requireByAccountId(reading, visit.accountId);
    const before = addDays(settlement.from, -1);
    const carryOverFen = await carryOverOf(reading, visit.accountId, before);
    const balances = accountBalances(reading, settlement)({ id: visit.accountId, carryOverFen });
    const stretches = stretchesOf(cutBy(settlement, settlement), balances);
    const { demand, carryOver, amountFen } = interestOf(stretches);
    const { from, to } = settlement;
    const sheet = {
      ...{ from, to, reference: interestReference(to), stretches, amountFen },
      ...{ demandYuan: exactYuan(demand), carryOverYuan: exactYuan(carryOver) },
    };
    const office = await requireOffice(reading);
    const drawn = worksheetPdf({
      ...sheet,
      office: { code: office.code, name: office.name },
      accountNumber: account.accountNumber,
      card: maskCard(account.card),
      clerk: session.clerk.code,
      madeAt: { instant: reading.at, local: officeTime(office, reading.at) },
    });
    return { ...sheet, ...drawn };
  });
}

export const interestWorksheetsHandlers = {
  'interest.settlements': settlements,
  'interest.worksheet': worksheet,
};
