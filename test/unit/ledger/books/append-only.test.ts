/** The books refuse to be changed or shortened, whoever asks: the database's own triggers (docs/ledger.md 1). */
import { beforeAll, expect, test } from 'vitest';
import { behindTheBack, copyOf, makeTemplate, Office, type Template } from '../../../offices/small-office.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const APPEND_ONLY = [
  'audit',
  'approval',
  'posting',
  'control_line',
  'entry',
  'batch',
  'rejected_line',
  'settlement_line',
  'printed_range',
];
const NEVER_DELETED = ['office', 'account', 'card', 'document'];

test.each(APPEND_ONLY)('a row of %s is neither changed nor deleted, by any column', (table) => {
  behindTheBack(copyOf(template), (connection) => {
    const columns = connection.pragma(`table_info(${table})`) as { name: string }[];
    expect(connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).not.toBe(0);
    for (const { name } of columns) {
      expect(() => connection.exec(`UPDATE ${table} SET ${name} = ${name}`)).toThrow(/append-only|never|stays/);
    }
    expect(() => connection.exec(`DELETE FROM ${table}`)).toThrow(/append-only|never|stays/);
  });
});

test.each(NEVER_DELETED)('a row of %s is never deleted', (table) => {
  behindTheBack(copyOf(template), (connection) => {
    expect(connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).not.toBe(0);
    expect(() => connection.exec(`DELETE FROM ${table}`)).toThrow(/never deleted/);
  });
});

test('a replaced row of the books is refused like a changed one', () => {
  behindTheBack(copyOf(template), (connection) => {
    for (const table of APPEND_ONLY) {
      expect(() => connection.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`), table).toThrow();
    }
  });
});

test('an issued document is final', () => {
  behindTheBack(copyOf(template), (connection) => {
    expect(() => connection.exec("UPDATE document SET digest = 'x'")).toThrow(/final/);
  });
});

test('the business date is not set back, not even to the same day', () => {
  behindTheBack(copyOf(template), (connection) => {
    for (const date of ['2024-02-05', '2024-02-04', '2023-12-31']) {
      expect(() => connection.prepare('UPDATE office SET business_date = ?').run(date)).toThrow(/only moves forward/);
    }
  });
});

test('every table is strict and every amount a whole number', () => {
  behindTheBack(copyOf(template), (connection) => {
    const tables = connection.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'table'").pluck().all();
    expect(tables.filter((sql) => !/\bSTRICT\b/.test(sql))).toEqual([]);
    expect(() => connection.exec('UPDATE account SET balance_fen = 0.5')).toThrow(/datatype|cannot store/i);
    expect(() => connection.exec('UPDATE account SET balance_fen = -1 WHERE id = 1')).toThrow(/CHECK/);
    expect(() => connection.exec("INSERT INTO mismatch (clerk_code, at) VALUES ('8888', 1)")).toThrow(/FOREIGN KEY/);
  });
});

test('the connection that answers queries cannot write', async () => {
  const office = new Office(copyOf(template));
  await office.door.ledger.books.read(async ({ sql }) => {
    expect(() => sql.rows("INSERT INTO mismatch (clerk_code, at) VALUES ('1001', 1) RETURNING at").all()).toThrow(
      /readonly/,
    );
  });
  office.close();
});
