/**
 * A program without main and ledger behind it, for looking at screens and for unit tests of the window: plausible answers
 * from memory. Never bundled.
 */
import type { TellerBridge } from '../../electron/contract/bridge.ts';
import { addDays, ageOn, businessDate, type Instant, monthStart } from '../../electron/contract/dates.ts';
import type { Refusal, Reply } from '../../electron/contract/errors.ts';
import { fen } from '../../electron/contract/money.ts';
import type { WindowEvent, WindowEvents } from '../../electron/contract/protocol.ts';
import type { Input, Output, TellerVerb } from '../../electron/contract/verbs.ts';
import type { FileOutcome, RejectedLine, Session, StatementEntry, Visit } from '../../electron/contract/views.ts';
import { judgeCardNumber } from '../../electron/ledger/domain/card-number.ts';
import { judgeResidentId } from '../../electron/ledger/domain/resident-id.ts';

type Answers = { [V in TellerVerb]: (input: Input<V>) => Reply<Output<V>> | Promise<Reply<Output<V>>> };

export interface FakeOptions {
  /** The PDF every statement answers with. */
  readonly pdf?: Uint8Array;
  readonly office?: boolean;
  readonly unsupported?: boolean;
  readonly lines?: number;
  readonly unprinted?: number;
  readonly printFails?: boolean;
  readonly delayMs?: number;
  readonly idleLockMinutes?: number;
}

export interface FakeBridge extends TellerBridge {
  readonly asked: { readonly verb: TellerVerb; readonly input: unknown }[];
  /** The next answer to this verb is this refusal. */
  refuseNext(verb: TellerVerb, refusal: Refusal): void;
  emit<E extends WindowEvent>(event: E, payload: WindowEvents[E]): void;
}

const today = businessDate('2025-02-03');
const ok = <T>(value: T): Reply<T> => ({ ok: true, value });
const no = (code: Refusal['code'], details: Refusal['details'] = {}): { ok: false; error: Refusal } => ({
  ok: false,
  error: { code, details },
});
const at = (milliseconds: number): Instant => milliseconds as Instant;
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const demoClerks = [
  { code: '1001', name: '王敏', role: 'clerk' as const, password: 'demo-1001' },
  { code: '1002', name: '赵云飞', role: 'clerk' as const, password: 'demo-1002' },
  { code: '2001', name: '李建国', role: 'supervisor' as const, password: 'demo-2001' },
  { code: '9001', name: '周静', role: 'administrator' as const, password: 'demo-9001' },
];
const office = {
  officeId: 'o1',
  code: '0101',
  name: '朝阳支行建国门储蓄所',
  timeZone: 'Asia/Shanghai',
  openingDate: businessDate('2024-01-01'),
  demo: true,
};

function entriesFrom(count: number): StatementEntry[] {
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
      amountFen: fen(amount),
      balanceFen: fen(balance),
      place: isAllocation ? null : index % 2 ? '北京协和医院' : '同仁堂大药房(建国门店)',
      terminal: isAllocation ? null : 'T000101',
      reference: `P${String(index + 1).padStart(9, '0')}`,
      text: isAllocation ? '2024年1月个人账户划入' : null,
    };
  });
}

const reasons = ['AM09', 'AC01', 'BE01', 'AM05', 'AM02', 'AC04', 'AM01'];
const rejectedLines = (count: number): RejectedLine[] =>
  Array.from({ length: count }, (_, index) => ({
    line: 4 + index * 3,
    id: String(index * 3 + 1),
    reason: reasons[index % reasons.length] ?? 'AC01',
    cardMasked: '621330******0011',
    nameMasked: '张*',
    amountText: index % 7 === 0 ? '1.234,50' : '300.00',
  }));

function visitFrom(input: Input<'visit.open'>, unprinted: number): Visit {
  return {
    visitId: crypto.randomUUID(),
    holderName: '张建华',
    holderNameMasked: '张*',
    age: 34,
    sex: 'female',
    idMasked: '110***********002X',
    cardMasked: '621330******0011',
    phoneMasked: '138****5678',
    employer: '北京第一机床厂股份有限公司',
    accountNumber: '010100000011',
    accountStatus: 'open',
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
  };
}

export function fakeBridge(options: FakeOptions = {}): FakeBridge {
  const listeners = new Map<WindowEvent, Set<(payload: never) => void>>();
  const refusals = new Map<TellerVerb, Refusal>();
  const asked: { verb: TellerVerb; input: unknown }[] = [];
  let hasOffice = options.office ?? true;
  let session: Session | null = null;
  let visit: Visit | null = null;
  let fileName = '';
  let cancelled = false;
  let documents = 0;
  let jobs: Output<'printQueue.list'> = [];

  const emit: FakeBridge['emit'] = (event, payload) => {
    for (const listener of listeners.get(event) ?? []) (listener as (value: typeof payload) => void)(payload);
  };

  function outcome(posted: boolean): FileOutcome {
    if (fileName.includes('register') || fileName.includes('institutions')) {
      const kind = fileName.includes('register') ? 'register' : 'institutions';
      const refused = [{ line: 7, code: 'ID_NUMBER_INVALID', message: 'CHECK_DIGIT' }];
      return { kind, posted, added: 380, updated: 12, refusedCount: 1, refused, fault: null };
    }
    const isBad = fileName.includes('bad');
    const rejected = rejectedLines(isBad ? 0 : (options.lines ?? 12));
    return {
      kind: fileName.includes('settlement') ? 'settlement' : 'allocation',
      posted: posted && !isBad,
      batch: 'YB20250131001',
      declaredCount: 1_000_386,
      declaredFen: fen(8_702_896_00),
      accepted: isBad ? 0 : 1_000_374,
      amountFen: fen(isBad ? 0 : 8_699_801_50),
      rejectedCount: rejected.length,
      rejected: rejected.slice(0, 5000),
      fileReason: isBad ? 'AM10' : null,
      fault: isBad ? { reason: 'AM10', line: 2, column: 4, message: 'declared 900.00, found 880.00' } : null,
    };
  }

  async function work(operationId: string, phase: 'checking' | 'posting'): Promise<boolean> {
    cancelled = false;
    for (let step = 0; step <= 10 && !cancelled; step += 1) {
      emit('operation.progress', { operationId, phase, done: step * 100_038, total: 1_000_386 });
      await wait(options.delayMs ?? 0);
    }
    return !cancelled;
  }

  const answers: Answers = {
    'program.info': () =>
      ok({
        version: '0.1.0',
        runtime: 'Electron 25.1.1',
        unsupportedRuntime: options.unsupported ?? false,
        weakKeyStorage: options.unsupported ?? false,
        dataFolder: '/var/lib/medicard',
        ledger: 'ready',
      }),
    'office.status': () =>
      ok(
        hasOffice ? { office, businessDate: today, demoClerks } : { office: null, businessDate: null, demoClerks: [] },
      ),
    'office.setUp': (input) => {
      hasOffice = true;
      return ok({ ...office, name: input.name, code: input.code, demo: false });
    },
    'office.openDemo': async () => {
      await wait(options.delayMs ?? 0);
      hasOffice = true;
      return ok(office);
    },
    'office.restore': () => ok(null),
    'office.recoverySheet': () => ok({ saved: true, fileName: '恢复单-0101.pdf' }),
    'session.signIn': ({ clerkCode, password }) => {
      const clerk = demoClerks.find((one) => one.code === clerkCode && one.password === password);
      if (!clerk) return no('SIGN_IN_FAILED', { left: 3 });
      const { code, name, role } = clerk;
      const idleLockMinutes = options.idleLockMinutes ?? 5;
      session = { clerk: { code, name, role }, office, businessDate: today, locked: false, idleLockMinutes };
      return ok(session);
    },
    'session.current': () => ok(session),
    'session.lock': () => ok({}),
    'session.unlock': ({ password }) => {
      const isRight = demoClerks.some((one) => one.code === session?.clerk.code && one.password === password);
      return session && isRight ? ok(session) : no('SIGN_IN_FAILED');
    },
    'session.signOut': () => {
      session = null;
      visit = null;
      return ok({});
    },
    'clerk.unlock': ({ authorisation }) => (authorisation.clerkCode === '2001' ? ok({}) : no('SECOND_PERSON_ROLE')),
    'number.judge': ({ idNumber, card }) => {
      const id = idNumber === '' ? null : judgeResidentId(idNumber, today);
      const number = card === '' ? null : judgeCardNumber(card);
      return ok({
        id: id && (id.ok ? { ok: true, birth: id.birth, age: ageOn(id.birth, today), sex: id.sex } : id),
        card: number && (number.ok ? { ok: true } : number),
      });
    },
    'visit.open': (input) => {
      if (!input.idNumber.startsWith('110')) return no('PAIR_MISMATCH', { left: 4 });
      visit = visitFrom(input, options.unprinted ?? 53);
      return ok(visit);
    },
    'visit.current': () => ok(visit),
    'visit.finish': () => {
      visit = null;
      return ok({});
    },
    'visit.reveal': ({ field }) =>
      ok({ value: field === 'phone' ? '13812345678' : '11010519491231002X', until: at(Date.now() + 30_000) }),
    'statement.presets': () =>
      ok({
        thisMonth: { from: businessDate('2025-02-01'), to: today },
        lastThreeMonths: { from: businessDate('2024-12-01'), to: today },
        thisYear: { from: businessDate('2025-01-01'), to: today },
        sinceLastPrint: (visit?.unprinted ?? 0) > 0 ? { from: businessDate('2024-02-03'), to: today } : null,
      }),
    'statement.prepare': async ({ period, kinds }) => {
      await wait(options.delayMs ?? 0);
      documents += 1;
      const entries = entriesFrom(options.lines ?? 42);
      const unprinted = visit?.unprinted ?? 0;
      return ok({
        documentNumber: `0101-20250203-${String(documents).padStart(6, '0')}`,
        verificationCode: 'K7QF-2M9X',
        period,
        totals: {
          openingFen: fen(123456),
          closingFen: entries.at(-1)?.balanceFen ?? fen(123456),
          allocatedFen: fen(180000),
          consumedFen: fen(254310),
          refundedFen: fen(3000),
          interestFen: fen(0),
        },
        entries,
        clears: kinds === null ? unprinted : 0,
        unprinted,
        pages: 3,
        pdf: options.pdf ?? new Uint8Array(),
      });
    },
    'document.print': ({ documentNumber }) => {
      if (visit) visit = { ...visit, unprinted: 0 };
      if (!options.printFails) {
        return ok({ documentNumber, jobId: 'j1', outcome: 'printed', printer: 'HP-LaserJet', failure: null });
      }
      jobs = [
        {
          jobId: `j${jobs.length + 1}`,
          documentNumber,
          kind: 'statement',
          copy: 1,
          state: 'queued',
          queuedAt: at(Date.now()),
          clerk: '1001',
          printer: null,
          failure: 'no printer is configured',
          cardMasked: '621330******0011',
        },
        ...jobs,
      ];
      return ok({ documentNumber, jobId: 'j1', outcome: 'queued', printer: null, failure: 'no printer is configured' });
    },
    'document.save': ({ format }) => ok({ saved: true, fileName: `statement.${format}` }),
    'document.check': ({ documentNumber, verificationCode }) => {
      const isGenuine = verificationCode === 'K7QF-2M9X' || documentNumber.startsWith('MC1|');
      return ok({
        genuine: isGenuine,
        document: isGenuine
          ? {
              documentNumber: '0101-20250203-000001',
              kind: 'statement',
              issuedAt: at(Date.now()),
              holderNameMasked: '张*',
              cardMasked: '621330******0011',
              period: { from: businessDate('2024-02-03'), to: today },
              openingFen: fen(123456),
              closingFen: fen(52146),
              entries: 42,
              copies: 1,
            }
          : null,
      });
    },
    'printer.list': () => ok(options.printFails ? [] : [{ name: 'HP-LaserJet', isDefault: true }]),
    'printQueue.list': () => ok(jobs),
    'printQueue.retry': ({ jobId }) => {
      const job = jobs.find((one) => one.jobId === jobId);
      if (!job) return no('PRINT_JOB_UNKNOWN');
      jobs = jobs.map((one) => (one === job ? { ...one, state: 'printed' as const } : one));
      const { documentNumber } = job;
      return ok({ documentNumber, jobId, outcome: 'printed', printer: 'HP-LaserJet', failure: null });
    },
    'printQueue.save': () => ok({ saved: true, fileName: 'statement.pdf' }),
    'printQueue.cancel': ({ jobId }) => {
      jobs = jobs.map((one) => (one.jobId === jobId ? { ...one, state: 'cancelled' as const } : one));
      return ok({});
    },
    'intake.begin': ({ name }) => {
      fileName = name;
      return ok({ intakeId: crypto.randomUUID() });
    },
    'intake.chunk': () => ok({}),
    'intake.end': () => {
      const kinds = ['settlement', 'register', 'institutions'] as const;
      const kind = kinds.find((one) => fileName.includes(one)) ?? 'allocation';
      return ok({ kind, bytes: 1, sha256: '00' });
    },
    'intake.discard': () => ok({}),
    'file.check': async ({ operationId }) =>
      (await work(operationId, 'checking')) ? ok(outcome(false)) : no('OPERATION_CANCELLED'),
    'file.post': async ({ operationId, authorisation }) => {
      if (authorisation && authorisation.clerkCode !== '2001') return no('SECOND_PERSON_ROLE');
      return (await work(operationId, 'posting')) ? ok(outcome(true)) : no('OPERATION_CANCELLED');
    },
    'file.refuse': () => ok({}),
    'file.saveAnswer': () => ok({ saved: true, fileName: 'answer-YB20250131001.xml' }),
    'batch.list': () =>
      ok(
        Array.from({ length: 14 }, (_, index) => ({
          batchId: index + 1,
          kind: index % 2 ? ('settlement' as const) : ('allocation' as const),
          batch: `${index % 2 ? 'QS' : 'YB'}2024${String(index + 1).padStart(2, '0')}31001`,
          businessDate: today,
          postedAt: at(Date.now() - index * 86_400_000),
          clerk: '1001',
          authorisedBy: '2001',
          accepted: 386,
          rejected: index % 3,
          amountFen: fen(8_702_896),
        })),
      ),
    'batch.rejected': () => ok(rejectedLines(2)),
    'operation.cancel': () => {
      cancelled = true;
      return ok({});
    },
  };

  return {
    asked,
    async invoke(verb, input) {
      asked.push({ verb, input: structuredClone(input) });
      const refusal = refusals.get(verb);
      refusals.delete(verb);
      return refusal ? { ok: false, error: refusal } : answers[verb](input);
    },
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      heard.add(listener as (payload: never) => void);
      listeners.set(event, heard);
      return () => heard.delete(listener as (payload: never) => void);
    },
    refuseNext: (verb, refusal) => void refusals.set(verb, refusal),
    emit,
  };
}
