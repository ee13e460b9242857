/** A try at a PIN is counted before it is judged, judged outside of any transaction, and settled by what still stands. */
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { PinTask } from '../../../../electron/contract/loss/loss-views.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  lossOf,
  makeTemplate,
  Office,
  PIN,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';

/** Where a test stops the next judging, and no later one: `reached` is called, and it goes on when `open` says so. */
const gate = vi.hoisted(() => ({ judged: 0, reached: null as null | (() => void), open: Promise.resolve() }));
vi.mock(import('../../../../electron/ledger/books/sealing/argon2id.ts'), async (original) => {
  const real = await original();
  const argon2id: typeof real.argon2id = async (...given) => {
    gate.judged += 1;
    const { reached, open } = gate;
    Object.assign(gate, { reached: null, open: Promise.resolve() });
    reached?.();
    await open;
    return real.argon2id(...given);
  };
  return { ...real, argon2id };
});

let template: Template;
let office: Office;
let visitId: string;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  ({ visitId } = await office.openVisit(4, template.clerk));
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

const begin = (visit = visitId, from: Counter = template.clerk) =>
  office.must('customer.beginTask', { visitId: visit, task: 'prove', second: null }, from);
const enter = ({ taskId }: Pick<PinTask, 'taskId'>, pin = PIN, from: Counter = template.clerk) =>
  office.ask('customer.takeEntry', { taskId, step: 'old', pin: Buffer.from(pin) }, from);
const triesCounted = () =>
  behindTheBack(office.folder, (connection) => connection.prepare('SELECT wrong_tries FROM pin').pluck().get());

/** Until the last of so many is being judged, counted anew. */
function judgings(count: number): Promise<void> {
  gate.judged = 0;
  return new Promise((resolve) => {
    const reached = (): void => {
      if (gate.judged === count) resolve();
      else gate.reached = reached;
    };
    gate.reached = reached;
  });
}

/** The entry, stopped where it is judged until the answer is called. */
async function stopped(taskId: string, pin = PIN) {
  let goOn = (): void => undefined;
  gate.open = new Promise((resolve) => {
    goOn = resolve;
  });
  const judging = new Promise<void>((resolve) => {
    gate.reached = resolve;
  });
  const reply = enter({ taskId }, pin);
  await judging;
  return async () => {
    goOn();
    return reply;
  };
}

test('a process that dies while it judges has counted the try, and the limit holds over its deaths', async () => {
  for (const counted of [1, 2, 3]) {
    await stopped((await begin()).taskId);
    office.reopen();
    expect(triesCounted()).toBe(counted);
  }
  gate.judged = 0;
  expect(await enter(await begin())).toMatchObject({ value: { ended: 'locked', fault: { triesLeft: 0 } } });
  expect(gate.judged).toBe(0);
  expect((await office.must('visit.current', {}, template.clerk))?.pinState).toBe('locked');
});

test('while a PIN is judged, others write', async () => {
  const settled = await stopped((await begin()).taskId);
  await office.openVisit(1, template.supervisor);
  expect(await settled()).toMatchObject({ value: { ended: 'done' } });
});

test('a right one clears the count even where its task ended meanwhile, and proves nothing', async () => {
  const { taskId } = await begin();
  const settled = await stopped(taskId);
  await office.must('customer.endTask', { taskId, how: 'abandoned' }, template.clerk);
  expect(await settled()).toMatchObject({ value: { ended: 'abandoned' } });
  expect(triesCounted()).toBe(0);
  const { number } = await office.must('loss.report', lossOf(visitId), template.clerk);
  const operationId = '00000000-0000-4000-8000-000000000001';
  const cancel = { operationId, visitId, number, second: null };
  expect(await office.codeOf('loss.cancel', cancel, template.clerk)).toBe('PIN_REQUIRED');
});

test('a wrong one locks at its limit even where its task ended meanwhile', async () => {
  await enter(await begin(), '111112');
  office.reopen();
  await enter(await begin(), '111113');
  office.reopen();
  const { taskId } = await begin();
  const settled = await stopped(taskId, '111114');
  await office.must('customer.endTask', { taskId, how: 'cancelled' }, template.clerk);
  await settled();
  expect((await office.must('visit.current', {}, template.clerk))?.pinState).toBe('locked');
});

test('a PIN that was reported lost while it was judged is not proven', async () => {
  const settled = await stopped((await begin()).taskId);
  await office.must('loss.report', lossOf(visitId, { object: 'password', second: authorised('2001') }), template.clerk);
  expect(await settled()).toMatchObject({ ok: false, error: { code: 'PIN_TASK_ENDED' } });
  expect((await office.must('visit.current', {}, template.clerk))?.pinState).toBe('void');
});

test('many tries at once, at two counters, are never judged more often than the limit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 4, maxLength: 8 }), async (counters) => {
      const folder = copyOf(template);
      office.close();
      office = new Office(folder);
      const here = await office.openVisit(4, template.clerk);
      const there = await office.openVisit(4, template.supervisor);
      const tasks = [await begin(here.visitId), await begin(there.visitId, template.supervisor)] as const;
      const limitReached = judgings(3);
      const wrong = counters.map((isHere, at) =>
        isHere ? enter(tasks[0], `11111${at}`) : enter(tasks[1], `11111${at}`, template.supervisor),
      );
      // Two counters keep no order among each other: before that the right one might rightly come first.
      await limitReached;
      const replies = await Promise.all([...wrong, enter(tasks[0], PIN)]);
      expect(gate.judged).toBe(3);
      expect(replies.filter((reply) => reply.ok && reply.value.fault?.kind === 'wrong').length).toBe(3);
      expect(replies.some((reply) => reply.ok && reply.value.ended === 'done')).toBe(false);
      expect((await office.must('visit.current', {}, template.clerk))?.pinState).toBe('locked');
      expect(await office.faults()).toEqual([]);
    }),
    { numRuns: 5 },
  );
});
