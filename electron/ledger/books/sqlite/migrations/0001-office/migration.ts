import type { Migration } from '../migration.ts';

/** The office itself: who works there, what it has set, and the chained record of everything anyone did. */
export const office: Migration = {
  name: '0001-office',
  up: `
    CREATE TABLE office (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      office_id TEXT NOT NULL,
      code TEXT NOT NULL CHECK (code GLOB '[0-9][0-9][0-9][0-9]'),
      name TEXT NOT NULL,
      time_zone TEXT NOT NULL,
      opening_date TEXT NOT NULL,
      business_date TEXT NOT NULL,
      demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
      made_at INTEGER NOT NULL
    ) STRICT;

    CREATE TRIGGER office_day_moves_forward BEFORE UPDATE OF business_date ON office
      WHEN new.business_date <= old.business_date
      BEGIN SELECT RAISE(ABORT, 'the business date only moves forward'); END;
    CREATE TRIGGER office_stays BEFORE DELETE ON office
      BEGIN SELECT RAISE(ABORT, 'the office row is never deleted'); END;

    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      actor TEXT NOT NULL,
      second TEXT,
      visit_id TEXT,
      verb TEXT NOT NULL,
      subject TEXT,
      outcome TEXT NOT NULL,
      details TEXT NOT NULL,
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;

    CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;
    CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;

    -- The anchored head: a chain cut short at its end no longer meets it.
    CREATE TABLE audit_head (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      seq INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;

    CREATE TABLE clerk (
      code TEXT PRIMARY KEY CHECK (code GLOB '[0-9][0-9][0-9][0-9]'),
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor', 'administrator')),
      password_hash TEXT NOT NULL,
      failed_attempts INTEGER NOT NULL DEFAULT 0,
      locked_at INTEGER,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID;

    -- When a pair of ID and card did not belong together, by whom it was tried (docs/rules.md 2).
    CREATE TABLE mismatch (
      id INTEGER PRIMARY KEY,
      clerk_code TEXT NOT NULL REFERENCES clerk (code),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX mismatch_of_clerk ON mismatch (clerk_code, at);

    CREATE TABLE setting (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE session (
      token_hash TEXT PRIMARY KEY,
      clerk_code TEXT NOT NULL REFERENCES clerk (code),
      counter TEXT NOT NULL,
      opened_at INTEGER NOT NULL,
      last_used_at INTEGER NOT NULL,
      locked_at INTEGER,
      ended_at INTEGER
    ) STRICT, WITHOUT ROWID;

    -- A command answered once is answered the same again (docs/ledger.md 2). The reply is sealed: it may show a number.
    CREATE TABLE operation (
      id TEXT PRIMARY KEY,
      verb TEXT NOT NULL,
      input_hash TEXT NOT NULL,
      reply BLOB NOT NULL,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE approval (
      id INTEGER PRIMARY KEY,
      verb TEXT NOT NULL,
      subject TEXT NOT NULL,
      requested_by TEXT NOT NULL,
      requested_at INTEGER NOT NULL,
      decided_by TEXT NOT NULL,
      decided_at INTEGER NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('approved', 'refused')),
      reason TEXT,
      CHECK (requested_by <> decided_by),
      CHECK (outcome = 'approved' OR reason IS NOT NULL)
    ) STRICT;
    CREATE TRIGGER approval_no_update BEFORE UPDATE ON approval
      BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
    CREATE TRIGGER approval_no_delete BEFORE DELETE ON approval
      BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
  `,
};
