/** The connections of the pool themselves: opened when needed, never more than may be, all closed in the end. */
import { expect, test } from 'vitest';
import { ReaderPool } from '../../../../../electron/ledger/books/sqlite/reader-pool.ts';

function poolOf(size: number) {
  const open = new Set<{ close(): void }>();
  let opened = 0;
  const pool = new ReaderPool(size, () => {
    opened += 1;
    const reader = { close: () => void open.delete(reader) };
    open.add(reader);
    return reader;
  });
  return { pool, open, opened: () => opened };
}

test('the first is opened at once, another only when those there are at work', async () => {
  const { pool, opened } = poolOf(3);
  await pool.use(async () => undefined);
  await pool.use(async () => undefined);
  expect(opened()).toBe(1);
  await pool.use(() => pool.use(async () => undefined));
  expect(opened()).toBe(2);
});

test('however many ask, no more are opened than may be, and none serves two at once', async () => {
  const { pool, opened } = poolOf(3);
  const atWork = new Set<unknown>();
  const asked = Array.from({ length: 20 }, () =>
    pool.use(async (reader) => {
      expect(atWork.has(reader)).toBe(false);
      atWork.add(reader);
      await Promise.resolve();
      atWork.delete(reader);
    }),
  );
  await Promise.all(asked);
  expect(opened()).toBe(3);
});

test('one at work is closed when it is given back, the others at once', async () => {
  const { pool, open } = poolOf(2);
  const end = Promise.withResolvers<undefined>();
  const long = pool.use(() => end.promise);
  await pool.use(async () => undefined);
  expect(open.size).toBe(2);
  pool.close();
  expect(open.size).toBe(1);
  end.resolve(undefined);
  await long;
  expect(open.size).toBe(0);
});

test('one that cannot be opened fails its own question alone', async () => {
  let failing = false;
  const pool = new ReaderPool(2, () => {
    if (failing) throw new RangeError('too many open files');
    return { close: () => undefined };
  });
  failing = true;
  await pool.use(async () => {
    await expect(pool.use(async () => undefined)).rejects.toThrow('too many open files');
  });
  failing = false;
  expect(await pool.use(() => pool.use(async () => 'answered'))).toBe('answered');
});
