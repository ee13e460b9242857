/** The disk is full at the very commit: what SQLite says then, once. */
import Database from 'better-sqlite3';
import { vi } from 'vitest';

export function failNextCommit(): void {
  const spy = vi.spyOn(Database.prototype, 'exec').mockImplementation(function (this: Database.Database, sql: string) {
    spy.mockRestore();
    if (sql === 'COMMIT') throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
    this.exec(sql);
    failNextCommit();
    return this;
  });
}
