import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import '../../../../property-seed.ts';
import { fen, parseYuan } from '../../../../../electron/contract/kernel/money.ts';
import { csvLine } from '../../../../../electron/ledger/paper/spreadsheet-text.ts';
import { statementCamt053 } from '../../../../../electron/ledger/statement/paper/statement-camt053.ts';
import { statementCsv } from '../../../../../electron/ledger/statement/paper/statement-csv.ts';
import { statementJson } from '../../../../../electron/ledger/statement/paper/statement-json.ts';
import {
  assertStatementAddsUp,
  type StatementView,
} from '../../../../../electron/ledger/statement/paper/statement-view.ts';
import { statementArbitrary, statementOf, usualDrafts } from './statement-sample.ts';

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function fenOf(yuan: string): number {
  const read = parseYuan(yuan);
  if (!read.ok) throw new Error(`no amount: ${read.text}`);
  return read.amountFen;
}

test('in JSON the opening balance and the entries make the closing balance, and the totals follow from the entries', () => {
  fc.assert(
    fc.property(statementArbitrary, (view) => {
      const json = statementJson(view);
      const of = (...kinds: string[]) =>
        sum(json.entries.filter(({ kind }) => kinds.includes(kind)).map(({ amountFen }) => amountFen));
      expect(json.openingFen + sum(json.entries.map(({ amountFen }) => amountFen))).toBe(json.closingFen);
      expect(json.allocatedFen).toBe(of('allocation'));
      expect(json.consumedFen + of('consumption')).toBe(0);
      expect(json.refundedFen).toBe(of('refund', 'void'));
      expect(json.interestFen).toBe(of('interest'));
      expect(Object.is(json.consumedFen, -0)).toBe(false);
    }),
  );
});

test('in CSV the balance lines and the amounts between them add up, and no cell runs as a formula', () => {
  fc.assert(
    fc.property(statementArbitrary, (view) => {
      const csv = statementCsv(view);
      expect(csv.startsWith('\uFEFF序号,')).toBe(true);
      const rows: string[][] = parse(csv, { bom: true });
      const lines = rows.slice(2, -1);
      expect(lines.length).toBe(view.entries.length);
      expect(fenOf(rows[1]![5]!) + sum(lines.map((cells) => fenOf(cells[4]!)))).toBe(fenOf(rows.at(-1)![5]!));
      const runnable = rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-\d+\.\d\d$/.test(cell));
      expect(runnable).toEqual([]);
    }),
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+8613800000000', "'+8613800000000"],
  ['-1+2', "'-1+2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1', "'＝1"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['-150.50', '-150.50'],
  ['-1.5.0', "'-1.5.0"],
  ['a=b', 'a=b'],
  ['他说"好",走', '"他说""好"",走"'],
])('the cell %j is written as %j', (text, written) => {
  expect(csvLine([text])).toBe(`${written}\r\n`);
});

type Camt = { readonly balances: Map<string, number>; readonly entries: number[] };

function readCamt(xml: string): Camt {
  const read = { balances: new Map<string, number>(), entries: [] as number[] };
  const path: string[] = [];
  let [text, code, amount] = ['', '', 0];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    path.push(name);
    text = '';
  });
  parser.on('text', (more) => (text += more));
  parser.on('closetag', ({ name }) => {
    const parent = path[path.length - 2];
    if (name === 'Cd' && parent === 'CdOrPrtry') code = text;
    if (name === 'Amt') amount = fenOf(text);
    if (name === 'CdtDbtInd' && text === 'DBIT') amount = -amount;
    if (name === 'Bal') read.balances.set(code, amount);
    if (name === 'Ntry') read.entries.push(amount);
    path.pop();
  });
  parser.write(xml).close();
  return read;
}

test('in camt.053 OPBD and the signed entries make CLBD', () => {
  fc.assert(
    fc.property(statementArbitrary, (view) => {
      const { balances, entries } = readCamt(statementCamt053(view, '6213300000000000011'));
      expect(entries).toEqual(view.entries.map(({ amountFen }) => amountFen));
      expect(balances.get('OPBD')! + sum(entries)).toBe(balances.get('CLBD'));
      expect(balances.get('OPBD')).toBe(view.openingFen);
    }),
  );
});

test('camt.053 refuses a selection of kinds and an account id the schema cannot hold', () => {
  const view = statementOf(usualDrafts(3));
  expect(() => statementCamt053({ ...view, kindFilter: ['consumption'] }, '62')).toThrow(RangeError);
  expect(() => statementCamt053(view, '')).toThrow(RangeError);
  expect(() => statementCamt053(view, '6'.repeat(35))).toThrow(RangeError);
});

const view = statementOf(usualDrafts(4));
const broken: readonly (readonly [string, StatementView])[] = [
  ['closing balance', { ...view, closingFen: fen(view.closingFen + 1) }],
  ['totals', { ...view, totals: { ...view.totals, interest: { count: 1, amountFen: fen(1) } } }],
  ['lines', { ...view, entries: view.entries.slice(1) }],
  ['order', { ...view, entries: view.entries.toReversed() }],
];

test.each(broken)('a statement with wrong %s is refused by every form', (_, wrong) => {
  expect(() => statementJson(wrong)).toThrow(RangeError);
  expect(() => statementCsv(wrong)).toThrow(RangeError);
  expect(() => statementCamt053(wrong, '62')).toThrow(RangeError);
});

test('a statement of chosen kinds lists some lines and keeps the totals of the whole period', () => {
  const entries = view.entries.filter(({ kind }) => kind === 'allocation');
  const filtered = { ...view, kindFilter: ['allocation'] as const, entries };
  assertStatementAddsUp(filtered);
  const json = statementJson(filtered);
  expect(json.entries.length).toBe(1);
  expect(json.consumedFen).toBe(-view.totals.consumption.amountFen);
});
