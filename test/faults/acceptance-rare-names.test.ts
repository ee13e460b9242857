/** A name that the paper's font lacks keeps paper back and nothing else (docs/papers.md 2). */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { commandLine } from '../model/command-line.ts';

const office = commandLine();
const folder = mkdtempSync(join(tmpdir(), 'medicard-rare-'));
const person = ['--id-number', '11010519491231002X', '--card', '6213300000000000018'];
const statementAs = (format: string) => {
  const out = join(folder, `statement.${format}`);
  const period = ['--from', '2024-01-01', '--to', '2024-01-31'];
  return { out, said: office.json('statement', ...person, ...period, '--format', format, '--out', out) };
};

beforeAll(async () => {
  const made = await office.json('init', '--office', '测试所', '--office-code', '0101', '--opening-date', '2024-01-01');
  office.actAs(made.clerks[0], made.clerks[1]);
  const register = join(folder, 'register.csv');
  const titles = '证件号码,姓名,手机号,单位名称,医保编号,卡号,开户日期';
  writeFileSync(register, `${titles}\n11010519491231002X,𠮷野,13912345678,厂,YB1,6213300000000000018,20240101\n`);
  expect(await office.json('load', 'register', register)).toMatchObject({ added: 1, refused: [] });
}, 60_000);

test.each(['json', 'csv', 'camt053'])('a statement as %s needs no font', async (format) => {
  const { out, said } = statementAs(format);
  expect(await said).toMatchObject({ openingFen: 0, closingFen: 0, entries: [] });
  expect(existsSync(out)).toBe(true);
});

test('the paper is refused by name of the character, and no file is left', async () => {
  const { out, said } = statementAs('pdf');
  expect(await said).toMatchObject({ error: { code: 'MISSING_GLYPH', message: expect.stringContaining('U+20BB7') } });
  expect(existsSync(out)).toBe(false);
});
