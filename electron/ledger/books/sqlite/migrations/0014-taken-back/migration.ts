import type { Migration } from '../migration.ts';

/**
 * A report that was entered by mistake is taken back, and what it had changed is as it was before (docs/rules.md 3). For that a
 * report remembers which one it superseded, and how the PIN stood that it made void; both are null in reports from before
 * this version. Tables that say which states there are cannot be changed in place, so both are made again.
 */
export const takenBack: Migration = {
  name: '0014-taken-back',
  up: `
    -- Other tables point to reports, which are gone for a moment within this transaction.
    PRAGMA defer_foreign_keys = ON;

    CREATE TEMP TABLE loss_report_kept AS SELECT * FROM loss_report;
    DROP TABLE loss_report;
    CREATE TABLE loss_report (
      number TEXT PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES account (id),
      card_id INTEGER NOT NULL REFERENCES card (id),
      object TEXT NOT NULL CHECK (object IN ('card', 'password', 'both')),
      kind TEXT NOT NULL CHECK (kind IN ('oral', 'formal')),
      channel TEXT NOT NULL CHECK (channel IN ('counter', 'telephone')),
      -- The office's own day and wall clock at the report.
      reported_on TEXT NOT NULL,
      reported_at TEXT NOT NULL,
      card_state TEXT
        CHECK (card_state IN ('oral', 'formal', 'lapsed', 'superseded', 'cancelled', 'reissued', 'taken-back')),
      password_state TEXT CHECK (password_state IN ('void', 'renewed', 'taken-back')),
      lapses_on TEXT,
      reissue_from TEXT,
      renew_from TEXT,
      renewal_authorised_on TEXT,
      renewal_authorised_by TEXT,
      new_card_id INTEGER REFERENCES card (id),
      fee_class TEXT CHECK (fee_class IN ('standard', 'reduced', 'exempt')),
      fee_fen INTEGER CHECK (fee_fen >= 0),
      second_reference TEXT,
      contact_sealed BLOB NOT NULL,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
      missed_since TEXT,
      supersedes TEXT REFERENCES loss_report (number),
      pin_before TEXT CHECK (pin_before IN ('set', 'locked')),
      CHECK ((object = 'password') = (card_state IS NULL)),
      CHECK ((object = 'card') = (password_state IS NULL)),
      CHECK ((card_state = 'reissued') = (new_card_id IS NOT NULL)),
      CHECK ((new_card_id IS NULL) = (fee_fen IS NULL)),
      CHECK (pin_before IS NULL OR object <> 'card')
    ) STRICT, WITHOUT ROWID;
    INSERT INTO loss_report SELECT *, NULL, NULL FROM loss_report_kept;
    DROP TABLE loss_report_kept;
    CREATE INDEX loss_report_of_account ON loss_report (account_id);
    CREATE UNIQUE INDEX one_open_card_loss ON loss_report (account_id) WHERE card_state IN ('oral', 'formal');
    CREATE UNIQUE INDEX one_open_password_loss ON loss_report (account_id) WHERE password_state = 'void';
    CREATE INDEX loss_report_oral ON loss_report (lapses_on) WHERE card_state = 'oral';
    CREATE INDEX loss_report_formal ON loss_report (reissue_from) WHERE card_state = 'formal';
    CREATE INDEX loss_report_void ON loss_report (renew_from) WHERE password_state = 'void';
    CREATE TRIGGER loss_report_stays BEFORE DELETE ON loss_report
      BEGIN SELECT RAISE(ABORT, 'loss reports are never deleted'); END;

    CREATE TABLE loss_event_new (
      number TEXT NOT NULL REFERENCES loss_report (number),
      seq INTEGER NOT NULL,
      at TEXT NOT NULL,
      event TEXT NOT NULL CHECK (event IN ('reported', 'confirmed', 'password-void', 'superseded', 'lapsed',
        'cancelled', 'reissued', 'password-renewed', 'reference-added', 'reference-corrected', 'taken-back',
        'reinstated')),
      clerk TEXT NOT NULL,
      second TEXT,
      note TEXT,
      PRIMARY KEY (number, seq)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO loss_event_new SELECT * FROM loss_event;
    DROP TABLE loss_event;
    ALTER TABLE loss_event_new RENAME TO loss_event;
    CREATE TRIGGER loss_event_no_update BEFORE UPDATE ON loss_event
      BEGIN SELECT RAISE(ABORT, 'a timeline is append-only'); END;
    CREATE TRIGGER loss_event_no_delete BEFORE DELETE ON loss_event
      BEGIN SELECT RAISE(ABORT, 'a timeline is append-only'); END;
  `,
};
