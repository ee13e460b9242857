/** The ledger alone knows how a customer's task stands: it says so when it is asked, and tells of every change. */
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { copyOf, makeTemplate, Office, PIN, type Counter, type Template } from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
let clerk: Counter;
let taskId: string;
const OTHER = '806153';
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  ({ clerk } = template);
  const { visitId } = await office.openVisit(4, clerk);
  ({ taskId } = await office.must('customer.beginTask', { visitId, task: 'change', second: null }, clerk));
});
afterEach(() => office.close());

const enter = (step: 'old' | 'new' | 'repeat', pin: string) =>
  office.must('customer.takeEntry', { taskId, step, pin: Buffer.from(pin) }, clerk);
const end = (how: Input<'customer.endTask'>['how']) => office.must('customer.endTask', { taskId, how }, clerk);
const standing = () => office.must('customer.task', { taskId }, clerk);

test('every change is told, and what is told last is what a question is answered with', async () => {
  for (const [step, pin] of [
    ['old', PIN],
    ['new', OTHER],
    ['repeat', OTHER],
  ] as const)
    expect([await enter(step, pin), await standing()]).toEqual([office.tasks.at(-1), office.tasks.at(-1)]);
  expect(office.tasks.map(({ step, ended }) => [step, ended])).toEqual([
    ['old', null],
    ['new', null],
    ['repeat', null],
    ['repeat', 'done'],
  ]);
});

test('what is refused, sent twice or asked about tells of nothing', async () => {
  await enter('old', PIN);
  const told = office.tasks.length;
  await enter('old', PIN);
  await end('timed-out');
  await standing();
  await office.codeOf('customer.takeAcknowledgement', { taskId }, clerk);
  expect(office.tasks).toHaveLength(told);
});

test('a task that has ended is answered as it ended, and ends in no other way', async () => {
  const ended = await end('cancelled');
  expect(ended.ended).toBe('cancelled');
  expect([await end('abandoned'), await standing()]).toEqual([ended, ended]);
});

test('a task times out when its time is up, and not before; later it has not been interrupted', async () => {
  const { until } = await standing();
  office.at = until - 1;
  expect((await end('timed-out')).ended).toBeNull();
  office.at = until;
  expect((await end('interrupted')).ended).toBe('timed-out');
});

test('it is answered to its own session, and to nobody after a restart', async () => {
  expect(await office.codeOf('customer.task', { taskId }, await office.signIn('1002'))).toBe('PIN_TASK_ENDED');
  office.reopen();
  expect(await office.codeOf('customer.task', { taskId }, clerk)).toBe('PIN_TASK_ENDED');
});
