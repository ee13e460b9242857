import type { Migration } from '../migration.ts';

/**
 * A month-end file is posted in steps (docs/ledger.md 12): its batch stands from the second person's word on, and says
 * itself how far its posting is. File and refusals of the check are kept before that word, piece by piece, so that the
 * word is one short transaction; pieces of a batch that was never begun can be taken away again.
 */
export const postingInSteps: Migration = {
  name: '0019-posting-in-steps',
  up: `
    -- Each step is balanced by a control line of its own.
    CREATE TABLE control_line_new (
      posting_id INTEGER NOT NULL REFERENCES posting (id),
      control TEXT NOT NULL REFERENCES control_account (code),
      step INTEGER NOT NULL CHECK (step >= 1),
      amount_fen INTEGER NOT NULL,
      PRIMARY KEY (posting_id, control, step)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO control_line_new SELECT posting_id, control, 1, amount_fen FROM control_line;
    DROP TABLE control_line;
    ALTER TABLE control_line_new RENAME TO control_line;
    CREATE TRIGGER control_line_no_update BEFORE UPDATE ON control_line
      BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;
    CREATE TRIGGER control_line_no_delete BEFORE DELETE ON control_line
      BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;

    ALTER TABLE batch ADD COLUMN state TEXT NOT NULL DEFAULT 'posted' CHECK (state IN ('posting', 'posted'));
    -- The record of the posting's end; null while it goes on, and in files from before this version.
    ALTER TABLE batch ADD COLUMN ended_seq INTEGER;
    DROP TRIGGER batch_no_update;
    CREATE TRIGGER batch_no_update BEFORE UPDATE ON batch
      WHEN OLD.state = 'posted' OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.number <> OLD.number
        OR NEW.posting_id <> OLD.posting_id OR NEW.file_sha256 <> OLD.file_sha256 OR NEW.audit_seq <> OLD.audit_seq
        OR NEW.accepted < OLD.accepted OR NEW.rejected < OLD.rejected
      BEGIN SELECT RAISE(ABORT, 'posted files are append-only'); END;

    CREATE TABLE batch_file_new (
      batch_id INTEGER NOT NULL,
      piece INTEGER NOT NULL CHECK (piece >= 1),
      content_sealed BLOB NOT NULL,
      UNIQUE (batch_id, piece)
    ) STRICT;
    INSERT INTO batch_file_new SELECT batch_id, piece, content_sealed FROM batch_file ORDER BY batch_id, piece;
    DROP TABLE batch_file;
    ALTER TABLE batch_file_new RENAME TO batch_file;
    CREATE TRIGGER batch_file_no_update BEFORE UPDATE ON batch_file
      BEGIN SELECT RAISE(ABORT, 'posted files are append-only'); END;
    CREATE TRIGGER batch_file_no_delete BEFORE DELETE ON batch_file
      WHEN EXISTS (SELECT 1 FROM batch WHERE id = OLD.batch_id)
      BEGIN SELECT RAISE(ABORT, 'posted files are append-only'); END;

    -- What the check refused, some lines to a piece; gone when the file is posted.
    CREATE TABLE checked_refusals (
      batch_id INTEGER NOT NULL,
      piece INTEGER NOT NULL CHECK (piece >= 1),
      lines_sealed BLOB NOT NULL,
      UNIQUE (batch_id, piece)
    ) STRICT;
    CREATE TRIGGER checked_refusals_no_update BEFORE UPDATE ON checked_refusals
      BEGIN SELECT RAISE(ABORT, 'what a second person agreed to is not changed'); END;
    CREATE TRIGGER checked_refusals_no_delete BEFORE DELETE ON checked_refusals
      WHEN EXISTS (SELECT 1 FROM file_posting WHERE batch_id = OLD.batch_id)
      BEGIN SELECT RAISE(ABORT, 'what a second person agreed to is not taken away'); END;

    -- A file that is being posted; gone when it is posted.
    CREATE TABLE file_posting (
      batch_id INTEGER PRIMARY KEY REFERENCES batch (id),
      lines INTEGER NOT NULL,
      -- The refusals of the check are written out first; then the lines are posted.
      phase TEXT NOT NULL CHECK (phase IN ('refusals', 'lines')),
      steps INTEGER NOT NULL CHECK (steps >= 0),
      -- The last line that is settled: of an allocation in the order of accounts, of a settlement in that of the file.
      account_done INTEGER NOT NULL,
      ordinal_done INTEGER NOT NULL,
      -- Of an allocation, as it stood when the file was checked.
      ceiling_fen INTEGER,
      -- JSON: what the file declares, its sum, what was noted and warned of.
      figures TEXT NOT NULL,
      -- Whose answer the outcome is; null for the command line.
      operation_id TEXT,
      operation_verb TEXT,
      operation_hash TEXT,
      operation_owner TEXT,
      CHECK ((operation_id IS NULL) = (operation_hash IS NULL)),
      CHECK ((operation_id IS NULL) = (operation_verb IS NULL))
    ) STRICT;
    CREATE TRIGGER file_posting_goes_forward BEFORE UPDATE ON file_posting
      WHEN NEW.batch_id <> OLD.batch_id OR NEW.lines <> OLD.lines OR NEW.steps <= OLD.steps
        OR (NEW.account_done, NEW.ordinal_done) < (OLD.account_done, OLD.ordinal_done)
        OR (OLD.phase = 'lines' AND NEW.phase <> 'lines')
      BEGIN SELECT RAISE(ABORT, 'a posting only goes forward'); END;
    CREATE TRIGGER file_posting_ends_posted BEFORE DELETE ON file_posting
      WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) <> 'posted'
      BEGIN SELECT RAISE(ABORT, 'a posting goes on to its end'); END;

    -- Whose card, name, number or account is another one since: lines of a file that was checked before are looked at again.
    CREATE TABLE payee_change (
      id INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER card_changes_payee AFTER UPDATE OF status, payee_index, account_id ON card
      WHEN NEW.status <> OLD.status OR NEW.payee_index <> OLD.payee_index OR NEW.account_id <> OLD.account_id
      BEGIN INSERT INTO payee_change (account_id) VALUES (OLD.account_id); END;
    CREATE TRIGGER account_changes_payee AFTER UPDATE OF status ON account WHEN NEW.status <> OLD.status
      BEGIN INSERT INTO payee_change (account_id) VALUES (OLD.id); END;
  `,
};
