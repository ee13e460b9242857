/** No process of the program may leave a core dump: keys and passwords pass through its memory. */
import { readFileSync } from 'node:fs';
import { expect, test } from './support/counter-test.ts';
import { commandOf, lastingProcesses } from './support/ledger-process.ts';

test('every process, page and ledger included, is forbidden core dumps for good', async ({ twoDisplayDesk: desk }) => {
  await desk.signIn();
  const found = lastingProcesses(desk.app).map((id) => ({ id, command: commandOf(id) }));
  const kinds = found.map(({ command }) => /--type=([\w-]+)/.exec(command)?.[1] ?? 'none').sort();
  // Main and the forked ledger have no type; a page each for clerk and customer.
  expect(kinds.filter((kind) => kind === 'renderer')).toHaveLength(2);
  expect(kinds.filter((kind) => kind === 'none')).toHaveLength(2);
  for (const { id, command } of found) {
    const limits = readFileSync(`/proc/${id}/limits`, 'utf8');
    expect(/Max core file size\s+(\S+)\s+(\S+)/.exec(limits)?.slice(1), command).toEqual(['0', '0']);
  }
  const unlimited = found.filter(({ command }) => !/--type=/.test(command));
  for (const { id } of unlimited) expect(readFileSync(`/proc/${id}/coredump_filter`, 'utf8').trim()).toBe('00000000');
});
