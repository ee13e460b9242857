import type { Migration } from '../migration.ts';

/**
 * The holder's own door (docs/rules.md 7): reports that came by it, logins, codes, what limits both, and the messages that are to be sent.
 * A table that says which channels there are cannot be changed in place, so loss reports are made again.
 */
export const online: Migration = {
  name: '0021-online',
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
      channel TEXT NOT NULL CHECK (channel IN ('counter', 'telephone', 'online')),
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
    INSERT INTO loss_report SELECT * FROM loss_report_kept;
    DROP TABLE loss_report_kept;
    CREATE INDEX loss_report_of_account ON loss_report (account_id);
    CREATE UNIQUE INDEX one_open_card_loss ON loss_report (account_id) WHERE card_state IN ('oral', 'formal');
    CREATE UNIQUE INDEX one_open_password_loss ON loss_report (account_id) WHERE password_state = 'void';
    CREATE INDEX loss_report_oral ON loss_report (lapses_on) WHERE card_state = 'oral';
    CREATE INDEX loss_report_formal ON loss_report (reissue_from) WHERE card_state = 'formal';
    CREATE INDEX loss_report_void ON loss_report (renew_from) WHERE password_state = 'void';
    CREATE TRIGGER loss_report_stays BEFORE DELETE ON loss_report
      BEGIN SELECT RAISE(ABORT, 'loss reports are never deleted'); END;

    -- In which session of its holder a report was made: that one alone may withdraw it.
    CREATE TABLE online_report (
      loss_number TEXT PRIMARY KEY REFERENCES loss_report (number),
      session_hash TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE holder_login (
      account_id INTEGER PRIMARY KEY REFERENCES account (id),
      kind TEXT NOT NULL CHECK (kind IN ('passkey', 'password')),
      -- argon2id in its text form.
      password_hash TEXT,
      credential_id TEXT UNIQUE,
      public_key BLOB,
      sign_count INTEGER,
      language TEXT NOT NULL CHECK (language IN ('zh-CN', 'en')),
      registered_at INTEGER NOT NULL,
      last_used_at INTEGER,
      audit_seq INTEGER NOT NULL,
      CHECK ((kind = 'password') = (password_hash IS NOT NULL)),
      CHECK ((kind = 'passkey') = (credential_id IS NOT NULL AND public_key IS NOT NULL AND sign_count IS NOT NULL))
    ) STRICT;

    -- A code that was asked for by somebody unknown has a row as well, and nobody's account.
    CREATE TABLE one_time_code (
      id TEXT PRIMARY KEY,
      purpose TEXT NOT NULL CHECK (purpose IN ('register', 'report', 'follow-up')),
      account_id INTEGER REFERENCES account (id),
      person_index TEXT NOT NULL,
      phone_index TEXT NOT NULL,
      loss_number TEXT REFERENCES loss_report (number),
      -- Keyed over id and digits: the code itself is kept nowhere but in the message that waits to be sent.
      tag TEXT NOT NULL,
      made_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      tries INTEGER NOT NULL,
      used_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX one_time_code_of_person ON one_time_code (person_index, made_at);
    CREATE INDEX one_time_code_of_phone ON one_time_code (phone_index, made_at);
    CREATE INDEX one_time_code_made ON one_time_code (made_at);

    -- What a person or an address has done without being known: failures of a person, requests of an address.
    CREATE TABLE door_try (
      what TEXT NOT NULL CHECK (what IN ('person', 'address')),
      who TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX door_try_of ON door_try (what, who, at);
    CREATE INDEX door_try_at ON door_try (at);
    CREATE TABLE door_lock (
      person_index TEXT PRIMARY KEY,
      until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    -- A challenge that a passkey has answered is answered once.
    CREATE TABLE used_challenge (
      tag TEXT PRIMARY KEY,
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Written in the transaction that it is about. Text and phone are gone once it has been sent or given up.
    CREATE TABLE message (
      id INTEGER PRIMARY KEY,
      -- By which the gateway knows a message that it was given before.
      key TEXT NOT NULL UNIQUE,
      account_id INTEGER REFERENCES account (id),
      kind TEXT NOT NULL,
      phone_sealed BLOB,
      text_sealed BLOB,
      phone_masked TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'given up', 'unaddressed')),
      tries INTEGER NOT NULL,
      next_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      made_at INTEGER NOT NULL,
      sent_at INTEGER,
      failure TEXT
    ) STRICT;
    CREATE INDEX message_waiting ON message (next_at) WHERE state = 'waiting';
    CREATE INDEX message_unaddressed ON message (made_at) WHERE state = 'unaddressed';
  `,
};
