/** A PIN task: the one that fits is offered, a forgotten one is reported lost first, and no digit is ever asked for. */
import { afterEach, expect, test, vi } from 'vitest';
import type { PinTask } from '../../../../electron/contract/loss/loss-views.ts';
import { CustomerEntry, stepsOf } from '../../../../renderer/teller/customer-entry/customer-entry.ts';
import { TASK_STEPS } from '../../../../electron/ledger/pin/pin-state-rules.ts';
import {
  fittingChoice,
  isPossible,
  pinStateAfter,
  pinChoices,
  taskOf,
  type PinChoice,
} from '../../../../renderer/teller/pin/pin-choice.ts';
import { PinRun } from '../../../../renderer/teller/pin/pin-run.ts';
import { fakeBridge, type FakeBridge } from '../../../../renderer/gallery/fake/fake-bridge.ts';

afterEach(() => void vi.unstubAllGlobals());

const second = { clerkCode: '2001', password: 'x' };

interface Started {
  readonly bridge: FakeBridge;
  readonly run: PinRun;
  readonly entry: CustomerEntry;
  /** Verbs asked since the visit began. */
  readonly verbs: () => string[];
  readonly ended: (ended: PinTask['ended']) => void;
}

async function started(choice: PinChoice): Promise<Started> {
  const bridge = fakeBridge();
  vi.stubGlobal('window', { medicard: bridge });
  const opening = { operationId: crypto.randomUUID(), networkCheck: 'match-photo', secondaryDocument: null } as const;
  await bridge.invoke('visit.open', { ...opening, idNumber: '110', card: '62', agent: null });
  const entry = new CustomerEntry();
  bridge.on('customer.progress', (progress) => entry.hear(progress));
  bridge.on('customer.typing', (typing) => entry.hear(typing));
  const asking = Object.assign(entry, {
    ask: (begun: Parameters<CustomerEntry['begin']>[0]) => entry.begin(begun, 'en'),
  });
  const run = new PinRun('v1', asking);
  run.choice.value = choice;
  await run.readOutlook();
  const before = bridge.asked.length;
  return {
    bridge,
    run,
    entry,
    verbs: () => bridge.asked.slice(before).map(({ verb }) => verb),
    ended: (how) => bridge.emit('customer.progress', { task: { ...entry.task.value!, ended: how } }),
  };
}

test.each([
  ['none', 'first', ['first', 'telephone']],
  ['set', 'change', ['change', 'forgotten', 'telephone']],
  ['locked', 'forgotten', ['forgotten', 'telephone']],
  ['void', 'forgotten', ['forgotten', 'telephone']],
] as const)('a PIN that is %s: %s is offered, of %j', (pinState, fitting, possible) => {
  expect(fittingChoice(pinState)).toBe(fitting);
  expect(pinChoices.filter((choice) => isPossible(choice, { pinState }))).toEqual(possible);
});

test('the steps shown are the ones the ledger asks for', () => {
  expect(stepsOf).toEqual(TASK_STEPS);
});

test.each(['first', 'change', 'telephone'] as const)('%s goes straight to the customer', async (choice) => {
  const { run, verbs, bridge } = await started(choice);
  await run.start();
  expect(verbs()).toEqual(['customer.ask']);
  expect(bridge.asked.at(-1)?.input).toEqual({ visitId: 'v1', task: taskOf(choice), second: null, language: 'en' });
  expect(run.stage.value).toBe('entering');
});

test('a forgotten PIN: second person, loss report, new PIN, in one task', async () => {
  const { run, verbs, ended, bridge } = await started('forgotten');
  await run.start();
  expect(verbs()).toEqual([]);
  expect(run.stage.value).toBe('second');
  expect(run.secondFor.value).toMatchObject({ verb: 'loss.report', input: { object: 'password' } });
  await run.approved(second);
  expect(verbs()).toEqual(['loss.report', 'loss.outlook', 'customer.ask']);
  expect(bridge.asked.at(-1)?.input).toMatchObject({ task: 'reset', second: null });
  expect(run.done.value).toBe(false);
  ended('done');
  expect(run.done.value).toBe(true);
});

test('a second person who fails leaves nothing reported and is asked again', async () => {
  const { run, verbs } = await started('forgotten');
  await run.start();
  await run.approved({ clerkCode: '1002', password: 'x' });
  expect(verbs()).not.toContain('customer.ask');
  expect(run.refusal.value?.code).toBe('SECOND_PERSON_FAILED');
  expect(run.stage.value).toBe('second');
});

test('an interrupted one goes on with its open report, without another', async () => {
  const { run, bridge, ended, verbs } = await started('forgotten');
  await run.start();
  await run.approved(second);
  ended('interrupted');
  run.reset('forgotten');
  await run.start();
  expect(verbs().filter((verb) => verb === 'loss.report')).toHaveLength(1);
  expect(bridge.asked.at(-1)?.verb).toBe('customer.ask');
  expect(run.stage.value).toBe('entering');
});

test('on another day the open report wants a second person of its own', async () => {
  const { run, bridge, ended } = await started('forgotten');
  await run.start();
  await run.approved(second);
  ended('timed-out');
  run.reset('forgotten');
  bridge.refuseNext('customer.ask', { code: 'SECOND_PERSON_REQUIRED', details: {} });
  await run.start();
  expect(run.stage.value).toBe('second');
  expect(run.secondFor.value).toEqual({ verb: 'customer.beginTask', input: { visitId: 'v1', task: 'reset' } });
  expect(run.refusal.value).toBeNull();
  await run.approved({ requestId: 'r1' });
  expect(bridge.asked.at(-1)?.input).toMatchObject({ task: 'reset', second: { requestId: 'r1' } });
});

test('where the new PIN has to wait, the report stands and says so', async () => {
  const { run, bridge } = await started('forgotten');
  await run.start();
  bridge.refuseNext('customer.ask', { code: 'PIN_RESET_WAITS', details: { date: '2025-02-06' } });
  await run.approved(second);
  expect(run.stage.value).toBe('waits');
  expect(run.openLoss.value?.number).toBe(bridge.state.reports[0]?.number);
});

test('the same report is sent again under the same operation while the ledger restarts', async () => {
  const { run, bridge } = await started('forgotten');
  await run.start();
  bridge.refuseNext('loss.report', { code: 'LEDGER_RESTARTING', details: {} });
  await run.approved(second);
  await run.approved(second);
  const ids = bridge.asked.flatMap(({ verb, input }) =>
    verb === 'loss.report' ? [(input as { operationId: string }).operationId] : [],
  );
  expect(ids).toHaveLength(2);
  expect(ids[1]).toBe(ids[0]);
});

test('progress of another task changes nothing, and nothing changes after the end', async () => {
  const { run, entry, bridge, ended } = await started('change');
  await run.start();
  const task = entry.task.value!;
  bridge.emit('customer.progress', { task: { ...task, taskId: 'other', ended: 'done' } });
  bridge.emit('customer.typing', { taskId: 'other', typing: true });
  expect(entry.typing.value).toBe(false);
  expect(entry.running.value).toBe(true);
  bridge.emit('customer.progress', { task: { ...task, step: 'new' } });
  bridge.emit('customer.typing', { taskId: task.taskId, typing: true });
  expect(entry.task.value?.step).toBe('new');
  expect(entry.typing.value).toBe(true);
  ended('locked');
  bridge.emit('customer.progress', { task });
  bridge.emit('customer.typing', { taskId: task.taskId, typing: true });
  expect(entry.typing.value).toBe(false);
  expect(entry.task.value?.ended).toBe('locked');
});

test('of a task that was lost the clerk hears the end, and what was wrong before is wrong no more', async () => {
  const { run, entry, bridge } = await started('change');
  await run.start();
  const task = entry.task.value!;
  bridge.emit('customer.progress', { task: { ...task, fault: { kind: 'wrong', triesLeft: 2 } } });
  bridge.emit('customer.typing', { taskId: task.taskId, typing: true });
  bridge.emit('customer.progress', { task: { taskId: task.taskId, ended: 'interrupted' } });
  expect(entry.task.value).toEqual({ ...task, ended: 'interrupted', fault: null });
  expect(entry.typing.value).toBe(false);
});

test('what came of a task whose line broke is shown once it is known, and nothing else of it', async () => {
  const { run, entry, bridge } = await started('first');
  await run.start();
  const task = entry.task.value as PinTask;
  const { taskId } = task;
  bridge.emit('customer.progress', { task: { taskId, ended: 'lost' } });
  bridge.emit('customer.typing', { taskId: 'other', typing: true });
  expect([entry.task.value?.ended, entry.running.value, run.done.value]).toEqual(['lost', false, false]);
  bridge.emit('customer.progress', { task: { ...task, step: 'repeat', ended: 'done' } });
  expect([entry.task.value?.ended, run.done.value]).toEqual(['done', true]);
  bridge.emit('customer.progress', { task: { taskId, ended: 'unknown' } });
  expect(entry.task.value?.ended).toBe('done');
});

test('what is heard while the question is on its way is not lost', async () => {
  const bridge = fakeBridge();
  const early: PinTask[] = [];
  vi.stubGlobal('window', {
    medicard: {
      ...bridge,
      async invoke(verb: 'customer.ask', input: Parameters<typeof bridge.invoke<'customer.ask'>>[1]) {
        const reply = await bridge.invoke(verb, input);
        if (reply.ok) early.push({ ...reply.value, step: 'new' });
        for (const task of early) {
          bridge.emit('customer.progress', { task });
          bridge.emit('customer.typing', { taskId: task.taskId, typing: true });
        }
        return reply;
      },
    },
  });
  const entry = new CustomerEntry();
  bridge.on('customer.progress', (progress) => entry.hear(progress));
  bridge.on('customer.typing', (typing) => entry.hear(typing));
  await entry.begin({ visitId: 'v1', task: 'change', second: null }, 'en');
  expect(early).toHaveLength(1);
  expect(entry.task.value?.step).toBe('new');
  expect(entry.typing.value).toBe(true);
});

test('only a running entry is abandoned', async () => {
  const { run, entry, verbs, ended } = await started('first');
  await entry.abandon();
  expect(verbs()).toEqual([]);
  await run.start();
  await entry.abandon();
  expect(verbs()).toEqual(['customer.ask', 'customer.abandon']);
  ended('abandoned');
  await entry.abandon();
  expect(verbs()).toHaveLength(2);
});

test('given up before it has begun, an entry ends as it begins', async () => {
  const { run, entry, verbs } = await started('first');
  const starting = run.start();
  await entry.abandon();
  expect(verbs()).toEqual(['customer.ask']);
  await starting;
  expect(verbs()).toEqual(['customer.ask', 'customer.abandon']);
});

test.for([
  ['first', 'done', 'set'],
  ['change', 'done', 'set'],
  ['reset', 'done', 'set'],
  ['change', 'locked', 'locked'],
  ['prove', 'locked', 'locked'],
  ['prove', 'done', null],
  ['telephone', 'done', null],
  ['acknowledge', 'done', null],
  ['contact', 'done', null],
  ['change', 'cancelled', null],
  ['reset', 'timed-out', null],
  ['first', null, null],
] as const)('an entry for %s that ended %s leaves the PIN %s', ([task, ended, state]) => {
  expect(pinStateAfter({ task, ended })).toBe(state);
});
