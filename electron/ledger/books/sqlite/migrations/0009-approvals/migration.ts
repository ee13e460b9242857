import type { Connection } from '../../connection.ts';
import type { Keys } from '../../../sealing/keys.ts';
import type { Migration } from '../migration.ts';

/** A request keeps everything that was asked, sealed; a wrong reference is corrected with the first one kept. */
export const approvals: Migration = {
  name: '0009-approvals',
  up: `
    CREATE TABLE approval_request_new (
      id TEXT PRIMARY KEY,
      verb TEXT NOT NULL,
      -- Null for a file.
      account_id INTEGER REFERENCES account (id),
      card_id INTEGER REFERENCES card (id),
      loss_number TEXT REFERENCES loss_report (number),
      -- Blind index over everything that is asked: a command with anything else in it does not match it.
      essence TEXT NOT NULL,
      -- What the second person is shown, and whether the password was proven; sealed as JSON.
      content_sealed BLOB NOT NULL,
      asked_by TEXT NOT NULL REFERENCES clerk (code),
      asked_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      decided_by TEXT REFERENCES clerk (code),
      decided_at INTEGER,
      outcome TEXT CHECK (outcome IN ('approved', 'refused')),
      reason TEXT,
      used_at INTEGER,
      CHECK ((account_id IS NULL) = (card_id IS NULL)),
      CHECK (decided_by <> asked_by),
      CHECK ((decided_by IS NULL) = (outcome IS NULL) AND (decided_at IS NULL) = (outcome IS NULL)),
      CHECK (outcome IS NOT 'refused' OR reason IS NOT NULL),
      CHECK (used_at IS NULL OR outcome = 'approved')
    ) STRICT, WITHOUT ROWID;
    -- A request from before keeps its card number in place of the content until that is sealed below.
    INSERT INTO approval_request_new
      SELECT id, CASE verb WHEN 'pin.reset' THEN 'pin.begin' ELSE verb END, account_id, card_id, loss_number, essence,
        coalesce(new_card_sealed, x''), asked_by, asked_at, expires_at, decided_by, decided_at, outcome, reason, used_at
      FROM approval_request;
    DROP TABLE approval_request;
    ALTER TABLE approval_request_new RENAME TO approval_request;
    CREATE INDEX approval_request_undecided ON approval_request (asked_at) WHERE outcome IS NULL;

    CREATE TABLE loss_event_new (
      number TEXT NOT NULL REFERENCES loss_report (number),
      seq INTEGER NOT NULL,
      at TEXT NOT NULL,
      event TEXT NOT NULL CHECK (event IN ('reported', 'confirmed', 'password-void', 'superseded', 'lapsed',
        'cancelled', 'reissued', 'password-renewed', 'reference-added', 'reference-corrected')),
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
  seal(connection, keys) {
    sealContents(connection, keys);
    connection.exec(GUARDS);
  },
};

/** Made once the rows of before are sealed. */
const GUARDS = `
  CREATE TRIGGER approval_request_asked_once BEFORE UPDATE ON approval_request
    WHEN new.verb IS NOT old.verb OR new.account_id IS NOT old.account_id OR new.card_id IS NOT old.card_id
      OR new.loss_number IS NOT old.loss_number OR new.essence IS NOT old.essence
      OR new.content_sealed IS NOT old.content_sealed OR new.asked_by IS NOT old.asked_by
      OR new.asked_at IS NOT old.asked_at
    BEGIN SELECT RAISE(ABORT, 'what was asked is never changed'); END;
  CREATE TRIGGER approval_request_decided_once BEFORE UPDATE ON approval_request
    WHEN old.outcome IS NOT NULL AND (new.outcome IS NOT old.outcome OR new.decided_by IS NOT old.decided_by
      OR new.decided_at IS NOT old.decided_at OR new.reason IS NOT old.reason OR old.used_at IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
  CREATE TRIGGER approval_request_stays BEFORE DELETE ON approval_request
    BEGIN SELECT RAISE(ABORT, 'a request is never deleted'); END;
`;

interface EarlierRequest {
  readonly id: string;
  readonly number: string | null;
  readonly newCard: Uint8Array;
}

/** Its own essence matches no command any more: what was asked before this version is asked again. */
function sealContents(connection: Connection, keys: Keys): void {
  const requests = connection
    .prepare<[], EarlierRequest>('SELECT id, loss_number AS number, content_sealed AS newCard FROM approval_request')
    .all();
  const write = connection.prepare('UPDATE approval_request SET content_sealed = ? WHERE id = ?');
  for (const { id, number, newCard } of requests) {
    const facts = [
      ...(number === null ? [] : [{ name: 'number', value: number }]),
      ...(newCard.length === 0 ? [] : [{ name: 'newCard', value: keys.open('card', newCard) }]),
    ];
    write.run(keys.seal('approval', JSON.stringify({ facts })), id);
  }
}
