/** What a spreadsheet adds to a table means nothing, and what it took away is told (docs/formats.md 1). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../property-seed.ts';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { readAllocation } from '../../../../electron/ledger/intake/allocation/allocation-file.ts';
import type { FileSource } from '../../../../electron/ledger/intake/file-source.ts';
import { readInstitutions } from '../../../../electron/ledger/intake/institutions-file.ts';
import { readRegister } from '../../../../electron/ledger/intake/register-file.ts';
import { readSettlement } from '../../../../electron/ledger/intake/settlement-file.ts';
import { allocationCsv, ENCODINGS, faultOf, ONE_LINE, textSource, wholeAllocation } from './intake-sources.ts';

const REGISTER = [
  '证件号码,姓名,手机号,单位名称,医保编号,卡号,开户日期',
  '11010519491231002X,欧阳·娜娜,13912597620,明德,YB1,6213300100000000008,20240101',
  '11010519491231002X,张  三,,,YB2,6213300100000000009,20240101',
];
const INSTITUTIONS = ['机构编号,机构名称,机构类型,终端号', 'H1,市第一人民医院,医院,T1;T2', 'P1,康宁药店,药店,T3'];
const ALLOCATION = allocationCsv([ONE_LINE, ONE_LINE.replace('1', '2')], 'YB1,202401,2,600.00')
  .trimEnd()
  .split('\r\n');
const SETTLEMENT = [
  '清算文件号,清算日期,笔数,净额',
  'QS1,20240229,1,10.00',
  '流水号,交易时间,机构编号,终端号,卡号,交易类型,类别,金额,原流水号',
  'P1,20240203101500,H1,T1,6213300000000000011,消费,门诊,10.00,',
];

async function read(parts: AsyncIterable<unknown>): Promise<any[]> {
  const all: unknown[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

const KINDS: readonly (readonly [
  name: string,
  rows: readonly string[],
  parts: (source: FileSource) => AsyncIterable<unknown>,
])[] = [
  ['register', REGISTER, (source) => readRegister(source, businessDate('2024-01-01'))],
  ['institutions', INSTITUTIONS, readInstitutions],
  ['allocation', ALLOCATION, readAllocation],
  ['settlement', SETTLEMENT, readSettlement],
];

const blank = fc.constantFrom('', '', ' ', '\t', '\u3000', '\u00a0', ' \t ');
/** How one row comes out of a spreadsheet: blanks around each cell, cells beyond the last, and rows of nothing after it. */
const habit = fc.record({
  before: fc.array(blank, { minLength: 9, maxLength: 9 }),
  after: fc.array(blank, { minLength: 9, maxLength: 9 }),
  more: fc.nat(4),
  quoted: fc.boolean(),
  asText: fc.boolean(),
  nothing: fc.array(fc.constantFrom('', ',', ',,,,,', ' , ,\t', '"",""'), { maxLength: 2 }),
});

/** Everything read but the lines' places, which move with the rows of nothing between them. */
function withoutPlaces(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, each: unknown) =>
      key === 'line' ? undefined : typeof each === 'bigint' ? String(each) : each,
    ),
  );
}

function placesOf(value: unknown): number[] {
  const places: number[] = [];
  JSON.stringify(value, (key, each: unknown) => {
    if (key === 'line' && typeof each === 'number') places.push(each);
    return typeof each === 'bigint' ? String(each) : each;
  });
  return places;
}

test.each(KINDS)('a %s file reads the same whatever a spreadsheet adds to it', async (_, rows, parts) => {
  const plain = await read(parts(textSource(rows.join('\n'))));
  const habits = fc.array(habit, { minLength: rows.length, maxLength: rows.length });
  const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(habits, fc.constantFrom(...ENCODINGS), sizes, async (drawn, encoding, pieces) => {
      const written: string[] = [];
      const moved = new Map<number, number>();
      for (const [at, row] of rows.entries()) {
        const { before, after, more, quoted, asText, nothing } = drawn[at]!;
        moved.set(at + 1, written.length + 1);
        const cells = row.split(',').map((cell, column) => {
          const text = asText && /^\d/.test(cell) ? `'${cell}` : cell;
          const padded = `${before[column]}${text}${after[column]}`;
          return quoted ? `"${padded}"` : padded;
        });
        written.push(cells.join(',') + ','.repeat(more), ...nothing);
      }
      const spread = await read(parts(textSource(`${written.join('\r\n')}\r\n`, encoding, pieces)));
      // Pieces of the file come in other portions, so lines are put together again.
      expect(withoutPlaces(flat(spread))).toEqual(withoutPlaces(flat(plain)));
      expect(placesOf(flat(spread))).toEqual(placesOf(flat(plain)).map((line) => moved.get(line)));
    }),
    { numRuns: 60 },
  );
});

function flat(parts: readonly any[]): unknown[] {
  return parts.flatMap((part) => (Array.isArray(part) ? part : part.kind === 'lines' ? part.lines : [part]));
}

test('titles that differ are told as found and as expected, a number in their place is not shown', async () => {
  const wrong = await faultOf(readAllocation(textSource(allocationCsv([ONE_LINE]).replace('卡号', '银行卡号'))));
  expect(wrong).toMatchObject({
    key: 'titlesWrong',
    params: { found: '银行卡号', expected: '卡号' },
    line: 3,
    column: 12,
  });
  expect(wrong!.message).toContain('"银行卡号" stands where "卡号" is expected');
  const untitled = await faultOf(readRegister(textSource(REGISTER[1]!), businessDate('2024-01-01')));
  expect(untitled).toMatchObject({ params: { found: '*****************X', expected: '证件号码' } });
  const more = await faultOf(readInstitutions(textSource('机构编号,机构名称,机构类型,终端号,备注\n')));
  expect(more).toMatchObject({ params: { found: '备注', expected: '–' } });
});

test.each([
  ['scientific card', ONE_LINE.replace('6213300000000000011', '6.21331E+18')],
  ['scientific ID number', ONE_LINE.replace('11010519491231002X', '1.10105E+17')],
  ['fifteen digits of a card', ONE_LINE.replace('6213300000000000011', '6213309000000000000')],
  ['fifteen digits of an ID number', ONE_LINE.replace('11010519491231002X', '110105198501101000')],
])('a %s is noted with its line and how to export it as text', async (_, line) => {
  const { summary } = await wholeAllocation(
    textSource(allocationCsv([ONE_LINE.replace('1', '9'), line], 'YB1,202401,2,600.00')),
  );
  expect(summary.notes).toMatchObject([{ key: 'numbersCut', params: { count: 1, line: 5 } }]);
  expect(summary.notes[0]!.message).toMatch(/spreadsheet.*as text/);
  expect(summary.notes[0]!.params['field']).toMatch(/^(证件号码|卡号)$/);
});

test('a long number of another kind may end in zeros', async () => {
  const sound = SETTLEMENT.join('\n').replace('P1,', '202402030000001000,');
  const parts = await read(readSettlement(textSource(sound)));
  expect(parts.at(-1).summary.notes).toEqual([]);
});

test('a card that really ends in zeros is not taken for a cut one', async () => {
  const sound = ONE_LINE.replace('6213300000000000011', '6213309000000000100');
  expect((await wholeAllocation(textSource(allocationCsv([sound])))).summary.notes).toEqual([]);
});

test.each([
  ['ID_NUMBER_INVALID', 0, '1.10105E+17'],
  ['ID_NUMBER_INVALID', 0, '110105198501101000'],
  ['CARD_NUMBER_INVALID', 5, '6213309000000000000'],
  ['INSURANCE_NUMBER_INVALID', 4, '9.00000E+11'],
  ['OPENING_DATE_INVALID', 6, '2.02401E+07'],
])('a register line with a cut number is %s and says so', async (code, column, cut) => {
  const cells = REGISTER[1]!.split(',');
  cells[column] = cut;
  const [line] = (
    await read(readRegister(textSource(`${REGISTER[0]}\n${cells.join(',')}\n`), businessDate('2024-01-01')))
  )[0];
  expect(line).toMatchObject({ ok: false, code, detail: { key: 'numberCut' } });
  expect(line.message).toContain('spreadsheet');
});

test('a settlement time that a spreadsheet cut is told as such at its place', async () => {
  const cut = SETTLEMENT.join('\n').replace('20240203101500', '2.0240203E+13');
  expect(await faultOf(readSettlement(textSource(cut)))).toMatchObject({
    code: 'FORMAT',
    key: 'numberCut',
    line: 4,
    column: 4,
  });
});

test.each(KINDS)('a first line that names the separator is no line of a %s file', async (_, rows, parts) => {
  const plain = await read(parts(textSource(rows.join('\n'))));
  for (const first of ['sep=,', '"sep=,"', 'SEP=,', 'sep=,,,,']) {
    for (const size of [1, 65_536]) {
      const told = await read(parts(textSource([first, ...rows].join('\r\n'), 'utf-8 with mark', [size])));
      expect(withoutPlaces(flat(told))).toEqual(withoutPlaces(flat(plain)));
      expect(placesOf(flat(told))).toEqual(placesOf(flat(plain)).map((line) => line + 1));
    }
  }
  const other = ['sep=;', ...rows].join('\n').replaceAll(',', ';');
  expect(await faultOf(parts(textSource(other)))).toMatchObject({
    key: 'separatorWrong',
    params: { found: ';' },
    line: 2,
  });
});

test('an apostrophe that belongs to a name stays', async () => {
  const name = REGISTER[1]!.replace('欧阳·娜娜', "'t Hooft");
  const [line] = (await read(readRegister(textSource(`${REGISTER[0]}\n${name}\n`), businessDate('2024-01-01'))))[0];
  expect(line).toMatchObject({ ok: true, name: "'t Hooft" });
});
