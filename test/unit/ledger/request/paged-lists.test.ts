/** Long lists come page by page, in a stable order and with counts from the ledger; what is over leaves them. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { PAGE_ROWS, positionOfPage } from '../../../../electron/contract/kernel/paging.ts';
import { advanceTo } from '../../../../electron/ledger/day/days.ts';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { allocationCsv, person, registerCsv } from '../../../offices/made-up-people.ts';
import {
  copyOf,
  lossOf,
  makeTemplate,
  MINUTE,
  Office,
  statementOf,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
});
afterEach(() => office.close());

const DAY = 24 * 60 * MINUTE;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** Every page one after the other; checks that counts and pages agree. */
async function allOf<Item>(read: (page: number) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = await read(page);
    ({ pages } = answer);
    expect(answer.page).toBe(page);
    expect(answer.items.length).toBeLessThanOrEqual(PAGE_ROWS);
    if (page < pages) expect(answer.items).toHaveLength(PAGE_ROWS);
    items.push(...answer.items);
    if (page === pages) expect(answer.total).toBe(items.length);
  }
  return items;
}

test('a page behind the last one is the last one, and an empty list has one', () => {
  expect(positionOfPage(0)).toEqual({ total: 0, page: 1, pages: 1, offset: 0 });
  expect(positionOfPage(50, 2)).toEqual({ total: 50, page: 1, pages: 1, offset: 0 });
  expect(positionOfPage(51, 9)).toEqual({ total: 51, page: 2, pages: 2, offset: 50 });
});

async function askMany(count: number, from: Counter, minutesApart: number): Promise<string[]> {
  const ids: string[] = [];
  const { visitId } = await office.openVisit(0, from);
  for (let nth = 0; nth < count; nth += 1) {
    const report = { ...lossOf(visitId, { object: 'password' }) };
    const input = { operationId: randomUUID(), verb: 'loss.report', input: report } as const;
    ids.push((await office.must('approval.ask', input, from)).requestId);
    office.at += minutesApart * MINUTE;
  }
  await office.must('visit.finish', { visitId }, from);
  return ids;
}

test('approvals: pending first, the soonest to run out on top, then the others, the latest on top; expired ones leave after a day', async () => {
  const { clerk, supervisor } = template;
  // Every two minutes one, each for two hours: when the last is asked, half of them have run out.
  const ids = await askMany(120, clerk, 2);
  const decided = ids[100]!;
  // Between two of them.
  office.at += MINUTE;
  const refusal = { decision: 'refuse', reason: '证件不符', password: null } as const;
  await office.must('approval.decide', { operationId: randomUUID(), requestId: decided, ...refusal }, supervisor);
  const listed = await allOf((page) => office.must('approval.list', { page }, supervisor));
  const states = listed.map(({ state }) => state);
  const pending = states.filter((state) => state === 'pending').length;
  expect(pending).toBeGreaterThan(50);
  expect(states.slice(0, pending).every((state) => state === 'pending')).toBe(true);
  const expired = ids.filter((id) => listed.some(({ requestId, state }) => requestId === id && state === 'expired'));
  const running = ids.filter((id) => id !== decided && !expired.includes(id));
  expect(listed.map(({ requestId }) => requestId)).toEqual([...running, decided, ...expired.toReversed()]);
  expect(await office.must('approval.list', {}, supervisor)).toMatchObject({ waiting: pending, own: [] });

  office.at += DAY;
  const dayLater = await allOf((page) => office.must('approval.list', { page }, supervisor));
  expect(dayLater.map(({ requestId }) => requestId)).toEqual(running.toReversed());
  office.at += DAY;
  expect(await office.must('approval.list', {}, supervisor)).toMatchObject({ items: [], total: 0, waiting: 0 });
  const onRecord = await office.door.ledger.books.read(async ({ sql }) =>
    sql.values('SELECT count(*) FROM approval_request').get(),
  );
  expect(onRecord).toBe(120);
});

test('a clerk is answered their own requests alone, and the latest of them whichever page is shown', async () => {
  const { clerk, supervisor } = template;
  const other = await office.signIn('1002');
  const mine = await askMany(60, clerk, 0);
  await askMany(3, other, 0);
  expect(await office.must('approval.list', {}, other)).toMatchObject({ total: 3, waiting: 3 });
  const second = await office.must('approval.list', { page: 2 }, clerk);
  expect(second).toMatchObject({ total: 60, waiting: 60, pages: 2 });
  expect(second.own).toHaveLength(PAGE_ROWS);
  expect(second.own.every(({ requestId }) => mine.includes(requestId))).toBe(true);
  expect(await office.must('approval.list', {}, supervisor)).toMatchObject({ total: 63, waiting: 63, own: [] });
});

test('the worklist: the most pressing clock first over all pages, with counts of all', async () => {
  const { clerk } = template;
  await office.post.register(registerCsv(Array.from({ length: 70 }, (_, at) => person(10 + at))));
  for (let at = 10; at < 80; at += 1) {
    const { visitId } = await office.openVisit(at, clerk);
    await office.must('loss.report', lossOf(visitId, { kind: at % 2 === 0 ? 'formal' : 'oral' }), clerk);
    await office.must('visit.finish', { visitId }, clerk);
  }
  await advanceTo(office.door.ledger, businessDate('2024-02-09'), '1001');
  office.at = Date.UTC(2024, 1, 9, 1, 30);
  const answer = await office.must('loss.worklist', {}, await office.signIn('1001'));
  expect(answer.counts).toMatchObject({ 'lapses-tomorrow': 36, 'reissue-waiting': 35, 'password-due': 0 });
  const clock = await office.signIn('1001');
  const items = await allOf((page) => office.must('loss.worklist', { page }, clock));
  const names = items.map((item) => item.clock);
  expect(names).toEqual([...Array(36).fill('lapses-tomorrow'), ...Array(35).fill('reissue-waiting')]);
  for (const each of ['lapses-tomorrow', 'reissue-waiting']) {
    const numbers = items.filter((item) => item.clock === each).map(({ on, number }) => `${on} ${number}`);
    expect(numbers).toEqual(numbers.toSorted());
  }
  expect(new Set(items.map(({ number }) => number)).size).toBe(71);
});

test('the print queue: oldest first, page by page', async () => {
  const { clerk, supervisor } = template;
  const { visitId } = await office.openVisit(0, clerk);
  const jobs: string[] = [];
  for (let nth = 0; nth < 55; nth += 1) {
    const { documentNumber } = await office.must('statement.prepare', statementOf(visitId), clerk);
    const { jobId } = await office.must('print.issue', { operationId: randomUUID(), visitId, documentNumber }, clerk);
    jobs.push(jobId);
    office.at += 1000;
  }
  const listed = await allOf((page) => office.must('printQueue.list', { page }, supervisor));
  expect(listed.map(({ jobId }) => jobId)).toEqual(jobs);
});

test('posted files and their rejected lines: page by page, every one of them', async () => {
  const { clerk } = template;
  const strangers = Array.from({ length: 120 }, (_, at) => ({
    id: String(at + 1),
    to: person(200 + at),
    amount: '1.00',
  }));
  const good = { id: '121', to: person(0), amount: '1.00' };
  await office.post.allocation(allocationCsv('YB77', '121.00', [...strangers, good]));
  for (let nth = 0; nth < 52; nth += 1) {
    await office.post.allocation(allocationCsv(`YB${100 + nth}`, '1.00', [{ ...good, id: '1' }]));
  }
  const batches = await allOf((page) => office.must('batch.list', { page }, clerk));
  expect(batches).toHaveLength(3 + 53);
  expect(batches.map(({ batchId }) => batchId)).toEqual(
    batches.map(({ batchId }) => batchId).toSorted((a, b) => b - a),
  );
  const { batchId } = batches.find(({ batch }) => batch === 'YB77')!;
  const lines = await allOf((page) => office.must('batch.rejected', { batchId, page }, clerk));
  expect(lines.map(({ id }) => id)).toEqual(strangers.map(({ id }) => id));
  expect(await office.must('batch.rejected', { batchId: 999_999 }, clerk)).toMatchObject({ items: [], total: 0 });
});
