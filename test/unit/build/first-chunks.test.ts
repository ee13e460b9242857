import { describe, expect, test } from 'vitest';
import { firstChunks } from '../../../build/first-chunks.ts';

const imports: Readonly<Record<string, readonly string[]>> = {
  '/r/teller/main.ts': ['/r/shared/keys.ts', '/r/teller/state.ts'],
  '/r/customer/main.ts': ['/r/shared/keys.ts', '/r/customer/pad.ts'],
  '/r/shared/keys.ts': ['/r/shared/focus.ts'],
  '/r/shared/focus.ts': ['/r/shared/keys.ts'],
  '/r/teller/state.ts': [],
  '/r/customer/pad.ts': [],
  '/r/teller/task.ts': ['/r/shared/table.ts'],
  '/r/shared/table.ts': [],
};
const graph = {
  getModuleInfo: (id: string) => {
    const importedIds = imports[id];
    return importedIds === undefined ? null : { importedIds };
  },
};

describe('the files that a window begins with', () => {
  test.each([
    ['/r/shared/keys.ts', 'both'],
    ['/r/shared/focus.ts', 'both'],
    ['/r/teller/main.ts', 'teller-first'],
    ['/r/teller/state.ts', 'teller-first'],
    ['/r/customer/pad.ts', 'customer-first'],
    ['/r/teller/task.ts', null],
    ['/r/shared/table.ts', null],
  ])('%s goes into %s', (id, chunk) => {
    expect(firstChunks('/r')(id, graph)).toBe(chunk);
  });

  test('a window whose entry has another name is no bundle of two files but a mistake', () => {
    expect(() => firstChunks('/elsewhere')('/r/shared/keys.ts', graph)).toThrow('no entry');
  });
});
