/** The customer's task is the ledger's: the relay passes on what that says, so nothing older can be drawn of it. */
import { expect, test, vi } from 'vitest';
import { refused } from '../../../../electron/contract/kernel/errors.ts';
import {
  clerk,
  entryMs,
  readingMs,
  standingMs,
  taskId,
  relayDeskOfEachTest,
  type RelayDesk,
} from './pin-relay-desk.ts';

const pin = '918273';
const lost = { taskId, ended: 'interrupted' } as const;
let desk: RelayDesk;

relayDeskOfEachTest((each) => (desk = each));

/** What a page is given that loads now. */
const loaded = async () => (await desk.relay.shown()).task;

test('a page that loads is given what the ledger says then, even where it told nothing of it', async () => {
  await desk.begin();
  vi.spyOn(desk.relay, 'hear').mockReturnValue();
  desk.entries.push({ step: 'new' });
  await desk.enter(pin);
  expect(await loaded()).toEqual(desk.view);
});

test('what an entry is answered with draws nothing: the ledger tells both windows', async () => {
  await desk.begin();
  const drawn = desk.drawn.length;
  vi.spyOn(desk.relay, 'hear').mockReturnValue();
  desk.entries.push({ step: 'new' });
  await desk.enter(pin);
  expect(desk.drawn).toHaveLength(drawn);
});

test.each(['loaded', 'drawn'] as const)('an answer that news overtook is not what is %s', async (how) => {
  await desk.begin();
  const release = desk.holdAnswer('customer.task');
  const asking = how === 'loaded' ? loaded() : desk.relay.drawAsItStands().then(() => desk.shown);
  desk.entries.push({ step: 'new' });
  await desk.enter(pin);
  release();
  expect([await asking, desk.shown]).toEqual([desk.view, desk.view]);
});

test('what the ledger said before the window stood is not drawn over what it says since', async () => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  desk.show.mockReturnValueOnce(promise);
  const beginning = desk.begin();
  await vi.advanceTimersByTimeAsync(0);
  desk.entries.push({ step: 'new' });
  await desk.enter(pin);
  const release = desk.holdAnswer('customer.task');
  resolve(true);
  await vi.advanceTimersByTimeAsync(0);
  desk.entries.push({ step: 'repeat' });
  await desk.enter(pin);
  release();
  expect(await beginning).toMatchObject({ ok: true, value: { step: 'repeat' } });
  expect(desk.shown).toMatchObject({ step: 'repeat' });
});

test('of two tasks in sequence the first is never drawn again', async () => {
  await desk.begin('first');
  const release = desk.holdAnswer('customer.task');
  const loading = loaded();
  await desk.relay.cancel({ taskId });
  await desk.begin('change');
  expect(desk.shown).toMatchObject({ taskId: 'task-2', step: 'old' });
  release();
  expect(await loading).toMatchObject({ taskId: 'task-2', step: 'old' });
  desk.relay.hear({ ...desk.view, taskId });
  await vi.advanceTimersByTimeAsync(readingMs);
  expect([desk.shown, await loaded()]).toEqual([desk.view, desk.view]);
});

test('a ledger that comes back in the middle of a task knows nothing of it, and nothing of it is drawn', async () => {
  await desk.begin();
  const before = desk.view;
  const release = desk.holdAnswer('customer.task');
  const loading = loaded();
  await desk.restart();
  expect([desk.shown, desk.clerkTold.at(-1)]).toEqual([lost, { taskId, ended: 'unknown' }]);
  desk.relay.hear(before);
  release();
  expect([desk.shown, await loading, await loaded()]).toEqual([lost, lost, lost]);
  expect(await desk.relay.enter({ taskId, step: 'old', pin: Buffer.from(pin) })).toEqual(refused('PIN_TASK_ENDED'));
  await vi.advanceTimersByTimeAsync(readingMs);
  expect([desk.shown, await loaded()]).toEqual([null, null]);
});

test('on a display of its own an end stands on after the clerk has the keyboard again, for so long', async () => {
  desk.covers = false;
  await desk.begin();
  await desk.relay.cancel({ taskId });
  await vi.advanceTimersByTimeAsync(readingMs);
  expect([desk.shown, desk.handBack.mock.calls.length]).toEqual([desk.view, 1]);
  await vi.advanceTimersByTimeAsync(standingMs - readingMs - 1);
  expect(desk.shown).toEqual(desk.view);
  await vi.advanceTimersByTimeAsync(1);
  expect([desk.shown, desk.handBack.mock.calls.length]).toEqual([null, 1]);
});

test('what stands on a display of its own goes with the visit, or with the next task', async () => {
  desk.covers = false;
  await desk.begin();
  await desk.relay.cancel({ taskId });
  await vi.advanceTimersByTimeAsync(readingMs);
  await desk.begin();
  await vi.advanceTimersByTimeAsync(standingMs);
  expect(desk.shown).toMatchObject({ taskId: 'task-2', ended: null });
  await desk.relay.cancel({ taskId: 'task-2' });
  await vi.advanceTimersByTimeAsync(readingMs);
  await desk.relay.clerkLeaves(clerk);
  expect(desk.shown).toBeNull();
});

test('an end that is being read is not told as another when its ledger dies', async () => {
  await desk.begin();
  desk.entries.push({ ended: 'done' });
  await desk.enter(pin);
  const told = desk.clerkTold.length;
  await desk.restart();
  expect(desk.shown).toMatchObject({ ended: 'done' });
  expect([await loaded(), desk.clerkTold.length]).toEqual([null, told]);
});

test('a page that loads while the ledger answers nothing of the task ends it in both windows', async () => {
  await desk.begin();
  desk.questionRefusal = 'SESSION_LOCKED';
  expect([await loaded(), desk.shown, desk.clerkTold.at(-1)]).toEqual([lost, lost, lost]);
});

test('a relay that fails, at its entry and at its end, leaves nothing of the task in either window', async () => {
  await desk.begin();
  desk.throwing = 'customer.takeEntry';
  desk.endRefusal = 'SESSION_LOCKED';
  await expect(desk.enter(pin)).rejects.toThrow('customer.takeEntry threw');
  expect([desk.shown, desk.clerkTold.at(-1)]).toEqual([lost, lost]);
  desk.relay.hear({ ...desk.view, step: 'repeat' });
  expect([desk.shown, desk.clerkTold.at(-1)]).toEqual([lost, lost]);
  await vi.advanceTimersByTimeAsync(readingMs);
  expect([desk.shown, await loaded()]).toEqual([null, null]);
});

test('a digit after the end is the ledger’s to refuse, and changes neither window', async () => {
  await desk.begin('prove');
  desk.entries.push({ ended: 'done' });
  await desk.enter(pin, 'new');
  const [drawn, told] = [desk.drawn.length, desk.clerkTold.length];
  expect(await desk.enter(pin, 'new')).toEqual(refused('PIN_TASK_ENDED'));
  expect(desk.verbs()).toEqual(['customer.beginTask', 'customer.takeEntry', 'customer.takeEntry']);
  expect([desk.drawn.length, desk.clerkTold.length]).toEqual([drawn, told]);
  await vi.advanceTimersByTimeAsync(readingMs);
  expect(await desk.enter(pin, 'new')).toEqual(refused('PIN_TASK_ENDED'));
  expect(await loaded()).toBeNull();
});

test('whether the time is up is the ledger’s to say, and it is asked again', async () => {
  await desk.begin();
  desk.behindMs = 1_000;
  await vi.advanceTimersByTimeAsync(entryMs + 999);
  expect(desk.shown?.ended).toBeNull();
  expect(desk.verbs().length, 'it is not asked without a pause').toBeLessThan(6);
  await vi.advanceTimersByTimeAsync(250);
  expect(desk.shown?.ended).toBe('timed-out');
});

test('a digit for the first of two tasks does nothing to the second', async () => {
  await desk.begin('first');
  await desk.relay.cancel({ taskId });
  await desk.begin('change');
  const { view } = desk;
  expect(await desk.relay.enter({ taskId, step: 'old', pin: Buffer.from(pin) })).toEqual(refused('PIN_TASK_ENDED'));
  expect([desk.shown, desk.view]).toEqual([view, view]);
});

test('more time moves the moment at which the ledger is asked to end it, and both windows hear of it', async () => {
  await desk.begin();
  await vi.advanceTimersByTimeAsync(entryMs - 1);
  expect(await desk.relay.moreTime({ taskId })).toMatchObject({ ok: true, value: { ended: null } });
  expect(desk.clerkTold.at(-1)).toEqual(desk.shown);
  await vi.advanceTimersByTimeAsync(entryMs - 1);
  expect(desk.shown?.ended).toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(desk.shown?.ended).toBe('timed-out');
  expect(desk.asked.find(({ verb }) => verb === 'customer.giveTime')?.asker).toEqual(clerk);
});

test('what was done while the answer was lost is told to the clerk when the line is back, and only then', async () => {
  await desk.begin();
  desk.entries.push({ ended: 'done' });
  const release = desk.holdAnswer('customer.takeEntry');
  const entering = desk.enter(pin, 'old');
  await vi.advanceTimersByTimeAsync(0);
  desk.relay.ledgerAway();
  expect([desk.shown?.ended, desk.clerkTold.at(-1)?.ended]).toEqual(['interrupted', 'lost']);
  release();
  await entering;
  desk.endRefusal = 'SERVER_DID_NOT_ANSWER';
  await desk.relay.ledgerBack();
  expect(desk.clerkTold.at(-1)?.ended, 'the line broke again').toBe('lost');
  desk.endRefusal = null;
  await desk.relay.ledgerBack();
  expect([desk.shown?.ended, desk.clerkTold.at(-1)]).toEqual(['interrupted', desk.view]);
  expect(desk.view.ended).toBe('done');
});
