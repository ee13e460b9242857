/** The port's prepared SQL on a connection (books/prepared.ts): the driver's own statements, nothing around them. */
import type { Change, EngineCheck, Question, Transacting } from '../prepared.ts';
import type { Connection } from './connection.ts';

export function statementsOf(connection: Connection): Transacting {
  return {
    rows<Values extends unknown[], Row>(sql: string): Question<Values, Row> {
      return connection.prepare<unknown[], Row>(sql);
    },
    values<Values extends unknown[], Value>(sql: string): Question<Values, Value> {
      return connection.prepare<unknown[], Value>(sql).pluck();
    },
    change<Values extends unknown[]>(sql: string): Change<Values> {
      return connection.prepare(sql);
    },
    script(sql) {
      connection.exec(sql);
    },
    rollBack() {
      if (connection.inTransaction) connection.exec('ROLLBACK');
    },
  };
}

export function engineCheckOf(connection: Connection): EngineCheck {
  return {
    pages: () => Number(connection.pragma('page_count', { simple: true })),
    fault() {
      const verdict = String(connection.pragma('integrity_check(5)', { simple: true }));
      const orphans = connection.prepare('SELECT * FROM pragma_foreign_key_check LIMIT 5').all();
      if (verdict !== 'ok') return verdict;
      return orphans.length === 0 ? null : 'a row points to nothing';
    },
  };
}
