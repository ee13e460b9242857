/** Questions are answered side by side, each from a snapshot of its own; they are few, and wait in their order. */
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Books, Reading, Writing } from '../../../../electron/ledger/books/books.ts';
import { openBooks } from '../../../../electron/ledger/books/open-books.ts';
import { copyOf, DATA_KEY, makeTemplate, MORNING, type Template } from '../../../offices/small-office.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

/** As many as read at once (sqlite-books.ts). */
const READERS = 4;

let books: Books;
beforeEach(() => {
  books = openBooks({ folder: copyOf(template), dataKey: DATA_KEY, clock: () => MORNING as never, keysFolder: null });
});
afterEach(() => books.close());

const count = ({ sql }: Reading): number => Number(sql.values('SELECT count(*) FROM mismatch').get());
const addOne = async ({ sql }: Writing): Promise<void> => {
  sql.script("INSERT INTO mismatch (clerk_code, at) VALUES ('1001', 1)");
};

/** A question that says when it is at work, and ends when it is told to. */
function longQuestion<T>(ending: (reading: Reading) => T) {
  const [begun, end] = [Promise.withResolvers<number>(), Promise.withResolvers<undefined>()];
  const answer = books.read(async (reading) => {
    begun.resolve(count(reading));
    await end.promise;
    return ending(reading);
  });
  return { begun: begun.promise, end: () => end.resolve(undefined), answer };
}

test('two long questions each keep their own snapshot while commits come between', async () => {
  const before = longQuestion(count);
  expect(await before.begun).toBe(0);
  await books.write(addOne);
  const after = longQuestion(count);
  expect(await after.begun).toBe(1);
  await books.write(addOne);
  before.end();
  after.end();
  expect(await Promise.all([before.answer, after.answer])).toEqual([0, 1]);
  expect(await books.read(async (reading) => count(reading))).toBe(2);
});

test('Kysely and prepared SQL of one question see the same snapshot', async () => {
  const seen = longQuestion(async (reading) => {
    const rows = await reading.query.selectFrom('mismatch').selectAll().execute();
    return [rows.length, count(reading)];
  });
  await seen.begun;
  await books.write(addOne);
  seen.end();
  expect(await seen.answer).toEqual([0, 0]);
});

test('a long question holds up no short one', async () => {
  const long = longQuestion(count);
  await long.begun;
  expect(await books.read(async (reading) => count(reading))).toBe(0);
  long.end();
  await long.answer;
});

test('more than a few wait, and are answered in the order they came', async () => {
  const long = Array.from({ length: READERS }, () => longQuestion(count));
  await Promise.all(long.map(({ begun }) => begun));
  const answered: string[] = [];
  const short = ['first', 'second', 'third'].map((name) => books.read(async () => answered.push(name)));
  await books.write(addOne);
  expect(answered).toEqual([]);
  long[2]?.end();
  await Promise.all(short);
  expect(answered).toEqual(['first', 'second', 'third']);
  for (const { end } of long) end();
  await Promise.all(long.map(({ answer }) => answer));
});

test('a question that fails gives its connection back', async () => {
  const failing = Array.from({ length: READERS + 1 }, () =>
    books.read(async () => {
      throw new RangeError('no such page');
    }),
  );
  const outcomes = await Promise.allSettled(failing);
  expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'rejected'));
  expect(await books.read(async (reading) => count(reading))).toBe(0);
});

test('when the books are closed, who reads ends on the snapshot, who waits is refused', async () => {
  const long = Array.from({ length: READERS }, () => longQuestion(count));
  await Promise.all(long.map(({ begun }) => begun));
  const waiting = books.read(async (reading) => count(reading));
  books.close();
  await expect(waiting).rejects.toThrow('the books are closed');
  await expect(books.read(async (reading) => count(reading))).rejects.toThrow('the books are closed');
  for (const { end } of long) end();
  expect(await Promise.all(long.map(({ answer }) => answer))).toEqual([0, 0, 0, 0]);
});
