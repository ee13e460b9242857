/** One request of each verb that its schema takes: made up from the schema, or by hand where a use case reads more. */
import { randomUUID } from 'node:crypto';
import { businessDate, instant } from '../../../../electron/contract/kernel/dates.ts';
import { ZERO_FEN } from '../../../../electron/contract/kernel/money.ts';
import { verbs, type Input, type LedgerVerb, type Verb } from '../../../../electron/contract/verbs.ts';
import { sampleOf } from '../../../../renderer/gallery/fake/schema-sample.ts';
import { cardNumber, person } from '../../../offices/made-up-people.ts';
import {
  authorised,
  DATA_KEY,
  lossOf,
  NEW_OFFICE,
  PIN_KEY,
  statementOf,
  visitOf,
  PASSWORDS,
} from '../../../offices/small-office.ts';

/** What a request may name. */
export interface About {
  readonly visitId: string;
  readonly taskId: string;
  readonly lossNumber: string;
  readonly documentNumber: string;
  readonly intakeId: string;
  readonly requestId: string;
  readonly jobId: string;
  /** Who comes to the counter as second person, where one has to. */
  readonly second: { readonly clerkCode: string; readonly password: string };
}

/** For requests that no use case reads. */
export const ABOUT_NOTHING: About = {
  visitId: 'no such visit',
  taskId: 'no such task',
  lossNumber: 'no such report',
  documentNumber: 'no such document',
  intakeId: 'no such file',
  requestId: 'no such request',
  jobId: 'no such job',
  second: authorised('2001'),
};

type Samples = { readonly [V in LedgerVerb]: (about: About) => Input<V> };

const id = () => ({ operationId: randomUUID() });
const caller = () => {
  const { idNumber, name, phone } = person(4);
  return { idNumber, name, phone };
};
const because = (second: About['second']) => ({ reason: '人员变动', authorisation: second });
const keys = () => ({ dataKey: Buffer.from(DATA_KEY), pinKey: Buffer.from(PIN_KEY) });

const BY_HAND: Partial<Samples> = {
  'session.signIn': () => ({ clerkCode: '1001', password: 'x' }),
  'session.unlock': () => ({ password: 'x' }),
  'office.create': () => ({ ...NEW_OFFICE, demoFolder: null }),
  'office.restoreFrom': () => ({ path: '/nowhere', recoveryKeyTyped: true }),
  'online.challenge': () => ({ purpose: 'sign-in', origin: 'https://office.example', site: 'office.example' }),
  'clock.accept': ({ second }) => ({ authorisation: second, reason: '时钟曾快' }),
  'office.acceptBooks': () => ({ first: authorised('2001'), second: authorised('9001') }),
  'office.recoveryPdf': keys,
  'number.judge': () => ({ idNumber: '', card: '' }),
  'visit.open': () => visitOf(3),
  'visit.openWithoutCard': () => {
    const { idNumber, name, phone } = person(3);
    const nobodyElse = { secondaryDocument: null, agent: null };
    return { ...id(), idNumber, name, phone, networkCheck: 'match-photo', ...nobodyElse };
  },
  'visit.reveal': ({ visitId }) => ({ ...id(), visitId, field: 'card', reason: '核对' }),
  'statement.draft': ({ visitId }) => ({ visitId, period: statementOf(visitId).period }),
  'statement.prepare': ({ visitId }) => statementOf(visitId),
  'document.check': ({ documentNumber }) => ({ documentNumber, verificationCode: 'x' }),
  'printQueue.cancel': ({ jobId }) => ({ jobId, reason: null }),
  'print.issue': ({ visitId, documentNumber }) => ({ ...id(), visitId, documentNumber }),
  'print.bytes': ({ jobId }) => ({ jobId, reason: null }),
  'print.settle': ({ jobId }) => ({ jobId, outcome: 'printed', printer: null, failure: null }),
  'document.export': ({ visitId, documentNumber }) => ({ visitId, documentNumber, format: 'csv' }),
  'document.exported': ({ visitId, documentNumber }) => ({ ...id(), visitId, documentNumber, format: 'csv' }),
  'intake.begin': () => ({ name: 'a.csv', bytes: 1 }),
  'intake.chunk': ({ intakeId }) => ({ intakeId, offset: 0, chunk: new Uint8Array(1) }),
  'file.check': ({ intakeId }) => ({ ...id(), intakeId }),
  'file.post': ({ intakeId, second }) => ({ ...id(), intakeId, second }),
  'file.refuse': ({ intakeId, second }) => ({ ...id(), intakeId, authorisation: second, reason: '金额不符' }),
  'batchFile.check': ({ intakeId }) => ({ ...id(), intakeId, kind: 'allocation', asPosted: true }),
  'batchFile.post': ({ intakeId, second }) => ({ ...id(), intakeId, kind: 'allocation', authorisation: second }),
  'registerFile.load': ({ intakeId }) => ({ ...id(), intakeId, kind: 'register' }),
  'batchFile.piece': ({ intakeId }) => ({ intakeId, of: 'answer', offset: 0 }),
  'batch.answerName': () => ({ batchId: 1 }),
  'batch.openAnswer': () => ({ batchId: 1 }),
  'batch.goOn': () => ({ batchId: 1 }),
  'answer.piece': () => ({ answerId: 'no such answer', offset: 0 }),
  'batch.rejected': () => ({ batchId: 1, page: 1 }),
  'loss.report': ({ visitId }) => lossOf(visitId),
  'loss.reportByTelephone': () => ({ ...id(), caller: caller() }),
  'balance.byTelephone': () => ({ ...id(), caller: { ...caller(), telephonePassword: '381605' } }),
  'telephone.prove': () => ({ idNumber: person(4).idNumber, password: Buffer.from('381605') }),
  'telephone.reportUnproven': () => {
    const { idNumber, phone } = person(4);
    return { ...id(), idNumber, phone };
  },
  'telephone.changePin': () => ({
    ...{ old: Buffer.from('806153'), new: Buffer.from('846203'), repeated: Buffer.from('846203') },
  }),
  'telephone.sendNumber': ({ lossNumber }) => ({ number: lossNumber, language: 'zh-CN' }),
  'visit.openOfReport': ({ lossNumber }) => ({ number: lossNumber, idNumber: person(0).idNumber }),
  'loss.find': ({ lossNumber }) => ({ number: lossNumber, idNumber: person(0).idNumber }),
  'loss.cancel': ({ visitId, lossNumber }) => ({ ...id(), visitId, number: lossNumber, second: null }),
  'loss.reissue': ({ visitId, lossNumber }) => ({
    ...{ ...id(), visitId, number: lossNumber, newCard: cardNumber(5000), newInsuranceNumber: 'YB1' },
    ...{ feeClass: 'standard', second: null },
  }),
  'loss.addReference': ({ visitId, lossNumber }) => ({
    ...{ ...id(), number: lossNumber, visitId, idNumber: null, reference: 'SB-1' },
  }),
  'loss.takeBack': ({ visitId, lossNumber, second }) => ({
    ...{ ...id(), number: lossNumber, visitId, idNumber: null, reason: '录错持卡人', second },
  }),
  'loss.correctReference': ({ visitId, lossNumber }) => ({
    ...{ ...id(), number: lossNumber, visitId, idNumber: null, reference: 'SB-2', reason: '写错', second: null },
  }),
  'paper.prepare': ({ visitId, lossNumber }) => ({
    ...{ visitId, kind: 'loss-form', lossNumber, paper: 'a4', language: 'zh-CN' },
  }),
  'customer.beginTask': ({ visitId }) => ({ visitId, task: 'first', second: null }),
  'customer.takeEntry': ({ taskId }) => ({
    ...{ taskId, step: 'new', sealed: { enc: new Uint8Array(65), box: new Uint8Array(22) } },
  }),
  'customer.endTask': ({ taskId }) => ({ taskId, how: 'abandoned' }),
  'approval.preview': ({ visitId, lossNumber }) => ({ verb: 'loss.cancel', input: { visitId, number: lossNumber } }),
  'approval.ask': ({ visitId, lossNumber }) => ({
    ...{ ...id(), verb: 'loss.cancel', input: { visitId, number: lossNumber } },
  }),
  'approval.decide': ({ requestId }) => ({
    ...id(),
    requestId,
    decision: 'approve',
    reason: null,
    password: PASSWORDS['2001']!,
  }),
  'clerk.unlock': ({ second }) => ({ ...id(), clerkCode: '1002', authorisation: second }),
  'clerk.liftLocksByKey': () => ({ recoveryKey: 'x' }),
  'clerk.changePassword': () => ({ clerkCode: '1001', password: 'x', newPassword: 'another-password-1' }),
  'clerk.add': ({ second }) => ({ clerkCode: '1009', name: '新柜员', role: 'clerk', authorisation: second }),
  'clerk.change': ({ second }) => ({ clerkCode: '1002', name: '改名', role: null, ...because(second) }),
  'clerk.disable': ({ second }) => ({ clerkCode: '1002', ...because(second) }),
  'clerk.enable': ({ second }) => ({ clerkCode: '1002', ...because(second) }),
  'clerk.giveOneTimePassword': ({ second }) => ({ clerkCode: '1002', ...because(second) }),
  'till.closeFor': () => ({ ...id(), clerkCode: '1002', countedFen: ZERO_FEN, reason: '柜员请假' }),
  'day.end': () => ({ ...id(), businessDate: businessDate('2024-02-05') }),
  'interest.drawWorksheet': ({ visitId }) => ({
    ...{ visitId, settledTo: businessDate('2024-03-20'), madeAt: instant(1_707_000_000_000) },
  }),
  'day.drawReport': () => ({ businessDate: businessDate('2024-02-05') }),
  'overview.lines': () => ({
    period: { from: businessDate('2024-01-01'), until: businessDate('2024-02-05') },
    figure: { of: 'movement', month: '2024-01', kind: 'allocation' },
  }),
  'day.close': ({ second }) => ({ to: null, authorisation: second }),
  'holder.contact': ({ visitId, second }) => ({ visitId, phone: '13800000009', address: null, authorisation: second }),
  'holder.correct': ({ visitId, second }) => ({
    ...{ ...id(), visitId, name: '改名', idNumber: null, sex: null, document: '户口簿', second },
  }),
  'holder.close': ({ visitId, second }) => ({ ...id(), visitId, reference: null, second }),
  'counter.add': ({ second }) => ({ name: '二号柜台', kind: 'counter', authorisation: second }),
  'counter.change': ({ second }) => ({ number: '01', name: '一号柜台', kind: null, authorisation: second }),
  'institution.list': () => ({ text: '' }),
  'institution.add': ({ second }) => ({
    ...{ institutionCode: 'H0009', name: '新医院', type: 'hospital', terminals: 'T9', ...because(second) },
  }),
  'institution.change': ({ second }) => ({
    ...{ institutionCode: 'H0001', before: { name: '市第一人民医院', type: 'hospital' } },
    ...{ name: '市一院', type: 'hospital', terminals: '', ...because(second) },
  }),
  'institution.stop': ({ second }) => ({ institutionCode: 'H0001', terminal: null, ...because(second) }),
  'institution.resume': ({ second }) => ({ institutionCode: 'H0001', terminal: null, ...because(second) }),
  'counter.revoke': () => ({ number: '01', reason: '电脑被盗' }),
  'counter.join': () => ({ number: '01', csr: new Uint8Array(1), proof: new Uint8Array(32) }),
  'counter.renew': () => ({ csr: new Uint8Array(1) }),
  'counter.greet': () => ({ serial: '1' }),
  'server.begin': () => ({ address: 'localhost:1', fingerprint: 'ab'.repeat(32) }),
  'setting.set': ({ second }) => ({ name: 'printGate', value: '50', ...because(second) }),
};

const isLedgers = (verb: Verb): verb is LedgerVerb => verbs[verb].owner === 'ledger';

export const LEDGER_VERBS = (Object.keys(verbs) as Verb[]).filter(isLedgers);

function made(verb: LedgerVerb): (about: About) => Input<LedgerVerb> {
  return (about) => sampleOf(verbs[verb].input, { ...about, authorisation: about.second });
}

export const SAMPLES = Object.fromEntries(LEDGER_VERBS.map((verb) => [verb, BY_HAND[verb] ?? made(verb)])) as Samples;
