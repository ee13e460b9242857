/** The ledger alone knows how a customer's task stands: it says so when it is asked, and tells of every change. */
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import {
  behindTheBack,
  copyOf,
  makeTemplate,
  Office,
  PIN,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';

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

const moreTime = () => office.must('customer.giveTime', { taskId }, clerk);

test('an entry has its whole time again twice, on record, and every entry begins anew', async () => {
  const { until } = await standing();
  office.at = until - 1;
  const first = await moreTime();
  expect([first.until, first.moreTimeLeft]).toEqual([until - 1 + 60_000, 1]);
  expect(office.tasks.at(-1)).toEqual(first);
  office.at += 1000;
  const second = await moreTime();
  office.at += 1000;
  expect([second.moreTimeLeft, await moreTime()]).toEqual([0, second]);
  expect(await enter('old', PIN)).toMatchObject({ moreTimeLeft: 2, until: office.at + 60_000 });
  const recorded = behindTheBack(office.folder, (connection) =>
    connection.prepare<[], { n: number }>("SELECT count(*) AS n FROM audit WHERE verb = 'customer.giveTime'").get(),
  );
  expect(recorded?.n).toBe(2);
});

test('there is no more time where the time is up, and none for another session', async () => {
  expect(await office.codeOf('customer.giveTime', { taskId }, await office.signIn('1002'))).toBe('PIN_TASK_ENDED');
  office.at = (await standing()).until;
  expect(await office.codeOf('customer.giveTime', { taskId }, clerk)).toBe('PIN_TASK_ENDED');
});

test('more time asked for while an entry is judged waits for its end', async () => {
  const entry = await office.sealed({ taskId, step: 'old', pin: Buffer.from(PIN) }, clerk);
  const [entered, given] = await Promise.all([office.must('customer.takeEntry', entry, clerk), moreTime()]);
  expect([entered.step, given.step, given.moreTimeLeft]).toEqual(['new', 'new', 1]);
});

test('it is answered to its own session, and to nobody after a restart', async () => {
  expect(await office.codeOf('customer.task', { taskId }, await office.signIn('1002'))).toBe('PIN_TASK_ENDED');
  office.reopen();
  expect(await office.codeOf('customer.task', { taskId }, clerk)).toBe('PIN_TASK_ENDED');
});
