import type { Migration } from '../migration.ts';

/** What the anchor outside the database is compared with: the number and time of the last commit, and the lineage. */
export const anchor: Migration = {
  name: '0008-anchor',
  up: `
    ALTER TABLE audit_head ADD COLUMN commits INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE audit_head ADD COLUMN committed_at INTEGER NOT NULL DEFAULT 0;

    -- Books that were restored, or opened behind their anchor by two persons, go on under an id of their own.
    CREATE TABLE lineage (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      begun_at INTEGER NOT NULL,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TRIGGER lineage_no_update BEFORE UPDATE ON lineage
      BEGIN SELECT RAISE(ABORT, 'a lineage is never changed'); END;
    CREATE TRIGGER lineage_no_delete BEFORE DELETE ON lineage
      BEGIN SELECT RAISE(ABORT, 'a lineage is never deleted'); END;
  `,
};
