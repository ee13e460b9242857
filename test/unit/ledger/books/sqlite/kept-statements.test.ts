/** Prepared statements are kept between questions, and walking rows disturbs none of them. */
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepingStatements } from '../../../../../electron/ledger/books/sqlite/kept-statements.ts';

let connection: InstanceType<typeof Database>;
beforeEach(() => {
  connection = new Database(':memory:');
  connection.exec('CREATE TABLE number (n INTEGER PRIMARY KEY) STRICT; INSERT INTO number VALUES (1), (2), (3)');
});
afterEach(() => connection.close());

test('the same question is prepared once, with whatever values it is asked', () => {
  const prepare = vi.spyOn(connection, 'prepare');
  const kept = keepingStatements(connection);
  const ask = (n: number): unknown[] => kept.prepare('SELECT n FROM number WHERE n >= ?').all([n]);
  expect([ask(1), ask(3), ask(4)]).toEqual([[{ n: 1 }, { n: 2 }, { n: 3 }], [{ n: 3 }], []]);
  expect(prepare).toHaveBeenCalledTimes(1);
  expect(kept.prepare('INSERT INTO number VALUES (?)').run([7]).changes).toBe(1);
  expect(ask(4)).toEqual([{ n: 7 }]);
});

test('while rows are walked the same question can be asked, and walked again', () => {
  const kept = keepingStatements(connection);
  const sql = 'SELECT n FROM number ORDER BY n';
  const seen: unknown[] = [];
  for (const row of kept.prepare(sql).iterate([])) {
    seen.push(row, kept.prepare(sql).all([]).length, [...kept.prepare(sql).iterate([])].length);
  }
  expect(seen).toEqual([{ n: 1 }, 3, 3, { n: 2 }, 3, 3, { n: 3 }, 3, 3]);
});

test('a question follows the schema as it changes', () => {
  const kept = keepingStatements(connection);
  const all = (): unknown[] => kept.prepare('SELECT * FROM number WHERE n = 1').all([]);
  expect(all()).toEqual([{ n: 1 }]);
  connection.exec("ALTER TABLE number ADD COLUMN word TEXT NOT NULL DEFAULT ''");
  expect(all()).toEqual([{ n: 1, word: '' }]);
});

test('of endlessly many questions the latest are kept', () => {
  const prepare = vi.spyOn(connection, 'prepare');
  const kept = keepingStatements(connection);
  const ask = (question: number): unknown => kept.prepare(`SELECT ${question} AS n`).all([]);
  for (let question = 0; question < 2_000; question += 1) {
    ask(question);
    ask(-1);
  }
  expect(prepare).toHaveBeenCalledTimes(2_001);
  ask(1_999);
  expect(prepare).toHaveBeenCalledTimes(2_001);
  ask(0);
  expect(prepare).toHaveBeenCalledTimes(2_002);
});
