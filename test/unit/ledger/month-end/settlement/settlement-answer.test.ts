import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../../property-seed.ts';
import {
  settlementAnswer,
  type SettlementAnswerLine,
} from '../../../../../electron/ledger/month-end/settlement/settlement-answer-paper.ts';

async function textOf(lines: Iterable<SettlementAnswerLine>): Promise<string> {
  let text = '';
  for await (const chunk of settlementAnswer(lines)) text += chunk;
  return text;
}

const line = ['P000000001', '20240203101500', 'H0001', 'T000101', '6213300000000000011', '消费', '门诊', '150.50', ''];

test('the answer repeats the input line and adds result and reason', async () => {
  const text = await textOf([
    { cells: line, rejection: null },
    { cells: line, rejection: 'DUPLICATE' },
  ]);
  expect(text).toBe(
    '\uFEFF流水号,交易时间,机构编号,终端号,卡号,交易类型,类别,金额,原流水号,结果,原因\r\n' +
      `${line.join(',')},ACCEPTED,\r\n${line.join(',')},REJECTED,DUPLICATE\r\n`,
  );
});

test('a malformed negative amount comes back as it was sent, text that a spreadsheet would run does not', async () => {
  const cells = ['=CMD()', '', '', '', '', '消费', '', '-30.00', '@x'];
  const rows: string[][] = parse(await textOf([{ cells, rejection: 'AMOUNT_INVALID' }]), { bom: true });
  expect(rows[1]).toEqual(["'=CMD()", '', '', '', '', '消费', '', '-30.00', "'@x", 'REJECTED', 'AMOUNT_INVALID']);
});

test('whatever the cells hold, the answer has the same lines and harmless cells come back unchanged', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', '药', ' ') });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { maxLength: 20 }), async (inputs) => {
      const text = await textOf(inputs.map((cells) => ({ cells, rejection: null })));
      const rows: string[][] = parse(text, { bom: true });
      const unhidden = (cells: string[]) => cells.map((value) => value.replace(/^'(?=\n)/, ''));
      expect(rows.slice(1).map((cells) => unhidden(cells.slice(0, 9)))).toEqual(inputs);
    }),
  );
});

test('a short line is filled up, a line of too many columns is an error', async () => {
  const rows: string[][] = parse(await textOf([{ cells: ['P1'], rejection: 'AMOUNT_INVALID' }]), { bom: true });
  expect(rows[1]).toEqual(['P1', '', '', '', '', '', '', '', '', 'REJECTED', 'AMOUNT_INVALID']);
  await expect(textOf([{ cells: [...line, 'x'], rejection: null }])).rejects.toThrow(RangeError);
});
