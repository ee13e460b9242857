/** `holder contact|correct|close` and `correct` through the command line alone (docs/formats.md 6, docs/rules.md 2). */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { allocationCsv, person, registerCsv, residentId } from '../offices/made-up-people.ts';
import { commandLine } from './command-line.ts';

const office = commandLine();
const files = mkdtempSync(join(tmpdir(), 'medicard-holder-'));

let clerk: { code: string; password: string };

function file(name: string, text: string): string {
  const path = join(files, name);
  writeFileSync(path, text);
  return path;
}

beforeAll(async () => {
  const { clerks } = await office.json(
    ...['init', '--office', '测试所', '--office-code', '0101', '--opening-date', '2024-01-31', '--clock', 'books'],
  );
  [clerk] = clerks;
  office.actAs(clerk, clerks[1]);
  await office.run('load', 'register', file('register.csv', registerCsv([0, 1, 2].map(person))));
  const credits = [0, 1].map((at) => ({ id: String(at + 1), to: person(at), amount: '300.00' }));
  await office.run('allocation', file('a.csv', allocationCsv('YB1', '600.00', credits)), '--post');
});

const holder = (at: number) => ['--id-number', person(at).idNumber, '--card', person(at).card];
const byPhone = (at: number, phone: string) =>
  office.json('loss', 'report', '--id-number', person(at).idNumber, '--name', person(at).name, '--phone', phone);

test('a phone changed at the counter is the one a loss is reported by', async () => {
  const said = await office.json(
    'holder',
    'contact',
    ...holder(0),
    '--phone',
    '+86 138 0000 0009',
    '--address',
    '人民路 1 号',
  );
  expect(said).toEqual({ changed: ['phone', 'address'], phone: '138****0009' });
  expect(await byPhone(0, person(0).phone)).toMatchObject({ error: { code: 'PAIR_MISMATCH' } });
  expect(await byPhone(0, '138-0000-0009')).toMatchObject({ status: 'reported' });
});

test('a wrong name is corrected with the document seen, and a register of before is told where', async () => {
  const wrong = await office.run('holder', 'correct', ...holder(1), '--name', '李四广');
  expect(wrong.exit, 'without a document').toBe(2);
  const said = await office.json('holder', 'correct', ...holder(1), '--name', '李四广', '--document', '身份证原件');
  expect(said).toEqual({ changed: ['name'] });
  const load = await office.json('load', 'register', file('again.csv', registerCsv([person(1)])));
  expect(load.refused).toMatchObject([{ line: 2, code: 'HOLDER_DIFFERS' }]);
  expect(load.refused[0].message).toContain('corrected at the counter on 2024-01-31');
  expect(Object.keys(load.refused[0])).toEqual(['line', 'code', 'message']);
});

test('a wrong entry is corrected by its opposite, once, with a reason', async () => {
  const wrong = await office.run('correct', '1', ...holder(1));
  expect(wrong.exit, 'without a reason').toBe(2);
  expect((await office.run('correct', 'one', ...holder(1), '--reason', '重复划入')).exit).toBe(2);
  const done = await office.json('correct', '1', ...holder(1), '--reason', '重复划入');
  expect(done).toEqual({ seq: 2, originalSeq: 1, businessDate: '2024-01-31', amountFen: -30_000, balanceFen: 0 });
  const again = await office.json('correct', '1', ...holder(1), '--reason', '重复划入');
  expect(again).toMatchObject({ error: { code: 'ENTRY_CORRECTED' } });
  const period = ['--from', '2024-01-01', '--to', '2024-12-31', '--format', 'json'];
  const { entries } = await office.json('statement', ...holder(1), ...period);
  expect(entries.at(-1)).toMatchObject({ kind: 'correction', corrects: { seq: 1, date: '2024-01-31' } });
  expect(await office.json('verify')).toMatchObject({ ok: true });
});

test('an ID number is corrected: the old one opens nothing any more', async () => {
  const next = residentId('19800101', 121);
  const said = await office.json('holder', 'correct', ...holder(2), '--new-id-number', next, '--document', '户口簿');
  expect(said.changed).toContain('idNumber');
  const period = ['--from', '2024-01-01', '--to', '2024-12-31', '--format', 'json'];
  expect(await office.json('statement', ...holder(2), ...period)).toMatchObject({ error: { code: 'PAIR_MISMATCH' } });
  const now = ['--id-number', next, '--card', person(2).card];
  expect(await office.json('statement', ...now, ...period)).toMatchObject({ entries: [] });
});

test('an account is closed once, its balance paid out by a reference, and the books prove themselves', async () => {
  const refused = await office.run('holder', 'close', ...holder(0), '--json');
  expect([refused.exit, JSON.parse(refused.out).error.code]).toEqual([1, 'ACCOUNT_BALANCE']);
  const said = await office.json('holder', 'close', ...holder(0), '--reference', 'YBJ-2024-7');
  expect(said).toMatchObject({ closedOn: '2024-01-31', paidOutFen: 30_000, reference: 'YBJ-2024-7' });
  expect(await office.json('holder', 'close', ...holder(0))).toMatchObject({ error: { code: 'ACCOUNT_CLOSED' } });
  // The other account was corrected to nothing above.
  expect(await office.json('verify')).toMatchObject({ ok: true, balanceFen: 0 });
});

test.each([
  [['holder', 'contact', ...holder(1)], 2],
  [['holder', 'rename', ...holder(1)], 2],
  [['holder', 'correct', ...holder(1), '--sex', 'x', '--document', '身份证'], 2],
  [['holder', 'contact', '--id-number', person(1).idNumber, '--phone', '13800000001'], 2],
  [['holder', 'contact', ...holder(1), '--phone', '12'], 1],
])('%j ends with %i', async (words, exit) => {
  expect((await office.run(...words, '--json')).exit).toBe(exit);
});

test('nobody is their own second person', async () => {
  office.actAs(clerk, clerk);
  const said = await office.json('holder', 'contact', ...holder(1), '--phone', '13800000001');
  expect(said).toMatchObject({ error: { code: 'SECOND_PERSON_SAME' } });
});
