/**
 * The measure for postings, in a process of its own: `raw-insert-run.ts PATH ROWS`. Rows that say what an entry says, by
 * one prepared statement in one transaction, into a table with two indexes, through the ledger's own connection: same
 * engine, cipher, WAL and sync.
 */
import { openConnection } from '../../electron/ledger/books/sqlite/connection.ts';
import { peakMemoryMb } from './peak-memory.ts';

const [path = '', rows = ''] = process.argv.slice(2);
const connection = openConnection({ path, databaseKey: Buffer.alloc(32, 0x5e) });
// The columns of `entry` without its checks, references and triggers.
connection.exec(`
  CREATE TABLE line (
    account_id INTEGER NOT NULL, seq INTEGER NOT NULL, posting_id INTEGER NOT NULL, business_date TEXT NOT NULL,
    kind TEXT NOT NULL, amount_fen INTEGER NOT NULL, balance_fen INTEGER NOT NULL, reference TEXT NOT NULL,
    institution_code TEXT, terminal TEXT, category TEXT, occurred_at TEXT, narrative TEXT
  ) STRICT;
  CREATE UNIQUE INDEX line_of_account ON line (account_id, seq);
  CREATE INDEX line_of_posting ON line (posting_id, reference);`);
const insert = connection.prepare('INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
const [day, text] = ['2024-01-31', '2024年1月个人账户划入'];
const started = performance.now();
connection.exec('BEGIN IMMEDIATE');
for (let at = 1; at <= Number(rows); at += 1) {
  const amount = 6_000 + ((at * 7_919) % 42_000);
  insert.run(at, 1, 1, day, 'allocation', amount, amount, String(at), null, null, null, null, text);
}
connection.exec('COMMIT');
const seconds = (performance.now() - started) / 1000;
connection.close();
process.stdout.write(JSON.stringify({ seconds, peakMb: peakMemoryMb() }));
