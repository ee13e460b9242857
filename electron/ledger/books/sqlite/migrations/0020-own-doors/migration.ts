import type { Migration } from '../migration.ts';

/** Sessions of the doors through which holders come themselves: the web and the telephone (docs/rules.md 7 and 8). */
export const ownDoors: Migration = {
  name: '0020-own-doors',
  up: `
    -- Like a clerk's, known by a blind index of its token alone, and never found at another door than its own.
    CREATE TABLE holder_session (
      token_hash TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('login', 'report', 'follow-up', 'call')),
      account_id INTEGER NOT NULL REFERENCES account (id),
      -- The one report that a session by code is about.
      loss_number TEXT REFERENCES loss_report (number),
      opened_at INTEGER NOT NULL,
      last_used_at INTEGER NOT NULL,
      ends_at INTEGER NOT NULL,
      ended_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX holder_session_open ON holder_session (account_id) WHERE ended_at IS NULL;
  `,
};
