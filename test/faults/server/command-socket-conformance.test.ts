/** Every command answers the same beside a running office server as where it opens the folder itself: on two copies of one office. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ran } from '../../model/command-line.ts';
import { copyOf, madeOffice, serving, type MadeOffice, type Server } from './command-socket.ts';

const FILES = 'test/office-a';
const HOLDER = ['--id-number', '330106194701016661', '--card', '6213300100000000024'];
const MONTH = ['--from', '2024-01-01', '--to', '2024-01-31'];
const out = mkdtempSync(join(tmpdir(), 'medicard-socket-out-'));

let [own, served]: MadeOffice[] = [];
let server: Server;
/** Number of the report that each made. */
const reports = new Map<string, string>();

beforeAll(async () => {
  const template = await madeOffice();
  [own, served] = [copyOf(template), copyOf(template)];
  server = await serving(served);
});

afterAll(() => void server.child.kill('SIGKILL'));

/** What differs from run to run whoever is asked: times, ids, one-time passwords, what is sealed with a new nonce, paths. */
function without(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, 'UUID')
    .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+Z|\+08:00)?/g, 'TIME')
    .replaceAll(/"(password|sha256)":"[^"]+"/g, '"$1":"X"')
    .replaceAll(/"(bytes|at|lastSeenAt|lastSignInAt|expiresAt)":\d+/g, '"$1":0')
    .replaceAll(/(<MsgId>[^<]*)-[0-9a-z]{8}(<)/g, '$1$2')
    .replaceAll(/\/(own|served)\.(\w+)/g, '/$2');
}

async function ran(office: MadeOffice, who: 'own' | 'served', words: readonly string[]): Promise<Ran> {
  const [clerk, second] = CLERKS[words[0] ?? ''] ?? ['1001', '2001'];
  office.environment['MEDICARD_PASSWORD'] = office.passwords[clerk];
  office.environment['MEDICARD_AUTH_PASSWORD'] = office.passwords[second];
  const people = words.includes('NOBODY') ? [] : ['--as', clerk, '--authorised-by', second];
  const typed = words.filter((word) => word !== 'NOBODY').map((word) => word.replace('OUT.', `${out}/${who}.`));
  const report = reports.get(who) ?? '';
  return office.run(...typed.map((word) => (word === 'REPORT' ? report : word)), ...people);
}

const CLERKS: Readonly<Record<string, readonly [string, string]>> = {
  clerk: ['9001', '2001'],
  counter: ['9001', '2001'],
  setting: ['9001', '2001'],
};

/** In this order; those with NO in front are refused. NOBODY stands for no clerk, REPORT for the loss report made before, OUT. for a file that is then compared. */
const COMMANDS: readonly (readonly string[])[] = [
  ['day', 'NOBODY'],
  ['load', 'institutions', `${FILES}/institutions.csv`, 'NOBODY'],
  ['load', 'register', `${FILES}/register.csv`, 'NOBODY'],
  ['NO', 'load', 'register', `${FILES}/institutions.csv`],
  ['NO', 'load', 'register', `${FILES}/not-there.csv`],
  ['day', '--advance-to', '2024-01-31'],
  ['NO', 'day', '--close', '--advance-to', '2024-02-01'],
  ['allocation', `${FILES}/allocation-202401.csv`, '--check', 'NOBODY'],
  ['NO', 'allocation', `${FILES}/allocation-202401.csv`, '--post', 'NOBODY'],
  ['allocation', `${FILES}/allocation-202401.csv`, '--post', '--answer', 'OUT.posted.xml'],
  ['NO', 'allocation', `${FILES}/allocation-202401.csv`, '--post'],
  ['allocation', `${FILES}/allocation-202401.csv`, '--answer', 'OUT.again.xml', 'NOBODY'],
  ['NO', 'allocation', `${FILES}/settlement-202402.csv`, '--check'],
  ['NO', 'allocation', FILES, '--check'],
  ['settlement', `${FILES}/settlement-202402.csv`, '--check', '--answer', 'OUT.settled.csv'],
  ['NO', 'settlement', `${FILES}/settlement-202402.csv`, '--post', '--answer', join(out, 'none', 'x.csv')],
  ['statement', ...HOLDER, ...MONTH],
  ['statement', ...HOLDER, ...MONTH, '--format', 'csv', '--out', 'OUT.statement.csv'],
  ['NO', 'statement', ...HOLDER.slice(0, 2), '--card', '6213300100000000040', ...MONTH],
  ['loss', 'report', ...HOLDER],
  ['loss', 'show', 'REPORT', ...HOLDER.slice(0, 2)],
  ['NO', 'loss', 'show', 'GS010120240131999999', ...HOLDER.slice(0, 2)],
  ['loss', 'worklist'],
  ['loss', 'cancel', 'REPORT', ...HOLDER.slice(0, 2)],
  ['holder', 'contact', ...HOLDER, '--phone', '13800000009'],
  ['approvals', 'list'],
  ['NO', 'approvals', 'refuse', 'no-such', '--reason', 'x'],
  ['clerk', 'list', 'NOBODY'],
  ['clerk', 'add', '1002', '--name', '柜员二', '--role', 'clerk'],
  ['clerk', 'disable', '1002', '--reason', '调离本网点'],
  ['NO', 'clerk', 'disable', '1002', '--reason', '调离本网点', 'NOBODY'],
  ['setting', 'list', 'NOBODY'],
  ['setting', 'set', 'printGate', '50', '--reason', '按通知调整'],
  ['counter', 'list', 'NOBODY'],
  ['NO', 'counter', 'revoke', '09', '--reason', '没有这个'],
  ['NO', 'day', '--accept-clock', '--reason', '时钟曾快'],
  ['NO', 'open-behind'],
  ['verify', 'NOBODY'],
  ['backup', 'OUT.copy.db', 'NOBODY'],
  ['NO', 'backup', 'OUT.copy.db'],
];

test.each(COMMANDS.map((words) => [words.join(' '), words] as const))('%s', async (_, listed) => {
  const words = listed.filter((word) => word !== 'NO');
  const [one, other] = [own, served];
  if (one === undefined || other === undefined) throw new Error('no office');
  const [here, there] = [await ran(one, 'own', [...words, '--json']), await ran(other, 'served', [...words, '--json'])];
  if (words[1] === 'report') {
    reports.set('own', (JSON.parse(here.out) as { number: string }).number);
    reports.set('served', (JSON.parse(there.out) as { number: string }).number);
  }
  expect(here.exit === 0).toBe(listed[0] !== 'NO');
  expect([there.exit, without(there.out), without(there.problem)]).toEqual([
    here.exit,
    without(here.out),
    without(here.problem),
  ]);
  expect(() => JSON.parse(there.out) as unknown).not.toThrow();
  for (const word of words.filter((each) => /^OUT\..*(xml|csv)$/.test(each))) {
    const [mine, theirs] = ['own', 'served'].map((who) => readFileSync(`${out}/${who}.${word.slice(4)}`, 'utf8'));
    expect(without(theirs ?? '')).toBe(without(mine ?? 'nothing'));
  }
});

test('in words too: exit, text and complaints', async () => {
  for (const words of [['day'], ['clerk', 'list'], ['allocation', FILES, '--check'], ['day', '--bogus']]) {
    const [here, there] = [await own!.run(...words), await served!.run(...words)];
    expect([there.exit, there.out, there.problem]).toEqual([here.exit, here.out, here.problem]);
  }
});

test('a joining code is given while the server runs', async () => {
  const words = ['counter', 'add', '二号柜台', '--json'];
  const added = await ran(served!, 'served', words);
  expect(JSON.parse(added.out)).toMatchObject({
    number: '01',
    address: expect.stringMatching(/^127\.0\.0\.1:\d+$/) as unknown,
  });
});

test('what takes the folder for itself is refused beside a server, with a sentence', async () => {
  const small = ['--holders', '1', '--months', '1', '--seed', '1', '--json'];
  const simulated = JSON.parse((await served!.run('simulate', ...small)).out) as {
    error: { code: string; message: string };
  };
  expect(simulated.error.code).toBe('SERVER_RUNNING');
  expect(simulated.error.message).toContain('Stop the server first');
  const init = ['init', '--office', 'X', '--office-code', '0101', '--opening-date', '2024-01-01', '--json'];
  expect((JSON.parse((await served!.run(...init)).out) as { error: { code: string } }).error.code).toBe(
    'OFFICE_EXISTS',
  );
  const restore = await served!.run('restore', `${out}/own.copy.db`, '--data', served!.folder, '--json');
  expect((JSON.parse(restore.out) as { error: { code: string } }).error.code).toBe('FOLDER_NOT_EMPTY');
});
