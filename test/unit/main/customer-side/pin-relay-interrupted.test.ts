/** A customer's task whose window or ledger goes away in the middle: how it ends, and what the clerk hears of it. */
import { expect, test } from 'vitest';
import { refused } from '../../../../electron/contract/kernel/errors.ts';
import { clerk, entryMs, pass, readingMs, taskId, relayDeskOfEachTest, type RelayDesk } from './pin-relay-desk.ts';

const pin = '918273';
let desk: RelayDesk;

relayDeskOfEachTest((each) => (desk = each));

const lastTold = () => desk.clerkTold.at(-1);

test('a window that went away interrupts it in the ledger and at the clerk’s', async () => {
  await desk.begin();
  await desk.relay.interrupt();
  expect(desk.asked.at(-1)).toMatchObject({ verb: 'customer.endTask', input: { how: 'interrupted' } });
  expect(lastTold()?.ended).toBe('interrupted');
  expect([desk.shown, desk.handBack.mock.calls.length]).toEqual([null, 1]);
});

test('a window that went away over the last entry does not undo what that did', async () => {
  await desk.begin();
  desk.entries.push({ ended: 'done' });
  const release = desk.hold();
  const entering = desk.enter(pin);
  const interrupting = desk.relay.interrupt();
  release();
  await Promise.all([entering, interrupting]);
  expect(lastTold()?.ended).toBe('done');
  expect(desk.verbs()).toEqual(['customer.beginTask', 'customer.takeEntry']);
  expect(desk.shown).toBeNull();
});

test('a window that cannot be shown is an end that the asking clerk reads', async () => {
  desk.show.mockResolvedValueOnce(false);
  expect(await desk.begin()).toMatchObject({ ok: true, value: { ended: 'interrupted' } });
  expect(desk.verbs()).toEqual(['customer.beginTask', 'customer.endTask']);
  expect(desk.shown).toBeNull();
});

test('ended while the window was still opening, it is not brought back', async () => {
  const opened = Promise.withResolvers<boolean>();
  desk.show.mockReturnValueOnce(opened.promise);
  const beginning = desk.begin();
  await pass(0);
  await desk.relay.abandon({ taskId }, clerk);
  opened.resolve(false);
  expect(await beginning).toMatchObject({ ok: true, value: { ended: 'abandoned' } });
  await pass(entryMs);
  expect(desk.verbs()).toEqual(['customer.beginTask', 'customer.endTask']);
});

test('a ledger that dies ends it at once in both windows, and is told when it is back', async () => {
  await desk.begin();
  const release = desk.hold();
  desk.entries.push('LEDGER_RESTARTING');
  const entering = desk.enter(pin);
  await pass(0);
  desk.relay.ledgerAway();
  expect([desk.shown?.ended, lastTold()?.ended]).toEqual(['interrupted', 'lost']);
  release();
  expect(await entering).toEqual(refused('LEDGER_RESTARTING'));
  expect(desk.verbs()).toEqual(['customer.beginTask', 'customer.takeEntry']);
  desk.endRefusal = 'PIN_TASK_ENDED';
  await desk.relay.ledgerBack();
  expect(desk.asked.at(-1)).toMatchObject({ verb: 'customer.endTask', input: { how: 'interrupted' }, asker: clerk });
  expect(desk.notes.at(-1)).toEqual(['the end was refused', { code: 'PIN_TASK_ENDED' }]);
  expect(lastTold()).toEqual({ taskId, ended: 'unknown' });
  await desk.relay.ledgerBack();
  expect(desk.verbs().filter((verb) => verb === 'customer.endTask')).toHaveLength(1);
  await pass(readingMs);
  expect([desk.shown, desk.handBack.mock.calls.length]).toEqual([null, 1]);
});
