/** A customer types a PIN between two windows and the ledger: who hears what, and how every way of ending ends. */
import { expect, test } from 'vitest';
import { refused } from '../../../../electron/contract/kernel/errors.ts';
import {
  clerk,
  entryMs,
  otherClerk,
  pass,
  readingMs,
  taskId,
  relayDeskOfEachTest,
  type RelayDesk,
} from './pin-relay-desk.ts';

const pin = '918273';
let desk: RelayDesk;
/** All that is said of a task which the ledger says nothing of. */
const lost = { taskId, ended: 'interrupted' };

relayDeskOfEachTest((each) => (desk = each));

const lastTold = () => desk.clerkTold.at(-1);
/** A task that was lost has none to tell. */
const faultOf = (task: object | null | undefined) => (task && 'fault' in task ? task.fault : undefined);

test('the clerk asks, the customer types, and both windows hear every step without a digit', async () => {
  expect(await desk.begin()).toMatchObject({ ok: true, value: { step: 'old', ended: null } });
  expect(desk.show).toHaveBeenCalledOnce();
  desk.entries.push({ step: 'new' }, { step: 'repeat' }, { ended: 'done' });
  await desk.relay.typing({ taskId, typing: true });
  expect(desk.typingTold).toEqual([{ taskId, typing: true }]);
  for (const expected of [{ step: 'new' }, { step: 'repeat' }, { ended: 'done' }]) {
    expect(await desk.enter(pin)).toMatchObject({ ok: true, value: expected });
    expect(desk.shown).toMatchObject(expected);
    expect(lastTold()).toMatchObject(expected);
  }
  expect(desk.asked.map(({ asker }) => asker)).toEqual(desk.asked.map(() => clerk));
  expect(desk.verbs()).toEqual([
    'customer.beginTask',
    'customer.takeEntry',
    'customer.takeEntry',
    'customer.takeEntry',
  ]);
  expect(JSON.stringify([desk.clerkTold, desk.drawn, desk.notes])).not.toContain(pin);
  expect(desk.notes).toEqual([['customer task ended', { ended: 'done' }]]);
});

test('the digits are overwritten however the entry ends', async () => {
  await desk.begin();
  desk.entries.push({ step: 'new' });
  for (const named of [taskId, 'task-0', taskId]) {
    const typed = Buffer.from(pin);
    await desk.relay.enter({ taskId: named, step: 'old', pin: typed });
    expect([...typed]).toEqual([0, 0, 0, 0, 0, 0]);
  }
});

test('the end is shown for a moment, then the window is idle and the keyboard is the clerk’s', async () => {
  await desk.begin();
  desk.entries.push({ ended: 'done' });
  await desk.enter(pin);
  await pass(readingMs - 1);
  expect([desk.shown?.ended, desk.handBack.mock.calls.length]).toEqual(['done', 0]);
  await pass(1);
  expect([desk.shown, desk.handBack.mock.calls.length]).toEqual([null, 1]);
});

test('a customer who has read the end hands back at once', async () => {
  await desk.begin();
  desk.entries.push({ ended: 'locked' });
  await desk.enter(pin);
  expect(await desk.relay.cancel({ taskId })).toMatchObject({ ok: true });
  expect([desk.shown, desk.handBack.mock.calls.length]).toEqual([null, 1]);
  expect(desk.verbs()).not.toContain('customer.endTask');
});

test('what is wrong with an entry reaches both windows by its rule, and the task goes on', async () => {
  await desk.begin('first');
  const fault = { kind: 'weak', rule: 'RUN', triesLeft: 2 } as const;
  desk.entries.push({ fault });
  await desk.enter('123456');
  expect([faultOf(desk.shown), faultOf(lastTold())]).toEqual([fault, fault]);
  expect(desk.shown?.ended).toBeNull();
});

test('without an entry in time the ledger is told, and both windows say so and are clean', async () => {
  await desk.begin();
  await pass(entryMs - 1);
  expect(desk.verbs()).toEqual(['customer.beginTask']);
  await pass(1);
  expect(desk.asked.at(-1)).toMatchObject({
    verb: 'customer.endTask',
    input: { taskId, how: 'timed-out' },
    asker: clerk,
  });
  expect([desk.shown?.ended, lastTold()?.ended]).toEqual(['timed-out', 'timed-out']);
  await pass(readingMs);
  expect(desk.shown).toBeNull();
  expect(await desk.enter(pin, 'old')).toEqual(refused('PIN_TASK_ENDED'));
});

test('every entry gives new time', async () => {
  await desk.begin();
  await pass(entryMs - 10);
  desk.entries.push({ step: 'new' });
  await desk.enter(pin);
  await pass(entryMs - 1);
  expect(desk.shown?.ended).toBeNull();
  await pass(1);
  expect(desk.shown?.ended).toBe('timed-out');
});

test('an entry that is being judged when the time is up still counts', async () => {
  await desk.begin();
  desk.entries.push({ step: 'new' });
  const release = desk.hold();
  const entering = desk.enter(pin);
  await pass(entryMs + 5);
  release();
  expect(await entering).toMatchObject({ ok: true, value: { step: 'new' } });
  await pass(0);
  expect(desk.shown?.ended, 'the ledger says that its time is not up').toBeNull();
  await pass(entryMs);
  expect(desk.shown?.ended).toBe('timed-out');
});

test('an entry the ledger finds late ends the task as timed out', async () => {
  await desk.begin();
  desk.entries.push('PIN_TASK_ENDED');
  const release = desk.hold();
  const entering = desk.enter(pin);
  await pass(entryMs + 5);
  release();
  expect(await entering).toEqual(refused('PIN_TASK_ENDED'));
  expect(desk.shown?.ended).toBe('timed-out');
});

test('the customer cancels', async () => {
  await desk.begin();
  await desk.relay.cancel({ taskId });
  expect([desk.shown?.ended, lastTold()?.ended]).toEqual(['cancelled', 'cancelled']);
});

test('a clerk who ends it has the keyboard back at once', async () => {
  await desk.begin();
  expect(await desk.relay.abandon({ taskId }, clerk)).toMatchObject({ ok: true });
  expect(lastTold()?.ended).toBe('abandoned');
  expect([desk.shown, desk.handBack.mock.calls.length]).toEqual([null, 1]);
});

test('another counter’s clerk, or one with another task’s name, ends nothing', async () => {
  await desk.begin();
  expect(await desk.relay.abandon({ taskId }, otherClerk)).toEqual(refused('PIN_TASK_ENDED'));
  expect(await desk.relay.abandon({ taskId: 'task-0' }, clerk)).toEqual(refused('PIN_TASK_ENDED'));
  expect(await desk.relay.cancel({ taskId: 'task-0' })).toEqual(refused('PIN_TASK_ENDED'));
  expect(await desk.relay.typing({ taskId: 'task-0', typing: true })).toEqual(refused('PIN_TASK_ENDED'));
  expect(await desk.relay.enter({ taskId: 'task-0', step: 'old', pin: Buffer.from(pin) })).toEqual(
    refused('PIN_TASK_ENDED'),
  );
  await desk.relay.clerkLeaves(otherClerk);
  expect(desk.shown?.ended).toBeNull();
  expect(desk.verbs()).toEqual(['customer.beginTask']);
});

test('one customer at a time', async () => {
  await desk.begin();
  expect(await desk.begin()).toEqual(refused('PIN_TASK_OPEN'));
  await desk.relay.cancel({ taskId });
  expect(await desk.begin()).toMatchObject({ ok: true });
  await pass(readingMs);
  expect(desk.shown, 'the end of the first takes nothing from the second').toMatchObject({ ended: null });
});

test('two wishes at once begin one task, and the ledger says so', async () => {
  const replies = await Promise.all([desk.begin(), desk.begin()]);
  expect(replies).toMatchObject([{ ok: true }, refused('PIN_TASK_OPEN')]);
  expect(desk.shown).toMatchObject({ ended: null });
  await desk.relay.cancel({ taskId });
  expect(desk.shown?.ended).toBe('cancelled');
});

test('a beginning that throws refuses no later task, and holds up no clerk who leaves', async () => {
  desk.throwing = 'customer.beginTask';
  const beginning = desk.begin();
  const leaving = desk.relay.clerkLeaves(clerk);
  await expect(beginning).rejects.toThrow('customer.beginTask threw');
  await leaving;
  expect(await desk.begin()).toMatchObject({ ok: true });
});

test('an entry that throws ends its task in both windows, and the next one begins', async () => {
  await desk.begin();
  desk.throwing = 'customer.takeEntry';
  await expect(desk.enter(pin)).rejects.toThrow('customer.takeEntry threw');
  expect([desk.shown?.ended, lastTold()?.ended]).toEqual(['interrupted', 'interrupted']);
  expect(await desk.begin()).toMatchObject({ ok: true });
});

test('an end that throws leaves neither window waiting', async () => {
  await desk.begin();
  desk.throwing = 'customer.endTask';
  await expect(desk.relay.cancel({ taskId })).rejects.toThrow('customer.endTask threw');
  expect([desk.shown, lastTold()]).toEqual([lost, lost]);
});

test('a window that throws while it opens is an end, and the next task begins', async () => {
  desk.show.mockRejectedValueOnce(new Error('no display'));
  await expect(desk.begin()).rejects.toThrow('no display');
  expect(desk.verbs()).toEqual(['customer.beginTask', 'customer.endTask']);
  expect(desk.shown).toBeNull();
  expect(await desk.begin()).toMatchObject({ ok: true });
});

test('a clerk who locks, signs out or finishes ends it first, even while it begins', async () => {
  const release = desk.hold();
  const beginning = desk.begin();
  const leaving = desk.relay.clerkLeaves(clerk);
  release();
  expect(await beginning).toMatchObject({ ok: true });
  await leaving;
  expect(lastTold()?.ended).toBe('abandoned');
  expect(desk.verbs()).toEqual(['customer.beginTask', 'customer.endTask']);
});

test.each(['SIGN_IN_REQUIRED', 'SESSION_LOCKED', 'VISIT_ENDED', 'PIN_KEY_MISSING', 'DISK_FULL'] as const)(
  'an entry refused with %s leaves nobody waiting, though the end be refused too',
  async (code) => {
    await desk.begin();
    desk.entries.push(code);
    desk.endRefusal = code;
    expect(await desk.enter(pin)).toEqual(refused(code));
    expect([desk.shown?.ended, lastTold()?.ended]).toEqual(['interrupted', 'interrupted']);
    expect(desk.notes[0]).toEqual(['an entry was refused', { code }]);
  },
);

test('what the ledger will not begin is refused in its own words, and shows nothing', async () => {
  desk.beginRefusal = 'AGENT_MAY_NOT';
  expect(await desk.begin()).toEqual(refused('AGENT_MAY_NOT'));
  expect(desk.show).not.toHaveBeenCalled();
  expect(desk.shown).toBeNull();
  desk.beginRefusal = null;
  expect(await desk.begin()).toMatchObject({ ok: true });
});

test('a key that bounced sends the same step twice, and the ledger’s word on it goes back', async () => {
  await desk.begin('first');
  desk.entries.push({ step: 'repeat' });
  const release = desk.hold();
  const both = [desk.enter(pin, 'new'), desk.enter(pin, 'new')];
  release();
  expect(await Promise.all(both)).toMatchObject([{ value: { step: 'repeat' } }, { value: { step: 'repeat' } }]);
  expect(desk.shown).toMatchObject({ step: 'repeat', ended: null });
});

test('a loss report is read and acknowledged, in the name of the clerk who asked', async () => {
  await desk.begin('acknowledge');
  desk.entries.push({ ended: 'done' });
  expect(await desk.relay.acknowledge({ taskId })).toMatchObject({ ok: true, value: { ended: 'done' } });
  expect(desk.asked.at(-1)).toEqual({ verb: 'customer.takeAcknowledgement', input: { taskId }, asker: clerk });
  expect([desk.shown?.ended, lastTold()?.ended]).toEqual(['done', 'done']);
  expect(await desk.relay.acknowledge({ taskId })).toEqual(refused('PIN_TASK_ENDED'));
});

test('a yes that is sent twice ends nothing in another way', async () => {
  await desk.begin('acknowledge');
  desk.entries.push({ ended: 'done' });
  const release = desk.hold();
  const both = [desk.relay.acknowledge({ taskId }), desk.relay.acknowledge({ taskId })];
  release();
  expect(await Promise.all(both)).toMatchObject([{ value: { ended: 'done' } }, refused('PIN_TASK_ENDED')]);
  expect(desk.shown?.ended).toBe('done');
  expect(desk.verbs()).not.toContain('customer.endTask');
});

test('a yes the ledger does not take ends the task', async () => {
  await desk.begin('acknowledge');
  desk.entries.push('VISIT_ENDED');
  expect(await desk.relay.acknowledge({ taskId })).toEqual(refused('VISIT_ENDED'));
  expect([desk.shown?.ended, lastTold()?.ended]).toEqual(['interrupted', 'interrupted']);
});
