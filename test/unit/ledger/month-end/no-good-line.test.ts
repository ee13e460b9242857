/**
 * A file of which no line can be posted is not booked, and its number and those of its lines stay free
 * (docs/formats.md 3).
 */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { authorised, copyOf, makeTemplate, Office, type Template } from '../../../offices/small-office.ts';
import { allocationCsv, person, settlementCsv } from '../../../offices/made-up-people.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const stranger = { ...person(2), name: '另一人' };
const BAD = allocationCsv('YB3', '3.00', [
  { id: '1', to: person(9), amount: '1.00' },
  { id: '2', to: stranger, amount: '2.00' },
]);
const GOOD = allocationCsv('YB3', '300.00', [{ id: '1', to: person(2), amount: '300.00' }]);

test('an allocation without one good line books nothing, and the right file goes in under its number', async () => {
  const office = new Office(copyOf(template));
  const before = await office.must('ledger.verify', {}, null);
  const run = await office.post.allocation(BAD);
  expect(run).toMatchObject({ posted: false, batch: 'YB3', accepted: 0, amountFen: 0, fileReason: 'NO_GOOD_LINE' });
  expect(Array.from(run.refused, ({ line, externalId, reason }) => [line, externalId, reason])).toEqual([
    [4, '1', 'AC01'],
    [5, '2', 'BE01'],
  ]);
  const after = await office.must('ledger.verify', {}, null);
  expect([after.entries, after.balanceFen]).toEqual([before.entries, before.balanceFen]);
  expect(await office.post.allocation(GOOD)).toMatchObject({ posted: true, accepted: 1, fileReason: null });
  expect(await office.faults()).toEqual([]);
  office.close();
});

test('a settlement without one good line leaves its number and its 流水号 free', async () => {
  const office = new Office(copyOf(template));
  const sale = { reference: 'P50', card: person(2).card, kind: '消费', amount: '400.00' } as const;
  const refused = await office.post.settlement(settlementCsv('QS2', '400.00', [sale]));
  expect(refused).toMatchObject({ posted: false, accepted: 0, amountFen: 0, fileReason: 'NO_GOOD_LINE' });
  expect(Array.from(refused.refused, ({ reason }) => reason)).toEqual(['INSUFFICIENT_FUNDS']);
  const right = await office.post.settlement(settlementCsv('QS2', '40.00', [{ ...sale, amount: '40.00' }]));
  expect(right).toMatchObject({ posted: true, accepted: 1, amountFen: 4_000, fileReason: null });
  expect(await office.faults()).toEqual([]);
  office.close();
});

test('a settlement without any line keeps its number free as well', async () => {
  const office = new Office(copyOf(template));
  const empty = await office.post.settlement(settlementCsv('QS2', '0.00', []));
  expect(empty).toMatchObject({ posted: false, accepted: 0, fileReason: 'NO_GOOD_LINE' });
  expect(empty.refused.length).toBe(0);
  const sale = { reference: 'P50', card: person(2).card, kind: '消费', amount: '4.00' } as const;
  expect(await office.post.settlement(settlementCsv('QS2', '4.00', [sale]))).toMatchObject({ posted: true });
  office.close();
});

test('one good line is enough to book a file', async () => {
  const office = new Office(copyOf(template));
  const mixed = allocationCsv('YB3', '3.00', [
    { id: '1', to: person(9), amount: '1.00' },
    { id: '2', to: person(2), amount: '2.00' },
  ]);
  expect(await office.post.allocation(mixed)).toMatchObject({ posted: true, accepted: 1, fileReason: null });
  expect(await office.post.allocation(GOOD)).toMatchObject({ fileReason: 'DU01' });
  office.close();
});

test('a window is told, may save the answer with the reason of each line, and is not told of a posting', async () => {
  const office = new Office(copyOf(template));
  const intakeId = await office.receive(BAD, template.clerk);
  const order = { operationId: randomUUID(), intakeId, second: authorised('2001') };
  const outcome = await office.must('file.post', order, template.clerk);
  expect(outcome).toMatchObject({ posted: false, fileReason: 'NO_GOOD_LINE', rejectedCount: 2 });
  const answer = (
    await office.answer(await office.must('file.openAnswer', { intakeId }, template.clerk), template.clerk)
  ).toString();
  expect(answer).toContain('<GrpSts>RJCT</GrpSts>');
  expect(answer.match(/<OrgnlEndToEndId>|<TxSts>RJCT<\/TxSts>|<Cd>[A-Z0-9]+|<Prtry>\w+/g)).toEqual([
    '<Prtry>NO_GOOD_LINE',
    '<OrgnlEndToEndId>',
    '<TxSts>RJCT</TxSts>',
    '<Cd>AC01',
    '<OrgnlEndToEndId>',
    '<TxSts>RJCT</TxSts>',
    '<Cd>BE01',
  ]);
  office.close();
});
