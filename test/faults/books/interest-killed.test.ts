/** kill -9 while the quarter's interest is booked: the next closing goes on where it stood, and every fen is booked once (docs/rules.md 1). */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import { advanceTo } from '../../../electron/ledger/day/days.ts';
import { allocationCsv, person, registerCsv } from '../../offices/made-up-people.ts';
import { changeSetting } from '../../offices/office-care.ts';
import { behindTheBack, copyOf, makeTemplate, Office, type Template } from '../../offices/small-office.ts';
import { startDoomed } from './ledger-process.ts';

/** Many short steps. */
const PEOPLE = Array.from({ length: 3_000 }, (_, at) => person(at));
const LAST_DAY = businessDate('2024-03-20');

let template: Template;
beforeAll(async () => {
  const small = await makeTemplate();
  const folder = copyOf(small);
  const office = new Office(folder);
  await changeSetting(office.door, 'interestDemandRate', '2024-02-05 0.35');
  await office.post.register(registerCsv(PEOPLE));
  const credits = PEOPLE.map((to, at) => ({ id: String(at + 1), to, amount: '1234.56' }));
  await office.post.allocation(allocationCsv('YB9', (PEOPLE.length * 1234.56).toFixed(2), credits));
  await advanceTo(office.door.ledger, LAST_DAY, '2001');
  office.close();
  template = { ...small, folder };
}, 60_000);

interface Booked {
  readonly open: string;
  readonly state: string | null;
  readonly done: number;
}

function look(folder: string, until: (booked: Booked) => boolean): Promise<Booked> {
  return behindTheBack(folder, (connection) => {
    const reading = connection.prepare<[], Booked>(
      `SELECT office.business_date AS open, settlement.state, coalesce(settlement.account_done, 0) AS done
       FROM office LEFT JOIN interest_settlement AS settlement`,
    );
    let booked = reading.get();
    // Its process goes on by itself meanwhile.
    while (booked !== undefined && !until(booked)) booked = reading.get();
    if (booked === undefined) throw new Error('an office without a row');
    return Promise.resolve(booked);
  });
}

/** What every account was given, by number. */
function interestOf(folder: string): readonly unknown[] {
  return behindTheBack(folder, (connection) =>
    connection
      .prepare("SELECT account_id, amount_fen, balance_fen, reference FROM entry WHERE kind = 'interest' ORDER BY 1")
      .all(),
  );
}

async function ended(folder: string): Promise<void> {
  const office = new Office(folder);
  expect(await office.faults()).toEqual([]);
  await advanceTo(office.door.ledger, businessDate('2024-03-22'), '2001');
  expect(await office.faults()).toEqual([]);
  office.close();
}

test('killed at any account, it goes on, and comes to what an undisturbed closing comes to', async () => {
  const undisturbed = copyOf(template);
  await ended(undisturbed);
  const expected = interestOf(undisturbed);
  expect(expected).toHaveLength(PEOPLE.length);
  let halfway = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: PEOPLE.length }), async (account) => {
      const folder = copyOf(template);
      const ledger = startDoomed('days', folder);
      await ledger.until((told) => told['ending'] === LAST_DAY);
      await look(folder, ({ open, done }) => open !== LAST_DAY || done >= account);
      await ledger.kill();
      const left = await look(folder, () => true);
      if (left.state === 'posting') halfway += 1;
      // The day moves on after all of its interest, and not before.
      if (left.open !== LAST_DAY) expect(left.state).toBe('posted');
      await ended(folder);
      expect(interestOf(folder)).toEqual(expected);
    }),
    { numRuns: 4, examples: [[1]] },
  );
  expect(halfway).toBeGreaterThan(0);
});
