/** The department's and the institutions' files through the counter: received, posted with a second person, dropped or left. */
import { randomUUID } from 'node:crypto';
import type { FileOutcome } from '../../../electron/contract/office/office-views.ts';
import {
  allocationCsv,
  cardNumber,
  person,
  registerCsv,
  residentId,
  settlementCsv,
} from '../../offices/made-up-people.ts';
import { inChunks } from '../../offices/office-care.ts';
import { balanceOf, type Credit, type Sale, type Verdict } from './books.ts';
import { timeOf } from './calendar.ts';
import type { Months } from './history.ts';
import type { Given, Member } from './staff.ts';

const PEOPLE = 14;
const yuan = (fen: number): string =>
  `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;

/** Null where the clerk's window is closed by then. */
async function received(months: Months, clerk: Member, text: string): Promise<string | null> {
  const bytes = Buffer.from(text);
  const begun = await months.ask('intake.begin', { name: 'a.csv', bytes: bytes.length }, clerk);
  const intakeId = months.answered('a file begun', begun, null)?.intakeId ?? '';
  for (const piece of inChunks(bytes))
    months.answered('a piece', await months.ask('intake.chunk', { intakeId, ...piece }, clerk), null);
  months.spooled.parts += 1;
  if (months.chance.happens(3)) return null;
  months.answered('a file received', await months.ask('intake.end', { intakeId }, clerk), null);
  months.spooled.parts -= 1;
  months.spooled.whole.push(text);
  return intakeId;
}

/** Receives it and mostly posts it; answers the outcome, null where it was not posted. */
async function posted(months: Months, clerk: Member, text: string, judge: () => Verdict | string | null) {
  const { chance, spooled } = months;
  const intakeId = await received(months, clerk, text);
  if (intakeId === null) return null;
  if (chance.happens(5)) return null;
  const second: Given | null = months.second(clerk);
  const reply = await months.ask('file.post', { operationId: randomUUID(), intakeId, second }, clerk);
  const fault = months.staff.secondFault(clerk, second, months.office.at);
  const verdict = fault ?? judge();
  const outcome = months.answered('a file posted', reply, typeof verdict === 'string' ? verdict : null);
  if (outcome === null) months.refusedAtCounter(clerk);
  if (outcome?.posted === true) spooled.posted.add(text);
  if (outcome?.posted === true ? chance.happens(50) : chance.happens(70)) {
    months.answered('a file dropped', await months.ask('intake.discard', { intakeId }, clerk), null);
    spooled.whole.splice(spooled.whole.indexOf(text), 1);
  }
  return outcome === null ? null : { outcome, verdict };
}

function toldOf(outcome: FileOutcome) {
  if (outcome.kind === 'register' || outcome.kind === 'institutions') throw new Error('a file taken for another kind');
  const { posted: isPosted, accepted, amountFen, fileReason } = outcome;
  const rejected = outcome.rejected.map(({ id, reason }) => [id, reason]);
  return { posted: isPosted, accepted, amountFen, rejected, fileReason };
}

async function postBatch(months: Months, clerk: Member, text: string, judge: () => Verdict | string): Promise<void> {
  const done = await posted(months, clerk, text, judge);
  if (done === null) return;
  months.agree('the file', toldOf(done.outcome), done.verdict);
  if (!done.outcome.posted) return;
  months.did(clerk, 'file');
  await months.compareAccounts();
}

/** Two or three people of whom nobody knew yet. */
export async function loadRegister(months: Months): Promise<void> {
  const { books, chance } = months;
  const from = books.accounts.length;
  const clerk = from >= PEOPLE ? null : await months.someone(['clerk', 'supervisor']);
  if (clerk === null) return;
  const people = Array.from({ length: 1 + chance.below(3) }, (_, at) => person(from + at));
  const done = await posted(months, clerk, registerCsv(people), () => null);
  if (done === null) return;
  const told =
    done.outcome.kind === 'register' ? [done.outcome.added, done.outcome.updated, done.outcome.refusedCount] : [];
  months.agree('the register', told, [people.length, 0, 0]);
  months.did(clerk, 'file');
  for (const each of people) addAccount(months, from + people.indexOf(each));
}

export function addAccount({ books }: Months, at: number): void {
  const { idNumber, name, phone, card } = person(at);
  const fresh = { replaced: [], closedOn: null, entries: [], corrected: new Set<number>() };
  books.accounts.push({ person: at, idNumber, phone, name, card, ...fresh });
}

export async function postAllocation(months: Months): Promise<void> {
  const { chance, books } = months;
  const clerk = await months.someone(['clerk', 'clerk', 'supervisor']);
  if (clerk === null) return;
  const credits: Credit[] = books.accounts
    .filter(() => chance.happens(70))
    .map((account, at) => {
      const replaced = account.replaced.at(-1);
      const card = replaced !== undefined && chance.happens(15) ? replaced : account.card;
      const name = chance.happens(4) ? `${account.name}儿` : account.name;
      const amountFen = chance.pick([0, 1, 1_250, 8_000, 25_050, 40_000, 90_000, 250_000, 1_000_001]);
      return { id: String(chance.happens(4) ? 1 : at + 1), card, idNumber: account.idNumber, name, amountFen };
    });
  const idNumber = residentId('19700101', 7);
  if (credits.length === 0 || chance.happens(10))
    credits.push({ id: '99', card: cardNumber(8_888), idNumber, name: '无名', amountFen: 100 });
  const lines = credits.map(({ id, amountFen, ...to }) => ({
    id,
    to: { ...person(0), ...to },
    amount: yuan(amountFen),
  }));
  const number = chance.happens(6) ? `YB${months.next() - 3}` : `YB${months.next()}`;
  const total = yuan(credits.reduce((sum, { amountFen }) => sum + amountFen, 0));
  await postBatch(months, clerk, allocationCsv(number, total, lines), () => books.allocation(number, credits));
}

const KINDS = { consumption: '消费', void: '撤销', refund: '退货' } as const;

export async function postSettlement(months: Months): Promise<void> {
  const { chance, books } = months;
  const clerk = await months.someone(['clerk', 'clerk', 'supervisor']);
  if (clerk === null) return;
  const number = chance.happens(5) ? `QS${months.next() - 3}` : `QS${months.next()}`;
  const sales: Sale[] = [];
  for (let left = 1 + chance.below(8); left > 0; left -= 1) sales.push(drawSale(months, sales, number));
  const lines = sales.map(({ kind, amountFen, time, ...sale }) => ({
    ...{ ...sale, kind: KINDS[kind], amount: yuan(amountFen), time: time.replaceAll(/\D/g, '') },
  }));
  const net = sales.reduce((sum, { kind, amountFen }) => sum + (kind === 'consumption' ? amountFen : -amountFen), 0);
  await postBatch(months, clerk, settlementCsv(number, yuan(net), lines), () => books.settlement(number, sales));
}

function drawSale(months: Months, before: readonly Sale[], number: string): Sale {
  const { chance, books } = months;
  const account = chance.pick(books.accounts);
  const replaced = account.replaced.at(-1);
  const balance = balanceOf(account);
  const known = books.payments();
  const sale: Sale = {
    reference: known.length > 0 && chance.happens(3) ? chance.pick(known) : `${number}-${before.length + 1}`,
    card: replaced !== undefined && chance.happens(20) ? replaced : account.card,
    kind: 'consumption',
    amountFen: chance.pick([0, 1, 500, 2_000, 3_330, Math.floor(balance / 2), balance, balance + 1]),
    original: '',
    institution: chance.happens(3) ? 'H9999' : 'H0001',
    terminal: chance.happens(3) ? 'T9' : 'T1',
    time: timeOf(months.office.at - chance.pick([3_600_000, 30 * 3_600_000])),
  };
  return chance.happens(30) ? asReturn(months, before, sale) : sale;
}

/** A void or refund of a late payment, of one in the same file, or of none. */
function asReturn({ chance, books }: Months, before: readonly Sale[], sale: Sale): Sale {
  const late = books
    .payments()
    .slice(-25)
    .flatMap((reference) => {
      const paid = books.paymentOf(reference);
      return paid === null ? [] : [{ original: reference, card: paid.account.card, amountFen: paid.amountFen }];
    });
  const here = before.map(({ reference, card, amountFen }) => ({ original: reference, card, amountFen }));
  const candidates = [...late, ...here];
  const kind = chance.happens(50) ? 'void' : 'refund';
  if (candidates.length === 0 || chance.happens(8)) return { ...sale, kind, original: 'none' };
  const found = chance.pick(candidates);
  const amountFen = chance.happens(75) ? found.amountFen : Math.ceil(found.amountFen / 2);
  return { ...sale, kind, ...found, amountFen };
}
