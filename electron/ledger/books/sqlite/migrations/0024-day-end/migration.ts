import type { Migration } from '../migration.ts';

/** Tills that clerks close, and the ends of business days with their reports (docs/rules.md 9). */
export const dayEnd: Migration = {
  name: '0024-day-end',
  up: `
    -- What a clerk did on a business day.
    CREATE INDEX audit_of_day ON audit (business_date, actor);

    CREATE TABLE till_closing (
      id INTEGER PRIMARY KEY,
      clerk_code TEXT NOT NULL REFERENCES clerk (code),
      business_date TEXT NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      expected_fen INTEGER NOT NULL CHECK (expected_fen >= 0),
      counted_fen INTEGER NOT NULL CHECK (counted_fen >= 0),
      reason TEXT,
      closed_by TEXT NOT NULL REFERENCES clerk (code),
      counter TEXT NOT NULL,
      closed_at INTEGER NOT NULL,
      -- Counts what stands on record before it.
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
      UNIQUE (clerk_code, business_date, number),
      CHECK (reason IS NOT NULL OR (counted_fen = expected_fen AND closed_by = clerk_code))
    ) STRICT;
    CREATE INDEX till_closing_of_day ON till_closing (business_date);

    CREATE TABLE till_count (
      closing_id INTEGER NOT NULL REFERENCES till_closing (id),
      name TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused')),
      counted INTEGER NOT NULL CHECK (counted > 0),
      PRIMARY KEY (closing_id, name, outcome)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE till_fee (
      closing_id INTEGER NOT NULL REFERENCES till_closing (id),
      fee_class TEXT NOT NULL,
      counted INTEGER NOT NULL CHECK (counted > 0),
      amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
      PRIMARY KEY (closing_id, fee_class)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE day_end (
      business_date TEXT PRIMARY KEY,
      next_date TEXT NOT NULL CHECK (next_date > business_date),
      number TEXT NOT NULL UNIQUE,
      content_sealed BLOB NOT NULL,
      digest TEXT NOT NULL,
      closed_by TEXT NOT NULL,
      second TEXT,
      closed_at INTEGER NOT NULL,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID;
    ${['till_closing', 'till_count', 'till_fee', 'day_end'].map(kept).join('')}
  `,
};

/** What was closed stays as it was. */
function kept(table: string): string {
  return `
    CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
    CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;
}
