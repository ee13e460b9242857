/** Designated institutions: what an administrator and a second person change, and which payments that stops (docs/rules.md 1). */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isStoppedAt } from '../../../../electron/ledger/office/designation-rules.ts';
import { INSTITUTIONS, person, settlementCsv, type Sale } from '../../../offices/made-up-people.ts';
import {
  authorised,
  copyOf,
  makeTemplate,
  MINUTE,
  Office,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
let admin: Counter;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  admin = await office.signIn('9001');
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

const given = { reason: '医保局通知', authorisation: authorised('2001') };
const fresh = { institutionCode: 'H0007', name: '滨江医院', type: 'hospital', terminals: 'T7; T8' } as const;
const hospital = { institutionCode: 'H0001', terminal: null } as const;
const before = { name: '市第一人民医院', type: 'hospital' } as const;

const listed = (text = '') => office.must('institution.list', { text }, admin);
const one = async (code: string) => (await listed(code)).items.find((each) => each.code === code);

test('they are listed by number, and found by a part of number or name, whatever stands in it', async () => {
  expect((await listed()).items.map(({ code }) => code)).toEqual(['H0001', 'P0001']);
  expect((await listed('第一')).items.map(({ code }) => code)).toEqual(['H0001']);
  expect((await listed('%')).items).toEqual([]);
  expect((await listed('_')).items).toEqual([]);
  const [first] = (await listed('H00')).items;
  expect(first?.terminals).toEqual([
    { number: 'T1', stoppedFrom: null },
    { number: 'T2', stoppedFrom: null },
  ]);
});

test('one is added with its terminals, once, and takes payments', async () => {
  await office.must('institution.add', { ...fresh, ...given }, admin);
  expect(await one('H0007')).toEqual({
    ...{ code: 'H0007', name: '滨江医院', type: 'hospital', stoppedFrom: null },
    terminals: ['T7', 'T8'].map((number) => ({ number, stoppedFrom: null })),
  });
  expect(await office.codeOf('institution.add', { ...fresh, ...given }, admin)).toBe('INSTITUTION_EXISTS');
  const { accepted } = await settled([{ ...sale('N1'), institution: 'H0007', terminal: 'T8' }]);
  expect(accepted).toBe(1);
});

describe.each([
  ['a number', { institutionCode: ' ' }, 'institution-code'],
  ['a name', { name: '' }, 'institution-name'],
  ['a name with a character nobody sees', { name: '滨\u200b江' }, 'institution-name'],
  ['terminals with a comma', { terminals: 'T1,T2' }, 'institution-terminals'],
  ['a terminal twice', { terminals: 'T1;T1' }, 'institution-terminals'],
  ['no terminal', { terminals: '' }, 'institution-terminals'],
])('%s that cannot be', (_, wrong, problem) => {
  test('is refused by what is wrong, and nothing is added', async () => {
    const reply = await office.ask('institution.add', { ...fresh, ...wrong, ...given }, admin);
    expect(reply).toMatchObject({ ok: false, error: { code: 'INSTITUTION_INVALID', details: { problem } } });
    expect((await listed()).total).toBe(2);
  });
});

test('one is changed as its form was opened, and not over what somebody else has made of it', async () => {
  const change = { institutionCode: 'H0001', before, name: '市一院', type: 'hospital', terminals: 'T2;T3' } as const;
  await office.must('institution.change', { ...change, ...given }, admin);
  const changed = await one('H0001');
  expect([changed?.name, changed?.terminals.map(({ number }) => number)]).toEqual(['市一院', ['T1', 'T2', 'T3']]);
  expect(await office.codeOf('institution.change', { ...change, ...given }, admin)).toBe('INSTITUTION_CHANGED');
  const same = { ...change, before: { ...before, name: '市一院' } };
  expect(await office.codeOf('institution.change', { ...same, ...given }, admin)).toBe('INSTITUTION_STATE');
  const nobody = { ...change, institutionCode: 'H0099' };
  expect(await office.codeOf('institution.change', { ...nobody, ...given }, admin)).toBe('INSTITUTION_UNKNOWN');
});

test('only an administrator does, and not without another person', async () => {
  const supervisor = await office.signIn('2001');
  expect(await office.codeOf('institution.stop', { ...hospital, ...given }, supervisor)).not.toBe('ok');
  const alone = { ...hospital, reason: given.reason, authorisation: null };
  expect(await office.codeOf('institution.stop', alone, admin)).toBe('SECOND_PERSON_REQUIRED');
  const self = { ...hospital, reason: given.reason, authorisation: authorised('9001') };
  expect(await office.codeOf('institution.stop', self, admin)).toBe('SECOND_PERSON_SAME');
  expect((await one('H0001'))?.stoppedFrom).toBeNull();
});

/** 2024-02-05 11:10:00 in the office, where its clock stands at the beginning. */
const at = (minutes: number): string => {
  const moment = new Date(office.at + minutes * MINUTE + 8 * 60 * MINUTE).toISOString();
  return moment.slice(0, 19).replaceAll(/[-:T]/g, '');
};
const sale = (reference: string): Sale => ({
  reference,
  card: person(2).card,
  kind: '消费',
  amount: '1.00',
  time: at(0),
});

function settled(sales: readonly Sale[]) {
  const net = sales.reduce((sum, { kind, amount }) => sum + (kind === '消费' ? 1 : -1) * Number(amount), 0);
  return office.post.settlement(settlementCsv(`QS${randomUUID().slice(0, 8)}`, net.toFixed(2), sales));
}

const reasonsOf = async (sales: readonly Sale[]) =>
  [...(await settled(sales)).refused].map(({ externalId, reason }) => [externalId, reason]);

test('from the stop on payments are refused, those before it and what is given back are settled, until it is taken up again', async () => {
  await settled([{ ...sale('S1'), time: at(-5) }]);
  await office.must('institution.stop', { ...hospital, ...given }, admin);
  expect(await office.codeOf('institution.stop', { ...hospital, ...given }, admin)).toBe('INSTITUTION_STATE');
  const late = [
    { ...sale('S2'), time: at(-1) },
    { ...sale('S3'), time: at(0) },
    { ...sale('S4'), time: at(30) },
    { ...sale('S5'), kind: '退货', original: 'S1', time: at(30) } as const,
  ];
  expect(await reasonsOf(late)).toEqual([
    ['S3', 'INSTITUTION_NOT_DESIGNATED'],
    ['S4', 'INSTITUTION_NOT_DESIGNATED'],
  ]);
  office.at += 60 * MINUTE;
  await office.must('institution.resume', { ...hospital, ...given }, admin);
  expect(await office.codeOf('institution.resume', { ...hospital, ...given }, admin)).toBe('INSTITUTION_STATE');
  expect(await reasonsOf([{ ...sale('S6'), time: at(-1) }, sale('S7')])).toEqual([
    ['S6', 'INSTITUTION_NOT_DESIGNATED'],
  ]);
});

test('a terminal is stopped by itself', async () => {
  const unknown = { ...hospital, terminal: 'T9', ...given };
  expect(await office.codeOf('institution.stop', unknown, admin)).toBe('TERMINAL_UNKNOWN');
  await office.must('institution.stop', { ...hospital, terminal: 'T1', ...given }, admin);
  expect(await reasonsOf([sale('S1'), { ...sale('S2'), terminal: 'T2' }])).toEqual([['S1', 'TERMINAL_UNKNOWN']]);
  expect((await one('H0001'))?.terminals.map(({ stoppedFrom }) => stoppedFrom !== null)).toEqual([true, false]);
});

test('a file does not take up again what was stopped, and keeps a stopped terminal so', async () => {
  await office.must('institution.stop', { ...hospital, ...given }, admin);
  await office.must('institution.stop', { institutionCode: 'P0001', terminal: 'T1', ...given }, admin);
  const run = await office.post.institutions(INSTITUTIONS);
  expect([run.updated, [...run.refused].map(({ code }) => code)]).toEqual([1, ['INSTITUTION_STOPPED']]);
  expect((await one('P0001'))?.terminals[0]?.stoppedFrom).not.toBeNull();
  await office.must('institution.resume', { ...hospital, ...given }, admin);
  expect((await office.post.institutions(INSTITUTIONS)).updated).toBe(2);
});

test('each change is on record with both persons and its reason', async () => {
  await office.must('institution.stop', { ...hospital, ...given }, admin);
  const records = await office.must('audit.list', { ...NOTHING, verbs: ['institution.stop'] }, admin);
  expect(records.items[0]).toMatchObject({ actor: '9001', second: '2001', subject: 'H0001', outcome: 'done' });
  expect(JSON.stringify(records.items[0])).toContain(given.reason);
});

const NOTHING = { from: null, to: null, clerk: null, verbs: null, about: null, before: null } as const;

test('a moment is stopped when it lies in one of the spans, the first moment included and the last not', () => {
  const moment = fc.integer({ min: 0, max: 40 }).map((minute) => `2024-02-05 10:${String(minute).padStart(2, '0')}:00`);
  const span = fc
    .tuple(moment, fc.option(moment))
    .map(([one, other]) => (other !== null && other < one ? { from: other, until: one } : { from: one, until: other }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 4 }), moment, (spans, asked) => {
      const minutes = spans.flatMap(({ from, until }) => {
        const [first, end] = [Number(from.slice(14, 16)), until === null ? 41 : Number(until.slice(14, 16))];
        return Array.from({ length: end - first }, (_, offset) => first + offset);
      });
      expect(isStoppedAt(spans, asked)).toBe(minutes.includes(Number(asked.slice(14, 16))));
    }),
  );
});
