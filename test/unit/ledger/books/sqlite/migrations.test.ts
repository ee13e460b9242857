/**
 * Every migration goes from the version before it, rows and all, to its own; a newer file is left alone
 * (docs/ledger.md 3).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { RefusalError } from '../../../../../electron/contract/kernel/errors.ts';
import { booksPath } from '../../../../../electron/ledger/books/books.ts';
import { openConnection, type Connection } from '../../../../../electron/ledger/books/sqlite/connection.ts';
import { deriveKeys } from '../../../../../electron/ledger/books/sealing/keys.ts';
import { migrate, schemaVersion } from '../../../../../electron/ledger/books/sqlite/migrate.ts';
import { migrations } from '../../../../../electron/ledger/books/sqlite/migrations/index.ts';
import {
  behindTheBack,
  copyOf,
  DATA_KEY,
  makeTemplate,
  Office,
  type Template,
} from '../../../../offices/small-office.ts';
import { freshFolder } from '../../../../offices/test-folders.ts';

const keys = deriveKeys(DATA_KEY);
const databaseKey = keys.database;
const newest = migrations.length;
/** The version that seals papers and employers. */
const SEALING = 5;

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

interface Rows {
  readonly table: string;
  readonly rows: readonly Record<string, unknown>[];
}

function tablesOf(connection: Connection): string[] {
  return connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
}

function rowsOf(connection: Connection): Rows[] {
  return tablesOf(connection).map((table) => ({
    table,
    rows: connection.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all(),
  }));
}

/**
 * What a real office holds in the tables of an earlier version: the rows to carry over. Books from before anchors have no
 * lineage; it begins when they are opened.
 */
function officeRows(): Rows[] {
  return behindTheBack(template.folder, rowsOf).filter(({ table }) => table !== 'lineage');
}

/** What rows of a table held in versions that still had the column, where a later one took it away. */
const EARLIER: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  holder: { employer: '第一工厂' },
  print_job: { pdf: Buffer.from('%PDF-1.3 paper') },
};
/** Columns that a later version seals: plain in rows before it, and then gone. */
const sealedLater = ({ table, rows }: Rows): Rows => ({
  table,
  rows: rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => EARLIER[table]?.[column] === undefined)),
  ),
});

function insertRows(connection: Connection, held: readonly Rows[]): void {
  connection.pragma('foreign_keys = OFF');
  const present = new Set(tablesOf(connection));
  for (const { table, rows } of held) {
    if (!present.has(table)) continue;
    connection.exec(table === 'control_account' ? 'DELETE FROM control_account' : '');
    const columns = (connection.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    const insert = connection.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
    for (const row of rows) insert.run(...columns.map((name) => row[name] ?? EARLIER[table]?.[name] ?? null));
  }
  connection.pragma('foreign_keys = ON');
}

function openAt(path: string): Connection {
  return openConnection({ path, databaseKey });
}

describe.each(migrations.map(({ name }, at) => [name, at + 1] as const))('%s', (name, version) => {
  test('carries numbers and names in step', () => {
    expect(name).toMatch(new RegExp(`^${String(version).padStart(4, '0')}-[a-z-]+$`));
  });

  test('keeps every row of the version before, and sound books stay sound', async () => {
    const folder = freshFolder();
    const path = booksPath(folder);
    const connection = openAt(path);
    migrate(connection, { path, keys, steps: migrations.slice(0, version - 1) });
    expect(schemaVersion(connection)).toBe(version - 1);
    const held = officeRows();
    insertRows(connection, held);
    const before = rowsOf(connection);

    expect(migrate(connection, { path, keys, steps: migrations.slice(0, version) })).toBe(1);
    expect(schemaVersion(connection)).toBe(version);
    const after = new Map(rowsOf(connection).map(({ table, rows }) => [table, rows]));
    // A later version may add a column to a row, and may take nothing from it.
    for (const { table, rows } of version === SEALING ? before.map(sealedLater) : before) {
      expect(after.get(table)?.length, table).toBe(rows.length);
      expect(after.get(table), table).toMatchObject(rows);
    }

    // What later versions brought is filled in, so that the whole can be proven by verify.
    const known = new Set(before.map(({ table }) => table));
    migrate(connection, { path, keys });
    insertRows(
      connection,
      held.filter(({ table }) => !known.has(table)),
    );
    connection.close();
    writeFileSync(join(folder, 'office.json'), readFileSync(join(template.folder, 'office.json')));
    const office = new Office(folder);
    expect(await office.faults()).toEqual([]);
    office.close();
  });

  test('is undone whole when it fails, with a verified backup of what was there', () => {
    const path = booksPath(freshFolder());
    const connection = openAt(path);
    const earlier = migrations.slice(0, version);
    migrate(connection, { path, keys, steps: earlier });
    const before = JSON.stringify(rowsOf(connection));
    const broken = { name: '9999-broken', up: 'CREATE TABLE half (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);' };
    expect(() => migrate(connection, { path, keys, steps: [...earlier, broken] })).toThrow(/nowhere/);
    expect(schemaVersion(connection)).toBe(version);
    expect(JSON.stringify(rowsOf(connection))).toBe(before);
    connection.close();

    const copy = openAt(`${path}.before-${String(version + 1).padStart(4, '0')}`);
    expect(schemaVersion(copy)).toBe(version);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(JSON.stringify(rowsOf(copy))).toBe(before);
    copy.close();
  });
});

test('an empty file goes to the newest version at once, without a backup of nothing', () => {
  const path = booksPath(freshFolder());
  const connection = openAt(path);
  expect(migrate(connection, { path, keys })).toBe(newest);
  expect(migrate(connection, { path, keys })).toBe(0);
  connection.close();
  expect(existsSync(`${path}.before-0001`)).toBe(false);
});

test('a database of a later program is refused by its number, its bytes untouched', () => {
  const folder = copyOf(template);
  behindTheBack(folder, (connection) => {
    connection.pragma(`user_version = ${newest + 1}`);
    connection.pragma('wal_checkpoint(TRUNCATE)');
  });
  const bytes = readFileSync(booksPath(folder));
  try {
    new Office(folder).close();
    throw new Error('it was opened');
  } catch (error) {
    expect(error).toBeInstanceOf(RefusalError);
    expect((error as RefusalError).refusal).toEqual({
      code: 'DATABASE_NEWER',
      details: { schema: newest + 1, known: newest },
    });
  }
  expect(readFileSync(booksPath(folder)).equals(bytes)).toBe(true);
  expect(existsSync(`${booksPath(folder)}.before-${String(newest + 1).padStart(4, '0')}`)).toBe(false);
});

test('after that refusal the folder is free again', () => {
  const folder = copyOf(template);
  behindTheBack(folder, (connection) => connection.pragma(`user_version = ${newest + 1}`));
  expect(() => new Office(folder)).toThrow('DATABASE_NEWER');
  behindTheBack(folder, (connection) => connection.pragma(`user_version = ${newest}`));
  const office = new Office(folder);
  expect(office.door.officePresent).toBe(true);
  office.close();
});

test('papers that waited and employers are sealed on the first opening, and nothing of them stays in a freed page', () => {
  const path = booksPath(freshFolder());
  const connection = openAt(path);
  migrate(connection, { path, keys, steps: migrations.slice(0, SEALING - 1) });
  insertRows(connection, officeRows());
  const holders = Number(connection.prepare('SELECT count(*) FROM holder').pluck().get());
  migrate(connection, { path, keys });
  const employers = connection.prepare<[], Uint8Array>('SELECT employer_sealed FROM holder').pluck().all();
  expect(employers.map((sealed) => keys.open('employer', sealed))).toEqual(Array(holders).fill('第一工厂'));
  const papers = connection.prepare<[], Uint8Array>('SELECT pdf_sealed FROM print_job').pluck().all();
  expect(papers.length).toBeGreaterThan(0);
  for (const sealed of papers) expect(Buffer.from(keys.openBytes('paper', sealed)).toString()).toBe('%PDF-1.3 paper');
  const plain = connection.serialize();
  connection.close();
  expect(plain.includes(Buffer.from('第一工厂'))).toBe(false);
  expect(plain.includes(Buffer.from('%PDF-1.3'))).toBe(false);
});

test('a paper that waits is that of counter 01, the only one an office had', () => {
  const path = booksPath(freshFolder());
  const connection = openAt(path);
  const step = migrations.findIndex(({ name }) => name.endsWith('-counters-papers'));
  migrate(connection, { path, keys, steps: migrations.slice(0, step) });
  insertRows(connection, officeRows());
  migrate(connection, { path, keys });
  const counters = connection.prepare<[], string>('SELECT DISTINCT counter FROM print_job').pluck().all();
  connection.close();
  expect(counters).toEqual(['01']);
});
