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

/** At the write of this number, counted from 1; what only reads is not counted. `restore` takes it back where it never comes. */
export function failWrite(number: number): { readonly restore: () => void } {
  const watched: Watched = { left: number, writing: new WeakSet(), restore: () => undefined };
  watch(watched);
  return { restore: () => watched.restore() };
}

interface Watched {
  left: number;
  readonly writing: WeakSet<Database.Database>;
  restore: () => void;
}

function watch(watched: Watched): void {
  const { writing } = watched;
  const spy = vi.spyOn(Database.prototype, 'exec').mockImplementation(function (this: Database.Database, sql: string) {
    spy.mockRestore();
    if (sql.startsWith('BEGIN')) writing[sql === 'BEGIN IMMEDIATE' ? 'add' : 'delete'](this);
    if (sql === 'COMMIT' && writing.has(this)) watched.left -= 1;
    if (watched.left === 0) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
    this.exec(sql);
    watch(watched);
    return this;
  });
  watched.restore = () => spy.mockRestore();
}
