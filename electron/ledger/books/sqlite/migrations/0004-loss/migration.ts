import type { Migration } from '../migration.ts';

/** Losses of card and password, what keeps debits back, the passwords themselves, and requests to a second person. */
export const loss: Migration = {
  name: '0004-loss',
  up: `
    -- A visit may be opened without the card when that is what was lost.
    ALTER TABLE visit ADD COLUMN card_shown INTEGER NOT NULL DEFAULT 1 CHECK (card_shown IN (0, 1));

    -- Papers name the record of what they attest: found by its visit or its report in books of any age.
    CREATE INDEX audit_of_visit ON audit (visit_id) WHERE visit_id IS NOT NULL;
    CREATE INDEX audit_of_subject ON audit (subject) WHERE subject IS NOT NULL;

    CREATE TABLE loss_report (
      number TEXT PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES account (id),
      card_id INTEGER NOT NULL REFERENCES card (id),
      object TEXT NOT NULL CHECK (object IN ('card', 'password', 'both')),
      kind TEXT NOT NULL CHECK (kind IN ('oral', 'formal')),
      channel TEXT NOT NULL CHECK (channel IN ('counter', 'telephone')),
      -- The business day of the report, and the office's wall clock at it.
      reported_on TEXT NOT NULL,
      reported_at TEXT NOT NULL,
      card_state TEXT
        CHECK (card_state IN ('oral', 'formal', 'lapsed', 'superseded', 'cancelled', 'reissued')),
      password_state TEXT CHECK (password_state IN ('void', 'renewed')),
      lapses_on TEXT,
      reissue_from TEXT,
      renew_from TEXT,
      -- The business day for which a second person has authorised a new password.
      renewal_authorised_on TEXT,
      renewal_authorised_by TEXT,
      new_card_id INTEGER REFERENCES card (id),
      fee_class TEXT CHECK (fee_class IN ('standard', 'reduced', 'exempt')),
      fee_fen INTEGER CHECK (fee_fen >= 0),
      -- The department's own confirmation number, which may come later (docs/rules.md 3).
      second_reference TEXT,
      -- Address and phone as told, sealed as JSON.
      contact_sealed BLOB NOT NULL,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
      CHECK ((object = 'password') = (card_state IS NULL)),
      CHECK ((object = 'card') = (password_state IS NULL)),
      CHECK ((card_state = 'reissued') = (new_card_id IS NOT NULL)),
      CHECK ((new_card_id IS NULL) = (fee_fen IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX loss_report_of_account ON loss_report (account_id);
    CREATE UNIQUE INDEX one_open_card_loss ON loss_report (account_id) WHERE card_state IN ('oral', 'formal');
    CREATE UNIQUE INDEX one_open_password_loss ON loss_report (account_id) WHERE password_state = 'void';
    CREATE TRIGGER loss_report_stays BEFORE DELETE ON loss_report
      BEGIN SELECT RAISE(ABORT, 'loss reports are never deleted'); END;

    CREATE TABLE loss_event (
      number TEXT NOT NULL REFERENCES loss_report (number),
      seq INTEGER NOT NULL,
      at TEXT NOT NULL,
      event TEXT NOT NULL CHECK (event IN ('reported', 'confirmed', 'password-void', 'superseded', 'lapsed',
        'cancelled', 'reissued', 'password-renewed', 'reference-added')),
      clerk TEXT NOT NULL,
      second TEXT,
      note TEXT,
      PRIMARY KEY (number, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER loss_event_no_update BEFORE UPDATE ON loss_event
      BEGIN SELECT RAISE(ABORT, 'a timeline is append-only'); END;
    CREATE TRIGGER loss_event_no_delete BEFORE DELETE ON loss_event
      BEGIN SELECT RAISE(ABORT, 'a timeline is append-only'); END;

    -- From when until when debits of a card are stopped, by the transaction's own wall-clock time.
    CREATE TABLE debit_hold (
      number TEXT PRIMARY KEY REFERENCES loss_report (number),
      card_id INTEGER NOT NULL REFERENCES card (id),
      held_from TEXT NOT NULL,
      held_until TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX debit_hold_of_card ON debit_hold (card_id);
    CREATE TRIGGER debit_hold_stays BEFORE DELETE ON debit_hold
      BEGIN SELECT RAISE(ABORT, 'holds are never deleted'); END;

    CREATE TABLE loss_number (
      business_date TEXT PRIMARY KEY,
      last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- argon2id over an HMAC of the digits with a key that is not in these books (docs/rules.md 4).
    CREATE TABLE pin (
      account_id INTEGER PRIMARY KEY REFERENCES account (id),
      state TEXT NOT NULL CHECK (state IN ('set', 'locked', 'void')),
      salt BLOB NOT NULL,
      hash BLOB NOT NULL,
      wrong_tries INTEGER NOT NULL,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TRIGGER pin_stays BEFORE DELETE ON pin
      BEGIN SELECT RAISE(ABORT, 'passwords are replaced, never deleted'); END;

    CREATE TABLE telephone_password (
      account_id INTEGER PRIMARY KEY REFERENCES account (id),
      salt BLOB NOT NULL,
      hash BLOB NOT NULL,
      wrong_tries INTEGER NOT NULL,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;

    -- By which the key apart is known again; nothing of it can be read from here.
    CREATE TABLE pin_key (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      fingerprint TEXT NOT NULL
    ) STRICT;

    CREATE TABLE approval_request (
      id TEXT PRIMARY KEY,
      verb TEXT NOT NULL CHECK (verb IN ('loss.report', 'loss.cancel', 'loss.reissue', 'pin.reset')),
      account_id INTEGER NOT NULL REFERENCES account (id),
      card_id INTEGER NOT NULL REFERENCES card (id),
      loss_number TEXT REFERENCES loss_report (number),
      new_card_sealed BLOB,
      -- Blind index over exactly what is asked: another report, card or account does not match it.
      essence TEXT NOT NULL,
      asked_by TEXT NOT NULL REFERENCES clerk (code),
      asked_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      decided_by TEXT REFERENCES clerk (code),
      decided_at INTEGER,
      outcome TEXT CHECK (outcome IN ('approved', 'refused')),
      reason TEXT,
      used_at INTEGER,
      CHECK (decided_by <> asked_by),
      CHECK ((decided_by IS NULL) = (outcome IS NULL) AND (decided_at IS NULL) = (outcome IS NULL)),
      CHECK (outcome IS NOT 'refused' OR reason IS NOT NULL),
      CHECK (used_at IS NULL OR outcome = 'approved')
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX approval_request_undecided ON approval_request (asked_at) WHERE outcome IS NULL;
    CREATE TRIGGER approval_request_decided_once BEFORE UPDATE ON approval_request
      WHEN old.outcome IS NOT NULL AND (new.outcome IS NOT old.outcome OR new.decided_by IS NOT old.decided_by
        OR new.decided_at IS NOT old.decided_at OR new.reason IS NOT old.reason OR old.used_at IS NOT NULL)
      BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
    CREATE TRIGGER approval_request_stays BEFORE DELETE ON approval_request
      BEGIN SELECT RAISE(ABORT, 'a request is never deleted'); END;
  `,
};
