import type { Migration } from '../migration.ts';

/** When payments at an institution, or at one of its terminals, are not taken: from a moment on, until it is taken up again (docs/rules.md 1). */
export const designationStops: Migration = {
  name: '0027-designation-stops',
  up: `
    CREATE TABLE designation_stop (
      institution_code TEXT NOT NULL REFERENCES institution (code),
      -- Empty for the institution as a whole.
      terminal TEXT NOT NULL,
      -- On the office's clock, YYYY-MM-DD HH:MM:SS.
      stopped_from TEXT NOT NULL,
      stopped_until TEXT CHECK (stopped_until >= stopped_from),
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (institution_code, terminal, stopped_from)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX one_stop_at_a_time ON designation_stop (institution_code, terminal) WHERE stopped_until IS NULL;
    CREATE TRIGGER designation_stop_ends_once BEFORE UPDATE ON designation_stop
      WHEN OLD.stopped_until IS NOT NULL OR NEW.institution_code <> OLD.institution_code OR NEW.terminal <> OLD.terminal
        OR NEW.stopped_from <> OLD.stopped_from
      BEGIN SELECT RAISE(ABORT, 'a stop is only ever ended, and once'); END;
    CREATE TRIGGER designation_stop_no_delete BEFORE DELETE ON designation_stop
      BEGIN SELECT RAISE(ABORT, 'stops stay on record'); END;
  `,
};
