/** While a file is posted in steps, the counters work beside it, and its batch says everywhere how it stands (docs/ledger.md 12). */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeDay } from '../../../../electron/ledger/day/days.ts';
import { allocationCsv, person, settlementCsv } from '../../../offices/made-up-people.ts';
import {
  authorised,
  copyOf,
  makeTemplate,
  Office,
  visitOf,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';
import { freshFolder } from '../../../offices/test-folders.ts';

/** One turn of the event loop. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const LINES = 240;
const LINES_OF_STEP = 20;

let template: Template;
let office: Office;
let other: Counter;
/** Called between two steps; the first call comes after the first of them. */
let between: (step: number) => Promise<unknown>;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  between = () => Promise.resolve();
  office = new Office(copyOf(template));
  let steps = 0;
  office.pace = {
    lines: LINES_OF_STEP,
    took: () => undefined,
    letOthers: async () => {
      steps += 1;
      await between(steps);
    },
  };
  office.reopen();
  other = await office.signIn('1002', undefined, 'T2');
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

const FILES = {
  allocation: allocationCsv(
    'YB90',
    `${LINES}.00`,
    Array.from({ length: LINES }, (_, at) => ({ id: String(at + 1), to: person(at % 6), amount: '1.00' })),
  ),
  settlement: settlementCsv(
    'QS90',
    `${LINES}.00`,
    Array.from({ length: LINES }, (_, at) => ({
      reference: `R${at}`,
      card: person(at % 5).card,
      kind: '消费' as const,
      amount: '1.00',
    })),
  ),
};
type Kind = keyof typeof FILES;
const KINDS = Object.keys(FILES) as Kind[];

async function orderOf(kind: Kind) {
  const intakeId = await office.receive(FILES[kind], template.clerk);
  return { operationId: randomUUID(), intakeId, second: authorised('2001') };
}

/** Does something once, in the middle. */
function inTheMiddle<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    between = async (step) => {
      if (step === 5) await work().then(resolve, reject);
    };
  });
}

const newest = async (from = other) => (await office.must('batch.list', {}, from)).items[0];

test.each(KINDS)('beside a posting of a %s another counter is served between any two steps', async (kind) => {
  const order = await orderOf(kind);
  let served = 0;
  between = async () => {
    const { visitId } = await office.must('visit.open', visitOf(0), other);
    await office.must('visit.finish', { visitId }, other);
    served += 1;
  };
  await office.must('file.post', order, template.clerk);
  expect(served).toBe(LINES / LINES_OF_STEP);
});

test.each(KINDS)('a %s tells how far it is, from any counter and to whoever asked for it', async (kind) => {
  const order = await orderOf(kind);
  const seen = inTheMiddle(() => newest());
  const outcome = await office.must('file.post', order, template.clerk);
  const number = kind === 'allocation' ? 'YB90' : 'QS90';
  const sofar = { accepted: 5 * LINES_OF_STEP, rejected: 0, amountFen: 500 * LINES_OF_STEP };
  expect(await seen).toMatchObject({ batch: number, state: 'posting', lines: LINES, waitsFor: null, ...sofar });
  expect(await newest()).toMatchObject({ state: 'posted', lines: null, accepted: LINES, amountFen: LINES * 100 });
  const told = office.progress.filter(({ phase }) => phase === 'posting');
  expect(told.map(({ done }) => done)).toEqual(
    Array.from({ length: LINES / LINES_OF_STEP }, (_, at) => (at + 1) * LINES_OF_STEP),
  );
  expect(new Set(told.map(({ operationId, total }) => `${operationId} ${total}`)).size).toBe(1);
  expect(outcome).toMatchObject({ posted: true, accepted: LINES, rejectedCount: 0 });
  expect(office.changes.filter((kindOfChange) => kindOfChange === 'files')).toHaveLength(2);
});

test.each(KINDS)(
  'of a %s on its way there is no answer file yet, no second posting, and no other day',
  async (kind) => {
    const order = await orderOf(kind);
    const again = await office.receive(FILES[kind], template.clerk);
    const refusals = inTheMiddle(async () => [
      await office.codeOf('file.openAnswer', { intakeId: order.intakeId }, template.clerk),
      await office.codeOf('batch.openAnswer', { batchId: (await newest())?.batchId ?? 0 }, other),
      await closeDay(office.door.ledger, '1001').catch((error: unknown) =>
        error instanceof Error ? error.message : error,
      ),
      await office.must('file.check', { operationId: randomUUID(), intakeId: again }, template.clerk),
      await office.faults(),
    ]);
    await office.must('file.post', order, template.clerk);
    const duplicate = { fileReason: kind === 'allocation' ? 'DU01' : 'FILE_DUPLICATE', posted: false };
    const refused = ['FILE_BEING_POSTED', 'FILE_BEING_POSTED', 'FILE_BEING_POSTED'];
    expect(await refusals).toMatchObject([...refused, duplicate, []]);
    expect(await closeDay(office.door.ledger, '1001')).toBe('2024-02-06');
  },
);

test('the same command waits for the end and gets the same answer; with other content it is refused', async () => {
  const order = await orderOf('allocation');
  const waiting: Promise<unknown>[] = [];
  const reused = inTheMiddle(async () => {
    waiting.push(office.must('file.post', order, template.clerk));
    return office.codeOf('file.post', { ...order, intakeId: randomUUID() }, template.clerk);
  });
  const outcome = await office.must('file.post', order, template.clerk);
  expect(await reused).toBe('OPERATION_REUSED');
  expect(await Promise.all(waiting)).toEqual([outcome]);
  expect(await office.must('file.post', order, template.clerk)).toEqual(outcome);
});

test('two of one command at once post the file once', async () => {
  const order = await orderOf('allocation');
  const both = await Promise.all([0, 1].map(() => office.must('file.post', order, template.clerk)));
  expect(both[0]).toEqual(both[1]);
  expect(both[0]).toMatchObject({ posted: true, accepted: LINES });
});

test('after the second person has said yes nothing cancels it, not even the end of the session', async () => {
  const order = await orderOf('allocation');
  await inTheMiddleAsked(order);
  expect(await newest()).toMatchObject({ state: 'posted', accepted: LINES });
});

async function inTheMiddleAsked(order: Awaited<ReturnType<typeof orderOf>>): Promise<void> {
  const left = inTheMiddle(async () => {
    office.cancel(order.operationId, template.clerk);
    await office.must('session.signOut', {}, template.clerk);
  });
  const outcome = await office.must('file.post', order, template.clerk);
  await left;
  expect(outcome).toMatchObject({ posted: true, accepted: LINES });
}

test('before that it is cancelled as ever, and nothing is left of it', async () => {
  const order = await orderOf('allocation');
  office.onProgress = ({ phase }) => {
    if (phase === 'checking') office.cancel(order.operationId, template.clerk);
  };
  expect(await office.codeOf('file.post', order, template.clerk)).toBe('OPERATION_CANCELLED');
  const left = await office.door.ledger.books.read(async ({ sql }) => [
    sql.values('SELECT count(*) FROM batch_file WHERE batch_id > 3').get(),
    sql.values('SELECT count(*) FROM checked_refusals').get(),
  ]);
  expect(left).toEqual([0, 0]);
});

test.each(KINDS)('a backup made in the middle of a %s goes on where it is restored', async (kind) => {
  const order = await orderOf(kind);
  const path = join(freshFolder(), 'backup.db');
  const made = inTheMiddle(() => office.door.ledger.books.backUp(path));
  await office.must('file.post', order, template.clerk);
  await made;
  const copy = new Office(freshFolder());
  await copy.must('office.restoreFrom', { path, recoveryKeyTyped: true }, null);
  await copy.door.ledger.postings.atRest();
  const clerk = await copy.signIn('1001');
  expect((await copy.must('batch.list', {}, clerk)).items[0]).toMatchObject({ state: 'posted', accepted: LINES });
  expect(await copy.faults()).toEqual([]);
  copy.close();
});

test('files that are posted at once go in one after the other, and the lines of both are there', async () => {
  const orders = [await orderOf('allocation'), await orderOf('settlement')] as const;
  const outcomes = await Promise.all(orders.map((order) => office.must('file.post', order, template.clerk)));
  expect(outcomes).toMatchObject([
    { posted: true, accepted: LINES },
    { posted: true, accepted: LINES },
  ]);
});

test('what no account takes any more is refused in its step; a file of nothing else is booked with nothing', async () => {
  const text = allocationCsv('YB91', '1.00', [{ id: '1', to: person(3), amount: '1.00' }]);
  const order = await orderOf('allocation');
  // The first file holds up the second, whose only line is good until the account is closed.
  const second = inTheMiddle(async () => {
    const posting = office.post.allocation(text);
    while ((await newest())?.batch !== 'YB91') await turn();
    const { visitId } = await office.openVisit(3, other);
    await office.must(
      'holder.close',
      { operationId: randomUUID(), visitId, reference: 'YB-1', second: authorised('2001') },
      other,
    );
    return { posting };
  });
  const first = await office.must('file.post', order, template.clerk);
  const run = await (await second).posting;
  expect(run).toMatchObject({ posted: true, accepted: 0, amountFen: 0, fileReason: null });
  expect(Array.from(run.refused, ({ reason }) => reason)).toEqual(['AC04']);
  // Lines of the first that were not posted yet are refused for the same.
  expect(first).toMatchObject({ posted: true, rejectedCount: 40, rejectedFen: 4_000 });
});

test.each(KINDS)(
  'a %s that stopped for an error nobody foresaw says so, and goes on when it is told to',
  async (kind) => {
    const order = await orderOf(kind);
    between = async (step) => {
      if (step === 5) throw new Error('nobody foresaw this');
    };
    await expect(office.must('file.post', order, template.clerk)).rejects.toThrow('nobody foresaw this');
    const stopped = await newest();
    expect(stopped).toMatchObject({ state: 'posting', accepted: 5 * LINES_OF_STEP, stopped: true });
    const batchId = stopped?.batchId ?? 0;
    between = () => Promise.resolve();
    await office.must('batch.goOn', { batchId }, other);
    await office.door.ledger.postings.atRest();
    expect(await newest()).toMatchObject({ state: 'posted', accepted: LINES, stopped: false, waitsFor: null });
    // What is at its end has nothing to go on with.
    expect(await office.codeOf('batch.goOn', { batchId }, other)).toBe('FILE_UNKNOWN');
  },
);

test('one that goes on is not told to go on', async () => {
  const order = await orderOf('allocation');
  const told = inTheMiddle(async () => office.codeOf('batch.goOn', { batchId: (await newest())?.batchId ?? 0 }, other));
  await office.must('file.post', order, template.clerk);
  expect(await told).toBe('FILE_UNKNOWN');
});
