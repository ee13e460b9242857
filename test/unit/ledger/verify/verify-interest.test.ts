/** A quarter's interest that is broken on purpose is named by `verify` (docs/ledger.md 8). */
import { beforeAll, expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { advanceTo } from '../../../../electron/ledger/day/days.ts';
import { changeSetting } from '../../../offices/office-care.ts';
import { behindTheBack, copyOf, makeTemplate, Office, unguard, type Template } from '../../../offices/small-office.ts';

let settled: Template;
beforeAll(async () => {
  const template = await makeTemplate();
  settled = { ...template, folder: copyOf(template) };
  const office = new Office(settled.folder);
  await changeSetting(office.door, 'interestDemandRate', '2024-02-05 0.35');
  await changeSetting(office.door, 'interestCarryOverRate', '2024-02-05 1.1');
  await advanceTo(office.door.ledger, businessDate('2025-03-21'), '2001');
  office.close();
});

test('sound interest passes, and every account was looked at', async () => {
  const office = new Office(copyOf(settled));
  const { ok, checks } = await office.must('ledger.verify', {}, null);
  office.close();
  expect(ok).toBe(true);
  // Six accounts, and of each the five quarters.
  expect(checks.filter(({ name }) => name.startsWith('interest-')).map(({ counted }) => counted)).toEqual([30, 6]);
});

test.each([
  ['an amount', ['interest-as-reckoned', 'interest-booked-once'], 'amount_fen = amount_fen + 1', '2025-03-20', 1],
  ['what earlier years left', ['interest-as-reckoned'], 'carry_over_fen = carry_over_fen - 1', '2025-03-20', 2],
  ['the products of the demand rate', ['interest-as-reckoned'], 'demand_days = demand_days + 1', '2024-03-20', 3],
])('%s of a line that was changed: %j', async (_, named, change, settledTo, account) => {
  expect(
    await faultsAfter(
      `UPDATE interest_line SET ${change} WHERE settled_to = '${settledTo}' AND account_id = ${account}`,
    ),
  ).toEqual(named.toSorted());
});

test.each([
  ['a line taken away', "DELETE FROM interest_line WHERE settled_to = '2024-06-20' AND account_id = 4"],
  [
    'an entry moved to another account',
    `UPDATE interest_line SET amount_fen = 0 WHERE settled_to = '2024-06-20' AND account_id = 4;
     UPDATE interest_settlement SET accounts = accounts - 1 WHERE settled_to = '2024-06-20'`,
  ],
])('%s', async (_, breaking) => {
  expect(await faultsAfter(breaking)).toEqual(['interest-as-reckoned', 'interest-booked-once']);
});

test('an entry that is said to be interest, in a posting that can hold none', async () => {
  const fault = "UPDATE entry SET kind = 'interest' WHERE account_id = 3 AND seq = 1";
  expect(await faultsAfter(fault)).toEqual(['interest-booked-once', 'permitted-kinds-only']);
});

test('rates that were changed afterwards', async () => {
  expect(
    await faultsAfter("UPDATE interest_settlement SET demand_rates = '2024-02-05 0.4' WHERE settled_to = '2024-03-20'"),
  ).toEqual(['interest-as-reckoned']);
});

async function faultsAfter(breaking: string): Promise<string[]> {
  const folder = copyOf(settled);
  behindTheBack(folder, (connection) => {
    unguard(connection);
    connection.exec(breaking);
    if (connection.prepare('SELECT total_changes()').pluck().get() === 0) throw new Error('nothing was broken');
  });
  const office = new Office(folder);
  const faults = await office.faults();
  office.close();
  return faults.toSorted();
}
