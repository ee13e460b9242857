import type { Migration } from '../migration.ts';

/** The counters of an office that has a server, and the one-time codes with which they join. */
export const counters: Migration = {
  name: '0018-counters',
  up: `
    -- A counter is never deleted: one that is shut out is revoked, and its number is not given again.
    CREATE TABLE office_counter (
      number TEXT PRIMARY KEY CHECK (number GLOB '[0-9][0-9]'),
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('counter', 'supervisor-desk')),
      state TEXT NOT NULL CHECK (state IN ('expected', 'joined', 'revoked')),
      serial TEXT UNIQUE,
      certificate TEXT,
      certificate_ends_at INTEGER,
      -- A renewed certificate that has not been used yet: until then the one before serves, as its answer may be lost.
      next_serial TEXT UNIQUE,
      next_certificate TEXT,
      next_ends_at INTEGER,
      joined_at INTEGER,
      last_seen_at INTEGER,
      audit_seq INTEGER NOT NULL,
      CHECK (state <> 'joined' OR serial IS NOT NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER office_counter_stays BEFORE DELETE ON office_counter
      BEGIN SELECT RAISE(ABORT, 'counters are revoked, never deleted'); END;
    CREATE TRIGGER office_counter_stays_revoked BEFORE UPDATE OF state ON office_counter
      WHEN OLD.state = 'revoked' AND NEW.state <> 'revoked'
      BEGIN SELECT RAISE(ABORT, 'a revoked counter does not come back'); END;

    -- The code itself is not kept: it is made from the office's key and the salt.
    CREATE TABLE enrolment_code (
      number TEXT PRIMARY KEY REFERENCES office_counter (number),
      salt TEXT NOT NULL,
      expires_at INTEGER NOT NULL,
      tries INTEGER NOT NULL CHECK (tries >= 0),
      used_for TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE office_server (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      address TEXT NOT NULL,
      fingerprint TEXT NOT NULL
    ) STRICT;
  `,
};
