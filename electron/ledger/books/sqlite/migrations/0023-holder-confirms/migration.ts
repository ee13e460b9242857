import type { Migration } from '../migration.ts';

/**
 * A contact confirmed by the holder at their own window has no second person (docs/rules.md 2), and a correction of an entry
 * knows its original (docs/rules.md 1).
 */
export const holderConfirms: Migration = {
  name: '0023-holder-confirms',
  up: `
    CREATE TABLE holder_change_new (
      id INTEGER PRIMARY KEY,
      holder_id INTEGER NOT NULL REFERENCES holder (id),
      kind TEXT NOT NULL CHECK (kind IN ('register', 'contact', 'correction')),
      changed_at INTEGER NOT NULL,
      changed_on TEXT NOT NULL,
      -- Old and new values as JSON, and the document seen.
      values_sealed BLOB NOT NULL,
      document_sealed BLOB,
      old_id_number_index TEXT,
      -- Of a contact null where the holder confirmed it at their own window.
      second TEXT,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
      CHECK ((kind = 'correction') = (document_sealed IS NOT NULL)),
      CHECK (kind <> 'correction' OR second IS NOT NULL)
    ) STRICT;
    INSERT INTO holder_change_new SELECT * FROM holder_change;
    DROP TABLE holder_change;
    ALTER TABLE holder_change_new RENAME TO holder_change;
    CREATE INDEX holder_change_of_holder ON holder_change (holder_id);
    CREATE INDEX holder_change_of_number ON holder_change (old_id_number_index) WHERE old_id_number_index IS NOT NULL;
    CREATE INDEX holder_change_of_record ON holder_change (audit_seq);
    CREATE TRIGGER holder_change_no_update BEFORE UPDATE ON holder_change
      BEGIN SELECT RAISE(ABORT, 'the record of holders is append-only'); END;
    CREATE TRIGGER holder_change_no_delete BEFORE DELETE ON holder_change
      BEGIN SELECT RAISE(ABORT, 'the record of holders is append-only'); END;

    -- The opposite of one entry, once, and never of a correction.
    CREATE TABLE correction (
      account_id INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      original_seq INTEGER NOT NULL,
      posting_id INTEGER NOT NULL UNIQUE REFERENCES posting (id),
      reason TEXT NOT NULL,
      clerk TEXT NOT NULL,
      second TEXT NOT NULL CHECK (second <> clerk),
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (account_id, seq),
      UNIQUE (account_id, original_seq),
      CHECK (original_seq < seq),
      FOREIGN KEY (account_id, seq) REFERENCES entry (account_id, seq),
      FOREIGN KEY (account_id, original_seq) REFERENCES entry (account_id, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER correction_no_update BEFORE UPDATE ON correction
      BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
    CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction
      BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;
  `,
};
