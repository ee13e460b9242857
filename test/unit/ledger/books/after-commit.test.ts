/** What is kept in memory changes after the commit, never before: a commit that fails leaves memory as it was. */
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Writing } from '../../../../electron/ledger/books/books.ts';
import { appendAudit } from '../../../../electron/ledger/books/audit/audit-chain.ts';
import { failNextCommit } from '../../../offices/failing-commit.ts';
import { copyOf, lossOf, makeTemplate, MINUTE, Office, PIN, type Template } from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
let visitId: string;
let lossNumber: string;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  ({ visitId } = await office.openVisit(4, template.clerk));
  ({ number: lossNumber } = await office.must('loss.report', lossOf(visitId), template.clerk));
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

const begin = () => office.must('customer.beginTask', { visitId, task: 'prove', second: null }, template.clerk);
const sealed = (taskId: string) => office.sealed({ taskId, step: 'old', pin: Buffer.from(PIN) }, template.clerk);
const enter = async (taskId: string) => office.codeOf('customer.takeEntry', await sealed(taskId), template.clerk);
const cancel = (operationId: string) =>
  office.codeOf('loss.cancel', { operationId, visitId, number: lossNumber, second: null }, template.clerk);
const FIRST = '00000000-0000-4000-8000-000000000001';
const SECOND = '00000000-0000-4000-8000-000000000002';
const record = (writing: Writing) => appendAudit(writing, { actor: '1001', verb: 'clerk.list', outcome: 'done' });

test('a proven PIN does not outlive the commit that failed, and the customer types it again', async () => {
  const { taskId } = await begin();
  const entry = await sealed(taskId);
  failNextCommit();
  expect(await office.codeOf('customer.takeEntry', entry, template.clerk)).toBe('DISK_FULL');
  expect(await cancel(FIRST)).toBe('PIN_REQUIRED');
  expect(await enter(taskId)).toBeNull();
  expect(await cancel(SECOND)).toBeNull();
});

test('a proof is spent by the commit of what it opened, and not by one that failed', async () => {
  await enter((await begin()).taskId);
  failNextCommit();
  expect(await cancel(FIRST)).toBe('DISK_FULL');
  expect(await cancel(FIRST)).toBeNull();
  expect(await cancel(SECOND)).not.toBeNull();
});

test('a task is under way from the commit of its beginning on, and over from that of its end', async () => {
  failNextCommit();
  expect(await office.codeOf('customer.beginTask', { visitId, task: 'prove', second: null }, template.clerk)).toBe(
    'DISK_FULL',
  );
  const { taskId } = await begin();
  failNextCommit();
  expect(await office.codeOf('customer.endTask', { taskId, how: 'cancelled' }, template.clerk)).toBe('DISK_FULL');
  expect(
    office.tasks.map(({ ended }) => ended),
    'a window is told of no end that was not',
  ).toEqual([null]);
  expect(await enter(taskId)).toBeNull();
});

test('the time of a commit that failed is not the last commit’s', async () => {
  const { books } = office.door.ledger;
  const before = books.lastCommit();
  office.at += MINUTE;
  failNextCommit();
  await expect(books.write(record)).rejects.toMatchObject({ refusal: { code: 'DISK_FULL' } });
  expect(books.lastCommit()).toBe(before);
  await books.write(record);
  expect(books.lastCommit()).toBe(office.at);
});

test('an action waits for the commit; what is undone takes its actions with it', async () => {
  const { books } = office.door.ledger;
  const done: string[] = [];
  const note = async (writing: Writing, what: string) => {
    writing.afterCommit(() => done.push(what));
    return Promise.resolve();
  };
  await books.write(async (writing) => {
    await note(writing, 'whole');
    const part = writing.undoable(async () => {
      await note(writing, 'part');
      await Promise.reject(new Error('undone'));
    });
    await expect(part).rejects.toThrow('undone');
    await writing.undoable(() => note(writing, 'kept part'));
    expect(done).toEqual([]);
  });
  expect(done).toEqual(['whole', 'kept part']);
  await books.rehearse(null, (rehearsing) => note(rehearsing, 'rehearsed'));
  const undone = await books.write(async (writing) => {
    await note(writing, 'undone');
    writing.undo();
    return record(writing);
  });
  expect(done).toEqual(['whole', 'kept part']);
  const last = await books.write((writing) => record(writing));
  expect(last).toBe(undone);
});
