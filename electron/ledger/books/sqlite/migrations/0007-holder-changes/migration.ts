import type { Connection } from '../../connection.ts';
import type { Keys } from '../../../sealing/keys.ts';
import { payeeIndex } from '../../../sealing/payee-text.ts';
import type { Migration } from '../migration.ts';

/** What was on file of a holder stays on record when it changes; accounts can be closed; names are found folded. */
export const holderChanges: Migration = {
  name: '0007-holder-changes',
  up: `
    ALTER TABLE holder ADD COLUMN address_sealed BLOB;
    -- Where the holder's sex is another one than the ID number says; sealed like every personal value.
    ALTER TABLE holder ADD COLUMN sex_sealed BLOB;

    CREATE TABLE holder_change (
      id INTEGER PRIMARY KEY,
      holder_id INTEGER NOT NULL REFERENCES holder (id),
      kind TEXT NOT NULL CHECK (kind IN ('register', 'contact', 'correction')),
      changed_at INTEGER NOT NULL,
      changed_on TEXT NOT NULL,
      -- Old and new values as JSON, and the document seen.
      values_sealed BLOB NOT NULL,
      document_sealed BLOB,
      old_id_number_index TEXT,
      second TEXT,
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
      CHECK ((kind = 'correction') = (document_sealed IS NOT NULL)),
      CHECK (kind = 'register' OR second IS NOT NULL)
    ) STRICT;
    CREATE INDEX holder_change_of_holder ON holder_change (holder_id);
    CREATE INDEX holder_change_of_number ON holder_change (old_id_number_index) WHERE old_id_number_index IS NOT NULL;
    CREATE TRIGGER holder_change_no_update BEFORE UPDATE ON holder_change
      BEGIN SELECT RAISE(ABORT, 'the record of holders is append-only'); END;
    CREATE TRIGGER holder_change_no_delete BEFORE DELETE ON holder_change
      BEGIN SELECT RAISE(ABORT, 'the record of holders is append-only'); END;

    CREATE TABLE account_closing (
      account_id INTEGER PRIMARY KEY REFERENCES account (id),
      closed_at INTEGER NOT NULL,
      closed_on TEXT NOT NULL,
      -- The department's own; null for an account that held nothing.
      reference TEXT,
      paid_out_fen INTEGER NOT NULL CHECK (paid_out_fen >= 0),
      -- The account's last entry: nothing comes after it.
      last_seq INTEGER NOT NULL,
      posting_id INTEGER REFERENCES posting (id),
      clerk TEXT NOT NULL,
      second TEXT NOT NULL CHECK (second <> clerk),
      audit_seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
      CHECK ((paid_out_fen > 0) = (posting_id IS NOT NULL)),
      CHECK (paid_out_fen = 0 OR reference IS NOT NULL)
    ) STRICT;
    CREATE TRIGGER account_closing_no_update BEFORE UPDATE ON account_closing
      BEGIN SELECT RAISE(ABORT, 'a closed account stays closed'); END;
    CREATE TRIGGER account_closing_no_delete BEFORE DELETE ON account_closing
      BEGIN SELECT RAISE(ABORT, 'a closed account stays closed'); END;
    CREATE TRIGGER account_stays_closed BEFORE UPDATE OF status ON account WHEN old.status = 'closed'
      BEGIN SELECT RAISE(ABORT, 'a closed account stays closed'); END;
  `,
  seal: foldPayees,
};

interface Payee {
  readonly id: number;
  readonly card: Uint8Array;
  readonly idNumber: Uint8Array;
  readonly name: Uint8Array;
}

/** The index over card, ID number and name is over the folded name from now on. */
function foldPayees(connection: Connection, keys: Keys): void {
  const cards = connection
    .prepare<[], Payee>(
      `SELECT card.id, card.number_sealed AS card, holder.id_number_sealed AS idNumber, holder.name_sealed AS name
       FROM card JOIN account ON account.id = card.account_id JOIN holder ON holder.id = account.holder_id`,
    )
    .all();
  const write = connection.prepare('UPDATE card SET payee_index = ? WHERE id = ?');
  for (const { id, card, idNumber, name } of cards) {
    const payee = {
      card: keys.open('card', card),
      idNumber: keys.open('id-number', idNumber),
      name: keys.open('name', name),
    };
    write.run(payeeIndex(keys, payee), id);
  }
}
