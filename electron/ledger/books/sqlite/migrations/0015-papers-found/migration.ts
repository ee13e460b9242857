import { z } from 'zod';
import { storedJson } from '../../../stored-json.ts';
import type { Connection } from '../../connection.ts';
import type { Keys } from '../../../sealing/keys.ts';
import type { Migration } from '../migration.ts';

/** A paper is found by its report, however old, and each report of a visit has a draft of its own. */
export const papersFound: Migration = {
  name: '0015-papers-found',
  up: `
    DROP TRIGGER document_final;
    DROP INDEX one_draft_a_visit;
    -- The loss report, or for a PIN without one the record of what was done; null for a statement.
    ALTER TABLE document ADD COLUMN about TEXT;
    -- The audit record that the paper attests; null for a statement.
    ALTER TABLE document ADD COLUMN journal INTEGER;

    CREATE TABLE document_file (
      id INTEGER PRIMARY KEY,
      document_number TEXT NOT NULL REFERENCES document (number),
      format TEXT NOT NULL CHECK (format IN ('pdf', 'csv', 'camt053', 'json')),
      saved_at INTEGER NOT NULL,
      clerk_code TEXT NOT NULL
    ) STRICT;
    CREATE INDEX document_file_of_document ON document_file (document_number);
    CREATE TRIGGER document_file_no_update BEFORE UPDATE ON document_file
      BEGIN SELECT RAISE(ABORT, 'what was saved stays on record'); END;
    CREATE TRIGGER document_file_no_delete BEFORE DELETE ON document_file
      BEGIN SELECT RAISE(ABORT, 'what was saved stays on record'); END;
  `,
  seal(connection, keys) {
    nameReports(connection, keys);
    connection.exec(GUARDS);
  },
};

/** Made once the papers of before are named. */
const GUARDS = `
  CREATE UNIQUE INDEX one_draft_of_a_matter ON document (visit_id, kind, coalesce(about, '')) WHERE issued_at IS NULL;
  CREATE INDEX document_of_account ON document (account_id, prepared_at);
  CREATE INDEX document_about ON document (about) WHERE about IS NOT NULL;
  CREATE TRIGGER document_final BEFORE UPDATE ON document WHEN old.issued_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'an issued document is final'); END;
`;

const namedSchema = z.object({ journalNumber: z.string(), loss: z.object({ number: z.string() }).nullable() });

function nameReports(connection: Connection, keys: Keys): void {
  const papers = connection
    .prepare<[], { number: string; content: Uint8Array }>(
      "SELECT number, content_sealed AS content FROM document WHERE kind <> 'statement'",
    )
    .all();
  const write = connection.prepare('UPDATE document SET about = ?, journal = ? WHERE number = ?');
  for (const { number, content } of papers) {
    const { journalNumber, loss } = storedJson(namedSchema, keys.openPacked('document', content), 'paper');
    write.run(loss?.number ?? journalNumber, Number(journalNumber), number);
  }
}
