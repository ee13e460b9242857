/**
 * SQL is prepared once and kept: a command asks the books a dozen small questions, and preparing them took longer than
 * answering them. Kysely writes the same text for the same question; values are bound and never part of it.
 */
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type { Connection } from './connection.ts';

/** More than the program has kinds of questions; the one asked longest ago makes room. */
const KEPT = 500;

type Preparing = Pick<Connection, 'close'> & { prepare(sql: string): SqliteStatement };

export function keepingStatements(connection: Preparing): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => connection.close(),
    prepare(sql) {
      const statement = kept.get(sql) ?? connection.prepare(sql);
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(parameters),
        run: (parameters) => statement.run(parameters),
        // While its rows are walked a statement answers nothing else, so a walk has one of its own.
        iterate: (parameters) => connection.prepare(sql).iterate(parameters),
      };
    },
  };
}
