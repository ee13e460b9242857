/**
 * Attacks on the ledger's doors, each with what an honest counter could know: a token that was read over a shoulder, an id that was
 * seen, a message that no window of ours sends (SECURITY.md). A real dispatcher is asked, from the wrong counter, door or session.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { COUNTER_DOORS } from '../../electron/contract/kernel/verb-policy.ts';
import { ANSWER_PIECE_BYTES } from '../../electron/contract/month-end/piece-bytes.ts';
import { policyOf, verbs, type LedgerVerb } from '../../electron/contract/verbs.ts';
import { COMMAND_LINE } from '../../electron/ledger/request/scope.ts';
import { allocationCsv, person } from '../offices/made-up-people.ts';
import {
  authorised,
  copyOf,
  DATA_KEY,
  makeTemplate,
  MINUTE,
  NEW_OFFICE,
  Office,
  PIN_KEY,
  statementOf,
  type Counter,
  type Template,
} from '../offices/small-office.ts';

let template: Template;
let office: Office;
let clerk: Counter;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
  clerk = { ...template.clerk, counter: 'T1' };
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

const at = (counter: string, from: Counter): Counter => ({ ...from, counter });
const FILE = allocationCsv('YB9', '2.00', [
  { id: '1', to: person(0), amount: '1.00' },
  { id: '2', to: person(9), amount: '1.00' },
]);

describe('a token read over a shoulder', () => {
  test.each(['T2', COMMAND_LINE])('is none at %s, and nothing is done to its session from there', async (counter) => {
    await office.openVisit(0, clerk);
    office.clerksIdle = true;
    office.at += 3 * MINUTE;
    const stolen = at(counter, clerk);
    expect(await office.must('session.current', {}, stolen)).toBeNull();
    for (const verb of ['session.touch', 'session.lock', 'session.signOut', 'visit.current', 'loss.worklist'] as const)
      expect(await office.codeOf(verb, {}, stolen), verb).toBe('SIGN_IN_REQUIRED');
    expect(await office.must('session.current', {}, clerk)).toMatchObject({ clerk: { code: '1001' }, locked: false });
    expect(await office.must('visit.current', {}, clerk)).not.toBeNull();
    office.at += 2 * MINUTE;
    expect(await office.must('session.current', {}, clerk)).toMatchObject({ locked: true });
  });

  test('opens no command of the command line', async () => {
    const supervisor = await office.signIn('2001');
    const asked = { sessionToken: supervisor.token, operator: 'operator:t' };
    expect(await office.door.perform('day.close', asked, (scope) => Promise.resolve(scope.session))).toBeNull();
  });
});

describe('what only the keeper of the office asks', () => {
  const keys = () => ({ dataKey: Buffer.from(DATA_KEY), pinKey: Buffer.from(PIN_KEY) });
  const asks: readonly (readonly [LedgerVerb, () => unknown])[] = [
    ['office.recoveryPdf', keys],
    ['office.create', () => ({ ...NEW_OFFICE, demoFolder: null })],
    ['office.restoreFrom', () => ({ path: '/etc/passwd', recoveryKeyTyped: true })],
    ['office.acceptBooks', () => ({ first: authorised('2001'), second: authorised('9001') })],
    ['clerk.liftLocksByKey', () => ({ recoveryKey: 'AAAA' })],
    ['ledger.verify', () => ({})],
  ];

  test.each(asks)('%s is refused at every door of a counter, to an administrator too', async (verb, input) => {
    const { token } = await office.signIn('9001');
    for (const door of COUNTER_DOORS) {
      const request = { verb, input: input(), door, sessionToken: token, counter: 'T1', operator: 'window' };
      expect((await office.door.answer(request)).reply, door).toMatchObject({ error: { code: 'NOT_ALLOWED_HERE' } });
    }
  });

  test('nothing that a counter may ask of the ledger takes a key or a path', () => {
    const names = (Object.keys(verbs) as (keyof typeof verbs)[])
      .filter(
        (verb) => verbs[verb].owner === 'ledger' && COUNTER_DOORS.some((door) => policyOf(verb).doors.includes(door)),
      )
      .flatMap((verb) => Object.keys(verbs[verb].input.shape).map((field) => `${verb} ${field}`));
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => /(path|folder|key)$/i.test(name))).toEqual([]);
  });
});

describe('somebody else’s received file', () => {
  const reached = async (intakeId: string, by: Counter) => {
    const second = authorised('2001');
    const operation = () => ({ operationId: randomUUID(), intakeId });
    return [
      await office.codeOf('intake.chunk', { intakeId, offset: 0, chunk: Buffer.from('x') }, by),
      await office.codeOf('intake.end', { intakeId }, by),
      await office.codeOf('file.check', operation(), by),
      await office.codeOf('file.post', { ...operation(), second }, by),
      await office.codeOf('file.refuse', { ...operation(), authorisation: second, reason: '金额不符' }, by),
      await office.codeOf('file.answerName', { intakeId }, by),
      await office.codeOf('file.openAnswer', { intakeId }, by),
      await office.codeOf('approval.ask', { ...operation(), verb: 'file.post', input: { intakeId } }, by),
    ];
  };
  const unknown = Array.from({ length: 8 }, () => 'FILE_UNKNOWN');

  test('is unknown, received or on its way, and nothing happens to it', async () => {
    const others = [await office.signIn('1002'), await office.signIn('1001', undefined, 'T2')];
    const whole = await office.receive(FILE, clerk);
    const { intakeId: part } = await office.must('intake.begin', { name: 'a.csv', bytes: 9 }, clerk);
    for (const other of others)
      for (const intakeId of [whole, part]) {
        expect(await reached(intakeId, other)).toEqual(unknown);
        await office.must('intake.discard', { intakeId }, other);
      }
    office.reopen();
    expect(await reached(whole, others[0]!)).toEqual(unknown);
    expect(await office.must('file.check', { operationId: randomUUID(), intakeId: whole }, clerk)).toMatchObject({
      accepted: 1,
    });
  });

  test('goes on being received by its own session', async () => {
    const other = await office.signIn('1002');
    const bytes = Buffer.from(FILE);
    const { intakeId } = await office.must('intake.begin', { name: 'a.csv', bytes: bytes.length }, clerk);
    await office.must('intake.discard', { intakeId }, other);
    await office.must('intake.chunk', { intakeId, offset: 0, chunk: bytes }, clerk);
    expect(await office.must('intake.end', { intakeId }, clerk)).toMatchObject({ kind: 'allocation' });
  });
});

describe('an answer file on its way', () => {
  const piece = (answerId: string, offset: number, by: Counter) =>
    office.codeOf('answer.piece', { answerId, offset }, by);

  test('goes to the session that opened it alone, from its beginning on', async () => {
    const other = await office.signIn('1002');
    const { answerId } = await office.must('batch.openAnswer', { batchId: 1 }, clerk);
    expect(await piece(answerId, 0, other)).toBe('FILE_UNKNOWN');
    expect(await piece(answerId, 0, at('T2', clerk))).toBe('SIGN_IN_REQUIRED');
    expect(await piece(answerId, 1, clerk)).toBe('FILE_UNKNOWN');
    expect(await piece(answerId, 0, clerk)).toBeNull();
    expect(await piece(randomUUID(), 0, clerk)).toBe('FILE_UNKNOWN');
    const next = await office.must('batch.openAnswer', { batchId: 1 }, clerk);
    expect(await piece(answerId, 0, clerk)).toBe('FILE_UNKNOWN');
    expect(await piece(next.answerId, 0, clerk)).toBeNull();
  });

  test('comes in pieces of a bounded size', async () => {
    const lines = Array.from({ length: 3_000 }, (_, line) => ({ id: String(line), to: person(9), amount: '1.00' }));
    const intakeId = await office.receive(allocationCsv('YB9', '3000.00', lines), clerk);
    const { answerId } = await office.must('file.openAnswer', { intakeId }, clerk);
    const first = await office.must('answer.piece', { answerId, offset: 0 }, clerk);
    expect(first).toMatchObject({ isLast: false, piece: { length: ANSWER_PIECE_BYTES } });
    const whole = await office.answer(await office.must('file.openAnswer', { intakeId }, clerk), clerk);
    expect(whole.toString().match(/<TxSts>RJCT/g)).toHaveLength(lines.length);
    expect(whole.subarray(0, ANSWER_PIECE_BYTES).equals(first.piece)).toBe(true);
  });
});

describe('running work', () => {
  test.each([
    ['another session', async () => office.signIn('1002'), null],
    ['the same token at another counter', () => Promise.resolve(at('T2', clerk)), null],
    ['no session', () => Promise.resolve({ clerk: '', token: '', counter: 'T1' }), null],
    ['the session that began it', () => Promise.resolve(clerk), 'OPERATION_CANCELLED'],
  ])('asked to stop by %s', async (_, whose, code) => {
    const by = await whose();
    const intakeId = await office.receive(FILE, clerk);
    office.onProgress = ({ operationId }) => office.cancel(operationId, by);
    expect(await office.codeOf('file.check', { operationId: randomUUID(), intakeId }, clerk)).toBe(code);
  });

  test('tells the counter that asked how far it is, and no other', async () => {
    const elsewhere = await office.signIn('1002', undefined, 'T2');
    const intakeId = await office.receive(FILE, elsewhere);
    office.toldTo.length = 0;
    await office.must('file.check', { operationId: randomUUID(), intakeId }, elsewhere);
    expect(new Set(office.toldTo)).toEqual(new Set(['T2']));
  });
});

describe('customers’ tasks', () => {
  test('are told to the counter where the customer sits, and to no other', async () => {
    const elsewhere = await office.signIn('1002', undefined, 'T2');
    const { visitId } = await office.openVisit(0, elsewhere);
    office.toldTo.length = 0;
    await office.typePins(visitId, 'first', ['750291'], elsewhere);
    expect(office.toldTo).toEqual(['T2', 'T2']);
  });

  test('that run are known, however many others begin and end', async () => {
    const other = await office.signIn('1002');
    const visits = { own: await office.openVisit(0, clerk), other: await office.openVisit(1, other) };
    const begin = (whose: keyof typeof visits, from: Counter) =>
      office.must('customer.beginTask', { visitId: visits[whose].visitId, task: 'first', second: null }, from);
    const first = await begin('own', clerk);
    for (let time = 0; time < 70; time += 1) {
      const { taskId } = await begin('other', other);
      await office.must('customer.endTask', { taskId, how: 'abandoned' }, other);
    }
    expect(await office.must('customer.task', { taskId: first.taskId }, clerk)).toMatchObject({ ended: null });
  });
});

describe('another counter’s print queue', () => {
  test('is not seen, counted, printed or cancelled, by a supervisor neither', async () => {
    const { visitId } = await office.openVisit(0, clerk);
    const { documentNumber } = await office.must('statement.prepare', statementOf(visitId), clerk);
    const printing = { operationId: randomUUID(), visitId, documentNumber };
    const { jobId } = await office.must('print.issue', printing, clerk);
    const settling = { jobId, outcome: 'printed', printer: 'P', failure: null } as const;
    const reason = '柜员已下班';
    for (const code of ['1001', '2001', '9001']) {
      const elsewhere = await office.signIn(code, undefined, 'T2');
      expect(await office.must('printQueue.list', {}, elsewhere)).toMatchObject({ total: 0, items: [] });
      expect(await office.codeOf('print.bytes', { jobId, reason }, elsewhere)).toBe('PRINT_JOB_UNKNOWN');
      expect(await office.codeOf('print.settle', settling, elsewhere)).toBe('PRINT_JOB_UNKNOWN');
      expect(await office.codeOf('printQueue.cancel', { jobId, reason }, elsewhere)).toBe('PRINT_JOB_UNKNOWN');
    }
    expect(await office.must('printQueue.list', {}, clerk)).toMatchObject({ total: 1, items: [{ jobId }] });
  });
});
