/**
 * Reports made when days were counted from the business date, brought to the calendar's: nothing that was promised is taken
 * back, and no hold ends before it begins (migration 0006-calendar).
 */
import { expect, test } from 'vitest';
import { booksPath } from '../../../../../electron/ledger/books/books.ts';
import { openConnection, type Connection } from '../../../../../electron/ledger/books/sqlite/connection.ts';
import { deriveKeys } from '../../../../../electron/ledger/books/sealing/keys.ts';
import { migrate } from '../../../../../electron/ledger/books/sqlite/migrate.ts';
import { migrations } from '../../../../../electron/ledger/books/sqlite/migrations/index.ts';
import { DATA_KEY } from '../../../../offices/small-office.ts';
import { freshFolder } from '../../../../offices/test-folders.ts';

const keys = deriveKeys(DATA_KEY);
const before = migrations.findIndex(({ name }) => name === '0006-calendar');

/** Reported on 1 March 2024 at nine, as the books stood at the given day. */
interface Old {
  readonly number: string;
  readonly state: 'oral' | 'formal' | 'lapsed' | 'cancelled';
  readonly booksOf: string;
  readonly lapses: string | null;
  readonly reissue: string | null;
  readonly until: string | null;
}

const REPORTS: readonly Old[] = [
  { number: 'L1', state: 'oral', booksOf: '2024-02-28', lapses: '2024-03-04', reissue: null, until: '2024-03-05' },
  { number: 'L2', state: 'oral', booksOf: '2024-03-05', lapses: '2024-03-10', reissue: null, until: '2024-03-11' },
  { number: 'L3', state: 'lapsed', booksOf: '2024-02-22', lapses: '2024-02-27', reissue: null, until: '2024-02-28' },
  { number: 'L4', state: 'formal', booksOf: '2024-02-22', lapses: null, reissue: '2024-02-29', until: null },
  { number: 'L5', state: 'formal', booksOf: '2024-03-05', lapses: null, reissue: '2024-03-12', until: null },
  { number: 'L6', state: 'cancelled', booksOf: '2024-02-28', lapses: '2024-03-04', reissue: null, until: '2024-03-02' },
];

function insert(connection: Connection, demo: 0 | 1): void {
  connection.pragma('foreign_keys = OFF');
  connection.exec(
    `INSERT INTO office VALUES (1, 'o', '0101', 'x', 'Asia/Shanghai', '2024-01-01', '2024-02-22', ${demo}, 1)`,
  );
  const report = connection.prepare(
    `INSERT INTO loss_report (number, account_id, card_id, object, kind, channel, reported_on, reported_at, card_state,
       lapses_on, reissue_from, contact_sealed, audit_seq)
     VALUES (?, ?, ?, 'card', ?, 'counter', ?, '2024-03-01 09:00:00', ?, ?, ?, x'00', 1)`,
  );
  const hold = connection.prepare("INSERT INTO debit_hold VALUES (?, ?, '2024-03-01 09:00:00', ?)");
  const step = connection.prepare(
    "INSERT INTO loss_event VALUES (?, 1, '2024-03-01 09:00:00', 'reported', '1001', NULL, NULL)",
  );
  for (const [at, { number, state, booksOf, lapses, reissue, until }] of REPORTS.entries()) {
    const kind = state === 'formal' ? 'formal' : 'oral';
    report.run(number, at, at, kind, booksOf, state, lapses, reissue);
    hold.run(number, at, until === null ? null : `${until} 00:00:00`);
    step.run(number);
  }
  connection.pragma('foreign_keys = ON');
}

function migrated(demo: 0 | 1): unknown[] {
  const path = booksPath(freshFolder());
  const connection = openConnection({ path, databaseKey: keys.database });
  try {
    migrate(connection, { path, keys, steps: migrations.slice(0, before) });
    insert(connection, demo);
    migrate(connection, { path, keys, steps: migrations.slice(0, before + 1) });
    return connection
      .prepare(
        `SELECT number, lapses_on, reissue_from, held_until, (SELECT lives_by FROM office)
         FROM loss_report JOIN debit_hold USING (number) ORDER BY number`,
      )
      .raw()
      .all();
  } finally {
    connection.close();
  }
}

test('in a real office an open report gets the later of its old date and the calendar’s', () => {
  expect(migrated(0)).toEqual([
    ['L1', '2024-03-06', null, '2024-03-07 00:00:00', 'calendar'],
    ['L2', '2024-03-10', null, '2024-03-11 00:00:00', 'calendar'],
    ['L3', '2024-03-06', null, '2024-03-07 00:00:00', 'calendar'],
    ['L4', null, '2024-03-08', null, 'calendar'],
    ['L5', null, '2024-03-12', null, 'calendar'],
    ['L6', '2024-03-04', null, '2024-03-02 00:00:00', 'calendar'],
  ]);
});

test('the demo office lives by its books, and keeps the dates they gave', () => {
  expect(migrated(1)).toEqual([
    ['L1', '2024-03-04', null, '2024-03-05 00:00:00', 'books'],
    ['L2', '2024-03-10', null, '2024-03-11 00:00:00', 'books'],
    ['L3', '2024-03-06', null, '2024-03-07 00:00:00', 'books'],
    ['L4', null, '2024-02-29', null, 'books'],
    ['L5', null, '2024-03-12', null, 'books'],
    ['L6', '2024-03-04', null, '2024-03-02 00:00:00', 'books'],
  ]);
});
