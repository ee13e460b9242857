/** A quarter's interest through the command line alone: rates, the closing, the statement and the worksheet (docs/rules.md 1). */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { allocationCsv, person, registerCsv } from '../offices/made-up-people.ts';
import { commandLine } from './command-line.ts';

const office = commandLine();
const files = mkdtempSync(join(tmpdir(), 'medicard-interest-'));

function file(name: string, text: string): string {
  const path = join(files, name);
  writeFileSync(path, text);
  return path;
}

beforeAll(async () => {
  const { clerks } = await office.json(
    ...['init', '--office', '测试所', '--office-code', '0101', '--opening-date', '2023-12-25', '--clock', 'books'],
  );
  const [clerk, supervisor, administrator] = clerks;
  office.actAs(administrator, supervisor);
  const sets = (name: string, value: string) => office.json('setting', 'set', name, value, '--reason', '总行公布');
  expect(await sets('interestDemandRate', '2023-12-25 0.35')).toMatchObject({ value: '2023-12-25 0.35' });
  expect(await sets('interestCarryOverRate', '2024-01-01 1.1')).toMatchObject({ value: '2024-01-01 1.1' });
  office.actAs(clerk, supervisor);
  await office.run('load', 'register', file('register.csv', registerCsv([person(0)])));
  const credit = (amount: string) => [{ id: '1', to: person(0), amount }];
  await office.run('allocation', file('a.csv', allocationCsv('YB1', '4000.00', credit('4000.00'))), '--post');
  await office.json('day', '--advance-to', '2024-02-20');
  await office.run('allocation', file('b.csv', allocationCsv('YB2', '1800.00', credit('1800.00'))), '--post');
  await office.json('day', '--advance-to', '2024-03-20');
});

const holder = ['--id-number', person(0).idNumber, '--card', person(0).card];
const quarter = { from: '2023-12-25', to: '2024-03-20', reference: 'JX20240320', state: 'posted' };
/** 7 days of 4,000 at 0.35 per cent, then 80 at 1.1, and 30 of 1,800 at 0.35. */
const exact = (4_000 * 7 * 0.0035 + 4_000 * 80 * 0.011 + 1_800 * 30 * 0.0035) / 360;

test('before the day is closed nothing is settled, and a worksheet says so', async () => {
  expect(await office.json('interest', 'list')).toEqual([]);
  expect(await office.json('interest', 'worksheet', ...holder, '--to', '2024-03-20')).toMatchObject({
    error: { code: 'INTEREST_UNKNOWN', message: expect.stringContaining('2024-03-20') },
  });
});

test('the closing of the 20th books it, once, and the statement has it as its own kind', async () => {
  expect(await office.json('day', '--close')).toEqual({ businessDate: '2024-03-21' });
  const amountFen = Math.round(exact * 100);
  expect(await office.json('interest', 'list')).toMatchObject([{ ...quarter, accounts: 1, amountFen }]);
  const period = ['--from', '2024-03-01', '--to', '2024-03-31', '--format', 'json'];
  const statement = await office.json('statement', ...holder, ...period);
  expect(statement).toMatchObject({ interestFen: amountFen, closingFen: 580_000 + amountFen });
  expect(statement.entries).toMatchObject([{ kind: 'interest', date: '2024-03-20', amountFen }]);
  await office.json('day', '--advance-to', '2024-04-02');
  expect(await office.json('interest', 'list')).toHaveLength(1);
  expect(await office.json('verify')).toMatchObject({ ok: true });
});

test('the worksheet shows each stretch of days, and comes to what was booked', async () => {
  const out = join(files, 'worksheet.pdf');
  const sheet = await office.json('interest', 'worksheet', ...holder, '--to', '2024-03-20', '--out', out);
  expect(sheet).toMatchObject({
    stretches: [
      {
        from: '2023-12-25',
        to: '2023-12-31',
        days: 7,
        balanceFen: 400_000,
        carryOverFen: 0,
        demandMillionths: 3_500,
      },
      { from: '2024-01-01', to: '2024-02-19', days: 50, carryOverFen: 400_000, carryOverMillionths: 11_000 },
      { from: '2024-02-20', to: '2024-03-20', days: 30, balanceFen: 580_000, carryOverFen: 400_000 },
    ],
    demandYuan: (((4_000 * 7 + 1_800 * 30) * 0.0035) / 360).toFixed(6),
    // Cut off, not rounded.
    carryOverYuan: String(Math.floor((4_000 * 80 * 0.011 * 1e6) / 360) / 1e6),
    amountFen: Math.round(exact * 100),
    pages: 1,
  });
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
});

test('what makes no sense is a usage error', async () => {
  for (const words of [['interest'], ['interest', 'pay'], ['interest', 'worksheet', ...holder, '--to', '20240320']])
    expect((await office.run(...words)).exit, words.join(' ')).toBe(2);
});
