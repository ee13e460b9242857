/** What is done in a holder's visit: corrections, closings, a name put right, losses and new cards, a statement. */
import { randomUUID } from 'node:crypto';
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import { cardNumber } from '../../offices/made-up-people.ts';
import { lossOf, MINUTE, statementOf } from '../../offices/small-office.ts';
import { balanceOf, type Account } from './books.ts';
import { daysFrom, timeOf } from './calendar.ts';
import type { Loss, Months } from './history.ts';
import type { Given, Member } from './staff.ts';

type Work = (
  months: Months,
  clerk: Member,
  at: { readonly visitId: string; readonly account: Account },
) => Promise<void>;

/** A holder comes, something is done, and mostly the visit is finished. */
export async function serve(months: Months, work: Work, leaves = 7): Promise<void> {
  const { chance, books, office, losses } = months;
  const clerk = await months.someone(['clerk', 'clerk', 'supervisor']);
  if (clerk === null) return;
  const isBusy = months.visitsGoingOn().includes(clerk);
  const account = losses.length > 0 && chance.happens(35) ? chance.pick(losses).account : chance.pick(books.accounts);
  const card = chance.happens(3) ? (account.replaced.at(-1) ?? account.card) : account.card;
  const papers = { idNumber: account.idNumber, card, networkCheck: 'match-photo', secondaryDocument: null } as const;
  const reply = await months.ask('visit.open', { operationId: randomUUID(), ...papers, agent: null }, clerk);
  const stillBusy = isBusy && months.visitsGoingOn().includes(clerk);
  const visit = months.answered(
    'a visit',
    reply,
    stillBusy ? 'VISIT_OPEN' : card === account.card ? null : 'CARD_REPLACED',
  );
  if (visit === null) {
    months.refusedAtCounter(clerk);
    if (stillBusy) await finish(months, clerk);
    return;
  }
  months.did(clerk, 'visit');
  clerk.visit = { id: visit.visitId, lastActive: office.at };
  const loss = months.lossOf(account);
  const told = { status: visit.accountStatus, balanceFen: visit.balanceFen, loss: visit.cardLoss?.number ?? null };
  const status = account.closedOn === null ? 'open' : 'closed';
  months.agree('the holder', told, { status, balanceFen: balanceOf(account), loss: loss?.number ?? null });
  await work(months, clerk, { visitId: visit.visitId, account });
  if (!chance.happens(leaves)) await finish(months, clerk);
}

async function finish(months: Months, clerk: Member): Promise<void> {
  if (clerk.visit === null) return;
  months.answered('a visit finished', await months.ask('visit.finish', { visitId: clerk.visit.id }, clerk), null);
  clerk.visit = null;
}

/** Those who left somebody standing finish. */
export async function finishAll(months: Months): Promise<void> {
  for (const clerk of months.visitsGoingOn())
    if (months.staff.isSignedIn(clerk, months.office.at + MINUTE)) await finish(months, clerk);
}

/** Refusals count in the till; what was done kept the visit going. */
function settled<T>(months: Months, clerk: Member, kind: string, value: T | null): T | null {
  if (value === null) {
    months.refusedAtCounter(clerk);
    return null;
  }
  months.did(clerk, kind);
  if (clerk.visit !== null) clerk.visit.lastActive = months.office.at;
  return value;
}

/** A second person who cannot be one is told before the matter itself, one who is missing after it. */
function faultOf(months: Months, first: Member, second: Given | null, matter: string | null): string | null {
  const fault = months.staff.secondFault(first, second, months.office.at);
  return second === null ? (matter ?? fault) : (fault ?? matter);
}

export const correct: Work = async (months, clerk, { visitId, account }) => {
  const { chance, books } = months;
  const seq = chance.happens(5) ? 999 : Math.max(1, account.entries.length - chance.below(6));
  const command = { visitId, seq, reason: '入账有误' };
  if (chance.happens(15)) {
    await correctByQueue(months, clerk, account, command);
    return;
  }
  const second = months.second(clerk);
  const reply = await months.ask('entry.correct', { operationId: randomUUID(), ...command, second }, clerk);
  const fault = faultOf(months, clerk, second, books.correctionFault(account, seq)) ?? closingFault(months);
  takeCorrection(months, clerk, account, seq, months.answered('a correction', reply, fault));
};

const closingFault = ({ books }: Months): string | null => (books.isBeingClosed ? 'DAY_BEING_CLOSED' : null);

interface Corrected {
  readonly seq: number;
  readonly amountFen: number;
  readonly balanceFen: number;
}

function takeCorrection(months: Months, clerk: Member, account: Account, seq: number, value: Corrected | null): void {
  const posted = settled(months, clerk, 'correction', value);
  if (posted === null) return;
  const entry = months.books.correct(account, seq);
  const told = [posted.seq, posted.amountFen, posted.balanceFen];
  months.agree('the correction', told, [entry.seq, entry.amountFen, entry.balanceFen]);
}

interface Asked {
  readonly visitId: string;
  readonly seq: number;
  readonly reason: string;
}

/** Asked in the queue; decided and used at once, refused there, or left to wait. */
async function correctByQueue(months: Months, clerk: Member, account: Account, command: Asked): Promise<void> {
  const { chance, books, requests, office } = months;
  const asked = { operationId: randomUUID(), verb: 'entry.correct', input: { ...command } } as const;
  const reply = await months.ask('approval.ask', asked, clerk);
  const fault = books.correctionFault(account, command.seq);
  const request = months.answered('a request', reply, fault);
  if (request === null) return;
  if (clerk.visit !== null) clerk.visit.lastActive = office.at;
  const waiting = {
    askedBy: clerk.code,
    expiresAt: office.at + months.number('approvalMinutes') * MINUTE,
    isDecided: false,
  };
  requests.push(waiting);
  if (chance.happens(40)) return;
  const able = months.staff
    .atWork()
    .filter((each) => each.role !== 'clerk' && each !== clerk && each.name !== clerk.name);
  const decider = able.length === 0 ? null : await months.signedIn(chance.pick(able).code);
  if (decider === null) return;
  const decision = chance.happens(75) ? 'approve' : 'refuse';
  const { requestId } = request;
  const word = { decision, reason: decision === 'refuse' ? '凭证不全' : null, password: decider.password } as const;
  const decided = await months.ask('approval.decide', { operationId: randomUUID(), requestId, ...word }, decider);
  months.answered(`a request decided: ${decision}`, decided, null);
  waiting.isDecided = true;
  const used = await months.ask(
    'entry.correct',
    { operationId: randomUUID(), ...command, second: { requestId } },
    clerk,
  );
  const usedFault = decision === 'refuse' ? 'APPROVAL_REFUSED' : closingFault(months);
  takeCorrection(months, clerk, account, command.seq, months.answered('a correction from the queue', used, usedFault));
}

export const closeAccount: Work = async (months, clerk, { visitId, account }) => {
  const { chance, books } = months;
  // What is nought posts nothing, and interest that is half booked would pass it by: the rule says nothing of it.
  if (books.isBeingClosed && balanceOf(account) === 0) return;
  const second = months.second(clerk);
  const reference = chance.happens(70) ? `YBJ-${months.next()}` : null;
  const reply = await months.ask('holder.close', { operationId: randomUUID(), visitId, reference, second }, clerk);
  const holdsSome = balanceOf(account) !== 0;
  const matter =
    account.closedOn !== null ? 'ACCOUNT_CLOSED' : holdsSome && reference === null ? 'ACCOUNT_BALANCE' : null;
  const fault = faultOf(months, clerk, second, matter) ?? (holdsSome ? closingFault(months) : null);
  const closed = settled(months, clerk, 'holder', months.answered('a closing', reply, fault));
  if (closed === null) return;
  const paidOutFen = books.close(account);
  months.agree('the closing', [closed.closedOn, closed.paidOutFen], [books.day, paidOutFen]);
};

export const rename: Work = async (months, clerk, { visitId, account }) => {
  const second = months.second(clerk);
  const name = months.chance.pick([account.name, `李新${months.next()}`]);
  const asked = { operationId: randomUUID(), visitId, name, idNumber: null, sex: null, document: '户口簿', second };
  const reply = await months.ask('holder.correct', asked, clerk);
  const matter = account.closedOn !== null ? 'ACCOUNT_CLOSED' : name === account.name ? 'HOLDER_UNCHANGED' : null;
  const fault = faultOf(months, clerk, second, matter);
  if (settled(months, clerk, 'holder', months.answered('a name', reply, fault)) !== null) account.name = name;
};

export const reportLoss: Work = async (months, clerk, { visitId, account }) => {
  const { chance, losses, books, office, today } = months;
  if (account.closedOn !== null) return;
  const kind = chance.happens(50) ? 'oral' : 'formal';
  const open = months.lossOf(account);
  const reply = await months.ask('loss.report', lossOf(visitId, { kind, address: '人民路一号' }), clerk);
  const fault = open?.state === 'formal' ? 'LOSS_ALREADY_REPORTED' : null;
  const report = settled(months, clerk, 'loss', months.answered(`a loss: ${kind}`, reply, fault));
  if (report === null) return;
  const reissueFrom = kind === 'oral' ? null : daysFrom(today, months.number('reissueWaitDays'));
  if (open !== undefined && kind === 'formal') {
    Object.assign(open, { state: 'formal', reissueFrom });
    open.hold.until = null;
    months.agree('the report that is confirmed', report.number, open.number);
    return;
  }
  const from = open?.hold.from ?? timeOf(office.at);
  if (open !== undefined) {
    open.state = 'ended';
    open.hold.until = open.hold.from;
  }
  const lapsesOn = kind === 'oral' ? daysFrom(today, months.number('oralLossDays')) : null;
  const hold = { card: account.card, from, until: lapsesOn === null ? null : `${daysFrom(lapsesOn, 1)} 00:00:00` };
  books.holds.push(hold);
  losses.push({ number: report.number, account, state: kind, lapsesOn, reissueFrom, hold });
};

/** Found again, or a new card; the report may have lapsed by then. */
export const endLoss: Work = async (months, clerk, { visitId, account }) => {
  const loss = months.losses.findLast((each) => each.account === account);
  if (loss === undefined || account.closedOn !== null) return;
  const isOpen = months.lossOf(account) === loss;
  await (months.chance.happens(50) ? cancel : reissue)(months, clerk, { visitId, loss, isOpen });
};

interface LossAt {
  readonly visitId: string;
  readonly loss: Loss;
  readonly isOpen: boolean;
}

async function cancel(months: Months, clerk: Member, { visitId, loss, isOpen }: LossAt): Promise<void> {
  const second = loss.state === 'formal' ? months.second(clerk) : null;
  const { number } = loss;
  const reply = await months.ask('loss.cancel', { operationId: randomUUID(), visitId, number, second }, clerk);
  const matter = isOpen ? null : 'LOSS_STATE';
  const fault = isOpen && loss.state === 'oral' ? null : faultOf(months, clerk, second, matter);
  if (settled(months, clerk, 'loss-ended', months.answered('a loss cancelled', reply, fault)) === null) return;
  loss.state = 'ended';
  loss.hold.until = timeOf(months.office.at);
}

async function reissue(months: Months, clerk: Member, { visitId, loss, isOpen }: LossAt): Promise<void> {
  const { chance, books, today } = months;
  const at = months.next();
  const [newCard, second] = [cardNumber(5_000 + at), months.second(clerk)];
  const feeClass = chance.pick(['standard', 'reduced', 'exempt'] as const);
  const given = { newCard, newInsuranceNumber: `YB9${String(at).padStart(7, '0')}`, feeClass };
  const asked = { operationId: randomUUID(), visitId, number: loss.number, ...given, second };
  const reply = await months.ask('loss.reissue', asked, clerk);
  const early = today < (loss.reissueFrom ?? '') ? 'REISSUE_TOO_EARLY' : null;
  const matter = isOpen && loss.state === 'formal' ? early : 'LOSS_STATE';
  const fault = faultOf(months, clerk, second, matter);
  if (settled(months, clerk, 'card-replaced', months.answered('a new card', reply, fault)) === null) return;
  const feeFen = { standard: months.number('reissueFeeStandard'), reduced: 1_000, exempt: 0 }[feeClass];
  months.tills.took(books.day, clerk.code, feeClass, feeFen);
  loss.state = 'ended';
  loss.account.replaced.push(loss.account.card);
  loss.account.card = newCard;
}

/** Of some months, with its sums and every entry. */
export const statement: Work = async (months, clerk, { visitId, account }) => {
  const from = daysFrom(months.books.day, -months.chance.below(200));
  const to = daysFrom(from, months.chance.below(200));
  const reply = await months.ask('statement.prepare', statementOf(visitId, from, businessDate(to)), clerk);
  const value = months.answered('a statement', reply, null);
  if (value === null) return;
  if (clerk.visit !== null) clerk.visit.lastActive = months.office.at;
  const inside = account.entries.filter(({ date }) => date >= from && date <= to);
  const sum = (...kinds: string[]): number =>
    inside.reduce((total, { kind, amountFen }) => total + (kinds.includes(kind) ? amountFen : 0), 0);
  const openingFen = account.entries.filter(({ date }) => date < from).at(-1)?.balanceFen ?? 0;
  months.agree('the sums of a statement', value.totals, {
    ...{ openingFen, closingFen: inside.at(-1)?.balanceFen ?? openingFen, allocatedFen: sum('allocation') },
    ...{ consumedFen: Math.abs(sum('consumption')), refundedFen: sum('void', 'refund'), interestFen: sum('interest') },
  });
  const told = value.entries.map(({ seq, date, kind, amountFen, balanceFen }) => ({
    seq,
    date,
    kind,
    amountFen,
    balanceFen,
  }));
  months.agree('the entries of a statement', told, inside);
};
