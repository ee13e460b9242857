/** The business day is a row that only moves forward, by closing the day (RULES.md 6). */
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { businessDate } from '../../electron/contract/dates.ts';
import { advanceTo, businessDay, closeDay } from '../../electron/ledger/services/days.ts';
import { allocationCsv, person } from './made-up-people.ts';
import { copyOf, makeTemplate, Office, type Template } from './small-office.ts';

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
});
afterEach(() => office.close());

const advance = (to: string) => advanceTo(office.door.ledger, businessDate(to), '2001');

test('closing a day begins the next one, leap days included', async () => {
  await advance('2024-02-28');
  expect(await closeDay(office.door.ledger, '2001')).toBe('2024-02-29');
  expect(await closeDay(office.door.ledger, '2001')).toBe('2024-03-01');
  expect(await businessDay(office.door.ledger)).toBe('2024-03-01');
});

test('going back is refused and nothing is closed; staying is not going back', async () => {
  await expect(advance('2024-02-04')).rejects.toMatchObject({ refusal: { code: 'DATE_INVALID' } });
  expect(await advance('2024-02-05')).toBe('2024-02-05');
});

test('every day on the way is closed, each with its record', async () => {
  await advance('2024-03-05');
  const closed = await office.door.ledger.books.read(async ({ connection }) =>
    connection
      .prepare<[], string>("SELECT subject FROM audit WHERE verb = 'day.close' AND actor = '2001' ORDER BY seq")
      .pluck()
      .all(),
  );
  expect(closed).toHaveLength(29);
  expect([closed[0], closed[24], closed.at(-1)]).toEqual(['2024-02-05', '2024-02-29', '2024-03-04']);
  expect(await office.faults()).toEqual([]);
});

test('days closed at once are closed one after the other', async () => {
  const days = await Promise.all([1, 2, 3, 4].map(() => closeDay(office.door.ledger, '2001')));
  expect(days.toSorted()).toEqual(['2024-02-06', '2024-02-07', '2024-02-08', '2024-02-09']);
});

test('a file is posted on the business day, whatever the clock on the wall says', async () => {
  office.at = Date.UTC(2031, 0, 1);
  await office.post.allocation(allocationCsv('YB9', '7.00', [{ id: '1', to: person(0), amount: '7.00' }]));
  const [batch] = await office.must('batch.list', {}, template.clerk);
  expect(batch).toMatchObject({ businessDate: '2024-02-05', postedAt: office.at });
});

test('an office begins on its opening day', async () => {
  const { office: made } = await office.must('office.status', {}, null);
  expect(made?.openingDate).toBe('2024-01-01');
});
