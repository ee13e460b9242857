/** Visits, documents and the print queue of the fake program. */
import { addDays, ageOn, businessDate, monthStart } from '../../../electron/contract/kernel/dates.ts';
import { fen } from '../../../electron/contract/kernel/money.ts';
import type { Input } from '../../../electron/contract/verbs.ts';
import type { PrintJob, StatementEntry, Visit } from '../../../electron/contract/office/office-views.ts';
import { judgeCardNumber } from '../../../electron/ledger/numbers/card-number.ts';
import { judgeResidentId } from '../../../electron/ledger/numbers/resident-id.ts';
import {
  givenAgain,
  at,
  refusedWith,
  ok,
  pageFrom,
  today,
  type CustomerName,
  type FakeOptions,
  type FakeState,
} from './fake-state.ts';
import { quartersInterest } from './fake-interest.ts';
import type { Answers } from './fake-wire.ts';

/** Sixty characters, as the register of institutions may have them, and twelve digits. */
export const longInstitution = '北京市朝阳区建国门外社区卫生服务中心'.repeat(4).slice(0, 60);
export const largeFen = fen(9_999_999_999_99);

function entriesFrom(count: number, longest = false): StatementEntry[] {
  let balance = 123456 + count * 900;
  return Array.from({ length: count }, (_, index): StatementEntry => {
    const isAllocation = index % 8 === 0;
    const amount = isAllocation ? 30000 : -(1500 + ((index * 7919) % 12000));
    balance += amount;
    const date = addDays(businessDate('2024-02-03'), index * 3);
    return {
      seq: index + 1,
      date,
      occurredAt: isAllocation ? null : `${addDays(date, -1)} 10:1${index % 10}:00`,
      kind: isAllocation ? 'allocation' : index % 13 === 5 ? 'refund' : 'consumption',
      amountFen: longest ? fen(isAllocation ? largeFen : -largeFen) : fen(amount),
      balanceFen: longest ? largeFen : fen(balance),
      place: isAllocation ? null : longest ? longInstitution : index % 2 ? '北京协和医院' : '同仁堂大药房(建国门店)',
      terminal: isAllocation ? null : 'T000101',
      reference: isAllocation ? String(index + 1) : `P${String(index + 1).padStart(9, '0')}`,
      batch: isAllocation ? `YB${date.slice(0, 4)}${date.slice(5, 7)}31001` : null,
      text: isAllocation ? '2024年1月个人账户划入' : null,
      corrects: null,
    };
  });
}

const people: Readonly<Record<CustomerName, Person>> = {
  zhang: {
    holderName: '张建华',
    holderNameMasked: '张*',
    idMasked: '110***********002X',
    cardMasked: '621330******0011',
    phoneMasked: '138****5678',
    accountNumber: '010100000011',
  },
  li: {
    holderName: '李秋菊',
    holderNameMasked: '李*',
    idMasked: '320***********1127',
    cardMasked: '621330******0029',
    phoneMasked: '139****1111',
    accountNumber: '010100000029',
  },
};
type Person = Pick<
  Visit,
  'holderName' | 'holderNameMasked' | 'idMasked' | 'cardMasked' | 'phoneMasked' | 'accountNumber'
>;

type Opened = Pick<Input<'visit.open'>, 'networkCheck' | 'agent'>;

function visitFrom(
  person: Person,
  input: Opened,
  cardShown: boolean,
  { unprinted = 53, pinState = 'set', visit }: FakeOptions,
): Visit {
  return {
    visitId: crypto.randomUUID(),
    ...person,
    age: 34,
    sex: 'female',
    employer: '北京第一机床厂股份有限公司',
    accountStatus: 'open',
    cardShown,
    cardLoss: null,
    pinState,
    telephonePasswordSet: false,
    openedOn: businessDate('2023-05-04'),
    balanceFen: fen(123456),
    unprinted,
    printGate: 60,
    printGateWarning: 50,
    networkCheck: input.networkCheck,
    agent: input.agent
      ? { nameMasked: '王*', idMasked: '440***********0014', relation: '配偶', guardian: input.agent.householdRegister }
      : null,
    months: Array.from({ length: 12 }, (_, index) => ({
      month: monthStart(today, index - 11).slice(0, 7),
      allocatedFen: fen(30000),
      consumedFen: fen((index * 7919) % 40000),
    })),
    endsAt: at(Date.now() + 900_000),
    ...visit,
  };
}

/** The visit of a customer who showed both cards. */
export function visitOf(name: CustomerName, options: FakeOptions): Visit {
  return visitFrom(people[name], { networkCheck: 'match-photo', agent: null }, true, options);
}

/** Who comes to the counter, by how their ID number begins. */
function personWith(idNumber: string): Person | null {
  if (idNumber.startsWith('110')) return people.zhang;
  return idNumber.startsWith('320') ? people.li : null;
}

type VisitVerb =
  'number.judge' | 'visit.open' | 'visit.openWithoutCard' | 'visit.current' | 'visit.finish' | 'visit.reveal';

export function visitAnswers(state: FakeState): Answers<VisitVerb> {
  const { options } = state;
  return {
    'number.judge': ({ idNumber, card }) => {
      const id = idNumber === '' ? null : judgeResidentId(idNumber, today);
      const number = card === '' ? null : judgeCardNumber(card);
      return ok({
        id: id && (id.ok ? { ok: true, birth: id.birth, age: ageOn(id.birth, today), sex: id.sex } : id),
        card: number && (number.ok ? { ok: true } : number),
      });
    },
    'visit.open': (input) => {
      const person = personWith(input.idNumber);
      if (!person) return refusedWith('PAIR_MISMATCH', { left: 4 });
      state.visit = visitFrom(person, input, true, options);
      return ok(state.visit);
    },
    'visit.openWithoutCard': (input) => {
      const person = personWith(input.idNumber);
      if (!person) return refusedWith('PAIR_MISMATCH', { left: 4 });
      state.visit = visitFrom(person, input, false, options);
      return ok(state.visit);
    },
    'visit.current': () => ok(state.visit),
    'visit.finish': () => {
      state.visit = null;
      return ok({});
    },
    'visit.reveal': ({ field }) =>
      ok({ value: field === 'phone' ? '13812345678' : '11010519491231002X', until: at(Date.now() + 30_000) }),
  };
}

/** As the ledger judges them with the setting as it comes. */
export function pagesOf(
  { pages: wanted }: FakeOptions,
  usual: number,
): Pick<PrintJob, 'asksToPrint'> & { pages: number } {
  const pages = wanted ?? usual;
  return { pages, asksToPrint: pages > 50 };
}

/** Of the visit that goes on. */
const HERE = 'here';
export const isQueuedHere = ({ jobId, state }: PrintJob): boolean => jobId.startsWith(HERE) && state === 'queued';

function waitingJob(options: FakeOptions, place: number, documentNumber: string): PrintJob {
  return {
    jobId: `${HERE} ${place}`,
    documentNumber,
    kind: 'statement',
    copy: 1,
    state: 'queued',
    queuedAt: at(Date.now()),
    clerk: '1001',
    printer: options.printFails ? null : PRINTER,
    failure: options.printFails ? 'print-no-printer' : 'print-no-paper',
    cardMasked: '621330******0011',
    ...pagesOf(options, 1),
  };
}

const PRINTER = 'HP-LaserJet';

function printed(state: FakeState, documentNumber: string) {
  const { options } = state;
  if (state.visit) state.visit = { ...state.visit, unprinted: 0 };
  if (!options.printFails && state.sheets > 0) {
    state.sheets -= 1;
    const before = options.papersBefore ?? 0;
    givenAgain(state, documentNumber, 'printed');
    return ok({
      documentNumber,
      jobId: 'j1',
      outcome: 'printed' as const,
      printer: PRINTER,
      before,
      failure: null,
    });
  }
  const job = waitingJob(options, state.jobs.length + 1, documentNumber);
  state.jobs = [...state.jobs, job];
  const { jobId, printer, failure } = job;
  return ok({ documentNumber, jobId, outcome: 'queued' as const, printer, before: null, failure });
}

type DocumentVerb = 'statement.presets' | 'statement.prepare' | 'document.print' | 'document.save' | 'document.check';

export function documentAnswers(state: FakeState): Answers<DocumentVerb> {
  const { options } = state;
  return {
    'statement.presets': () =>
      ok({
        thisMonth: { from: businessDate('2025-02-01'), to: today },
        lastThreeMonths: { from: businessDate('2024-12-01'), to: today },
        thisYear: { from: businessDate('2025-01-01'), to: today },
        sinceLastPrint: (state.visit?.unprinted ?? 0) > 0 ? { from: businessDate('2024-02-03'), to: today } : null,
      }),
    'statement.prepare': async ({ period, kinds }) => {
      await options.pause?.();
      state.documents += 1;
      const { longest = false } = options;
      const entries = [...entriesFrom(options.lines ?? 42, longest), ...(options.interest ? [quartersInterest] : [])];
      const total = (usual: number) => (longest ? largeFen : fen(usual));
      const unprinted = state.visit?.unprinted ?? 0;
      return ok({
        documentNumber: `0101-20250203-${String(state.documents).padStart(6, '0')}`,
        verificationCode: 'K7QF-2M9X',
        period,
        totals: {
          openingFen: total(123456),
          closingFen: entries.at(-1)?.balanceFen ?? fen(123456),
          allocatedFen: total(180000),
          consumedFen: total(254310),
          refundedFen: total(3000),
          interestFen: total(0),
        },
        entries,
        nameMasked: options.nameMasked ?? false,
        clears: kinds === null ? unprinted : 0,
        unprinted,
        ...pagesOf(options, 3),
        pdf: options.pdf ?? new Uint8Array(),
      });
    },
    'document.print': ({ documentNumber }) => printed(state, documentNumber),
    'document.save': ({ format }) => ok({ saved: true, fileName: `statement.${format}` }),
    'document.check': ({ documentNumber, verificationCode }) => {
      const isGenuine = verificationCode === 'K7QF-2M9X' || documentNumber.startsWith('MC1|');
      const [, voucherOf = null] = /^MV1\|([^|]+)\|/.exec(documentNumber) ?? [];
      if (voucherOf !== null) return ok({ genuine: true, voucherOf, document: null });
      return ok({
        genuine: isGenuine,
        voucherOf: null,
        document: isGenuine
          ? {
              documentNumber: '0101-20250203-000001',
              kind: 'statement',
              issuedAt: `${today} 09:41:07`,
              holderNameMasked: '张*',
              cardMasked: '621330******0011',
              statement: {
                period: { from: businessDate('2024-02-03'), to: today },
                openingFen: fen(123456),
                closingFen: fen(52146),
                entries: 42,
              },
              lossNumber: null,
              copies: 1,
            }
          : null,
      });
    },
  };
}

type QueueVerb = 'printer.list' | 'printQueue.list' | 'printQueue.retry' | 'printQueue.save' | 'printQueue.cancel';

export function queueAnswers(state: FakeState): Answers<QueueVerb> {
  const { options } = state;
  return {
    'printer.list': () => ok(options.printFails ? [] : [{ name: PRINTER, isDefault: true }]),
    'printQueue.list': ({ page }) =>
      ok(
        pageFrom(
          state.jobs.filter(({ state: stands }) => stands === 'queued'),
          page,
        ),
      ),
    'printQueue.retry': ({ jobId }) => {
      const job = state.jobs.find((one) => one.jobId === jobId);
      if (!job) return refusedWith('PRINT_JOB_UNKNOWN');
      if (state.sheets === 0) {
        const queued = { jobId, documentNumber: job.documentNumber, outcome: 'queued' } as const;
        return ok({ ...queued, printer: PRINTER, before: null, failure: 'print-no-paper' });
      }
      state.sheets -= 1;
      state.jobs = state.jobs.map((one) => (one === job ? { ...one, state: 'printed' as const } : one));
      const { documentNumber } = job;
      const before = options.papersBefore ?? 0;
      return ok({ documentNumber, jobId, outcome: 'printed', printer: PRINTER, before, failure: null });
    },
    'printQueue.save': () => ok({ saved: true, fileName: 'statement.pdf' }),
    'printQueue.cancel': ({ jobId }) => {
      state.jobs = state.jobs.map((one) => (one.jobId === jobId ? { ...one, state: 'cancelled' as const } : one));
      return ok({});
    },
  };
}
