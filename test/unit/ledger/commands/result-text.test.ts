/** What a command prints in pieces is the JSON it would be whole, and the words with a line a row. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText, Rows, plainText } from '../../../../electron/ledger/commands/result-text.ts';

const rowsOf = (rows: readonly number[]): Rows<number> =>
  new Rows(
    rows,
    (row) => ({ line: row, id: `"${row}"` }),
    (row) => `line ${row}`,
  );

test.for([0, 1, 999, 1_000, 1_001, 2_000, 2_345])('%d rows', (count) => {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const result = { json: { before: 1, rejected: rowsOf(numbers), after: null }, text: 'so many' };
  const printed = [...jsonText(result)].join('');
  expect(printed.endsWith('}\n')).toBe(true);
  expect(JSON.parse(printed)).toEqual({
    before: 1,
    rejected: numbers.map((row) => ({ line: row, id: `"${row}"` })),
    after: null,
  });
  expect([...plainText(result)].join('')).toBe(`${['so many', ...numbers.map((row) => `line ${row}`)].join('\n')}\n`);
});

test('any other JSON is printed as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect([...jsonText({ json, text: '' })].join('')).toBe(`${JSON.stringify(json)}\n`);
    }),
  );
});

test('a refusal comes with what there is to show', () => {
  const refusal = { code: 'AM18', message: 'the count differs' };
  const result = { json: { accepted: 0, rejected: rowsOf([]) }, text: 'not posted', refusal };
  expect(JSON.parse([...jsonText(result)].join(''))).toEqual({ accepted: 0, rejected: [], error: refusal });
  expect([...jsonText({ json: {}, text: '', refusal })].join('')).toBe(`${JSON.stringify({ error: refusal })}\n`);
});
