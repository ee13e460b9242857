import { expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { readInstitutions } from '../../../../electron/ledger/intake/institutions-file.ts';
import { readRegister } from '../../../../electron/ledger/intake/register-file.ts';
import { everything, textSource } from './intake-sources.ts';

const GOOD = ['11010519491231002X', '欧阳·娜娜', '13912597620', '明德', 'YB1', '6213300100000000008', '20240101'];

async function register(changes: Record<number, string>, today = '2024-01-01') {
  const line = GOOD.map((field, at) => changes[at] ?? field).join(',');
  const text = `证件号码,姓名,手机号,单位名称,医保编号,卡号,开户日期\n${line}\n`;
  const [read] = await everything(readRegister(textSource(text), businessDate(today)));
  return read!;
}

test('full-width digits, spaces and a small x in numbers are the same numbers', async () => {
  const read = await register({
    0: '１１０１０５ 19491231 002x',
    2: '+86 139-1259-7620',
    5: '6213 3001 0000 0000 008',
  });
  expect(read).toMatchObject({ ok: true, idNumber: GOOD[0], phone: GOOD[2], card: GOOD[5], openingDate: '2024-01-01' });
});

test.each([
  ['ID_NUMBER_INVALID', { 0: '110105195001010014' }],
  ['ID_NUMBER_INVALID', { 0: '110105194912310021', 1: '', 5: '1' }],
  ['NAME_INVALID', { 1: '\u3000 ' }],
  ['NAME_INVALID', { 1: '张\ufffd', 2: '' }],
  ['NAME_INVALID', { 1: '𠀀'.repeat(141) }],
  ['EMPLOYER_INVALID', { 3: '公'.repeat(141) }],
  ['INSURANCE_NUMBER_INVALID', { 4: '' }],
  ['CARD_NUMBER_INVALID', { 5: '6213300100000000009', 6: '' }],
  ['OPENING_DATE_INVALID', { 6: '20240230' }],
])('a register line is refused with the first code that applies: %s %j', async (code, changes) => {
  expect(await register(changes)).toMatchObject({ ok: false, line: 2, code });
});

test('a name of 140 rare characters is within the limit', async () => {
  expect(await register({ 1: '𠀀'.repeat(140) })).toMatchObject({ ok: true });
});

test('a birth date after the business day is no ID number yet', async () => {
  expect(await register({}, '1949-12-30')).toMatchObject({ code: 'ID_NUMBER_INVALID' });
  expect(await register({}, '1949-12-31')).toMatchObject({ ok: true });
});

async function institutions(...lines: string[]) {
  return everything(readInstitutions(textSource(['机构编号,机构名称,机构类型,终端号', ...lines].join('\n'))));
}

test('an institution has a type, a name and terminals', async () => {
  const [line] = await institutions('H1,市第一人民医院,医院,T1;T2');
  expect(line).toEqual({
    ok: true,
    line: 2,
    code: 'H1',
    name: '市第一人民医院',
    type: 'hospital',
    terminals: ['T1', 'T2'],
  });
});

test.each([
  ['INSTITUTION_CODE_INVALID', ',甲,医院,T1'],
  ['INSTITUTION_NAME_INVALID', 'H2,,诊所,T1'],
  ['INSTITUTION_TYPE_INVALID', 'H2,甲,诊所,'],
  ['TERMINAL_INVALID', 'H2,甲,药店,'],
  ['TERMINAL_INVALID', 'H2,甲,药店,T1;T1'],
  ['TERMINAL_INVALID', 'H2,甲,药店,T1;'],
  ['TERMINAL_INVALID', 'H2,甲,药店,"T1,T2"'],
  ['TERMINAL_INVALID', 'H2,甲,药店,T1,T2'],
  ['TERMINAL_INVALID', 'H2,甲,药店'],
  ['COLUMN_COUNT_WRONG', 'H2,甲,乙,药店,T1'],
  ['COLUMN_COUNT_WRONG', 'H2,甲'],
  ['TERMINAL_INVALID', 'H2,甲,药店,T1、T2'],
  ['TERMINAL_INVALID', 'H2,甲,药店,T 1'],
  ['INSTITUTION_NAME_INVALID', 'H2,甲\ue000,药店,T1'],
  ['INSTITUTION_DUPLICATE', 'H1,甲,药店,T1'],
])('an institution line is refused with the first code that applies: %s %s', async (code, line) => {
  const [, read] = await institutions('H1,甲,药店,T1', line);
  expect(read).toMatchObject({ ok: false, line: 3, code });
});

test('a line with a column too many is refused alone, with what is wrong, and the others stand', async () => {
  const titles = '证件号码,姓名,手机号,单位名称,医保编号,卡号,开户日期';
  const [id, name, phone, ...rest] = GOOD;
  const lines = [
    GOOD.join(','),
    [id, name, phone, '02087654321', ...rest].join(','),
    [id, name].join(','),
    GOOD.join(','),
  ];
  const read = await everything(readRegister(textSource([titles, ...lines].join('\n')), businessDate('2024-01-01')));
  expect(read.map((line) => (line.ok ? 'good' : line.code))).toEqual([
    'good',
    'COLUMN_COUNT_WRONG',
    'COLUMN_COUNT_WRONG',
    'good',
  ]);
  expect(read[1]).toMatchObject({ line: 3, detail: { key: 'columnsOfLine', params: { found: 8, expected: 7 } } });
  const [, second, third] = await institutions('H1,甲,药店,T1', 'H2,乙,医院,T1,T2;T3', 'H3,丙,医院,T4');
  expect(second).toMatchObject({ ok: false, detail: { key: 'terminalCharacter', params: { character: ',' } } });
  expect(third).toMatchObject({ ok: true, code: 'H3' });
});
