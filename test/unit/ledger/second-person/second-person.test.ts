/** Two pairs of eyes on files: who may be the second, and that everybody's part is on record (docs/rules.md 5). */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { allocationCsv, INSTITUTIONS, person, registerCsv, settlementCsv } from '../../../offices/made-up-people.ts';
import {
  authorised,
  copyOf,
  makeTemplate,
  MINUTE,
  Office,
  PASSWORDS,
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

const FILE = allocationCsv('YB9', '5.00', [{ id: '1', to: person(2), amount: '5.00' }]);

async function postWith(second: ReturnType<typeof authorised> | null, text = FILE): Promise<string | null> {
  const intakeId = await office.receive(text, template.clerk);
  const reply = await office.ask('file.post', { operationId: randomUUID(), intakeId, second }, template.clerk);
  return reply.ok ? (reply.value.posted ? null : 'not posted') : reply.error.code;
}

test.each([
  ['nobody', null, 'SECOND_PERSON_REQUIRED'],
  ['the clerk who asks', authorised('1001'), 'SECOND_PERSON_SAME'],
  ['the clerk who asks, with a wrong password', authorised('1001', 'x'), 'SECOND_PERSON_SAME'],
  ['another clerk', authorised('1002'), 'SECOND_PERSON_ROLE'],
  ['another clerk, with a wrong password', authorised('1002', 'x'), 'SECOND_PERSON_FAILED'],
  ['a supervisor with a wrong password', authorised('2001', 'x'), 'SECOND_PERSON_FAILED'],
  ['nobody of this office', authorised('7777', 'x'), 'SECOND_PERSON_FAILED'],
  ['a supervisor', authorised('2001'), null],
] as const)('a file is posted with %s as the second person: %s %s', async (_, authorisation, code) => {
  expect(await postWith(authorisation)).toBe(code);
  expect(await office.must('batch.list', {}, template.clerk)).toMatchObject({ total: code === null ? 4 : 3 });
});

test('settlement files need a second person, and so do register and institutions', async () => {
  expect(await postWith(null, settlementCsv('QS9', '0.00', []))).toBe('SECOND_PERSON_REQUIRED');
  expect(await postWith(null, registerCsv([person(6)]))).toBe('SECOND_PERSON_REQUIRED');
  expect(await postWith(null, INSTITUTIONS)).toBe('SECOND_PERSON_REQUIRED');
  expect(await postWith(authorised('1002'), INSTITUTIONS)).toBe('SECOND_PERSON_ROLE');
  expect(await postWith(authorised('2001'), registerCsv([person(6)]))).toBeNull();
  expect(await postWith(authorised('2002'), INSTITUTIONS)).toBeNull();
  const loads = await office.door.ledger.books.read(async ({ query }) =>
    query.selectFrom('audit').select(['verb', 'actor', 'second']).where('verb', 'like', '%.load').execute(),
  );
  expect(loads.slice(-2)).toEqual([
    { verb: 'register.load', actor: '1001', second: '2001' },
    { verb: 'institutions.load', actor: '1001', second: '2002' },
  ]);
});

test('wrong passwords lock the second person and not the clerk who asks', async () => {
  for (let time = 0; time < 5; time += 1) {
    expect(await postWith(authorised('2001', 'x'))).toBe('SECOND_PERSON_FAILED');
    office.at += MINUTE;
  }
  expect(await postWith(authorised('2001'))).toBe('SECOND_PERSON_LOCKED');
  expect(await postWith(authorised('2002'))).toBeNull();
  expect(await office.codeOf('session.current', {}, template.clerk)).toBeNull();
  // What was proven before goes on: at a sign-in screen nobody ends another's session.
  expect(await office.codeOf('batch.list', {}, template.supervisor)).toBeNull();
});

test('both people stand on the posting', async () => {
  await postWith(authorised('2002'));
  const [batch] = (await office.must('batch.list', {}, template.clerk)).items;
  expect(batch).toMatchObject({ batch: 'YB9', clerk: '1001', authorisedBy: '2002', accepted: 1, amountFen: 500 });
});

test('a supervisor at the counter needs another supervisor', async () => {
  const intakeId = await office.receive(FILE, template.supervisor);
  const request = (code: string) => ({ operationId: randomUUID(), intakeId, second: authorised(code) });
  expect(await office.codeOf('file.post', request('2001'), template.supervisor)).toBe('SECOND_PERSON_SAME');
  expect(await office.codeOf('file.post', request('2002'), template.supervisor)).toBeNull();
});

test('a refusal by the second person is proven like an approval', async () => {
  const intakeId = await office.receive(FILE, template.clerk);
  const refusing = (code: string, reason: string) => ({
    operationId: randomUUID(),
    intakeId,
    authorisation: authorised(code),
    reason,
  });
  expect(await office.codeOf('file.refuse', refusing('1001', '金额不符'), template.clerk)).toBe('SECOND_PERSON_SAME');
  expect(await office.codeOf('file.refuse', refusing('1002', '金额不符'), template.clerk)).toBe('SECOND_PERSON_ROLE');
  for (const tooLittle of [' ', '否'])
    expect(await office.codeOf('file.refuse', refusing('2001', tooLittle), template.clerk)).toBe('REASON_REQUIRED');
  expect(await office.codeOf('file.refuse', refusing('2001', '金额不符'), template.clerk)).toBeNull();
  expect(await office.must('batch.list', {}, template.clerk)).toMatchObject({ total: 3 });
  const refusals = await office.door.ledger.books.read(async ({ query }) =>
    query.selectFrom('audit').select(['actor', 'second']).where('verb', '=', 'file.refuse').execute(),
  );
  expect(refusals.at(-1)).toEqual({ actor: '1001', second: '2001' });
});

test('no password is kept in any row as it was typed', async () => {
  await postWith(authorised('2001'));
  const rows = await office.door.ledger.books.read(async ({ sql }) =>
    ['clerk', 'audit', 'approval', 'operation', 'session'].map((table) =>
      JSON.stringify(sql.rows(`SELECT * FROM ${table}`).all()),
    ),
  );
  for (const password of Object.values(PASSWORDS)) expect(rows.join('')).not.toContain(password);
  expect(rows[0]).toMatch(/\$argon2id\$v=19\$m=\d+,t=\d+,p=1\$/);
});
