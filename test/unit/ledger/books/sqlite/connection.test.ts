/** What the encrypted file promises is read back from the engine, not believed (docs/ledger.md 3). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { RefusalError } from '../../../../../electron/contract/kernel/errors.ts';
import { booksPath, type Reading } from '../../../../../electron/ledger/books/books.ts';
import { openBooks } from '../../../../../electron/ledger/books/open-books.ts';
import type { Questions } from '../../../../../electron/ledger/books/prepared.ts';
import { openConnection } from '../../../../../electron/ledger/books/sqlite/connection.ts';
import { deriveKeys, SealBrokenError } from '../../../../../electron/ledger/books/sealing/keys.ts';
import { copyOf, DATA_KEY, makeTemplate, Office, type Template } from '../../../../offices/small-office.ts';
import { freshFolder } from '../../../../offices/test-folders.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const databaseKey = deriveKeys(DATA_KEY).database;
const pragma = (sql: Questions, name: string): unknown => sql.values(`PRAGMA ${name}`).get();

test('the connections of the books keep every commit, check keys, and trust no schema', async () => {
  const office = new Office(copyOf(template));
  const { books } = office.door.ledger;
  const seen = async ({ sql }: Reading) => {
    expect(pragma(sql, 'journal_mode')).toBe('wal');
    expect(pragma(sql, 'synchronous')).toBe(2);
    expect(pragma(sql, 'foreign_keys')).toBe(1);
    expect(pragma(sql, 'recursive_triggers')).toBe(1);
    expect(pragma(sql, 'trusted_schema')).toBe(0);
    expect(pragma(sql, 'cell_size_check')).toBe(1);
    expect(pragma(sql, 'temp_store')).toBe(2);
    expect(String(pragma(sql, 'cipher'))).toBe('aegis');
  };
  await books.read(seen);
  await books.write(seen);
  office.close();
});

test('the engine is not older than 3.51.3', () => {
  const connection = openConnection({ path: join(freshFolder(), 'a.db'), databaseKey });
  const version = String(connection.prepare('SELECT sqlite_version()').pluck().get());
  connection.close();
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003);
});

test('without the key the file is no database, with another key it is refused as the wrong one', () => {
  const path = booksPath(copyOf(template));
  const plain = new Database(path);
  expect(() => plain.prepare('SELECT count(*) FROM sqlite_schema').get()).toThrow(/not a database/);
  plain.close();
  const otherKey = deriveKeys(Buffer.alloc(32, 0xcd)).database;
  expect(refusalOf(() => openConnection({ path, databaseKey: otherKey }))).toBe('KEY_WRONG');
  expect(readFileSync(path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
});

test('a file that is no database is refused as such', () => {
  const path = join(freshFolder(), 'ledger.db');
  writeFileSync(path, Buffer.alloc(8192, 'not a ledger '));
  expect(refusalOf(() => openConnection({ path, databaseKey }))).toBe('KEY_WRONG');
});

function refusalOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  }
}

test('a write that throws leaves nothing behind, one that resolves is kept', async () => {
  const books = openBooks({
    folder: copyOf(template),
    dataKey: DATA_KEY,
    clock: () => Date.now() as never,
    keysFolder: null,
  });
  const mismatch = "INSERT INTO mismatch (clerk_code, at) VALUES ('1001', 1)";
  const count = () => books.read(async ({ sql }) => sql.values('SELECT count(*) FROM mismatch').get());
  const failing = books.write(async ({ sql }) => {
    sql.script(mismatch);
    throw new RangeError('changed my mind');
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(await count()).toBe(0);
  await books.write(async ({ sql }) => {
    sql.script(mismatch);
  });
  expect(await count()).toBe(1);
  books.close();
});

test('keys for different purposes differ, and one office cannot open what another sealed', () => {
  const [ours, theirs] = [deriveKeys(DATA_KEY), deriveKeys(Buffer.alloc(32, 0xcd))];
  const sealed = ours.seal('name', '张三');
  expect(ours.open('name', sealed)).toBe('张三');
  expect(() => theirs.open('name', sealed)).toThrow(SealBrokenError);
  expect(() => ours.open('phone', sealed)).toThrow(SealBrokenError);
  expect(ours.blindIndex('card', '1')).not.toBe(ours.blindIndex('id-number', '1'));
  expect(ours.blindIndex('card', '1')).not.toBe(theirs.blindIndex('card', '1'));
  expect(ours.seal('name', '张三')).not.toEqual(sealed);
  expect(new Set([ours.database, theirs.database, DATA_KEY].map((key) => Buffer.from(key).toString('hex'))).size).toBe(
    3,
  );
});

test('every flipped bit of a sealed value is noticed, and so is every cut', () => {
  const keys = deriveKeys(DATA_KEY);
  const sealed = keys.seal('name', '欧阳明日');
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const damaged = Uint8Array.from(sealed);
    damaged[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => keys.open('name', damaged)).toThrow(SealBrokenError);
  }
  for (let length = 0; length < sealed.length; length += 1) {
    expect(() => keys.open('name', sealed.subarray(0, length))).toThrow(SealBrokenError);
  }
});

test.each([0, 1, 31, 33, 64])('%i bytes are no data key', (length) => {
  expect(() => deriveKeys(Buffer.alloc(length))).toThrow(RangeError);
});
