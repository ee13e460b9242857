import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseYuan } from '../../../../electron/contract/kernel/money.ts';
import { csvRecords } from '../../../../electron/ledger/intake/csv/csv-records.ts';
import { readSettlement, type SettlementLine } from '../../../../electron/ledger/intake/settlement-file.ts';
import {
  ALLOCATION_TITLES,
  ENCODINGS,
  everything,
  pain,
  painBlock,
  painGroup,
  textSource,
  wholeAllocation,
} from './intake-sources.ts';

/** Surnames with rare characters: Ext. A (䴖), Ext. B (𠀀, four bytes in GB18030), middle dot, apostrophe, quotes. */
const nameCharacter = fc.constantFrom('张', '三', '䴖', '䶮', '𠀀', '𪚥', '·', "'", '"', ',', ' ', 'é', '€', 'A', '\n');
const name = fc.array(nameCharacter, { minLength: 0, maxLength: 12 }).map((all) => all.join(''));
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const encoding = fc.constantFrom(...ENCODINGS);
const lineEnd = fc.constantFrom('\r\n', '\n');
const amountFen = fc.integer({ min: 0, max: 1_000_000 });

const quoted = (field: string) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
const yuan = (amount: number) => (amount / 100).toFixed(2);

test('records survive any encoding, mark, line end, quoting and cutting into pieces', async () => {
  const table = fc.array(fc.array(name, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, encoding, lineEnd, sizes, fc.boolean(), async (rows, into, end, pieces, endsWhole) => {
      const text = rows.map((row) => row.map(quoted).join(',')).join(end) + (endsWhole ? end : '');
      const records = await everything(csvRecords(textSource(text, into, pieces), 'FORMAT'));
      expect(records.map(({ fields }) => fields)).toEqual(rows);
      const lines = rows.map((_, at) => 1 + rows.slice(0, at).join().split('\n').length - 1 + at);
      expect(records.map(({ line }) => line)).toEqual(lines);
    }),
  );
});

test('an allocation reads the same as CSV in any encoding and as either version of pain.001', async () => {
  const person = fc.record({ name: name.map((text) => text.replaceAll('\n', '')), amountFen });
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 12 }),
      encoding,
      lineEnd,
      sizes,
      fc.constantFrom('09' as const, '03' as const),
      async (people, into, end, pieces, version) => {
        const sum = yuan(people.reduce((total, one) => total + one.amountFen, 0));
        const csv = await wholeAllocation(textSource(csvOf(people, sum, end), into, pieces));
        const xml = await wholeAllocation(textSource(xmlOf(people, sum, version), 'utf-8', pieces));
        for (const read of [csv, xml]) {
          // Blanks at the ends of a cell mean nothing; in XML they are text.
          const names = people.map((one) => (read === csv ? one.name.replace(/^ +| +$/g, '') : one.name));
          expect(read.lines.map((line) => [line.id, line.name, line.amount])).toEqual(
            people.map((one, at) => [String(at + 1), names[at], one.amountFen]),
          );
          expect(read.summary).toMatchObject({ count: people.length, countHolds: true, sumHolds: true });
        }
        expect(xml.header.form).toBe(`pain.001.001.${version}`);
      },
    ),
  );
});

type Person = { name: string; amountFen: number };

function csvOf(people: readonly Person[], sum: string, end: string): string {
  const lines = people.map(
    (one, at) => `${at + 1},11010519491231002X,${quoted(one.name)},6213300000000000011,${yuan(one.amountFen)},`,
  );
  return ['批次号,入账年月,笔数,总金额', `YB1,202401,${people.length},${sum}`, ALLOCATION_TITLES, ...lines, ''].join(
    end,
  );
}

function xmlOf(people: readonly Person[], sum: string, version: '09' | '03'): string {
  const transactions = people.map(
    (one, at) =>
      `<CdtTrfTxInf><PmtId><EndToEndId>${at + 1}</EndToEndId></PmtId>` +
      `<Amt><InstdAmt Ccy="CNY">${yuan(one.amountFen)}</InstdAmt></Amt><Cdtr><Nm><![CDATA[${one.name}]]></Nm></Cdtr></CdtTrfTxInf>\n`,
  );
  return pain({ version, group: painGroup(people.length, sum), blocks: painBlock(transactions.join('')) });
}

test('a settlement adds consumption and takes voids and refunds away, and keeps each line as it stands', async () => {
  const kind = fc.constantFrom('消费', '撤销', '退货');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(kind, amountFen), { maxLength: 12 }),
      encoding,
      sizes,
      async (rows, into, pieces) => {
        const net = rows.reduce((sum, [which, amount]) => sum + (which === '消费' ? amount : -amount), 0);
        const lines = rows.map(
          ([which, amount], at) => `P${at},20240203101500,H1,T1,6213300000000000011,${which},门诊,${yuan(amount)},`,
        );
        const text = settlement(lines, rows.length, yuan(net));
        const read: SettlementLine[] = [];
        for await (const part of readSettlement(textSource(text, into, pieces))) {
          if (part.kind === 'lines') read.push(...part.lines);
          if (part.kind === 'summary')
            expect(part.summary).toMatchObject({ countHolds: true, netHolds: true, netFen: BigInt(net) });
        }
        expect(read.map(({ cells }) => cells.join(','))).toEqual(lines);
        expect(read.map(({ amount }) => amount)).toEqual(rows.map(([, amount]) => amount));
      },
    ),
  );
});

function settlement(lines: readonly string[], count: number, net: string): string {
  const head = ['清算文件号,清算日期,笔数,净额', `QS1,20240229,${count},${net}`];
  return [...head, '流水号,交易时间,机构编号,终端号,卡号,交易类型,类别,金额,原流水号', ...lines, ''].join('\r\n');
}

test('the amounts a file may hold are those of docs/rules.md 6 and none below zero', async () => {
  const texts = [
    '300',
    '1,234.50',
    '0.00',
    '0.1',
    '1.234,50',
    '1e5',
    '-0.00',
    '0.005',
    '-5.00',
    '３００',
    '3 0',
    '+3',
    '',
  ];
  const lines = texts.map((text, at) => `${at},1,张三,1,${quoted(text)},`);
  const csv = [`批次号,入账年月,笔数,总金额\nYB1,202401,${texts.length},0.00\n${ALLOCATION_TITLES}`, ...lines].join(
    '\n',
  );
  const read = await wholeAllocation(textSource(csv));
  expect(read.lines.map(({ amountText }) => amountText)).toEqual(texts);
  expect(read.lines.map(({ amount }) => amount)).toEqual([30_000, 123_450, 0, 10, ...Array(9).fill(null)]);
  expect(parseYuan('-5.00').ok, 'a negative amount is a number, yet no credit').toBe(true);
});
