/** Accounts with 600 entries each among all the others, written straight into the books of a prepared office. */
import { booksPath } from '../../electron/ledger/books/books.ts';
import { openConnection } from '../../electron/ledger/books/sqlite/connection.ts';
import { deriveKeys } from '../../electron/ledger/books/sealing/keys.ts';

export const ENTRIES = 600;
export const PERIOD = { from: '2024-01-01', to: '2025-12-31' } as const;

/** Spread evenly, so that no two of them share a page. */
export function accountsWithHistory(accounts: number, wanted: number): number[] {
  const stride = Math.floor(accounts / wanted);
  return Array.from({ length: wanted }, (_, at) => 1 + at * stride);
}

/** An allocation on every twelfth place, purchases between; the balance never falls below zero. */
export function writeHistories(folder: string, dataKey: Uint8Array, accountIds: readonly number[]): void {
  const connection = openConnection({ path: booksPath(folder), databaseKey: deriveKeys(dataKey).database });
  const institution = String(connection.prepare('SELECT min(code) FROM institution').pluck().get());
  const insert = connection.prepare(`
    WITH RECURSIVE place (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM place WHERE seq < ${ENTRIES}),
      moved AS (SELECT seq, CASE seq % 12 WHEN 1 THEN 30000 ELSE -100 - seq % 97 END AS amount FROM place)
    INSERT INTO entry
    SELECT @account, seq, 1, date('2024-01-01', '+' || seq || ' days'),
      CASE seq % 12 WHEN 1 THEN 'allocation' ELSE 'consumption' END, amount, sum(amount) OVER (ORDER BY seq),
      'P' || @account || '-' || seq, iif(seq % 12 = 1, NULL, @institution), iif(seq % 12 = 1, NULL, 'T000101'),
      iif(seq % 12 = 1, NULL, '门诊'), iif(seq % 12 = 1, NULL, '2024-01-01 10:15:00'),
      iif(seq % 12 = 1, '个人账户划入', NULL)
    FROM moved`);
  const move = connection.prepare(`
    UPDATE account SET last_seq = ${ENTRIES},
      balance_fen = (SELECT balance_fen FROM entry WHERE account_id = @account AND seq = ${ENTRIES})
    WHERE id = @account`);
  connection.exec(`
    BEGIN;
    INSERT INTO posting VALUES (1, 'allocation', '2024-01-01', 'bench', 0, '9001', NULL, NULL)`);
  for (const account of accountIds) {
    insert.run({ account, institution });
    move.run({ account });
  }
  connection.exec('COMMIT');
  connection.close();
}
