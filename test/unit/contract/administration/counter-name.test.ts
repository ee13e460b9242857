/** What a counter may be called: one line that is seen as it is. */
import { expect, test } from 'vitest';
import { verbs } from '../../../../electron/contract/verbs.ts';

const { input } = verbs['counter.add'];
const added = (name: string) => input.safeParse({ name, kind: 'counter', authorisation: null });

test.each([
  ['a second row of the list', 'A\n03  counter  joined'],
  ['what steers a terminal', 'B\u001b[2J'],
  ['nothing that is seen', '\u200b'],
  ['a text that runs the other way', 'C\u202e10'],
  ['a line separator', 'D\u2028E'],
])('a name of a counter holds not %s', (_, name) => {
  expect(added(name).success).toBe(false);
});

test('two ways to write one name are one name', () => {
  expect(added('cafe\u0301').data?.name).toBe('caf\u00e9');
  expect(added(' 三号窗口 ').data?.name).toBe('三号窗口');
});
