/** How an account's interest of a quarter was reckoned: day by day from its entries, as a table and as a paper. */
import type { Input, Output } from '../../contract/verbs.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { addDays, type BusinessDate, type Instant } from '../../contract/kernel/dates.ts';
import { requireByAccountId } from '../account/holder-rows.ts';
import { interestReference } from '../account/posting-rows.ts';
import { maskCard } from '../numbers/masking.ts';
import { officeTime } from '../office/office-clock-rules.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { Reading } from '../books/books.ts';
import type { Asked, InVisit } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import { inVisit } from '../request/visit/current-visit.ts';
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
  return asked.books.read((reading) => drawn(reading, asked, { settledTo, madeAt: reading.at }));
}

/** Throws RefusalError INTEREST_UNKNOWN. */
async function drawWorksheet(
  asked: Asked<'interest.drawWorksheet'>,
  { settledTo, madeAt }: Input<'interest.drawWorksheet'>,
): Promise<Output<'interest.drawWorksheet'>> {
  return asked.books.write(
    inVisit(asked, async (writing) => {
      const { pdf, reference: of } = await drawn(writing, asked, { settledTo, madeAt });
      await recordDone(writing, asked, { subject: of, details: { to: settledTo } });
      return { pdf, fileName: `interest-${of}.pdf` };
    }),
  );
}

interface Wanted {
  readonly settledTo: BusinessDate;
  readonly madeAt: Instant;
}

async function drawn(reading: Reading, { visit, session }: InVisit, { settledTo, madeAt }: Wanted) {
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
  const paper = worksheetPdf({
    ...sheet,
    office: { code: office.code, name: office.name },
    accountNumber: account.accountNumber,
    card: maskCard(account.card),
    clerk: session.clerk.code,
    madeAt: { instant: madeAt, local: officeTime(office, madeAt) },
  });
  return { ...sheet, madeAt, ...paper };
}

export const interestWorksheetsHandlers = {
  'interest.settlements': settlements,
  'interest.worksheet': worksheet,
  'interest.drawWorksheet': drawWorksheet,
};
