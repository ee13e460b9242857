/** What can be asked of a second person through the queue, and how it is kept. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { verbs } from '../../../../electron/contract/verbs.ts';
import { approvalVerbSchema } from '../../../../electron/contract/kernel/vocabulary.ts';
import { copyOf, lossOf, makeTemplate, Office, visitOf, type Template } from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
let visitId: string;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  ({ visitId } = await office.must('visit.open', visitOf(4), template.clerk));
});
afterEach(() => office.close());

const report = () => ({ ...lossOf(visitId, { object: 'password', kind: 'formal' }), operationId: undefined });

test('every command that takes a second person can be asked for, and nothing else', () => {
  const fieldsOf = (input: { readonly shape: object }) => input.shape as Readonly<Record<string, z.ZodType>>;
  const withSecond = Object.entries(verbs).filter(
    ([, { input }]) => fieldsOf(input)['second']?.safeParse(null).success,
  );
  const queued = withSecond.map(([verb]) => verb).filter((verb) => verb !== 'customer.ask');
  expect(queued.toSorted()).toEqual([...approvalVerbSchema.options].toSorted());
});

test('a command that its verb would not take cannot be asked for', async () => {
  const asking = (input: object) =>
    office.codeOf(
      'approval.ask',
      { operationId: randomUUID(), verb: 'loss.report', input: { ...input } },
      template.clerk,
    );
  expect(await asking({ ...report(), object: 'purse' })).toBe('INPUT_INVALID');
  expect(await asking({})).toBe('INPUT_INVALID');
});

test('what was asked is sealed in the books', async () => {
  const input = { ...report(), address: '中山路1号', phone: '13912597699' };
  await office.must('approval.ask', { operationId: randomUUID(), verb: 'loss.report', input }, template.clerk);
  const rows = await office.door.ledger.books.read(async ({ sql }) =>
    sql.values<[], Uint8Array>('SELECT content_sealed FROM approval_request').all(),
  );
  expect(Buffer.concat(rows).includes('中山路')).toBe(false);
});
