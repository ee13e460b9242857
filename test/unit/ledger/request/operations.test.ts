/**
 * A command sent twice is done once, in turn or at once; the same id for something else is refused (docs/ledger.md 2).
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { RunningOperations } from '../../../../electron/ledger/request/running-operations.ts';
import { allocationCsv, person, registerCsv, settlementCsv } from '../../../offices/made-up-people.ts';
import {
  authorised,
  copyOf,
  makeTemplate,
  Office,
  statementOf,
  visitOf,
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

function counted(table: string): Promise<number> {
  return office.door.ledger.books.read(async ({ sql }) => Number(sql.values(`SELECT count(*) FROM ${table}`).get()));
}

const credits = [{ id: '1', to: person(2), amount: '5.00' }];
const FILES = {
  allocation: allocationCsv('YB9', '5.00', credits),
  settlement: settlementCsv('QS9', '1.00', [{ reference: 'P90', card: person(2).card, kind: '消费', amount: '1.00' }]),
  register: registerCsv([person(6), person(0)]),
} as const;

/** One that printed a statement, one that set a password, one that lost a card. */
const TEMPLATE_VISITS = 3;

async function posting(text: string) {
  const intakeId = await office.receive(text, template.clerk);
  return { operationId: randomUUID(), intakeId, second: authorised('2001') };
}

test('a visit opened twice under one id is one visit with one answer', async () => {
  const request = visitOf(0);
  const first = await office.must('visit.open', request, template.clerk);
  office.at += 1000;
  office.reopen();
  expect(await office.must('visit.open', request, template.clerk)).toEqual(first);
  expect(await counted('visit')).toBe(TEMPLATE_VISITS + 1);
});

test('the same id with other content is refused, and changes nothing', async () => {
  const request = visitOf(0);
  await office.must('visit.open', request, template.clerk);
  expect(await office.codeOf('visit.open', { ...request, card: person(1).card }, template.clerk)).toBe(
    'OPERATION_REUSED',
  );
  expect(await office.codeOf('visit.open', { ...request, networkCheck: 'match-no-photo' }, template.clerk)).toBe(
    'OPERATION_REUSED',
  );
  expect(await counted('visit')).toBe(TEMPLATE_VISITS + 1);
});

test('what the second person was shown is no other content: the command itself has changed that', async () => {
  const request = await posting(FILES.allocation);
  const first = await office.must('file.post', request, template.clerk);
  const again = { ...request, second: { ...request.second, seen: 'ff'.repeat(16) } };
  expect(await office.must('file.post', again, template.clerk)).toEqual(first);
});

test('an id is not shared between verbs', async () => {
  const request = visitOf(0);
  const { visitId } = await office.must('visit.open', request, template.clerk);
  const reveal = { operationId: request.operationId, visitId, field: 'card', reason: '核对' } as const;
  expect(await office.codeOf('visit.reveal', reveal, template.clerk)).toBe('OPERATION_REUSED');
});

test('what was refused is not kept: the same id may succeed later', async () => {
  const { visitId } = await office.openVisit(1, template.clerk);
  const request = visitOf(0);
  expect(await office.codeOf('visit.open', request, template.clerk)).toBe('VISIT_OPEN');
  await office.must('visit.finish', { visitId }, template.clerk);
  expect(await office.codeOf('visit.open', request, template.clerk)).toBeNull();
});

test.each(Object.entries(FILES))('a file of kind %s posted twice under one id is posted once', async (_, text) => {
  const request = await posting(text);
  const first = await office.must('file.post', request, template.clerk);
  expect(first.posted).toBe(true);
  const entries = await counted('entry');
  office.reopen();
  await office.must('intake.discard', { intakeId: request.intakeId }, template.clerk);
  expect(await office.must('file.post', request, template.clerk)).toEqual(first);
  expect(await counted('entry')).toBe(entries);
  const other = { ...request, second: authorised('2002') };
  expect(await office.codeOf('file.post', other, template.clerk)).toBe('OPERATION_REUSED');
});

test.each(Object.entries(FILES))(
  'a file of kind %s sent twice at once gets the first answer twice',
  async (_, text) => {
    const request = await posting(text);
    const [first, second] = await Promise.all([
      office.must('file.post', request, template.clerk),
      office.must('file.post', request, template.clerk),
    ]);
    expect(first.posted).toBe(true);
    expect(second).toEqual(first);
    expect(await office.faults()).toEqual([]);
  },
);

test('the same file under another id is a duplicate and posts nothing', async () => {
  await office.must('file.post', await posting(FILES.allocation), template.clerk);
  const entries = await counted('entry');
  const again = await office.must('file.post', await posting(FILES.allocation), template.clerk);
  expect(again).toMatchObject({ posted: false, accepted: 0, fileReason: 'DU01' });
  expect(await counted('entry')).toBe(entries);
});

test('two posts of one file under two ids at once: one posts, one is the duplicate', async () => {
  const requests = [await posting(FILES.settlement), await posting(FILES.settlement)];
  const replies = await Promise.all(requests.map((request) => office.must('file.post', request, template.clerk)));
  expect(replies.map((reply) => 'fileReason' in reply && reply.fileReason).toSorted()).toEqual([
    'FILE_DUPLICATE',
    null,
  ]);
  expect(await office.faults()).toEqual([]);
});

test('a lock lifted twice at once under one id is lifted once, and answered twice', async () => {
  const request = { operationId: randomUUID(), clerkCode: '1001', authorisation: authorised('2001') };
  const decisions = await counted('approval');
  const replies = await Promise.all([
    office.must('clerk.unlock', request, null),
    office.must('clerk.unlock', request, null),
  ]);
  expect(replies).toEqual([{}, {}]);
  expect(await counted('approval')).toBe(decisions + 1);
});

test('one reveal sent three times at once leaves one record', async () => {
  const { visitId } = await office.openVisit(0, template.clerk);
  const request = { operationId: randomUUID(), visitId, field: 'card', reason: '核对' } as const;
  const records = await counted('audit');
  const replies = await Promise.all([1, 2, 3].map(() => office.must('visit.reveal', request, template.clerk)));
  expect(new Set(replies.map(({ value, until }) => `${value} ${until}`)).size).toBe(1);
  expect(await counted('audit')).toBe(records + 1);
});

test('kept answers hold no plain number', async () => {
  await office.openVisit(0, template.clerk);
  const replies = await office.door.ledger.books.read(async ({ sql }) =>
    sql.values<[], Uint8Array>('SELECT reply FROM operation').all(),
  );
  const text = Buffer.concat(replies).toString('latin1');
  expect(text).not.toContain(person(0).idNumber.slice(-4));
  expect(text).not.toContain(Buffer.from('张三').toString('latin1'));
});

test('a cancelled posting leaves nothing, and its id is free for another try', async () => {
  const request = await posting(FILES.allocation);
  const entries = await counted('entry');
  office.onProgress = ({ operationId }) => office.cancel(operationId, template.clerk);
  expect(await office.codeOf('file.post', request, template.clerk)).toBe('OPERATION_CANCELLED');
  office.onProgress = null;
  expect(await counted('entry')).toBe(entries);
  expect(await office.must('file.post', request, template.clerk)).toMatchObject({ posted: true, accepted: 1 });
  expect(await office.faults()).toEqual([]);
});

test('a cancel that comes after the end, or before any beginning, is forgotten', async () => {
  const request = await posting(FILES.allocation);
  const { operationId, intakeId } = request;
  const check = { operationId, intakeId };
  office.cancel(operationId, template.clerk);
  await office.must('file.check', check, template.clerk);
  office.cancel(operationId, template.clerk);
  expect(await office.must('file.check', check, template.clerk)).toMatchObject({ accepted: 1 });
});

test('one of two equal commands that ends does not bring back the other, which was cancelled', async () => {
  const running = new RunningOperations();
  const here = { counter: 'T1', sessionToken: 'a token' };
  const [first, second] = [Promise.withResolvers<boolean>(), Promise.withResolvers<boolean>()];
  const asked = [first, second].map(({ promise }) => running.during('a', here, () => promise));
  running.cancel('a', here);
  first.resolve(true);
  await asked[0];
  expect(running.isCancelled('a', here)).toBe(true);
  second.resolve(true);
  await asked[1];
  expect(running.isCancelled('a', here)).toBe(false);
});

test('a check posts nothing, however often it is asked', async () => {
  const { visitId } = await office.openVisit(0, template.clerk);
  const before = await office.must('statement.prepare', statementOf(visitId), template.clerk);
  for (const text of [FILES.allocation, FILES.settlement, FILES.register, FILES.allocation]) {
    const intakeId = await office.receive(text, template.clerk);
    const checked = await office.must('file.check', { operationId: randomUUID(), intakeId }, template.clerk);
    expect(checked).toMatchObject({ posted: false });
  }
  const after = await office.must('statement.prepare', statementOf(visitId), template.clerk);
  expect(after.entries).toEqual(before.entries);
  expect(await office.must('batch.list', {}, template.clerk)).toMatchObject({ total: 3 });
});
