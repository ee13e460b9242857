/** The visit: who may stand at the counter, and when it ends (docs/rules.md 2). */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { person, registerCsv, residentId, type Person } from '../../../offices/made-up-people.ts';
import {
  copyOf,
  makeTemplate,
  MINUTE,
  Office,
  statementOf,
  visitOf,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
});
afterEach(() => office.close());

const open = (change: Partial<Input<'visit.open'>>, from: Counter = template.clerk) =>
  office.codeOf('visit.open', { ...visitOf(0), ...change }, from);

const agent = (change: Partial<NonNullable<Input<'visit.open'>['agent']>> = {}) => ({
  agent: { idNumber: person(3).idNumber, name: '赵代办', relation: '配偶', householdRegister: false, ...change },
});

test('a visit shows whose it is, masked everywhere but in the one header', async () => {
  const visit = await office.openVisit(0, template.clerk);
  expect(visit).toMatchObject({
    holderName: '张三',
    holderNameMasked: '张*',
    idMasked: `110***********${person(0).idNumber.slice(-4)}`,
    cardMasked: `621330*********${person(0).card.slice(-4)}`,
    phoneMasked: `139****${person(0).phone.slice(-4)}`,
    accountNumber: expect.stringMatching(/^0101\d{11}$/),
    balanceFen: 30_000 - 15_050 + 3_000 + 30_000,
    unprinted: 3,
    printGate: 60,
    agent: null,
    endsAt: office.at + 15 * MINUTE,
  });
  expect(visit.months).toHaveLength(12);
  expect(visit.months.slice(-2)).toEqual([
    { month: '2024-01', allocatedFen: 30_000, consumedFen: 0 },
    { month: '2024-02', allocatedFen: 30_000, consumedFen: 12_050 },
  ]);
  expect(JSON.stringify(visit)).not.toContain(person(0).idNumber);
  expect(JSON.stringify(visit)).not.toContain(person(0).card);
});

test('numbers are understood in full-width digits, with spaces and a small x', async () => {
  const { idNumber, card } = person(0);
  const wide = (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))).replace('X', 'x');
  expect(await open({ idNumber: ` ${wide(idNumber)} `, card: card.replace(/(\d{4})/g, '$1 ') })).toBeNull();
});

test.each([
  ['an ID number with a wrong check digit', { idNumber: '110105195001010014' }, 'ID_NUMBER_INVALID'],
  ['a card number with a wrong check digit', { card: '6213300000000010001' }, 'CARD_NUMBER_INVALID'],
  ['both wrong: the ID number first', { idNumber: '1', card: '1' }, 'ID_NUMBER_INVALID'],
  ['a card of somebody else', { card: person(1).card }, 'PAIR_MISMATCH'],
  ['a card that nobody has', { card: person(9).card }, 'PAIR_MISMATCH'],
  ['an ID number that nobody has', { idNumber: person(9).idNumber }, 'PAIR_MISMATCH'],
] as const)('%s is refused', async (_, change, code) => {
  expect(await open(change)).toBe(code);
});

test('a refused pair does not tell which of the two numbers is known', async () => {
  const replies = [
    await office.ask('visit.open', { ...visitOf(0), card: person(1).card }, template.clerk),
    await office.ask('visit.open', { ...visitOf(0), card: person(9).card }, template.clerk),
    await office.ask('visit.open', { ...visitOf(0), idNumber: person(9).idNumber }, template.clerk),
  ];
  // They differ in the count of tries alone.
  const error = (left: number) => ({ ok: false, error: { code: 'PAIR_MISMATCH', details: { left } } });
  expect(replies).toEqual([error(4), error(3), error(2)]);
});

test('an agent is recorded with relation and shown masked', async () => {
  const visit = await office.must('visit.open', { ...visitOf(0), ...agent() }, template.clerk);
  expect(visit.agent).toEqual({
    nameMasked: '赵*',
    idMasked: `110***********${person(3).idNumber.slice(-4)}`,
    relation: '配偶',
    guardian: false,
  });
  const reveal = { operationId: randomUUID(), visitId: visit.visitId, field: 'agentIdNumber', reason: '核对' } as const;
  expect((await office.must('visit.reveal', reveal, template.clerk)).value).toBe(person(3).idNumber);
});

test.each([
  ['with a wrong check digit', { idNumber: '110105195001010014' }, 'AGENT_INVALID'],
  ['who is the holder', { idNumber: person(0).idNumber }, 'AGENT_INVALID'],
  ['who is the holder in full-width digits', { idNumber: ` ${person(0).idNumber.toLowerCase()}` }, 'AGENT_INVALID'],
  ['who is fifteen', { idNumber: residentId('20080206', 1) }, 'AGENT_INVALID'],
  ['who is sixteen today', { idNumber: residentId('20080205', 1) }, null],
])('an agent %s: %s', async (_, change, code) => {
  expect(await open(agent(change))).toBe(code);
});

const child: Person = { ...person(7), idNumber: residentId('20080206', 21), name: '陈小小' };
const grown: Person = { ...person(8), idNumber: residentId('20080205', 21), name: '陈大大' };

test.each([
  ['under sixteen alone', child, {}, 'GUARDIAN_REQUIRED'],
  ['under sixteen with an agent without the household register', child, agent(), 'GUARDIAN_REQUIRED'],
  ['under sixteen with a guardian', child, agent({ householdRegister: true }), null],
  ['sixteen today, alone', grown, {}, null],
] as const)('a holder %s: %s', async (_, { idNumber, card }, change, code) => {
  await office.post.register(registerCsv([child, grown]));
  expect(await open({ idNumber, card, ...change })).toBe(code);
});

test.each(['name-differs', 'number-unknown'] as const)(
  'the network check %s asks for a second document and never refuses by itself',
  async (networkCheck) => {
    expect(await open({ networkCheck })).toBe('SECONDARY_DOCUMENT_REQUIRED');
    expect(await open({ networkCheck, secondaryDocument: '户口簿' })).toBeNull();
  },
);

test('a counter serves one customer at a time', async () => {
  await office.openVisit(0, template.clerk);
  expect(await office.codeOf('visit.open', visitOf(1), template.clerk)).toBe('VISIT_OPEN');
  expect(await office.codeOf('visit.open', visitOf(1), template.supervisor)).toBeNull();
});

test('with a customer at the counter, a wrong number is answered as the wrong number it is', async () => {
  await office.openVisit(0, template.clerk);
  expect(await open({ idNumber: '110105195001010014' })).toBe('ID_NUMBER_INVALID');
});

test('a visit ends after exactly fifteen idle minutes', async () => {
  const { visitId } = await office.openVisit(0, template.clerk);
  office.at += 15 * MINUTE - 1;
  expect(await office.codeOf('statement.presets', { visitId }, template.clerk)).toBeNull();
  office.at += 1;
  expect(await office.must('visit.current', {}, template.clerk)).toBeNull();
  expect(await office.codeOf('statement.presets', { visitId }, template.clerk)).toBe('VISIT_ENDED');
  expect(await office.codeOf('statement.prepare', statementOf(visitId), template.clerk)).toBe('VISIT_ENDED');
  expect(await office.codeOf('visit.open', visitOf(1), template.clerk)).toBeNull();
});

test('what is done in a visit keeps it going, looking does not', async () => {
  const { visitId } = await office.openVisit(0, template.clerk);
  office.at += 14 * MINUTE;
  await office.must('statement.prepare', statementOf(visitId), template.clerk);
  office.at += 14 * MINUTE;
  await office.must('statement.presets', { visitId }, template.clerk);
  expect(await office.must('visit.current', {}, template.clerk)).toMatchObject({ endsAt: office.at + MINUTE });
  office.at += MINUTE;
  expect(await office.codeOf('statement.presets', { visitId }, template.clerk)).toBe('VISIT_ENDED');
});

test('a finished visit is over, and finishing it twice is no mistake', async () => {
  const { visitId } = await office.openVisit(0, template.clerk);
  await office.must('visit.finish', { visitId }, template.clerk);
  await office.must('visit.finish', { visitId }, template.clerk);
  expect(await office.codeOf('statement.prepare', statementOf(visitId), template.clerk)).toBe('VISIT_ENDED');
});

test("nobody works in another counter's visit", async () => {
  const { visitId } = await office.openVisit(0, template.clerk);
  const reveal = { operationId: randomUUID(), visitId, field: 'card', reason: '核对' } as const;
  for (const code of [
    await office.codeOf('statement.prepare', statementOf(visitId), template.supervisor),
    await office.codeOf('statement.presets', { visitId }, template.supervisor),
    await office.codeOf('visit.reveal', reveal, template.supervisor),
    await office.codeOf('visit.finish', { visitId }, template.supervisor),
    await office.codeOf('visit.finish', { visitId: randomUUID() }, template.supervisor),
  ]) {
    expect(code).toBe('VISIT_REQUIRED');
  }
  expect(await office.must('visit.current', {}, template.clerk)).toMatchObject({ visitId });
});

test('a visit outlives a restart of the ledger', async () => {
  const visit = await office.openVisit(0, template.clerk);
  office.reopen();
  expect(await office.must('visit.current', {}, template.clerk)).toEqual(visit);
});
