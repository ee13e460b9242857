/** The queue of second persons: who sees and counts what, and which approval is offered for which act. */
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope, ref } from 'vue';
import type { ApprovalRequest } from '../../../../electron/contract/approvals/approval-views.ts';
import type { WorklistItem } from '../../../../electron/contract/loss/loss-views.ts';
import type { Visit } from '../../../../electron/contract/office/office-views.ts';
import { verbs } from '../../../../electron/contract/verbs.ts';
import { approvalVerbSchema } from '../../../../electron/contract/kernel/vocabulary.ts';
import type { WordKey } from '../../../../renderer/shared/words/word-lists.ts';
import { useSession } from '../../../../renderer/teller/state/session.ts';
import { useVisit } from '../../../../renderer/teller/state/visit.ts';
import { useWaiting } from '../../../../renderer/teller/state/waiting.ts';
import { ownRequests, type AskedCommand } from '../../../../renderer/teller/second-person/asked-of-second.ts';
import { factLabel, factText } from '../../../../renderer/teller/second-person/asked-facts.ts';
import { useQueuedRequest, type QueuedRequest } from '../../../../renderer/teller/second-person/queued-request.ts';
import { wordIn } from '../../../e2e/support/words.ts';
import { fakeBridge, type FakeBridge } from '../../../../renderer/gallery/fake/fake-bridge.ts';
import { at, bindingOf, requested, today } from '../../../../renderer/gallery/fake/fake-state.ts';

let bridge: FakeBridge;

const clocks = [
  'lapses-today',
  'lapses-tomorrow',
  'lapses-later',
  'reissue-due',
  'reissue-waiting',
  'password-waiting',
] as const;
const worklist = clocks.map((clock, index): WorklistItem => ({
  number: `L${index}`,
  clock,
  span: 'today',
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
  const visitStore = useVisit();
  const request = { idNumber: '110', card: '62', networkCheck: 'match-photo', secondaryDocument: null } as const;
  await visitStore.open({ ...request, agent: null });
  return visitStore.visit!;
}

test('the strip counts clocks that want something done, not those that only wait', async () => {
  await visitOf('1001');
  const waiting = useWaiting();
  await waiting.readAgain();
  expect(waiting.worklist?.items).toHaveLength(6);
  expect(waiting.due).toBe(3);
});

test('of what the ledger shows, what waits or may be used by oneself is counted', async () => {
  const own = [
    requested({ requestId: 'mine' }),
    requested({ requestId: 'approved', state: 'approved' }),
    requested({ requestId: 'used', state: 'used' }),
  ];
  bridge.state.requests = own;
  const waiting = useWaiting();
  await visitOf('1001');
  await waiting.readAgain();
  expect(waiting.requests?.items.map(({ requestId }) => requestId)).toEqual(['mine', 'approved', 'used']);
  expect(waiting.openRequests).toBe(2);
  await useSession().signIn('2001', 'demo-2001');
  bridge.state.requests = [
    ...own,
    requested({ requestId: 'theirs', askedBy: '1002' }),
    requested({ requestId: 'for-them', askedBy: '1002', state: 'approved' }),
  ];
  await waiting.readAgain();
  expect(waiting.requests?.total).toBe(5);
  expect(waiting.openRequests).toBe(2);
});

const cancelling = (number = 'L1'): AskedCommand => ({ verb: 'loss.cancel', input: { visitId: 'v', number } });
const shownFor = ({ verb, input }: AskedCommand) => ({
  verb,
  asked: { binding: bindingOf(verb, input), facts: [{ name: 'number', value: String(input['number']) }] },
});

test('an approval is offered for exactly what it was given for', () => {
  const command = cancelling();
  const given = { ...requested({ state: 'approved' }), ...shownFor(command).asked };
  const own = (values: Partial<ApprovalRequest>, wanted = command) =>
    ownRequests([{ ...given, ...values }], shownFor(wanted), '1001');
  expect(own({}).fitting).not.toBeNull();
  expect(own({}, cancelling('L2'))).toEqual({ fitting: null, other: null });
  for (const values of [
    { verb: 'loss.reissue' },
    { askedBy: '1002' },
    { state: 'used' },
    { state: 'expired' },
  ] as const)
    expect(own(values)).toEqual({ fitting: null, other: null });
});

test('one that was asked for with something else in the form is told of, and not offered', () => {
  const command = cancelling();
  const changed = { ...requested({ state: 'approved' }), ...shownFor(command).asked, binding: 'of another form' };
  const { fitting, other } = ownRequests([changed], shownFor(command), '1001');
  expect(fitting).toBeNull();
  expect(other?.requestId).toBe('r1');
});

test('one that can be used comes before one that is waited for', () => {
  const command = cancelling();
  const { asked } = shownFor(command);
  const all = [
    { ...requested({ requestId: 'new', askedAt: at(2000) }), ...asked },
    { ...requested({ requestId: 'old', state: 'approved' }), ...asked },
  ];
  expect(ownRequests(all, shownFor(command), '1001').fitting?.requestId).toBe('old');
});

test.each(['zh-CN', 'en'] as const)('every fact of every command has words of its own (%s)', (language) => {
  const t = (key: WordKey, values: Readonly<Record<string, string | number>> = {}) => wordIn(language, key, values);
  const fields = approvalVerbSchema.options.flatMap((verb) => Object.keys(verbs[verb].input.shape));
  const named = new Set(fields.filter((name) => !HANDLES.includes(name)));
  expect([...named].toSorted()).toContain('newInsuranceNumber');
  for (const name of [...named, ...BESIDE]) expect(factLabel(t, { name, value: null }), name).not.toContain('asked.');
  for (const verb of approvalVerbSchema.options) expect(t(`asked.rule.${verb}`)).not.toContain('asked.');
  expect(factText(t, { name: 'feeFen', value: 2000 })).toBe('20.00');
  expect(factText(t, { name: 'networkCheck', value: 'number-unknown' })).toBe(t('visit.numberUnknown'));
  expect(factText(t, { name: 'newInsuranceNumber', value: 'B', was: 'A' })).toBe('A → B');
  expect(factText(t, { name: 'agent', value: null })).toBe(t('asked.inPerson'));
});

/** Fields that say where, not what (asked-of-second.ts of the ledger). */
const HANDLES: readonly string[] = ['operationId', 'second', 'visitId', 'intakeId', 'lossNumber'];
const BESIDE = [
  'holderName',
  'card',
  'cardShown',
  'networkCheck',
  'secondaryDocument',
  'agent',
  'pin',
  'pinProvenAt',
  'sha256',
];

async function queued(): Promise<{ queue: QueuedRequest; stop: () => void }> {
  await visitOf('1001');
  const command = ref(cancelling());
  const scope = effectScope();
  const queue = scope.run(() => useQueuedRequest(() => command.value))!;
  return { queue, stop: () => scope.stop() };
}

test('a form that changes after asking says so, and its request is not used', async () => {
  await visitOf('1001');
  const command = ref<AskedCommand>({ verb: 'loss.reissue', input: { number: 'L1', newInsuranceNumber: 'A' } });
  const scope = effectScope();
  const queue = scope.run(() => useQueuedRequest(() => command.value))!;
  await queue.ask();
  expect(queue.request.value?.state).toBe('pending');
  command.value = { verb: 'loss.reissue', input: { number: 'L1', newInsuranceNumber: 'B' } };
  await vi.advanceTimersByTimeAsync(0);
  expect(queue.request.value).toBeNull();
  expect(queue.other.value?.facts).toContainEqual({ name: 'newInsuranceNumber', value: 'A' });
  scope.stop();
});

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
  const { ask } = await import('../../../../renderer/shared/bridge-client.ts');
  bridge.refuseNext('loss.cancel', { code: 'CLERK_LOCKED', details: { clerkCode: '2001' } });
  await ask('loss.cancel', { operationId: crypto.randomUUID(), visitId: 'v', number: 'L1', second: null });
  expect(session.cover).toBe('none');
  bridge.refuseNext('loss.cancel', { code: 'CLERK_LOCKED', details: {} });
  await ask('loss.cancel', { operationId: crypto.randomUUID(), visitId: 'v', number: 'L1', second: null });
  expect(session.cover).toBe('clerkLocked');
});
