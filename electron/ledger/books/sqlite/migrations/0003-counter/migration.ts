import type { Migration } from '../migration.ts';

/** The counter: visits, the documents handed out in them, and what still waits to be printed. */
export const counter: Migration = {
  name: '0003-counter',
  up: `
    CREATE TABLE visit (
      id TEXT PRIMARY KEY,
      clerk_code TEXT NOT NULL REFERENCES clerk (code),
      session_hash TEXT NOT NULL,
      account_id INTEGER NOT NULL REFERENCES account (id),
      card_id INTEGER NOT NULL REFERENCES card (id),
      opened_at INTEGER NOT NULL,
      last_active_at INTEGER NOT NULL,
      ended_at INTEGER,
      end_reason TEXT CHECK (end_reason IN ('finished', 'idle', 'signed-out', 'replaced')),
      network_check TEXT NOT NULL
        CHECK (network_check IN ('match-photo', 'match-no-photo', 'name-differs', 'number-unknown')),
      -- Secondary document and agent, sealed as JSON; null when there is none.
      secondary_document_sealed BLOB,
      agent_sealed BLOB,
      CHECK ((ended_at IS NULL) = (end_reason IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX one_open_visit ON visit (session_hash) WHERE ended_at IS NULL;

    CREATE TABLE document (
      number TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      visit_id TEXT NOT NULL REFERENCES visit (id),
      account_id INTEGER NOT NULL REFERENCES account (id),
      card_id INTEGER NOT NULL REFERENCES card (id),
      clerk_code TEXT NOT NULL,
      business_date TEXT NOT NULL,
      prepared_at INTEGER NOT NULL,
      issued_at INTEGER,
      -- Everything the paper says, packed and sealed: a reprint says the same whatever was renamed since.
      content_sealed BLOB NOT NULL,
      -- SHA-256 over everything the paper says; the verification code is keyed over it.
      digest TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX one_draft_a_visit ON document (visit_id, kind) WHERE issued_at IS NULL;
    CREATE TRIGGER document_final BEFORE UPDATE ON document WHEN old.issued_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'an issued document is final'); END;
    CREATE TRIGGER document_stays BEFORE DELETE ON document
      BEGIN SELECT RAISE(ABORT, 'documents are never deleted'); END;

    CREATE TABLE document_number (
      business_date TEXT PRIMARY KEY,
      last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE print_job (
      id TEXT PRIMARY KEY,
      document_number TEXT NOT NULL REFERENCES document (number),
      copy INTEGER NOT NULL CHECK (copy >= 1),
      state TEXT NOT NULL CHECK (state IN ('queued', 'printed', 'cancelled')),
      queued_at INTEGER NOT NULL,
      settled_at INTEGER,
      clerk_code TEXT NOT NULL,
      printer TEXT,
      failure TEXT,
      -- The previewed bytes, kept only until they are on paper.
      pdf BLOB,
      UNIQUE (document_number, copy)
    ) STRICT, WITHOUT ROWID;

    -- Which entries a holder has on paper; the print gate counts the others (docs/rules.md 1).
    CREATE TABLE printed_range (
      account_id INTEGER NOT NULL REFERENCES account (id),
      from_seq INTEGER NOT NULL,
      to_seq INTEGER NOT NULL CHECK (to_seq >= from_seq),
      document_number TEXT NOT NULL REFERENCES document (number),
      PRIMARY KEY (account_id, from_seq, document_number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER printed_range_no_update BEFORE UPDATE ON printed_range
      BEGIN SELECT RAISE(ABORT, 'what was printed stays printed'); END;
    CREATE TRIGGER printed_range_no_delete BEFORE DELETE ON printed_range
      BEGIN SELECT RAISE(ABORT, 'what was printed stays printed'); END;
  `,
};
