/** The visit: who stands at the counter, proven by ID card and medical card together (docs/rules.md 2). */
import { randomUUID } from 'node:crypto';
import { monthStart, type BusinessDate, type Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { ZERO_FEN } from '../../contract/kernel/money.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { Visit } from '../../contract/office/office-views.ts';
import { judgeCardNumber } from '../numbers/card-number.ts';
import { maskCard, maskIdNumber, maskName, maskPhone } from '../numbers/masking.ts';
import { officeDay } from '../office/office-clock-rules.ts';
import { countUnprinted } from '../paper/printed-entry-rules.ts';
import { readPhone } from '../numbers/phone-number.ts';
import { judgeResidentId, normaliseResidentId } from '../numbers/resident-id.ts';
import type { Settings } from '../office/setting-rules.ts';
import { GUARDIAN_AGE, visitorFault } from '../request/visit/visit-rules.ts';
import { appendAudit } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import { readPrintedRanges } from '../paper/document-rows.ts';
import { readMonthSums } from '../account/entry-rows.ts';
import { findByCard, requireByAccountId, type HolderAccount } from '../account/holder-rows.ts';
import { findOpenCardLoss } from '../loss/loss-rows.ts';
import { officeToday, readSettings, requireOffice } from '../office/office-rows.ts';
import { findPin, findTelephonePassword } from '../pin/pin-rows.ts';
import type { SessionRow } from '../request/session/session-rows.ts';
import { endVisit, findOpenVisit, insertVisit, type VisitRow } from '../request/visit/visit-rows.ts';
import { requireSound, requireVisit, requireVisitRow } from '../request/visit/current-visit.ts';
import { answeredOnce } from '../request/operations.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import { now, type Scope } from '../request/scope.ts';
import { holderByPerson } from '../account/holder-by-person.ts';
import { endIdleVisit, idleEnd } from '../request/visit/visit-idle.ts';
import { typedName } from '../names/typed-name.ts';

const REVEAL_MILLISECONDS = 30_000;
const MONTHS_SHOWN = 12;

/** Verdicts on numbers while they are typed; nothing is looked up. */
async function judgeNumbers(scope: Scope, input: Input<'number.judge'>): Promise<Output<'number.judge'>> {
  const today = await scope.books.read(officeToday);
  const id = input.idNumber.trim() === '' ? null : judgeResidentId(input.idNumber, today);
  const card = input.card.trim() === '' ? null : judgeCardNumber(input.card);
  return {
    id: id?.ok === true ? { ok: true, birth: id.birth, age: id.age, sex: id.sex } : id,
    card: card?.ok === true ? { ok: true } : card,
  };
}

async function openVisit(asked: Asked<'visit.open'>, input: Input<'visit.open'>): Promise<Output<'visit.open'>> {
  const { session } = asked;
  const work = async (writing: Writing): Promise<Visit> => {
    const numbers = soundNumbers(input, await officeToday(writing));
    await refuseSecondVisit(writing, session.hash, await readSettings(writing));
    return begin(writing, session, await provenHolder(writing, numbers), { ...input, cardShown: true });
  };
  return answeredOnce(asked, work, (writing, { visitId }) => openedBefore(writing, asked, visitId));
}

/** A visit opened twice under one id is shown as it is now. Throws RefusalError VISIT_ENDED once it is over. */
async function openedBefore(writing: Writing, scope: Scope, visitId: string): Promise<Visit> {
  return visitView(writing, await requireVisit(writing, scope, visitId), await readSettings(writing));
}

/** Somebody whose card is lost: ID number, name and phone on file together. */
async function openVisitWithoutCard(
  asked: Asked<'visit.openWithoutCard'>,
  input: Input<'visit.openWithoutCard'>,
): Promise<Output<'visit.openWithoutCard'>> {
  const { session } = asked;
  const work = async (writing: Writing): Promise<Visit> => {
    await refuseSecondVisit(writing, session.hash, await readSettings(writing));
    const holder = await holderByPerson(writing, input, await officeToday(writing));
    return begin(writing, session, holder, { ...input, cardShown: false });
  };
  return answeredOnce(asked, work, (writing, { visitId }) => openedBefore(writing, asked, visitId));
}

/** Who is at the counter by the papers of a loss report, without the card. Answers the visit's id. */
export async function openVisitOfReport({ books, session }: InSession, accountId: number): Promise<string> {
  return books.write(async (writing) => {
    const holder = await requireByAccountId(writing, accountId);
    const visitor = { networkCheck: 'match-no-photo', secondaryDocument: null, agent: null, cardShown: false } as const;
    return (await begin(writing, session, holder, visitor)).visitId;
  });
}

type InSession = Pick<Asked<'visit.openOfReport'>, 'books' | 'session'>;

type Visitor = Pick<Input<'visit.open'>, 'agent' | 'networkCheck' | 'secondaryDocument'> & {
  readonly cardShown: boolean;
};

async function begin(writing: Writing, session: SessionRow, holder: HolderAccount, visitor: Visitor): Promise<Visit> {
  const today = await officeToday(writing);
  const { networkCheck, secondaryDocument, cardShown } = visitor;
  const agent = visitor.agent === null ? null : recordedAgent(visitor.agent);
  const { age } = requireSound(holder.idNumber, today);
  const facts = { holderAge: age, holderIdNumber: holder.idNumber, networkCheck, secondaryDocument, agent };
  const fault = visitorFault(facts, today);
  if (fault !== null) throw new RefusalError(fault);
  const id = randomUUID();
  const { accountId, cardId } = holder;
  const visit = { id, sessionHash: session.hash, accountId, cardId, networkCheck, secondaryDocument, agent, cardShown };
  await insertVisit(writing, { ...visit, clerkCode: session.clerk.code });
  await appendAudit(writing, {
    actor: session.clerk.code,
    visitId: id,
    verb: 'visit.open',
    subject: holder.accountNumber,
    outcome: 'done',
    details: { networkCheck, secondaryDocument: secondaryDocument !== null, agent: agent?.relation ?? null, cardShown },
  });
  return visitView(writing, await requireVisitRow(writing, id), await readSettings(writing));
}

type Agent = NonNullable<Visitor['agent']>;

/** The agent as the record keeps them. Throws RefusalError NAME_INVALID. */
function recordedAgent(agent: Agent): Agent {
  const { phone } = agent;
  const name = typedName(agent.name);
  const recorded = { ...agent, name, idNumber: normaliseResidentId(agent.idNumber) };
  return phone === undefined ? recorded : { ...recorded, phone: readPhone(phone) ?? phone };
}

/** A session serves one customer at a time; a visit whose time ran out makes way. */
async function refuseSecondVisit(writing: Writing, sessionHash: string, settings: Settings): Promise<void> {
  const open = await findOpenVisit(writing, sessionHash);
  if (open === null) return;
  const endsAt = idleEnd(open, settings);
  if (writing.at < endsAt) throw new RefusalError('VISIT_OPEN');
  await endVisit(writing, open.id, { at: endsAt, reason: 'idle' });
}

interface SoundNumbers {
  readonly idNumber: string;
  readonly card: string;
}

function soundNumbers(input: { readonly idNumber: string; readonly card: string }, today: BusinessDate): SoundNumbers {
  const id = judgeResidentId(input.idNumber, today);
  if (!id.ok) throw new RefusalError('ID_NUMBER_INVALID', { fault: id.fault });
  const card = judgeCardNumber(input.card);
  if (!card.ok) throw new RefusalError('CARD_NUMBER_INVALID', { fault: card.fault });
  return { idNumber: id.id, card: card.card };
}

async function provenHolder(reading: Reading, { idNumber, card }: SoundNumbers): Promise<HolderAccount> {
  const holder = await findByCard(reading, card);
  const belongs = holder !== null && holder.idNumber === idNumber;
  // The same sentence whichever of the two is wrong: it must not tell which numbers exist.
  if (!belongs) throw new RefusalError('PAIR_MISMATCH');
  if (holder.cardStatus === 'replaced') throw new RefusalError('CARD_REPLACED');
  return holder;
}

async function currentVisit({ books, session }: Asked<'visit.current'>): Promise<Output<'visit.current'>> {
  const { view, over } = await books.read(async (reading) => {
    const settings = await readSettings(reading);
    const visit = await findOpenVisit(reading, session.hash);
    if (visit === null) return { view: null, over: null };
    const idle = reading.at >= idleEnd(visit, settings);
    return idle ? { view: null, over: visit.id } : { view: await visitView(reading, visit, settings), over: null };
  });
  if (over !== null) await books.write((writing) => endIdleVisit(writing, over), { whileBehind: true });
  return view;
}

async function finishVisit(asked: Asked<'visit.finish'>): Promise<Output<'visit.finish'>> {
  await asked.books.write(async (writing) => {
    const visit = await requireVisitRow(writing, asked.visit.id);
    // Finishing what has ended by itself is no mistake of the clerk's.
    if (visit.endedAt !== null) return;
    await endVisit(writing, visit.id, { at: writing.at, reason: 'finished' });
    await recordDone(writing, asked, {});
  });
  return {};
}

/** One whole value for 30 seconds, for a reason, on record (docs/rules.md 2). */
async function reveal(asked: Asked<'visit.reveal'>, input: Input<'visit.reveal'>): Promise<Output<'visit.reveal'>> {
  const { visit } = asked;
  if (input.reason.length < 2) throw new RefusalError('REASON_REQUIRED');
  const work = async (writing: Writing): Promise<Output<'visit.reveal'>> => {
    const holder = await requireByAccountId(writing, visit.accountId);
    const values = {
      idNumber: holder.idNumber,
      card: holder.card,
      phone: holder.phone,
      agentIdNumber: visit.agent?.idNumber ?? null,
    };
    const value = values[input.field];
    if (value === '') throw new RefusalError('PHONE_MISSING');
    if (value === null) throw new RefusalError('INPUT_INVALID', { field: input.field });
    const details = { field: input.field, reason: input.reason };
    await recordDone(writing, asked, { subject: holder.accountNumber, details });
    return { value, until: (now(asked) + REVEAL_MILLISECONDS) as Instant };
  };
  return answeredOnce(asked, work, async (writing, kept) => {
    // What was shown for 30 seconds is shown again after another record only.
    if (writing.at >= kept.until) throw new RefusalError('OPERATION_REUSED');
    return kept;
  });
}

async function visitView(reading: Reading, visit: VisitRow, settings: Settings): Promise<Visit> {
  const holder = await requireByAccountId(reading, visit.accountId);
  const office = await requireOffice(reading);
  const id = requireSound(holder.idNumber, officeDay(office, reading.at));
  const loss = await findOpenCardLoss(reading, visit.accountId);
  const printed = await readPrintedRanges(reading, visit.accountId);
  return {
    visitId: visit.id,
    holderName: holder.name,
    holderNameMasked: maskName(holder.name),
    age: id.age,
    sex: holder.sex ?? id.sex,
    idMasked: maskIdNumber(holder.idNumber),
    cardMasked: maskCard(holder.card),
    phoneMasked: maskPhone(holder.phone),
    employer: holder.employer,
    accountNumber: holder.accountNumber,
    accountStatus: holder.accountStatus,
    cardShown: visit.cardShown,
    cardLoss: loss === null ? null : { number: loss.number, kind: loss.kind },
    pinState: (await findPin(reading, visit.accountId))?.state ?? 'none',
    telephonePasswordSet: (await findTelephonePassword(reading, visit.accountId)) !== null,
    openedOn: holder.openedOn,
    balanceFen: holder.balanceFen,
    unprinted: countUnprinted(holder.lastSeq, printed),
    printGate: settings.printGate,
    printGateWarning: settings.printGateWarning,
    networkCheck: visit.networkCheck,
    agent: agentView(visit, id.age),
    months: await lastMonths(reading, visit.accountId, office.businessDate),
    endsAt: idleEnd(visit, settings),
  };
}

function agentView({ agent }: VisitRow, holderAge: number): Visit['agent'] {
  if (agent === null) return null;
  return {
    nameMasked: maskName(agent.name),
    idMasked: maskIdNumber(agent.idNumber),
    relation: agent.relation,
    guardian: holderAge < GUARDIAN_AGE,
  };
}

async function lastMonths(reading: Reading, accountId: number, today: BusinessDate): Promise<Visit['months']> {
  const first = monthStart(today, 1 - MONTHS_SHOWN);
  const sums = new Map((await readMonthSums(reading, accountId, first)).map((each) => [each.month, each]));
  return Array.from({ length: MONTHS_SHOWN }, (_, back) => {
    const month = monthStart(first, back).slice(0, 7);
    return sums.get(month) ?? { month, allocatedFen: ZERO_FEN, consumedFen: ZERO_FEN };
  });
}

export const visitsHandlers = {
  'number.judge': judgeNumbers,
  'visit.open': openVisit,
  'visit.openWithoutCard': openVisitWithoutCard,
  'visit.current': currentVisit,
  'visit.finish': finishVisit,
  'visit.reveal': reveal,
};
