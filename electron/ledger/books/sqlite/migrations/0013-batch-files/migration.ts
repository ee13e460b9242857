import type { Migration } from '../migration.ts';

/** A posted file stays with its batch, so that its answer can be given again. */
export const batchFiles: Migration = {
  name: '0013-batch-files',
  up: `
    CREATE TABLE batch_file (
      batch_id INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
      piece INTEGER NOT NULL CHECK (piece >= 1),
      -- The bytes as they were received, packed and sealed: they name people.
      content_sealed BLOB NOT NULL,
      UNIQUE (batch_id, piece)
    ) STRICT;
    CREATE TRIGGER batch_file_no_update BEFORE UPDATE ON batch_file
      BEGIN SELECT RAISE(ABORT, 'posted files are append-only'); END;
    CREATE TRIGGER batch_file_no_delete BEFORE DELETE ON batch_file
      BEGIN SELECT RAISE(ABORT, 'posted files are append-only'); END;
  `,
};
