/**
 * An approval binds everything that was asked: every field of the command, the person, how they were identified, their
 * PIN, fee and sums. Changed one by one, each makes it unusable; and all of it is shown to the second person.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import type { Input, SecondVerb } from '../../../../electron/contract/verbs.ts';
import { advanceTo } from '../../../../electron/ledger/day/days.ts';
import { allocationCsv, cardNumber, INSTITUTIONS, person, registerCsv } from '../../../offices/made-up-people.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  lossOf,
  makeTemplate,
  Office,
  PASSWORDS,
  PIN,
  visitOf,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
let clerk: Counter;
let visitId: string;
/** The holder with a PIN. */
const HOLDER = 4;
const NEW_CARD = cardNumber(5000);
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  ({ clerk } = template);
  await comeIn();
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

type Coming = Partial<Input<'visit.open'>>;

/** The same holder again, perhaps otherwise identified. */
async function comeIn(other: Coming = {}): Promise<void> {
  const current = await office.must('visit.current', {}, clerk);
  if (current !== null) await office.must('visit.finish', { visitId: current.visitId }, clerk);
  ({ visitId } = await office.must('visit.open', { ...visitOf(HOLDER), ...other }, clerk));
}

async function approved(verb: SecondVerb, input: object): Promise<string> {
  const asking = { operationId: randomUUID(), verb, input: { ...input } };
  const { requestId } = await office.must('approval.ask', asking, clerk);
  const yes = { decision: 'approve', reason: null, password: PASSWORDS['2001']! } as const;
  await office.must('approval.decide', { operationId: randomUUID(), requestId, ...yes }, template.supervisor);
  return requestId;
}

const use = (verb: SecondVerb, input: object, requestId: string, from = clerk) =>
  office.codeOf(
    verb,
    { ...input, operationId: randomUUID(), second: { requestId } } as unknown as Input<SecondVerb>,
    from,
  );

async function factsOf(verb: SecondVerb, input: object): Promise<Record<string, unknown>> {
  const { facts } = await office.must('approval.preview', { verb, input: { ...input } }, clerk);
  return Object.fromEntries(facts.map(({ name, value, was }) => [name, was === undefined ? value : [was, value]]));
}

const prove = () => office.typePins(visitId, 'prove', [PIN], clerk);
const report = () => ({ ...lossOf(visitId, { object: 'password', kind: 'formal' }), operationId: undefined });

async function formalReport(): Promise<string> {
  const { number } = await office.must('loss.report', lossOf(visitId, { kind: 'formal' }), clerk);
  await advanceTo(office.door.ledger, businessDate('2024-02-12'), '1001');
  return number;
}

describe('the report of a lost password', () => {
  const changes: readonly (readonly [string, Partial<Input<'loss.report'>>])[] = [
    ['object', { object: 'both' }],
    ['missed since', { missedSince: '2024-02-01 08:00:00' }],
    ['address', { address: '中山路1号' }],
    ['phone', { phone: '13912597699' }],
  ];
  test.each(changes)('with another %s needs another approval', async (_, change) => {
    const requestId = await approved('loss.report', report());
    expect(await use('loss.report', { ...report(), ...change }, requestId)).toBe('APPROVAL_OTHER');
    expect(await use('loss.report', report(), requestId)).toBeNull();
  });

  test('is shown whole, with what the contact was until now', async () => {
    const facts = await factsOf('loss.report', { ...report(), phone: '13912597699', address: '中山路1号' });
    expect(facts).toMatchObject({
      holderName: expect.stringMatching(/^.\*+$/) as unknown,
      idNumber: expect.stringContaining('***') as unknown,
      card: expect.stringContaining('***') as unknown,
      networkCheck: 'match-photo',
      secondaryDocument: false,
      cardShown: true,
      agent: null,
      pin: 'pin-not-proven',
      object: 'password',
      kind: 'formal',
      missedSince: null,
      address: '中山路1号',
      phone: [expect.stringContaining('****') as unknown, '139****7699'],
    });
  });
});

describe('a new card', () => {
  const another: Partial<Input<'loss.reissue'>>[] = [
    { newCard: cardNumber(5001) },
    { newInsuranceNumber: 'YB90000002' },
    { feeClass: 'exempt' },
  ];
  const wanted = (number: string) => ({
    visitId,
    number,
    newCard: NEW_CARD,
    newInsuranceNumber: 'YB90000001',
    feeClass: 'standard',
  });

  test.each(another)('with %o instead needs another approval', async (change) => {
    const number = await formalReport();
    const requestId = await approved('loss.reissue', wanted(number));
    expect(await use('loss.reissue', { ...wanted(number), ...change }, requestId)).toBe('APPROVAL_OTHER');
    const spaced = { newCard: NEW_CARD.replaceAll(/(\d{4})/g, '$1 '), number: number.toLowerCase() };
    expect(await use('loss.reissue', { ...wanted(number), ...spaced }, requestId)).toBeNull();
  });

  test('at another fee than the one approved needs another approval', async () => {
    const number = await formalReport();
    const requestId = await approved('loss.reissue', wanted(number));
    behindTheBack(office.folder, (connection) =>
      connection.exec(`INSERT INTO setting VALUES ('reissueFeeStandard', '3000', 1)`),
    );
    expect(await use('loss.reissue', wanted(number), requestId)).toBe('APPROVAL_OTHER');
    behindTheBack(office.folder, (connection) => connection.exec('DELETE FROM setting'));
    expect(await use('loss.reissue', wanted(number), requestId)).toBeNull();
  });

  test('is shown with its number whole, and with what it replaces', async () => {
    const number = await formalReport();
    expect(await factsOf('loss.reissue', wanted(number))).toMatchObject({
      number,
      newCard: [expect.stringContaining('***') as unknown, NEW_CARD],
      newInsuranceNumber: [person(HOLDER).insurance, 'YB90000001'],
      feeClass: 'standard',
      feeFen: 2000,
    });
  });
});

describe('whoever stands at the counter', () => {
  const guardian = { name: '代办人', relation: '配偶', householdRegister: false };
  const agent = (at: number) => ({ agent: { ...guardian, idNumber: person(at).idNumber } });
  const coming: readonly (readonly [string, Coming])[] = [
    ['network check', { networkCheck: 'match-no-photo' }],
    ['second document', { networkCheck: 'name-differs', secondaryDocument: '户口簿 12345' }],
  ];
  test.each(coming)('identified with another %s is another matter', async (_, otherwise) => {
    const requestId = await approved('loss.report', report());
    await comeIn(otherwise);
    expect(await use('loss.report', report(), requestId)).toBe('APPROVAL_OTHER');
    const again = await approved('loss.report', report());
    await comeIn();
    expect(await use('loss.report', report(), again)).toBe('APPROVAL_OTHER');
    expect(await use('loss.report', report(), requestId)).toBeNull();
  });

  test('by another document of the same kind of check is another matter', async () => {
    const differs = (document: string): Coming => ({ networkCheck: 'name-differs', secondaryDocument: document });
    await comeIn(differs('户口簿 12345'));
    const requestId = await approved('loss.report', report());
    await comeIn(differs('户口簿 12346'));
    expect(await use('loss.report', report(), requestId)).toBe('APPROVAL_OTHER');
  });

  test('through another agent is another matter', async () => {
    const { number } = await office.must('loss.report', lossOf(visitId, { kind: 'formal' }), clerk);
    const correction = () => ({ visitId, number, idNumber: null, reference: 'SB-2', reason: '写错' });
    const adding = { operationId: randomUUID(), number, visitId, idNumber: null, reference: 'SB-1' };
    await office.must('loss.addReference', adding, clerk);
    await comeIn(agent(7));
    const requestId = await approved('loss.correctReference', correction());
    await comeIn(agent(8));
    expect(await use('loss.correctReference', correction(), requestId)).toBe('APPROVAL_OTHER');
    await comeIn();
    expect(await use('loss.correctReference', correction(), requestId)).toBe('APPROVAL_OTHER');
    await comeIn(agent(7));
    expect(await use('loss.correctReference', correction(), requestId)).toBeNull();
  });

  test('found without the card is another matter', async () => {
    const requestId = await approved('loss.report', report());
    await office.must('visit.finish', { visitId }, clerk);
    const { idNumber, name, phone } = person(HOLDER);
    const { networkCheck, secondaryDocument } = visitOf(HOLDER);
    const byName = { operationId: randomUUID(), idNumber, name, phone, networkCheck, secondaryDocument, agent: null };
    ({ visitId } = await office.must('visit.openWithoutCard', byName, clerk));
    expect(await use('loss.report', report(), requestId)).toBe('APPROVAL_OTHER');
  });

  test('somebody else is another matter', async () => {
    const requestId = await approved('loss.report', report());
    await office.must('visit.finish', { visitId }, clerk);
    ({ visitId } = await office.openVisit(0, clerk));
    await office.typePins(visitId, 'first', ['386152', '386152'], clerk);
    expect(await use('loss.report', report(), requestId)).toBe('APPROVAL_OTHER');
  });
});

test('approved as proven by the PIN, it is of no use without the proof; a proof given since is more', async () => {
  const number = await formalReport();
  await comeIn();
  await prove();
  const correction = () => ({ visitId, number, idNumber: null, reference: 'SB-2', reason: '写错' });
  const adding = { operationId: randomUUID(), number, visitId, idNumber: null, reference: 'SB-1' };
  await office.must('loss.addReference', adding, clerk);
  expect(await factsOf('loss.correctReference', correction())).toMatchObject({
    pin: 'pin-proven',
    // The office lives by its books, whose day the report has waited for.
    pinProvenAt: '2024-02-12 09:30:00',
    reference: ['SB-1', 'SB-2'],
    reason: '写错',
  });
  const proven = await approved('loss.correctReference', correction());
  await comeIn();
  expect(await use('loss.correctReference', correction(), proven)).toBe('APPROVAL_OTHER');
  const unproven = await approved('loss.correctReference', correction());
  await prove();
  expect(await use('loss.correctReference', correction(), unproven)).toBeNull();
});

test('a cancellation goes on the approval of just that report', async () => {
  const number = await formalReport();
  await comeIn();
  await prove();
  const requestId = await approved('loss.cancel', { visitId, number });
  expect(await factsOf('loss.cancel', { visitId, number })).toMatchObject({ number, object: 'card', kind: 'formal' });
  expect(await use('loss.cancel', { visitId, number }, requestId)).toBeNull();
});

test('a new PIN goes on the approval of a new PIN, for that report', async () => {
  const other = await approved('loss.report', report());
  await office.must('loss.report', { ...lossOf(visitId, { object: 'password' }), second: authorised('2001') }, clerk);
  await advanceTo(office.door.ledger, businessDate('2024-02-06'), '1001');
  const reset = () => ({ visitId, task: 'reset' });
  expect(await use('customer.beginTask', reset(), other)).toBe('APPROVAL_OTHER');
  const requestId = await approved('customer.beginTask', reset());
  expect(await factsOf('customer.beginTask', reset())).toMatchObject({ task: 'reset', pin: 'pin-void' });
  expect(await use('customer.beginTask', reset(), requestId)).toBeNull();
});

describe('a file', () => {
  const FILE = allocationCsv('YB9', '5.00', [{ id: '1', to: person(2), amount: '5.00' }]);

  test('goes on the approval of its very bytes, at whichever receiving', async () => {
    const requestId = await approved('file.post', { intakeId: await office.receive(FILE, clerk) });
    const changed = await office.receive(FILE.replaceAll('5.00', '6.00'), clerk);
    expect(await use('file.post', { intakeId: changed }, requestId)).toBe('APPROVAL_OTHER');
    const again = await office.receive(FILE, clerk);
    expect(await use('file.post', { intakeId: again }, requestId)).toBeNull();
    const [batch] = (await office.must('batch.list', {}, clerk)).items;
    expect(batch).toMatchObject({ batch: 'YB9', clerk: '1001', authorisedBy: '2001' });
  });

  test('is shown with its counts and sums', async () => {
    expect(await factsOf('file.post', { intakeId: await office.receive(FILE, clerk) })).toEqual({
      fileKind: 'allocation',
      batch: 'YB9',
      declaredCount: 1,
      declaredFen: 500,
      accepted: 1,
      amountFen: 500,
      rejectedCount: 0,
      rejectedFen: 0,
      otherMonth: '2024-01',
      lastMonthSum: '1,800.00',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
  });

  test('that comes to other sums than were approved posts nothing', async () => {
    const two = [
      { id: '1', to: person(2), amount: '5.00' },
      { id: '2', to: person(6), amount: '7.00' },
    ];
    const file = allocationCsv('YB9', '12.00', two);
    const intakeId = await office.receive(file, clerk);
    const requestId = await approved('file.post', { intakeId });
    const { binding } = await office.must('approval.preview', { verb: 'file.post', input: { intakeId } }, clerk);
    await office.post.register(registerCsv([person(6)]));
    expect(await use('file.post', { intakeId }, requestId)).toBe('APPROVAL_OTHER');
    const inPlace = { operationId: randomUUID(), intakeId, second: { ...authorised('2001'), seen: binding } };
    expect(await office.codeOf('file.post', inPlace, clerk)).toBe('APPROVAL_OTHER');
    expect((await office.must('batch.list', {}, clerk)).total).toBe(3);
  });

  test.each([
    ['register', registerCsv([person(6), person(0)]), { added: 1, updated: 1, refusedCount: 0 }],
    ['institutions', INSTITUTIONS, { added: 0, refusedCount: 0 }],
  ] as const)('of kind %s is shown with what it would load, and loads it', async (fileKind, text, figures) => {
    const intakeId = await office.receive(text, clerk);
    expect(await factsOf('file.post', { intakeId })).toMatchObject({ fileKind, ...figures });
    const requestId = await approved('file.post', { intakeId });
    expect(await use('file.post', { intakeId }, requestId)).toBeNull();
    expect(await use('file.post', { intakeId }, requestId)).not.toBeNull();
  });
});

describe('in place', () => {
  test('a yes to what was shown is none to anything else', async () => {
    const number = await formalReport();
    const wanted = {
      visitId,
      number,
      newCard: NEW_CARD,
      newInsuranceNumber: 'YB90000001',
      feeClass: 'standard',
    } as const;
    const { binding } = await office.must('approval.preview', { verb: 'loss.reissue', input: wanted }, clerk);
    const second = { ...authorised('2001'), seen: binding };
    const given = (other: Partial<Input<'loss.reissue'>>) =>
      office.codeOf('loss.reissue', { operationId: randomUUID(), ...wanted, second, ...other }, clerk);
    expect(await given({ newInsuranceNumber: 'YB90000002' })).toBe('APPROVAL_OTHER');
    expect(await given({ feeClass: 'exempt' })).toBe('APPROVAL_OTHER');
    expect(await given({})).toBeNull();
  });
});

test('an approval is the asking clerk’s alone, and what was asked is never changed in the books', async () => {
  const requestId = await approved('loss.report', report());
  const colleague = await office.signIn('1002');
  const theirs = await office.openVisit(HOLDER, colleague);
  const same = { ...report(), visitId: theirs.visitId };
  expect(await use('loss.report', same, requestId, colleague)).toBe('APPROVAL_OTHER');
  for (const column of ['essence', 'verb', 'asked_by'])
    expect(() =>
      behindTheBack(office.folder, (connection) => connection.exec(`UPDATE approval_request SET ${column} = '1002'`)),
    ).toThrow('never changed');
});
