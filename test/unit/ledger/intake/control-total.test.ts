import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, type Fen } from '../../../../electron/contract/kernel/money.ts';
import { ControlTotal, exactYuan, lineAmount } from '../../../../electron/ledger/intake/allocation/control-total.ts';
import { pain, painBlock, painGroup, painTransaction, textSource, wholeAllocation } from './intake-sources.ts';

function totalOf(texts: readonly string[]): ControlTotal {
  const total = new ControlTotal();
  for (const text of texts) total.add(text, lineAmount(text));
  return total;
}

const holds = (texts: readonly string[], declared: string) => totalOf(texts).isDeclaredAs(exactYuan(declared)!);

test('zero and amounts above the ceiling count in the declared sum', () => {
  expect(holds(['300.00', '0.00', '10000.01'], '10300.01')).toBe(true);
  expect(holds(['300.00', '0.00', '10000.01'], '300.00')).toBe(false);
});

test('a malformed amount counts as the number it is, or not at all, and no other way', () => {
  const texts = ['300.00', '0.005', '-5.00', '1e5', '1.234,50'];
  expect(holds(texts, '300.00')).toBe(true);
  expect(holds(texts, '295.005')).toBe(true);
  expect(holds(texts, '100295.005')).toBe(false);
  expect(holds(texts, '295.00')).toBe(false);
  expect(holds(texts, '300.01')).toBe(false);
});

test('sums stay exact beyond what a double can hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 900_000_000_000_000, max: 999_999_999_999_999 }), { minLength: 20, maxLength: 200 }),
      (amounts) => {
        const total = new ControlTotal();
        for (const amount of amounts) total.add('', fen(amount) satisfies Fen, 1);
        for (const amount of amounts.slice(0, 5)) total.add('', fen(amount), -1);
        const sum = (all: readonly number[]) => all.reduce((so, amount) => so + BigInt(amount), 0n);
        expect(total.wellFormedFen).toBe(sum(amounts) - sum(amounts.slice(0, 5)));
      },
    ),
  );
});

test.each([
  ['900', '900'],
  ['900.0', '900.00'],
  ['1,900.00', '1900'],
  ['+900.000', '900'],
  ['-0.5', '-.5'],
])('%s and %s are the same number', (one, other) => {
  expect(exactYuan(one)).toBe(exactYuan(other));
});

test.each(['', '.', '-', '1e5', '0x10', '1 000', 'NaN', '1.234,50', '１'])('%s is no decimal number', (text) => {
  expect(exactYuan(text)).toBeNull();
});

const twoBlocks = (first: string, second: string) =>
  painBlock(painTransaction('1', '300.00') + painTransaction('2', '0.50'), first, 'YB1-1') +
  painBlock(painTransaction('3', '9.50'), second, 'YB1-2');

test.each([
  [
    'all right',
    '<NbOfTxs>2</NbOfTxs><CtrlSum>300.50</CtrlSum>',
    '<NbOfTxs>1</NbOfTxs><CtrlSum>9.5</CtrlSum>',
    true,
    true,
  ],
  ['none stated', '', '', true, true],
  ['a block count wrong', '<NbOfTxs>1</NbOfTxs>', '<NbOfTxs>2</NbOfTxs>', false, true],
  ['a block sum wrong', '<CtrlSum>300.00</CtrlSum>', '<CtrlSum>10.00</CtrlSum>', true, false],
])('the blocks of a pain.001 are held to their own totals: %s', async (_, first, second, countHolds, sumHolds) => {
  const { summary, lines } = await wholeAllocation(
    textSource(pain({ group: painGroup(3, '310.00'), blocks: twoBlocks(first, second) })),
  );
  expect(summary).toMatchObject({ count: 3, countHolds, sumHolds });
  expect(lines.map(({ paymentId }) => paymentId)).toEqual(['YB1-1', 'YB1-1', 'YB1-2']);
});

test('a sum that is not declared is added up, and every declared one must agree', async () => {
  const sums = async (first: string, second: string) => {
    const text = pain({ group: painGroup(3, null), blocks: twoBlocks(first, second) });
    return (await wholeAllocation(textSource(text))).summary.sumHolds;
  };
  expect(await sums('<CtrlSum>300.50</CtrlSum>', '<CtrlSum>9.50</CtrlSum>')).toBe(true);
  expect(await sums('<CtrlSum>300.50</CtrlSum>', '')).toBe(true);
  expect(await sums('<CtrlSum>300.51</CtrlSum>', '')).toBe(false);
  expect(await sums('', '')).toBe(true);
});

test('a foreign currency, thousands commas and a missing currency are malformed in XML', async () => {
  const foreign = painTransaction('1').replace('"CNY"', '"USD"');
  const bare = painTransaction('2').replace(' Ccy="CNY"', '');
  const grouped = painTransaction('3', '1,234.50');
  const blocks = painBlock(foreign + bare + grouped);
  const { lines, summary } = await wholeAllocation(textSource(pain({ group: painGroup(3, '600.00'), blocks })));
  expect(lines.map(({ amount }) => amount)).toEqual([null, null, null]);
  expect(lines[0]!.amountText).toBe('USD 300.00');
  expect(summary.sumFen).toBe(0n);
});
