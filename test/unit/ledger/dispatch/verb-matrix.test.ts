/**
 * Every verb of the ledger, asked without a session, with an ended or a locked one, with another clerk's visit, with an ended
 * visit, with another session's operation id, and at the wrong window: the right refusal, and nothing changed. A verb
 * without a sample here does not compile (docs/architecture.md 3).
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reply } from '../../../../electron/contract/kernel/errors.ts';
import { mayAsk, verbs, type Input, type LedgerVerb, type Verb } from '../../../../electron/contract/verbs.ts';
import { ipcGate } from '../../../../electron/main/windows/ipc-gate.ts';
import { doorOf } from '../../../offices/office-care.ts';
import { allocationCsv, cardNumber, person } from '../../../offices/made-up-people.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  DATA_KEY,
  lossOf,
  makeTemplate,
  NEW_OFFICE,
  Office,
  PIN_KEY,
  statementOf,
  visitOf,
} from '../../../offices/small-office.ts';

let office: Office;
/** Tokens of a session that goes on, one that was ended, one that is locked, and a colleague's. */
let tokens: { readonly open: string; readonly ended: string; readonly locked: string; readonly others: string };
let visits: { readonly own: string; readonly ended: string; readonly others: string };
let intakeId: string;
let lossNumber: string;
let requestId: string;
let documentNumber: string;
let jobId: string;

beforeAll(async () => {
  const template = await makeTemplate();
  office = new Office(copyOf(template));
  office.signsInAgain = false;
  const [clerk, ended, locked] = [
    await office.signIn('1001'),
    await office.signIn('1001'),
    await office.signIn('1001'),
  ];
  const colleague = await office.signIn('1002');
  ({ documentNumber } = template);
  const others = (await office.openVisit(1, colleague)).visitId;
  const over = (await office.openVisit(2, clerk)).visitId;
  await office.must('visit.finish', { visitId: over }, clerk);
  const calling = (await office.openVisit(4, clerk)).visitId;
  await office.typePins(calling, 'telephone', ['381605', '381605'], clerk);
  await office.must('visit.finish', { visitId: calling }, clerk);
  const own = (await office.openVisit(0, clerk)).visitId;
  visits = { own, ended: over, others };
  lossNumber = (await office.must('loss.report', lossOf(own, { kind: 'formal' }), clerk)).number;
  intakeId = await office.receive(allocationCsv('YB9', '5.00', [{ id: '1', to: person(2), amount: '5.00' }]), clerk);
  const asking = {
    operationId: randomUUID(),
    verb: 'loss.cancel',
    input: { visitId: own, number: lossNumber },
  } as const;
  ({ requestId } = await office.must('approval.ask', asking, clerk));
  const drafted = await office.must('statement.prepare', statementOf(own), clerk);
  const issue = { operationId: randomUUID(), visitId: own, documentNumber: drafted.documentNumber };
  ({ jobId } = await office.must('print.issue', issue, clerk));
  await office.must('session.signOut', {}, ended);
  await office.must('session.lock', {}, locked);
  tokens = { open: clerk.token, ended: ended.token, locked: locked.token, others: colleague.token };
});
afterAll(() => office.close());

type Samples = { readonly [V in LedgerVerb]: (visitId: string) => Input<V> };

const id = () => ({ operationId: randomUUID() });
const second = () => authorised('2001');
const caller = () => {
  const { idNumber, name, phone } = person(4);
  return { idNumber, name, phone, telephonePassword: '381605' };
};
const keys = () => ({ dataKey: Buffer.from(DATA_KEY), pinKey: Buffer.from(PIN_KEY) });
const nothing = () => ({});
const page = () => ({ page: 1 });

/** One request of each verb that would be good but for what is wrong with who asks. */
const SAMPLES: Samples = {
  'office.status': nothing,
  'session.signIn': () => ({ clerkCode: '1001', password: 'x' }),
  'session.current': nothing,
  'session.lock': nothing,
  'session.touch': nothing,
  'session.unlock': () => ({ password: 'x' }),
  'session.signOut': nothing,
  'office.create': () => ({ ...NEW_OFFICE, demoFolder: null }),
  'office.restoreFrom': () => ({ path: '/nowhere', recoveryKeyTyped: true }),
  'clock.accept': () => ({ authorisation: second(), reason: '时钟曾快' }),
  'office.acceptBooks': () => ({ first: authorised('2001'), second: authorised('9001') }),
  'office.recoveryPdf': keys,
  'ledger.verify': nothing,
  'number.judge': () => ({ idNumber: '', card: '' }),
  'visit.open': () => visitOf(3),
  'visit.openWithoutCard': () => {
    const { idNumber, name, phone } = person(3);
    const nobodyElse = { secondaryDocument: null, agent: null };
    return { ...id(), idNumber, name, phone, networkCheck: 'match-photo', ...nobodyElse };
  },
  'visit.current': nothing,
  'visit.finish': (visitId) => ({ visitId }),
  'visit.reveal': (visitId) => ({ ...id(), visitId, field: 'card', reason: '核对' }),
  'statement.presets': (visitId) => ({ visitId }),
  'statement.prepare': (visitId) => statementOf(visitId),
  'document.check': () => ({ documentNumber, verificationCode: 'x' }),
  'printQueue.list': page,
  'printQueue.cancel': () => ({ jobId, reason: null }),
  'print.issue': (visitId) => ({ ...id(), visitId, documentNumber }),
  'print.bytes': () => ({ jobId, reason: null }),
  'print.settle': () => ({ jobId, outcome: 'printed', printer: null, failure: null }),
  'document.export': (visitId) => ({ visitId, documentNumber, format: 'csv' }),
  'document.exported': (visitId) => ({ ...id(), visitId, documentNumber, format: 'csv' }),
  'intake.begin': () => ({ name: 'a.csv', bytes: 1 }),
  'intake.chunk': () => ({ intakeId, offset: 0, chunk: new Uint8Array(1) }),
  'intake.end': () => ({ intakeId }),
  'intake.discard': () => ({ intakeId }),
  'file.check': () => ({ ...id(), intakeId }),
  'file.post': () => ({ ...id(), intakeId, second: second() }),
  'file.refuse': () => ({ ...id(), intakeId, authorisation: second(), reason: '金额不符' }),
  'batch.list': page,
  'batch.rejected': () => ({ batchId: 1, page: 1 }),
  'file.answerName': () => ({ intakeId }),
  'file.writeAnswer': () => ({ intakeId, path: '/nowhere/answer.xml' }),
  'loss.outlook': (visitId) => ({ visitId }),
  'loss.report': (visitId) => lossOf(visitId),
  'loss.reportByTelephone': () => ({ ...id(), caller: caller() }),
  'balance.byTelephone': () => ({ ...id(), caller: caller() }),
  'loss.find': () => ({ number: lossNumber, idNumber: person(0).idNumber }),
  'loss.ofVisit': (visitId) => ({ visitId }),
  'loss.cancel': (visitId) => ({ ...id(), visitId, number: lossNumber, second: second() }),
  'loss.reissue': (visitId) => ({
    ...{ ...id(), visitId, number: lossNumber, newCard: cardNumber(5000), newInsuranceNumber: 'YB1' },
    ...{ feeClass: 'standard', second: second() },
  }),
  'loss.fees': nothing,
  'loss.addReference': (visitId) => ({ ...id(), number: lossNumber, visitId, idNumber: null, reference: 'SB-1' }),
  'loss.correctReference': (visitId) => ({
    ...{ ...id(), number: lossNumber, visitId, idNumber: null, reference: 'SB-2', reason: '写错', second: second() },
  }),
  'loss.worklist': page,
  'paper.prepare': (visitId) => ({ visitId, kind: 'loss-form', lossNumber, paper: 'a4', language: 'zh-CN' }),
  'customer.beginTask': (visitId) => ({ visitId, task: 'first', second: null }),
  'customer.task': () => ({ taskId: 'none' }),
  'customer.takeEntry': () => ({ taskId: 'none', step: 'new', pin: Buffer.from('750291') }),
  'customer.takeAcknowledgement': () => ({ taskId: 'none' }),
  'customer.endTask': () => ({ taskId: 'none', how: 'abandoned' }),
  'approval.preview': (visitId) => ({ verb: 'loss.cancel', input: { visitId, number: lossNumber } }),
  'approval.ask': (visitId) => ({ ...id(), verb: 'loss.cancel', input: { visitId, number: lossNumber } }),
  'approval.list': page,
  'approval.decide': () => ({ ...id(), requestId, decision: 'approve', reason: null }),
  'clerk.unlock': () => ({ ...id(), clerkCode: '1002', authorisation: second() }),
  'clerk.liftLocks': () => ({ recoveryKey: 'x' }),
  'clerk.changePassword': () => ({ clerkCode: '1001', password: 'x', newPassword: 'another-password-1' }),
  'clerk.list': nothing,
  'clerk.add': () => ({ clerkCode: '1003', name: '新柜员', role: 'clerk', authorisation: second() }),
  'clerk.change': () => ({ clerkCode: '1002', name: '改名', role: null, authorisation: second() }),
  'clerk.disable': () => ({ clerkCode: '1002', authorisation: second() }),
  'clerk.enable': () => ({ clerkCode: '1002', authorisation: second() }),
  'clerk.giveOneTimePassword': () => ({ clerkCode: '1002', authorisation: second() }),
  'setting.list': nothing,
  'setting.set': () => ({ name: 'printGate', value: '50', authorisation: second() }),
};

/** Come before a session, bring a proof of their own, or are the program's own questions that no window may ask. */
const WITHOUT_SESSION: ReadonlySet<string> = new Set([
  ...['office.status', 'session.signIn', 'session.current', 'ledger.verify', 'office.create', 'office.restoreFrom'],
  ...['office.acceptBooks', 'clerk.unlock', 'clerk.liftLocks', 'clerk.changePassword', 'clerk.list', 'setting.list'],
  'clock.accept',
]);
const OVER_A_LOCKED_WINDOW: ReadonlySet<string> = new Set(['session.unlock', 'session.signOut', 'session.lock']);

const LEDGER_VERBS = Object.keys(SAMPLES) as LedgerVerb[];
const NEEDING_SESSION = LEDGER_VERBS.filter((verb) => !WITHOUT_SESSION.has(verb));

function fieldsOf(verb: LedgerVerb): readonly string[] {
  return Object.keys(verbs[verb].input.shape);
}

const ABOUT_A_VISIT = LEDGER_VERBS.filter(
  (verb) => fieldsOf(verb).includes('visitId') || verb.startsWith('approval.'),
).filter((verb) => verb !== 'approval.list' && verb !== 'approval.decide');
const KEPT = LEDGER_VERBS.filter((verb) => verbs[verb].kind === 'command' && fieldsOf(verb).includes('operationId'));

async function answer(verb: LedgerVerb, input: unknown, sessionToken: string | null): Promise<Reply<unknown>> {
  return (
    await office.door.answer({ verb, input, sessionToken, door: doorOf(verb), counter: 'T1', operator: 'window' })
  ).reply;
}

/** Every row but those that say that somebody asked. */
function books(): string {
  return behindTheBack(office.folder, (connection) => {
    const tables = connection
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    const rows = tables
      .filter((table) => !['audit', 'audit_head'].includes(table))
      .map((table) => [table, connection.prepare(`SELECT * FROM ${table}`).all()]);
    return JSON.stringify(rows);
  });
}

async function isRefused(verb: LedgerVerb, input: unknown, token: string | null, code: string): Promise<void> {
  const before = books();
  expect(await answer(verb, input, token)).toMatchObject({ ok: false, error: { code } });
  expect(books()).toBe(before);
}

test.each(NEEDING_SESSION)('%s without a session, or with one that has ended, is for nobody', async (verb) => {
  await isRefused(verb, SAMPLES[verb](visits.own), null, 'SIGN_IN_REQUIRED');
  await isRefused(verb, SAMPLES[verb](visits.own), tokens.ended, 'SIGN_IN_REQUIRED');
});

test.each(NEEDING_SESSION.filter((verb) => !OVER_A_LOCKED_WINDOW.has(verb)))(
  '%s over a locked window waits',
  async (verb) => {
    await isRefused(verb, SAMPLES[verb](visits.own), tokens.locked, 'SESSION_LOCKED');
  },
);

const ADMINISTRATORS: readonly LedgerVerb[] = [
  ...(['clerk.add', 'clerk.change', 'clerk.disable', 'clerk.enable', 'clerk.giveOneTimePassword'] as const),
  'setting.set',
];

test.each(ADMINISTRATORS)('%s asked by a clerk is refused', async (verb) => {
  await isRefused(verb, SAMPLES[verb](visits.own), tokens.open, 'ROLE_REQUIRED');
});

test('a clerk decides on nothing, and gets no keys', async () => {
  await isRefused('approval.decide', SAMPLES['approval.decide'](visits.own), tokens.others, 'SECOND_PERSON_ROLE');
  await isRefused('approval.decide', SAMPLES['approval.decide'](visits.own), tokens.open, 'SECOND_PERSON_SAME');
  await isRefused('office.recoveryPdf', keys(), tokens.open, 'NOT_ALLOWED_HERE');
  await isRefused('print.bytes', SAMPLES['print.bytes'](visits.own), tokens.others, 'PRINT_JOB_UNKNOWN');
  await isRefused('printQueue.cancel', SAMPLES['printQueue.cancel'](visits.own), tokens.others, 'PRINT_JOB_UNKNOWN');
  await isRefused('print.settle', SAMPLES['print.settle'](visits.own), tokens.others, 'PRINT_JOB_UNKNOWN');
});

test.each(ABOUT_A_VISIT)('%s with the visit of another clerk, or of nobody, is refused', async (verb) => {
  await isRefused(verb, SAMPLES[verb](visits.others), tokens.open, 'VISIT_REQUIRED');
  await isRefused(verb, SAMPLES[verb]('no such visit'), tokens.open, 'VISIT_REQUIRED');
});

test.each(ABOUT_A_VISIT.filter((verb) => verb !== 'visit.finish'))(
  '%s in a visit that is over is refused',
  async (verb) => {
    await isRefused(verb, SAMPLES[verb](visits.ended), tokens.open, 'VISIT_ENDED');
  },
);

test.each(KEPT)('%s under the operation id of another session is refused', async (verb) => {
  const input = SAMPLES[verb](visits.own) as { readonly operationId: string };
  behindTheBack(office.folder, (connection) =>
    connection
      .prepare(
        "INSERT INTO operation (id, verb, input_hash, reply, at, owner) VALUES (?, ?, '', x'00', 1, 'another session')",
      )
      .run(input.operationId, verb),
  );
  const reply = await answer(verb, input, tokens.open);
  expect(reply).toMatchObject({ ok: false, error: { code: 'OPERATION_REUSED' } });
});

test('what is the program’s own, no window may ask; the customer’s window only what is its own', async () => {
  for (const kind of ['teller', 'customer'] as const) {
    let asked = 0;
    const gate = ipcGate({
      windowOf: () => ({ kind, webContentsId: 1, counter: 'T1', sessionToken: null }) as never,
      answer: () => {
        asked += 1;
        return Promise.resolve({ ok: true, value: {} });
      },
      checkAnswers: false,
      log: { warn: () => undefined, info: () => undefined } as never,
    });
    const sender = { webContentsId: 1, isMainFrame: true, frameUrl: `app://counter/${kind}/index.html` };
    for (const verb of Object.keys(verbs) as Verb[]) {
      if (mayAsk(verb, kind)) continue;
      expect(await gate(sender, verb, {}), verb).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED_HERE' } });
    }
    expect(asked).toBe(0);
  }
});

test('the books are sound after all of it', async () => {
  expect(await office.faults()).toEqual([]);
});
