import type { Connection } from '../../connection.ts';
import type { Keys } from '../../../sealing/keys.ts';
import type { Migration } from '../migration.ts';

/** Waiting papers and employers are sealed like every other personal value; a kept answer gets an owner. */
export const sealedPapers: Migration = {
  name: '0005-sealed-papers',
  up: `
    -- The session, or without one the counter, that asked. Null for answers from before: nobody is given those.
    ALTER TABLE operation ADD COLUMN owner TEXT;

    ALTER TABLE print_job RENAME COLUMN pdf TO pdf_sealed;
    ALTER TABLE holder ADD COLUMN employer_sealed BLOB NOT NULL DEFAULT x'';
  `,
  seal(connection, keys) {
    sealPapers(connection, keys);
    sealEmployers(connection, keys);
    connection.exec('ALTER TABLE holder DROP COLUMN employer');
  },
};

function sealPapers(connection: Connection, keys: Keys): void {
  const jobs = connection.prepare<[], string>('SELECT id FROM print_job WHERE pdf_sealed IS NOT NULL').pluck().all();
  const read = connection.prepare<[string], Uint8Array>('SELECT pdf_sealed FROM print_job WHERE id = ?').pluck();
  const write = connection.prepare('UPDATE print_job SET pdf_sealed = ? WHERE id = ?');
  for (const id of jobs) {
    const pdf = read.get(id);
    if (pdf !== undefined) write.run(keys.sealBytes('paper', pdf), id);
  }
}

function sealEmployers(connection: Connection, keys: Keys): void {
  const holders = connection.prepare<[], { id: number; employer: string }>('SELECT id, employer FROM holder').all();
  const write = connection.prepare('UPDATE holder SET employer_sealed = ? WHERE id = ?');
  for (const { id, employer } of holders) write.run(keys.seal('employer', employer), id);
}
