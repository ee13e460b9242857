import type { Migration } from '../migration.ts';

/** What docs/rules.md 5 asks of clerks and their passwords, and the tries that are counted before they are judged. */
export const clerks: Migration = {
  name: '0010-clerks',
  up: `
    -- A clerk is never deleted: one who has left is disabled.
    ALTER TABLE clerk ADD COLUMN disabled_at INTEGER;
    ALTER TABLE clerk ADD COLUMN password_set_at INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE clerk ADD COLUMN one_time INTEGER NOT NULL DEFAULT 0 CHECK (one_time IN (0, 1));
    -- The age of older passwords is not known: it counts from the day these books learn of it.
    UPDATE clerk SET password_set_at = CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER);
    -- A lock by wrong passwords had no end before this version; failed_attempts is not used any more.
    UPDATE clerk SET locked_at = NULL WHERE failed_attempts >= 5;
    CREATE TRIGGER clerk_stays BEFORE DELETE ON clerk
      BEGIN SELECT RAISE(ABORT, 'clerks are disabled, never deleted'); END;

    -- Hashes of the passwords a clerk had before the present one.
    CREATE TABLE password_history (
      id INTEGER PRIMARY KEY,
      clerk_code TEXT NOT NULL REFERENCES clerk (code),
      password_hash TEXT NOT NULL,
      replaced_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX password_history_of_clerk ON password_history (clerk_code, id);
    CREATE TRIGGER password_history_no_update BEFORE UPDATE ON password_history
      BEGIN SELECT RAISE(ABORT, 'the history of passwords is append-only'); END;
    CREATE TRIGGER password_history_no_delete BEFORE DELETE ON password_history
      BEGIN SELECT RAISE(ABORT, 'the history of passwords is append-only'); END;

    -- Tries at a password, counted before they are judged, by whose it is said to be and where it was typed. The owner is
    -- a blind index, so that a code nobody has is counted like any other.
    CREATE TABLE password_try (
      owner TEXT NOT NULL,
      counter TEXT NOT NULL,
      tries INTEGER NOT NULL CHECK (tries >= 1),
      next_at INTEGER NOT NULL,
      locked_until INTEGER,
      PRIMARY KEY (owner, counter)
    ) STRICT, WITHOUT ROWID;
  `,
};
