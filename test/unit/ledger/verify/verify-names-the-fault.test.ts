/** Each invariant of the books is broken on purpose, alone, and `verify` must name it (docs/ledger.md 8). */
import { beforeAll, expect, test } from 'vitest';
import { openBooks } from '../../../../electron/ledger/books/open-books.ts';
import type { Connection } from '../../../../electron/ledger/books/sqlite/connection.ts';
import {
  behindTheBack,
  copyOf,
  DATA_KEY,
  makeTemplate,
  Office,
  unguard,
  type Template,
  MORNING,
} from '../../../offices/small-office.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

async function faultsAfter(breaking: (connection: Connection) => void): Promise<string[]> {
  const folder = copyOf(template);
  behindTheBack(folder, (connection) => {
    unguard(connection);
    breaking(connection);
  });
  const office = new Office(folder);
  try {
    return await office.faults();
  } finally {
    office.close();
  }
}

const sql = (text: string) => (connection: Connection) => {
  if (connection.exec(text).prepare('SELECT total_changes()').pluck().get() === 0)
    throw new Error('nothing was broken');
};

test('a sound office passes every check, and each looked at something', async () => {
  const office = new Office(copyOf(template));
  const report = await office.must('ledger.verify', {}, null);
  office.close();
  expect(report).toMatchObject({ ok: true, accounts: 6, entries: 13, balanceFen: 180_000 + 60_000 - 13_050 });
  const idle = report.checks.filter(({ counted }) => counted === 0);
  expect(idle).toMatchObject([{ name: 'interest-booked-once' }, { name: 'interest-as-reckoned' }]);
  expect(report.checks).toHaveLength(28);
});

test('taking the guards down breaks nothing by itself', async () => {
  expect(await faultsAfter(() => undefined)).toEqual([]);
});

/**
 * Every fault that a check of docs/ledger.md 8 is there for, and the checks that must name it: that one and no other.
 */
const BROKEN: readonly (readonly [what: string, named: readonly string[], breaking: string])[] = [
  [
    'a posting that does not balance',
    ['postings-balance'],
    `UPDATE control_line SET amount_fen = amount_fen + 1 WHERE posting_id = 1;
     UPDATE control_line SET amount_fen = amount_fen - 1 WHERE posting_id = 3`,
  ],
  [
    'an entry on another day than its posting',
    ['entries-have-postings'],
    "UPDATE entry SET business_date = '2024-02-01' WHERE account_id = 3 AND seq = 1",
  ],
  [
    'an entry of no posting',
    ['database', 'entries-have-postings', 'files-once', 'postings-balance'],
    'UPDATE entry SET posting_id = 77 WHERE account_id = 3 AND seq = 1',
  ],
  [
    'a running balance in the middle',
    ['running-balances'],
    'UPDATE entry SET balance_fen = balance_fen + 1 WHERE account_id = 1 AND seq = 2',
  ],
  [
    'a balance below zero on the way',
    ['database', 'running-balances'],
    `PRAGMA ignore_check_constraints = ON;
     UPDATE entry SET balance_fen = -1 WHERE account_id = 1 AND seq = 2`,
  ],
  [
    'balances of two accounts that differ from their last entries',
    ['account-balances'],
    `UPDATE account SET balance_fen = balance_fen + 1 WHERE id = 1;
     UPDATE account SET balance_fen = balance_fen - 1 WHERE id = 2`,
  ],
  [
    'a balance given to one account out of nothing',
    ['account-balances', 'holders-equal-control'],
    'UPDATE account SET balance_fen = balance_fen + 100 WHERE id = 4',
  ],
  [
    'a gap in the sequence',
    ['sequence-without-gap'],
    `UPDATE entry SET seq = 5 WHERE account_id = 1 AND seq = 4;
     UPDATE account SET last_seq = 5 WHERE id = 1`,
  ],
  [
    'a sequence that begins at two',
    ['sequence-without-gap'],
    `UPDATE entry SET seq = 2 WHERE account_id = 3;
     UPDATE account SET last_seq = 2 WHERE id = 3`,
  ],
  [
    'a last entry taken away with its balance',
    ['files-once', 'postings-balance', 'holders-equal-control'],
    `DELETE FROM entry WHERE account_id = 3; UPDATE account SET last_seq = 0, balance_fen = 0 WHERE id = 3`,
  ],
  ['postings dated after the office', ['business-dates-in-order'], "UPDATE office SET business_date = '2024-02-04'"],
  [
    'entries out of order',
    ['business-dates-in-order', 'entries-have-postings'],
    "UPDATE entry SET business_date = '2024-01-30' WHERE account_id = 1 AND seq = 3",
  ],
  [
    'control balances that differ from their lines',
    ['control-balances'],
    `UPDATE control_account SET balance_fen = balance_fen + 1 WHERE code = 'fund-clearing';
     UPDATE control_account SET balance_fen = balance_fen - 1 WHERE code = 'interest'`,
  ],
  [
    'a control line of no posting',
    ['database', 'holders-equal-control'],
    `INSERT INTO control_line VALUES (77, 'interest', 1, 5);
     UPDATE control_account SET balance_fen = 5 WHERE code = 'interest'`,
  ],
  [
    'one reference twice in a posting',
    ['references-once'],
    "UPDATE entry SET reference = '4' WHERE account_id = 3 AND seq = 1",
  ],
  [
    'a consumption whose reference was never received',
    ['references-once'],
    "UPDATE entry SET reference = 'P9' WHERE account_id = 1 AND seq = 2",
  ],
  [
    'a settlement line that points to another entry',
    ['references-once'],
    "UPDATE settlement_line SET seq = 9 WHERE reference = 'P5'",
  ],
  [
    'a file that says it took more lines',
    ['files-once', 'changes-on-record'],
    'UPDATE batch SET accepted = accepted + 1 WHERE id = 1',
  ],
  [
    'a posted file that says it is on its way',
    ['files-once', 'changes-on-record'],
    "UPDATE batch SET state = 'posting' WHERE id = 1",
  ],
  ['a file whose end is not on record', ['changes-on-record'], 'UPDATE batch SET ended_seq = 1 WHERE id = 1'],
  ['a refused line taken away', ['files-once'], 'DELETE FROM rejected_line WHERE batch_id = 1'],
  ['a posting without its file', ['database', 'files-once'], 'DELETE FROM batch WHERE id = 1'],
  [
    'a refund above what was paid',
    ['returns-within-originals'],
    "UPDATE settlement_line SET amount_fen = 15051 WHERE reference = 'P2'",
  ],
  [
    "a refund of another holder's payment",
    ['returns-within-originals'],
    "UPDATE settlement_line SET original = 'P5' WHERE reference = 'P2'",
  ],
  [
    'two current cards of one account, one of them of another holder',
    ['changes-on-record', 'one-current-card', 'sealed-fields'],
    "DROP INDEX one_current_card; UPDATE card SET account_id = 1 WHERE id = 6; UPDATE account SET status = 'closed' WHERE id = 6",
  ],
  [
    'a change of a holder that nobody recorded',
    ['changes-on-record'],
    `INSERT INTO holder_change (holder_id, kind, changed_at, changed_on, values_sealed, second, audit_seq)
     VALUES (1, 'contact', 0, '2024-02-05', x'', '2001', 1)`,
  ],
  ['an account closed behind the record', ['changes-on-record'], "UPDATE account SET status = 'closed' WHERE id = 3"],
  [
    'an open account without a current card',
    ['cards-and-passwords-lost', 'changes-on-record', 'one-current-card'],
    "UPDATE card SET status = 'replaced' WHERE id = 1",
  ],
  [
    'a report in a state that its timeline does not lead to',
    ['loss-timelines'],
    `UPDATE loss_report SET card_state = 'lapsed';
     UPDATE debit_hold SET held_until = '2024-02-11 00:00:00'`,
  ],
  ['a step missing in a timeline', ['loss-timelines'], 'UPDATE loss_event SET seq = 2'],
  ['a hold that ends too early', ['loss-holds'], "UPDATE debit_hold SET held_until = '2024-02-10 00:00:00'"],
  [
    'a record from before the one it follows',
    ['audit-chain', 'time-runs-forward'],
    'UPDATE audit SET at = at - 60000 WHERE seq = 30',
  ],
  ['a hold that never ends', ['loss-holds'], 'UPDATE debit_hold SET held_until = NULL'],
  ['a hold of another card', ['loss-holds'], 'UPDATE debit_hold SET card_id = 2'],
  ['a lost card that is not on hold', ['loss-holds'], 'DELETE FROM debit_hold'],
  [
    'a void PIN that nobody reported lost',
    ['cards-and-passwords-lost', 'changes-on-record'],
    "UPDATE pin SET state = 'void'",
  ],
  ['a PIN changed without a record', ['changes-on-record'], 'UPDATE pin SET audit_seq = 1'],
  ['a report changed without a record', ['changes-on-record'], 'UPDATE loss_report SET audit_seq = 1'],
  [
    'somebody who was their own second person',
    ['two-pairs-of-eyes'],
    "UPDATE loss_event SET second = clerk WHERE event = 'reported'",
  ],
  [
    'a request that was used without an approval',
    ['two-pairs-of-eyes'],
    `PRAGMA ignore_check_constraints = ON;
     INSERT INTO approval_request (id, verb, account_id, card_id, essence, content_sealed, asked_by, asked_at,
       expires_at, used_at) VALUES ('r', 'loss.cancel', 1, 1, 'e', x'', '1001', 1, 9, 2)`,
  ],
  [
    'a decision on a request that is not among the decisions',
    ['two-pairs-of-eyes'],
    `INSERT INTO approval_request (id, verb, account_id, card_id, essence, content_sealed, asked_by, asked_at,
       expires_at, decided_by, decided_at, outcome)
     VALUES ('r', 'loss.cancel', 1, 1, 'e', x'', '1001', 1, 9, '2001', 2, 'approved')`,
  ],
  [
    'an entry that is said to be a correction, of which nobody knows the original',
    ['corrections-have-originals', 'permitted-kinds-only'],
    "UPDATE entry SET kind = 'correction' WHERE account_id = 3 AND seq = 1",
  ],
  [
    'a cash withdrawal',
    ['database', 'permitted-kinds-only'],
    `PRAGMA ignore_check_constraints = ON; UPDATE entry SET kind = 'withdrawal' WHERE account_id = 3 AND seq = 1`,
  ],
  [
    'a clerk whose making is not on record',
    ['changes-on-record'],
    "UPDATE clerk SET audit_seq = 1 WHERE code = '1001'",
  ],
  [
    'a role changed without a record',
    ['changes-on-record'],
    "UPDATE clerk SET role = 'administrator' WHERE code = '1001'",
  ],
  ['a card that no register brought', ['changes-on-record'], 'UPDATE card SET audit_seq = 1 WHERE id = 1'],
  ['a setting that nobody changed', ['changes-on-record'], "INSERT INTO setting VALUES ('printGate', '0', 1)"],
  ['a file whose posting is not on record', ['changes-on-record'], 'UPDATE batch SET audit_seq = 1 WHERE id = 1'],
  ['a card number sealed for another card', ['sealed-fields'], swapped('card', 'number_sealed')],
  ['an ID number sealed for another holder', ['sealed-fields'], swapped('holder', 'id_number_sealed')],
  ['a name sealed for another holder', ['sealed-fields'], swapped('holder', 'name_sealed')],
  [
    'a phone number where a name belongs',
    ['sealed-fields'],
    'UPDATE holder SET name_sealed = phone_sealed WHERE id = 1',
  ],
  [
    'a name where a phone number belongs',
    ['sealed-fields'],
    'UPDATE holder SET phone_sealed = name_sealed WHERE id = 1',
  ],
  [
    'an insurance number that does not open',
    ['sealed-fields'],
    'UPDATE card SET insurance_number_sealed = zeroblob(40) WHERE id = 1',
  ],
  ['a changed audit record', ['audit-chain'], "UPDATE audit SET actor = '1002' WHERE seq = 9"],
  ['a changed detail of an audit record', ['audit-chain'], `UPDATE audit SET details = '{"accepted":1}' WHERE seq = 9`],
  [
    'an audit record taken out of the middle',
    ['audit-chain'],
    'DELETE FROM audit WHERE seq = (SELECT max(seq) - 3 FROM audit)',
  ],
  [
    'a chain cut at its end',
    ['audit-chain'],
    `UPDATE batch SET audit_seq = audit_seq WHERE id = 3; INSERT INTO audit
       SELECT seq + 1, at, business_date, actor, second, visit_id, verb, subject, outcome, details, hash, 'x'
       FROM audit ORDER BY seq DESC LIMIT 1`,
  ],
  ['a head moved back', ['anchor', 'audit-chain'], 'UPDATE audit_head SET seq = seq - 1'],
  ['a head with another hash', ['audit-chain'], "UPDATE audit_head SET hash = 'x' || substr(hash, 2, 63)"],
  ['a head taken away', ['anchor', 'audit-chain'], 'DELETE FROM audit_head'],
];

/** SQL that exchanges a sealed value between the first two rows. */
function swapped(table: string, column: string): string {
  return `CREATE TEMP TABLE kept AS SELECT ${column} AS value FROM ${table} WHERE id = 1;
    UPDATE ${table} SET ${column} = (SELECT ${column} FROM ${table} WHERE id = 2) WHERE id = 1;
    UPDATE ${table} SET ${column} = (SELECT value FROM kept) WHERE id = 2`;
}

test.each(BROKEN)('%s: %j', async (_, named, breaking) => {
  expect((await faultsAfter(sql(breaking))).toSorted()).toEqual(named.toSorted());
});

test('a chain whose last record is gone no longer meets its head', async () => {
  const folder = copyOf(template);
  const office = new Office(folder);
  await office.must('session.lock', {}, template.clerk);
  office.close();
  behindTheBack(folder, (connection) => {
    unguard(connection);
    connection.exec('DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)');
  });
  const reopened = new Office(folder);
  expect(await reopened.faults()).toEqual(['audit-chain', 'anchor']);
  reopened.close();
});

test('a failed check says where, and without a personal number', async () => {
  const folder = copyOf(template);
  behindTheBack(folder, (connection) => {
    unguard(connection);
    connection.exec('UPDATE entry SET balance_fen = balance_fen + 1 WHERE account_id = 1 AND seq = 2');
  });
  const office = new Office(folder);
  const { checks } = await office.must('ledger.verify', {}, null);
  office.close();
  expect(checks.find(({ ok }) => !ok)).toEqual({
    name: 'running-balances',
    ok: false,
    counted: 13,
    detail: 'account 1 entry 2',
  });
});

test('each check looks at one snapshot while the books go on', async () => {
  const books = openBooks({
    folder: copyOf(template),
    dataKey: DATA_KEY,
    clock: () => MORNING as never,
    keysFolder: null,
  });
  await books.read(async (reading) => {
    const count = reading.sql.values<[], number>('SELECT count(*) FROM audit');
    const before = count.get();
    await books.write(async (writing) => {
      writing.sql.script("INSERT INTO mismatch (clerk_code, at) VALUES ('1001', 1)");
    });
    expect(count.get()).toBe(before);
    expect(reading.sql.values('SELECT count(*) FROM mismatch').get()).toBe(0);
  });
  books.close();
});
