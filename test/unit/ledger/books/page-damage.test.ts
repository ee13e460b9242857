/** Damage on the disk: a flipped bit is never accepted as good data (docs/ledger.md 3). */
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { RefusalError } from '../../../../electron/contract/kernel/errors.ts';
import { booksPath } from '../../../../electron/ledger/books/books.ts';
import { behindTheBack, copyOf, makeTemplate, Office, type Template } from '../../../offices/small-office.ts';

let template: Template;
let whole: Buffer;
let sound: string;
beforeAll(async () => {
  template = await makeTemplate();
  behindTheBack(template.folder, (connection) => connection.pragma('wal_checkpoint(TRUNCATE)'));
  whole = readFileSync(booksPath(template.folder));
  sound = contents(template.folder);
});

/** Everything the database holds, as text. */
function contents(folder: string): string {
  return behindTheBack(folder, (connection) => {
    const tables = connection
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    return JSON.stringify(tables.map((table) => [table, connection.prepare(`SELECT * FROM ${table}`).all()]));
  });
}

/** What became of a damaged file: refused with a code, named by verify, or read as it always was. */
async function verdictOn(folder: string): Promise<string> {
  let office: Office;
  try {
    office = new Office(folder);
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  }
  try {
    const reply = await office.ask('ledger.verify', {}, null);
    if (!reply.ok) return reply.error.code;
    if (!reply.value.ok) return 'named by verify';
  } finally {
    office.close();
  }
  return contents(folder) === sound ? 'unchanged' : 'ACCEPTED AS GOOD';
}

/** The books with one bit flipped, and no journal beside them. */
function flip(folder: string, bit: number): void {
  const damaged = Buffer.from(whole);
  damaged[bit >> 3]! ^= 1 << (bit & 7);
  for (const ending of ['-wal', '-shm']) rmSync(`${booksPath(folder)}${ending}`, { force: true });
  writeFileSync(booksPath(folder), damaged);
}

const HARMLESS_OR_TOLD = /^(KEY_WRONG|DATABASE_DAMAGED|named by verify|unchanged)$/;

test('a random flipped bit is refused, named by verify, or touched nothing that is read', async () => {
  const folder = copyOf(template);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
      flip(folder, bit);
      expect(await verdictOn(folder)).toMatch(HARMLESS_OR_TOLD);
    }),
  );
});

/** SQLite's header; the cipher leaves its middle plain. */
const HEADER_BITS = 32 * 8;

test('each bit of the header may be flipped: damage is called that, and books that open take a write', async () => {
  const folder = copyOf(template);
  for (let bit = 0; bit < HEADER_BITS; bit++) {
    flip(folder, bit);
    const verdict = await verdictOn(folder);
    expect(verdict, `bit ${bit}`).toMatch(HARMLESS_OR_TOLD);
    if (verdict !== 'unchanged') continue;
    const office = new Office(folder);
    try {
      await office.door.ledger.books.write(({ sql }) => {
        sql.script('UPDATE account SET balance_fen = balance_fen');
        return Promise.resolve();
      });
    } finally {
      office.close();
    }
  }
});

test.each([1, 2, 5])('a page copied over another one is noticed, page %i', async (page) => {
  const folder = copyOf(template);
  const damaged = Buffer.from(whole);
  whole.copy(damaged, (page + 1) * 4096, page * 4096, (page + 1) * 4096);
  writeFileSync(booksPath(folder), damaged);
  expect(await verdictOn(folder)).toMatch(/^(DATABASE_DAMAGED|named by verify)$/);
});

test.each([0.2, 0.5, 0.99])('a file cut to %d of its length is noticed', async (share) => {
  const folder = copyOf(template);
  truncateSync(booksPath(folder), Math.floor((whole.length * share) / 4096) * 4096);
  expect(await verdictOn(folder)).toMatch(/^(DATABASE_DAMAGED|named by verify)$/);
});

test('books that are gone or empty are damaged ones and not a new office', async () => {
  const gone = copyOf(template);
  rmSync(booksPath(gone));
  expect(await verdictOn(gone)).toBe('DATABASE_DAMAGED');
  const emptied = copyOf(template);
  truncateSync(booksPath(emptied), 0);
  expect(await verdictOn(emptied)).toBe('DATABASE_DAMAGED');
  expect(readFileSync(booksPath(emptied))).toHaveLength(0);
});
