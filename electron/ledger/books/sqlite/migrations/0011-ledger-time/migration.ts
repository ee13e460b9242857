import type { Migration } from '../migration.ts';

/** The time of the last commit: the ledger never works with an earlier one (ledger-clock.ts). */
export const ledgerTime: Migration = {
  name: '0011-ledger-time',
  up: `
    CREATE TABLE ledger_time (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      -- UTC milliseconds of the last commit.
      at INTEGER NOT NULL,
      -- Records after this one run forward in time; nobody saw to that before.
      kept_after_seq INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER ledger_time_stays BEFORE DELETE ON ledger_time
      BEGIN SELECT RAISE(ABORT, 'the time of the last commit is never deleted'); END;
  `,
};
