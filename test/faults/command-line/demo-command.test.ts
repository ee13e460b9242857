/** `demo`: the demo office and one statement, for a machine without a display. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../../model/command-line.ts';

test('the demo office is made from the files that come with the program, and gives a statement', async () => {
  const office = commandLine();
  const out = join(office.folder, '..', 'out');
  const { exit, out: said, problem } = await office.run('demo', '--out', out, '--json');
  expect([exit, problem]).toEqual([0, '']);
  expect(JSON.parse(said)).toMatchObject({ file: join(out, 'statement.pdf') });
  expect(readFileSync(join(out, 'statement.pdf'), 'latin1')).toMatch(/^%PDF-/);
});
