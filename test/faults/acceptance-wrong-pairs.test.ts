/**
 * Wrong pairs of ID and card at the command line: each counts once, and the fifth locks the clerk (docs/rules.md 2).
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../model/command-line.ts';

test('five wrong pairs are five answers, and the clerk is locked after the fifth', async () => {
  const office = commandLine();
  const made = await office.json('init', '--office', '测试所', '--office-code', '0101', '--opening-date', '2024-01-01');
  office.actAs(made.clerks[0], made.clerks[1]);
  const register = join(mkdtempSync(join(tmpdir(), 'medicard-pairs-')), 'register.csv');
  const titles = '证件号码,姓名,手机号,单位名称,医保编号,卡号,开户日期';
  writeFileSync(register, `${titles}\n11010519491231002X,张三,13912345678,厂,YB1,6213300000000000018,20240101\n`);
  await office.json('load', 'register', register);
  const codes: string[] = [];
  for (const number of [...Array(5).fill('440524188001010014'), '11010519491231002X']) {
    const person = ['--id-number', number, '--card', '6213300000000000018'];
    const said = await office.json('statement', ...person, '--from', '2024-01-01', '--to', '2024-01-31');
    codes.push(said.error?.code);
  }
  expect(codes).toEqual([...Array(5).fill('PAIR_MISMATCH'), 'CLERK_LOCKED']);
}, 60_000);
