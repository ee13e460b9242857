/** What the command line says when it cannot: one JSON value, the right exit, and a sentence that helps. */
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { commandLine, projectRoot, type Ran } from '../../model/command-line.ts';

const office = commandLine();
const elsewhere = mkdtempSync(join(tmpdir(), 'medicard-refusals-'));

beforeAll(async () => {
  await office.run(
    'init',
    '--office',
    '测试所',
    '--office-code',
    '0101',
    '--opening-date',
    '2024-01-01',
    '--clock',
    'books',
  );
});

function error({ out }: Ran): { code: string; message: string } {
  return JSON.parse(out).error;
}

test.each([
  ['no command', []],
  ['an unknown command', ['bogus']],
  ['an unknown option', ['day', '--bogus']],
  ['a missing option', ['init', '--office', 'X']],
  ['two ways at once', ['allocation', 'F', '--check', '--post']],
])('%s is a usage error: exit 2, and JSON when asked for', async (_, words) => {
  const ran = await office.run(...words, '--json');
  expect(ran.exit).toBe(2);
  expect(error(ran).code).toBe('USAGE');
});

test('help is one JSON value too', async () => {
  const ran = await office.run('--help', '--json');
  expect(ran.exit).toBe(0);
  expect(JSON.parse(ran.out).help).toContain('allocation FILE');
});

test('a statement without a clerk names the option that is missing', async () => {
  const period = ['--from', '2024-01-01', '--to', '2024-01-31'];
  const ran = await office.run('statement', '--id-number', '1', '--card', '2', ...period, '--json');
  expect(ran.exit).toBe(1);
  expect(error(ran)).toMatchObject({ code: 'SIGN_IN_REQUIRED', message: expect.stringContaining('--as') });
});

test('a clerk without a password names where it is taken from', async () => {
  const ran = await office.run('day', '--as', '1001', '--json');
  expect(error(ran)).toMatchObject({ code: 'SIGN_IN_REQUIRED', message: expect.stringContaining('MEDICARD_PASSWORD') });
});

test('a backup into a folder that is not there says so', async () => {
  const ran = await office.run('backup', join(elsewhere, 'missing', 'copy.db'), '--json');
  expect(error(ran)).toMatchObject({ code: 'OUTPUT_FAILED', message: expect.stringContaining('does not exist') });
});

test('a file that is no backup of ours restores nothing', async () => {
  const garbage = join(elsewhere, 'garbage.db');
  writeFileSync(garbage, Buffer.alloc(9_000, 7));
  const target = join(elsewhere, 'restored');
  expect(error(await office.run('restore', garbage, '--data', target, '--json')).code).toBe('KEY_WRONG');
  expect(error(await office.run('restore', elsewhere, '--data', target, '--json')).code).toBe('FILE_UNREADABLE');
  expect(existsSync(join(target, 'ledger.db'))).toBe(false);
});

test('who reads only the first lines of a long answer is left in peace, and the work is done', async () => {
  const refused = Array.from({ length: 5_000 }, (_, at) => `NOBODY${at},X,,,,,\n`).join('');
  const file = join(elsewhere, 'register.csv');
  writeFileSync(file, readFileSync(join(projectRoot, 'test/office-a/register.csv')));
  appendFileSync(file, refused);
  const child = office.start('load', 'register', file);
  const problem: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (piece: string) => problem.push(piece));
  child.stdout.once('data', () => child.stdout.destroy());
  const [exit] = await once(child, 'close');
  expect({ exit, problem: problem.join('') }).toEqual({ exit: 0, problem: '' });
});
