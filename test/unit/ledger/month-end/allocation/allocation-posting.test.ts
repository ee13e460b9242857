/** Staging and posting set by set changes no outcome: what the file says line by line is what the books say. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { behindTheBack, copyOf, makeTemplate, Office, type Template } from '../../../../offices/small-office.ts';
import { StagedRun, type StagedRow } from '../../../../../electron/ledger/month-end/allocation/staging/staged-run.ts';
import { allocationCsv, person } from '../../../../offices/made-up-people.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const credit = (id: string, at: number, amount: string) => ({ id, to: person(at), amount });

test('an account named several times is credited in the order of the file, and the books prove themselves', async () => {
  const office = new Office(copyOf(template));
  const credits = [credit('1', 3, '1.00'), credit('2', 4, '2.00'), credit('3', 3, '4.00'), credit('4', 3, '8.00')];
  expect(await office.post.allocation(allocationCsv('YB3', '15.00', credits))).toMatchObject({ accepted: 4 });
  expect(await office.faults()).toEqual([]);
  office.close();
  const entries = behindTheBack(office.folder, (connection) =>
    connection
      .prepare(
        `SELECT account_id, amount_fen, balance_fen, entry.reference FROM entry
         JOIN posting ON posting.id = posting_id WHERE posting.reference = 'YB3' ORDER BY account_id, seq`,
      )
      .raw()
      .all(),
  );
  expect(entries).toEqual([
    [4, 100, 30_100, '1'],
    [4, 400, 30_500, '3'],
    [4, 800, 31_300, '4'],
    [5, 200, 30_200, '2'],
  ]);
});

test('identifiers are compared as they are written, and refused lines come back as they were written', async () => {
  const office = new Office(copyOf(template));
  const stranger = { ...person(2), name: '另一人' };
  const credits = [
    credit('007', 0, '1.00'),
    credit('7', 1, '1.00'),
    credit('999999999999999999', 2, '1.00'),
    credit('7', 3, '1.00'),
    credit('A-1', 4, '1e5'),
    credit('A-1', 5, '1.0'),
    { id: '1', to: stranger, amount: '1000.5' },
    credit('2', 9, '1'),
  ];
  const run = await office.post.allocation(allocationCsv('YB3', '1006.50', credits));
  office.close();
  expect(run.fileReason).toBeNull();
  expect(
    Array.from(run.refused, ({ ordinal, line, externalId, reason, amountText, name }) => ({
      ordinal,
      line,
      externalId,
      reason,
      amountText,
      name,
    })),
  ).toEqual([
    { ordinal: 4, line: 7, externalId: '7', reason: 'AM05', amountText: '1.00', name: person(3).name },
    { ordinal: 5, line: 8, externalId: 'A-1', reason: 'AM09', amountText: '1e5', name: person(4).name },
    { ordinal: 6, line: 9, externalId: 'A-1', reason: 'AM05', amountText: '1.0', name: person(5).name },
    { ordinal: 7, line: 10, externalId: '1', reason: 'BE01', amountText: '1000.5', name: '另一人' },
    { ordinal: 8, line: 11, externalId: '2', reason: 'AC01', amountText: '1', name: person(9).name },
  ]);
});

test('an account that was closed takes nothing, and those around it do', async () => {
  const office = new Office(copyOf(template));
  const closed = person(3);
  await office.door.ledger.books.write(async ({ sql, keys }) => {
    sql
      .change(`UPDATE account SET status = 'closed' WHERE id = (SELECT account_id FROM card WHERE number_index = ?)`)
      .run(keys.blindIndex('card', closed.card));
  });
  const stranger = { ...closed, name: '另一人' };
  const credits = [credit('1', 2, '1.00'), credit('2', 3, '2.00'), { id: '3', to: stranger, amount: '4.00' }];
  const run = await office.post.allocation(allocationCsv('YB3', '15.00', [...credits, credit('4', 4, '8.00')]));
  expect(run).toMatchObject({ accepted: 2, amountFen: 900 });
  expect(Array.from(run.refused, ({ ordinal, reason }) => [ordinal, reason])).toEqual([
    [2, 'AC04'],
    [3, 'AC04'],
  ]);
  office.close();
});

test('a run gives back every row it took, in the order of the payee index, as often as it is filled', () => {
  const index = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 32, maxLength: 32 });
  const number = fc.integer({ min: 1, max: 999_999_999_999_999 });
  const small = fc.integer({ min: 1, max: 4_000_000_000 });
  const rowOf = fc.tuple(small, fc.oneof(number, fc.string()), index, number, small);
  const run = new StagedRun();
  fc.assert(
    fc.property(fc.array(rowOf), (rows: StagedRow[]) => {
      for (const row of rows) run.add(row);
      const drained: StagedRow[] = [];
      run.drain((row) => drained.push([...row]));
      const prefixes = drained.map(([, , found]) => found.slice(0, 8));
      expect(prefixes).toEqual(prefixes.toSorted());
      const text = (row: StagedRow): string => JSON.stringify(row);
      expect(drained.map(text).sort()).toEqual(rows.map(text).sort());
    }),
  );
});
