/** The queue of second persons: who sees and counts what, and which approval is offered for which act. */
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope } from 'vue';
import type { ApprovalRequest, WorklistItem } from '../../electron/contract/loss-views.ts';
import type { Visit } from '../../electron/contract/views.ts';
import { useSession } from '../../renderer/teller/state/session.ts';
import { useVisit } from '../../renderer/teller/state/visit.ts';
import { useWaiting } from '../../renderer/teller/state/waiting.ts';
import { fittingRequest, type AskedOfSecond } from '../../renderer/teller/second-person/asked-of-second.ts';
import { useQueuedRequest, type QueuedRequest } from '../../renderer/teller/second-person/queued-request.ts';
import { fakeBridge, type FakeBridge } from './renderer-fake-bridge.ts';
import { at, requested, today } from './renderer-fake-state.ts';

let bridge: FakeBridge;

const clocks = ['lapses-today', 'lapses-tomorrow', 'reissue-due', 'reissue-waiting', 'password-waiting'] as const;
const worklist = clocks.map((clock, place): WorklistItem => ({
  number: `L${place}`,
  clock,
  on: today,
  object: 'card',
  kind: 'oral',
  holderNameMasked: '张*',
  cardMasked: '621330******0011',
}));

beforeEach(() => {
  bridge = fakeBridge({ worklist });
  vi.stubGlobal('window', { medicard: bridge });
  vi.useFakeTimers();
  setActivePinia(createPinia());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function visitOf(clerk: string): Promise<Visit> {
  await useSession().signIn(clerk, `demo-${clerk}`);
  const counter = useVisit();
  const request = { idNumber: '110', card: '62', networkCheck: 'match-photo', secondaryDocument: null } as const;
  await counter.open({ ...request, agent: null });
  return counter.visit!;
}

test('the strip counts clocks that want something done, not those that only wait', async () => {
  await visitOf('1001');
  const waiting = useWaiting();
  await waiting.readAgain();
  expect(waiting.worklist?.items).toHaveLength(5);
  expect(waiting.due).toBe(3);
});

test('a clerk sees and counts their own requests, a supervisor those of all', async () => {
  bridge.state.requests = [
    requested({ requestId: 'mine' }),
    requested({ requestId: 'approved', state: 'approved' }),
    requested({ requestId: 'used', state: 'used' }),
    requested({ requestId: 'theirs', askedBy: '1002' }),
    requested({ requestId: 'for-them', askedBy: '1002', state: 'approved' }),
  ];
  const waiting = useWaiting();
  await visitOf('1001');
  await waiting.readAgain();
  expect(waiting.requests?.items.map(({ requestId }) => requestId)).toEqual(['mine', 'approved', 'used']);
  expect(waiting.openRequests).toBe(2);
  await useSession().signIn('2001', 'demo-2001');
  await waiting.readAgain();
  expect(waiting.requests?.total).toBe(5);
  expect(waiting.openRequests).toBe(2);
});

const askedFor = (visit: Visit): AskedOfSecond => ({ visit, verb: 'loss.cancel', lossNumber: 'L1', newCard: null });

test('an approval is offered for exactly what it was given for', async () => {
  const asked = askedFor(await visitOf('1001'));
  const approved = requested({ state: 'approved' });
  const offered = (values: Partial<ApprovalRequest>, wanted = asked): boolean =>
    fittingRequest([{ ...approved, ...values }], wanted, '1001') !== null;
  expect(offered({})).toBe(true);
  expect(offered({ lossNumber: 'L2' })).toBe(false);
  expect(offered({ verb: 'loss.reissue' })).toBe(false);
  expect(offered({ askedBy: '1002' })).toBe(false);
  expect(offered({ cardMasked: '621330******0012' })).toBe(false);
  expect(offered({ state: 'used' })).toBe(false);
  expect(offered({ state: 'expired' })).toBe(false);
  const reissue: AskedOfSecond = { ...asked, verb: 'loss.reissue', newCard: '6213 3000 0000 0022' };
  expect(offered({ verb: 'loss.reissue', newCardMasked: '621330******0022' }, reissue)).toBe(true);
  expect(offered({ verb: 'loss.reissue', newCardMasked: '621330******0023' }, reissue)).toBe(false);
});

test('one that can be used comes before one that is waited for', async () => {
  const asked = askedFor(await visitOf('1001'));
  const all = [requested({ requestId: 'new', askedAt: at(2000) }), requested({ requestId: 'old', state: 'approved' })];
  expect(fittingRequest(all, asked, '1001')?.requestId).toBe('old');
});

async function queued(): Promise<{ queue: QueuedRequest; stop: () => void }> {
  const asked = askedFor(await visitOf('1001'));
  const scope = effectScope();
  return { queue: scope.run(() => useQueuedRequest(() => asked))!, stop: () => scope.stop() };
}

test('a request asked for here is followed until it is decided', async () => {
  const { queue, stop } = await queued();
  await queue.ask();
  expect(queue.request.value?.state).toBe('pending');
  bridge.state.requests = bridge.state.requests.map((one) => ({ ...one, state: 'approved', decidedBy: '2001' }));
  await vi.advanceTimersByTimeAsync(2000);
  expect(queue.request.value).toMatchObject({ state: 'approved', decidedBy: '2001' });
  const asked = bridge.asked.length;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(bridge.asked).toHaveLength(asked);
  stop();
});

test('a refusal and an expiry stay in sight, and another can be asked for', async () => {
  const { queue, stop } = await queued();
  await queue.ask();
  bridge.state.requests = bridge.state.requests.map((one) => ({ ...one, state: 'refused', reason: '本人未到' }));
  await vi.advanceTimersByTimeAsync(2000);
  expect(queue.request.value?.reason).toBe('本人未到');
  queue.forget();
  expect(queue.request.value).toBeNull();
  await queue.ask();
  expect(queue.request.value?.state).toBe('pending');
  bridge.state.requests = bridge.state.requests.map((one) => ({ ...one, state: 'expired' }));
  await vi.advanceTimersByTimeAsync(2000);
  expect(queue.request.value?.state).toBe('expired');
  stop();
});

test('asking that is refused says why and leaves nothing waiting', async () => {
  const { queue, stop } = await queued();
  bridge.refuseNext('approval.ask', { code: 'CARD_NUMBER_INVALID', details: { fault: 'CHECK_DIGIT' } });
  await queue.ask();
  expect(queue.refusal.value?.code).toBe('CARD_NUMBER_INVALID');
  expect(queue.request.value).toBeNull();
  stop();
});

test('a second person who is locked does not cover the counter of the first', async () => {
  await visitOf('1001');
  const session = useSession();
  const { ask } = await import('../../renderer/shared/bridge-client.ts');
  bridge.refuseNext('loss.cancel', { code: 'CLERK_LOCKED', details: { clerkCode: '2001' } });
  await ask('loss.cancel', { operationId: crypto.randomUUID(), visitId: 'v', number: 'L1', second: null });
  expect(session.cover).toBe('none');
  bridge.refuseNext('loss.cancel', { code: 'CLERK_LOCKED', details: {} });
  await ask('loss.cancel', { operationId: crypto.randomUUID(), visitId: 'v', number: 'L1', second: null });
  expect(session.cover).toBe('clerkLocked');
});
