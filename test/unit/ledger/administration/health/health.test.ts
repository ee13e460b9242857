/** How the computer of the books does, and the proof an administrator asks for (docs/ledger.md 7 and 8). */
import { beforeEach, expect, test } from 'vitest';
import { officeOfEachTest } from '../../../../offices/office-of-each-test.ts';
import { MINUTE, type Counter, type Office } from '../../../../offices/small-office.ts';

let office: Office;
let clerk: Counter;
let admin: Counter;
officeOfEachTest((opened) => {
  ({ office, clerk } = opened);
});
beforeEach(async () => {
  admin = await office.signIn('9001');
});

test('books, disk and clock are told; a ledger that makes no copies has no places', async () => {
  const health = await office.must('health.show', {}, admin);
  expect(health).toMatchObject({ at: office.at, backups: [], proven: null });
  expect(health.booksBytes).toBeGreaterThan(4096);
  expect(health.freeBytes).toBeGreaterThan(0);
});

test('a proof is told with who asked for it, and stays until the next', async () => {
  office.at += MINUTE;
  const proven = await office.must('health.verify', {}, admin);
  expect(proven).toEqual({ at: office.at, by: '9001', ok: true, failed: [] });
  office.at += MINUTE;
  expect((await office.must('health.show', {}, admin)).proven).toEqual(proven);
});

test('books that do not agree are told by the names of the checks', async () => {
  await office.must('health.verify', {}, admin);
  expect(await changeBalance(1)).toBe(1);
  const proven = await office.must('health.verify', {}, admin);
  expect(proven.ok).toBe(false);
  expect(proven.failed).toContain('account-balances');
  expect((await office.must('health.show', {}, admin)).proven).toEqual(proven);
  await changeBalance(-1);
});

/** Behind everybody's back: one fen more or less on an account. */
async function changeBalance(by: number): Promise<number> {
  return office.door.ledger.books.write(async ({ sql }) => {
    const account = 'number = (SELECT min(number) FROM account)';
    return sql.change(`UPDATE account SET balance_fen = balance_fen + ? WHERE ${account}`).run(by).changes;
  });
}

test('both are an administrator’s alone', async () => {
  expect(await office.codeOf('health.show', {}, clerk)).toBe('ROLE_REQUIRED');
  expect(await office.codeOf('health.verify', {}, clerk)).toBe('ROLE_REQUIRED');
});
