/** `audit …` in a real process: the record as a file, whole or not at all (docs/formats.md 8). */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { commandLine } from '../../model/command-line.ts';
import { freshFolder } from '../../offices/test-folders.ts';

const office = commandLine();
const folder = freshFolder();

beforeAll(async () => {
  const words = ['--office', '测试所', '--office-code', '0101', '--opening-date', '2024-01-01', '--clock', 'books'];
  await office.json('init', ...words);
  await office.json('day', '--advance-to', '2024-01-05');
});

test('the record of a time is written with its head, and the writing is its last line', async () => {
  const out = join(folder, 'audit.csv');
  const told = await office.json('audit', '--from', '2024-01-01', '--to', '2099-12-31', '--out', out);
  const lines = readFileSync(out, 'utf8').trimEnd().split('\r\n').slice(1);
  expect(told).toMatchObject({ records: lines.length, masked: 0, headSeq: lines.length });
  expect(lines.at(-1)).toContain(`,audit.export,,done,`);
  expect(lines.at(-1)).toContain(told.headHash);
  const days = await office.json(
    'audit',
    '--from',
    '2024-01-01',
    '--to',
    '2099-12-31',
    '--verb',
    'day.close',
    '--out',
    `${out}2`,
  );
  expect(days.records).toBe(4);
}, 60_000);

test('a file that is there is not written over, and a time that is none writes nothing', async () => {
  const out = join(folder, 'there.csv');
  writeFileSync(out, 'mine');
  const span = ['--from', '2024-01-01', '--to', '2024-01-31'];
  expect((await office.json('audit', ...span, '--out', out)).error.code).toBe('OUTPUT_FAILED');
  expect(readFileSync(out, 'utf8')).toBe('mine');
  const wrong = await office.json(
    'audit',
    '--from',
    '2024-02-30',
    '--to',
    '2024-03-01',
    '--out',
    join(folder, 'no.csv'),
  );
  expect(wrong.error.code).toBe('DATE_INVALID');
  expect((await office.json('audit', '--from', 'today', '--to', '2024-03-01', '--out', out)).error.code).toBe('USAGE');
  expect(existsSync(join(folder, 'no.csv'))).toBe(false);
}, 60_000);
