/**
 * `clerk …` and `setting …` in a real process: what they answer, and that `init`'s passwords serve at once
 * (docs/formats.md 6).
 */
import { readdirSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { booksPath } from '../../../electron/ledger/books/books.ts';
import { openConnection } from '../../../electron/ledger/books/sqlite/connection.ts';
import { readKeyFile } from '../../../electron/ledger/books/sealing/key-file.ts';
import { deriveKeys } from '../../../electron/ledger/books/sealing/keys.ts';
import { commandLine } from '../../model/command-line.ts';

const office = commandLine();
const passwords: Record<string, string> = {};

beforeAll(async () => {
  const words = ['--office', '测试所', '--office-code', '0101', '--opening-date', '2024-01-01', '--clock', 'books'];
  const made = await office.json('init', ...words);
  for (const { code, password } of made.clerks) passwords[code] = password;
});

const person = (code: string) => ({ code, password: passwords[code]! });
const because = ['--reason', '人员变动'];
const asAdministrator = () => office.actAs(person('9001'), person('2001'));

/** One's own new password, from the environment. */
async function changeOwn(code: string, present: string, next: string): Promise<any> {
  office.environment['MEDICARD_NEW_PASSWORD'] = next;
  office.actAs({ code, password: present });
  try {
    return await office.json('clerk', 'password', code, '--own');
  } finally {
    delete office.environment['MEDICARD_NEW_PASSWORD'];
  }
}

test('a clerk is added with a one-time password that serves for setting another one alone', async () => {
  asAdministrator();
  const added = await office.json('clerk', 'add', '2002', '--name', '主管二', '--role', 'supervisor');
  expect(added).toMatchObject({ code: '2002', name: '主管二', role: 'supervisor', oneTime: true });
  office.actAs({ code: '2002', password: added.password });
  const refused = await office.json('approvals', 'list');
  expect(refused.error).toMatchObject({
    code: 'PASSWORD_EXPIRED',
    message: expect.stringContaining('clerk password 2002 --own'),
  });
  expect((await changeOwn('2002', added.password, 'short')).error.code).toBe('PASSWORD_WEAK');
  expect(await changeOwn('2002', added.password, 'quiet-harbour-7')).toMatchObject({ code: '2002', changed: true });
  office.actAs({ code: '2002', password: 'quiet-harbour-7' });
  expect(await office.json('approvals', 'list')).toEqual([]);
  passwords['2002'] = 'quiet-harbour-7';
}, 60_000);

test('a leaver is barred, and stays on the list', async () => {
  asAdministrator();
  expect(await office.json('clerk', 'disable', '1001', ...because)).toMatchObject({ code: '1001', state: 'disabled' });
  office.actAs(person('1001'));
  expect((await office.json('approvals', 'list')).error.code).toBe('CLERK_DISABLED');
  office.actAs(null);
  const { clerks } = await office.json('clerk', 'list');
  expect(clerks.map(({ code, state }: { code: string; state: string }) => [code, state])).toEqual([
    ['1001', 'disabled'],
    ['2001', 'active'],
    ['2002', 'active'],
    ['9001', 'active'],
  ]);
  asAdministrator();
  const back = await office.json('clerk', 'enable', '1001', ...because);
  passwords['1001'] = back.password;
  expect(await office.json('clerk', 'change', '1001', '--name', '柜员改', ...because)).toMatchObject({
    name: '柜员改',
  });
}, 60_000);

test('the two who are left can neither go nor step down', async () => {
  office.actAs(person('9001'), person('2001'));
  await office.json('clerk', 'disable', '2002', ...because);
  for (const words of [
    ['disable', '2001'],
    ['change', '9001', '--role', 'clerk'],
  ])
    expect((await office.json('clerk', ...words, ...because)).error.code).toBe('AUTHORISERS_TOO_FEW');
}, 60_000);

test('what is no role or no code is a usage error', async () => {
  asAdministrator();
  for (const words of [
    ['add', '12', '--name', 'X', '--role', 'clerk'],
    ['add', '1005', '--name', 'X', '--role', 'boss'],
    ['add', '1005', '--role', 'clerk'],
    ['change', '1001'],
    ['fire', '1001'],
  ])
    expect((await office.run('clerk', ...words)).exit, words.join(' ')).toBe(2);
}, 60_000);

test('a setting is changed by two, refused out of its range with the range, and listed', async () => {
  asAdministrator();
  expect(await office.json('setting', 'set', 'printGate', '70', ...because)).toMatchObject({
    name: 'printGate',
    value: 70,
  });
  const refused = await office.json('setting', 'set', 'printGate', '-1', ...because);
  expect(refused.error).toMatchObject({
    code: 'SETTING_OUT_OF_RANGE',
    message: expect.stringMatching(/0 to 1000.*-1.*70/),
  });
  const far = await office.json('setting', 'set', 'printGate', '1001', ...because);
  expect(far.error).toMatchObject({
    code: 'SETTING_OUT_OF_RANGE',
    message: expect.stringMatching(/0 to 1000.*1001.*70/),
  });
  office.actAs(null);
  const { settings } = await office.json('setting', 'list');
  const gate = settings.find(({ name }: { name: string }) => name === 'printGate');
  expect(gate).toMatchObject({
    value: 70,
    default: 60,
    min: 0,
    max: 1000,
    changed: { by: '9001', authorisedBy: '2001' },
  });
  office.actAs(person('9001'));
  expect((await office.json('setting', 'set', 'printGate', '60', ...because)).error.code).toBe(
    'SECOND_PERSON_REQUIRED',
  );
}, 60_000);

test('a stored setting that is not allowed is told by each command and corrected by two', async () => {
  const [file = ''] = readdirSync(office.keys).filter((name) => name.endsWith('.key'));
  const dataKey = readKeyFile(file.slice(0, -'.key'.length), office.keys);
  const connection = openConnection({ path: booksPath(office.folder), databaseKey: deriveKeys(dataKey).database });
  connection.exec("UPDATE setting SET value = '2000' WHERE name = 'printGate'");
  connection.close();
  asAdministrator();
  const told = 'setting printGate is stored as 2000, which is not between 0 and 1000; its default 60 holds';
  expect((await office.run('approvals', 'list')).problem).toContain(told);
  expect((await office.run('setting', 'list')).out).toContain(told);
  expect((await office.json('setting', 'set', 'printGate', '70', ...because)).value).toBe(70);
  expect((await office.run('approvals', 'list')).problem).not.toContain('printGate');
}, 60_000);

test('a wrong password at the command line delays the next', async () => {
  office.actAs({ code: '2001', password: 'wrong' });
  const codes = [];
  for (let time = 0; time < 2; time += 1) codes.push((await office.json('approvals', 'list')).error.code);
  expect(codes).toEqual(['SIGN_IN_FAILED', 'SIGN_IN_FAILED']);
  office.environment['MEDICARD_RECOVERY_KEY'] = 'nonsense';
  office.actAs(null);
  expect((await office.json('clerk', 'lift-locks')).error.code).toBe('RECOVERY_KEY_WRONG');
  delete office.environment['MEDICARD_RECOVERY_KEY'];
}, 60_000);
