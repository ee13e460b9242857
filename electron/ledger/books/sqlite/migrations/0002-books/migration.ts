import type { Migration } from '../migration.ts';

/** The books: holders, accounts, cards, institutions, and the double-entry ledger with the files posted into it. */
export const books: Migration = {
  name: '0002-books',
  up: `
    CREATE TABLE institution (
      code TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      type TEXT NOT NULL CHECK (type IN ('hospital', 'pharmacy')),
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE terminal (
      institution_code TEXT NOT NULL REFERENCES institution (code),
      number TEXT NOT NULL,
      PRIMARY KEY (institution_code, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE holder (
      id INTEGER PRIMARY KEY,
      id_number_sealed BLOB NOT NULL,
      id_number_index TEXT NOT NULL UNIQUE,
      name_sealed BLOB NOT NULL,
      phone_sealed BLOB NOT NULL,
      employer TEXT NOT NULL,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;

    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      holder_id INTEGER NOT NULL REFERENCES holder (id),
      opening_date TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
      balance_fen INTEGER NOT NULL DEFAULT 0 CHECK (balance_fen >= 0),
      last_seq INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE card (
      id INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES account (id),
      number_sealed BLOB NOT NULL,
      number_index TEXT NOT NULL UNIQUE,
      -- Blind index over card, ID number and name together: one look-up proves all three on an allocation line.
      payee_index TEXT NOT NULL,
      insurance_number_sealed BLOB NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('active', 'replaced')),
      issued_on TEXT NOT NULL,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE UNIQUE INDEX one_current_card ON card (account_id) WHERE status = 'active';
    -- Answers an allocation line without a look at the card. No two cards have one payee index: the number is in it.
    CREATE UNIQUE INDEX account_of_payee ON card (payee_index, status, account_id);

    CREATE TABLE posting (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('allocation', 'settlement', 'interest', 'correction')),
      business_date TEXT NOT NULL,
      reference TEXT NOT NULL,
      posted_at INTEGER NOT NULL,
      clerk TEXT NOT NULL,
      authorised_by TEXT,
      reverses INTEGER REFERENCES posting (id),
      UNIQUE (kind, reference)
    ) STRICT;

    CREATE TABLE control_account (
      code TEXT PRIMARY KEY,
      balance_fen INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    INSERT INTO control_account (code) VALUES
      ('fund-clearing'), ('institution-settlement'), ('interest'), ('corrections');

    CREATE TABLE control_line (
      posting_id INTEGER NOT NULL REFERENCES posting (id),
      control TEXT NOT NULL REFERENCES control_account (code),
      amount_fen INTEGER NOT NULL,
      PRIMARY KEY (posting_id, control)
    ) STRICT, WITHOUT ROWID;

    -- Holder lines, keyed so that one account's statement is one contiguous read.
    CREATE TABLE entry (
      account_id INTEGER NOT NULL REFERENCES account (id),
      seq INTEGER NOT NULL,
      posting_id INTEGER NOT NULL REFERENCES posting (id),
      business_date TEXT NOT NULL,
      kind TEXT NOT NULL
        CHECK (kind IN ('allocation', 'consumption', 'void', 'refund', 'interest', 'correction')),
      amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
      balance_fen INTEGER NOT NULL CHECK (balance_fen >= 0),
      reference TEXT NOT NULL,
      institution_code TEXT,
      terminal TEXT,
      category TEXT,
      occurred_at TEXT,
      narrative TEXT,
      PRIMARY KEY (account_id, seq)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('allocation', 'settlement')),
      number TEXT NOT NULL,
      posting_id INTEGER NOT NULL UNIQUE REFERENCES posting (id),
      file_sha256 TEXT NOT NULL,
      accepted INTEGER NOT NULL,
      rejected INTEGER NOT NULL,
      amount_fen INTEGER NOT NULL,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
      UNIQUE (kind, number)
    ) STRICT;

    CREATE TABLE rejected_line (
      batch_id INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
      -- Place among the lines of the file, from 1: in XML several may stand on one physical line.
      ordinal INTEGER NOT NULL,
      line INTEGER NOT NULL,
      external_id TEXT NOT NULL,
      reason TEXT NOT NULL,
      amount_text TEXT NOT NULL,
      -- Card number and name as the file gave them, sealed.
      payee_sealed BLOB NOT NULL,
      PRIMARY KEY (batch_id, ordinal)
    ) STRICT, WITHOUT ROWID;

    -- Every 流水号 ever received in a posted file, accepted or not: a reference counts once.
    CREATE TABLE settlement_line (
      reference TEXT PRIMARY KEY,
      batch_id INTEGER NOT NULL,
      line INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('consumption', 'void', 'refund')),
      reason TEXT,
      account_id INTEGER,
      seq INTEGER,
      amount_fen INTEGER,
      original TEXT,
      CHECK ((reason IS NULL) = (seq IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX settlement_line_of_original ON settlement_line (original)
      WHERE original IS NOT NULL AND reason IS NULL;

    CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting
      BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;
    CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting
      BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;
    CREATE TRIGGER control_line_no_update BEFORE UPDATE ON control_line
      BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;
    CREATE TRIGGER control_line_no_delete BEFORE DELETE ON control_line
      BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;
    CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
      BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
    CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
      BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
    CREATE TRIGGER batch_no_update BEFORE UPDATE ON batch
      BEGIN SELECT RAISE(ABORT, 'posted files are append-only'); END;
    CREATE TRIGGER batch_no_delete BEFORE DELETE ON batch
      BEGIN SELECT RAISE(ABORT, 'posted files are append-only'); END;
    CREATE TRIGGER rejected_line_no_update BEFORE UPDATE ON rejected_line
      BEGIN SELECT RAISE(ABORT, 'rejected lines are append-only'); END;
    CREATE TRIGGER rejected_line_no_delete BEFORE DELETE ON rejected_line
      BEGIN SELECT RAISE(ABORT, 'rejected lines are append-only'); END;
    CREATE TRIGGER settlement_line_no_update BEFORE UPDATE ON settlement_line
      BEGIN SELECT RAISE(ABORT, 'settlement lines are append-only'); END;
    CREATE TRIGGER settlement_line_no_delete BEFORE DELETE ON settlement_line
      BEGIN SELECT RAISE(ABORT, 'settlement lines are append-only'); END;
    CREATE TRIGGER account_stays BEFORE DELETE ON account
      BEGIN SELECT RAISE(ABORT, 'accounts are never deleted'); END;
    CREATE TRIGGER card_stays BEFORE DELETE ON card
      BEGIN SELECT RAISE(ABORT, 'cards are never deleted'); END;
  `,
};
