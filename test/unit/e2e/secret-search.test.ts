/** What looks for a PIN end to end finds digits in every form, so that finding nothing means something. */
import { expect, test } from 'vitest';
import { formsIn } from '../../e2e/support/secret-search.ts';

const control = '259618';

test('the search finds digits in every form, and not in other digits', () => {
  const list = (text: string): readonly string[] => formsIn(Buffer.from(text), control);
  expect(list(`a${control}b`)).toEqual(['UTF-8']);
  for (const text of [
    '[2,5,9,6,1,8]',
    '2, 5, 9, 6, 1, 8',
    '["2", "5", "9", "6", "1", "8"]',
    '2 5 9 6 1 8',
    '2\n5\n9\n6\n1\n8',
  ]) {
    expect(list(text), text).toEqual(['listed']);
  }
  expect(formsIn(Buffer.from(control, 'utf16le'), control)).toEqual(['UTF-16LE']);
  expect(formsIn(Buffer.from([2, 5, 9, 6, 1, 8]), control)).toEqual(['bytes']);
  for (const text of ['259 618', '12,5,9,6,1,8', '2,5,9,6,1,80', '25961', '2,5,9,6,1'])
    expect(list(text), text).toEqual([]);
});
