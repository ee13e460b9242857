/** Two programs on one data folder: the second is refused plainly, and the first dying frees it (docs/ledger.md 3). */
import { beforeAll, expect, test } from 'vitest';
import { Dispatcher } from '../../../electron/ledger/dispatch/dispatcher.ts';
import { RefusalError } from '../../../electron/contract/kernel/errors.ts';
import { copyOf, DATA_KEY, makeTemplate, Office, OFFICE_ID, type Template } from '../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';
import { startDoomed } from './ledger-process.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

function refusalOf(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

test('a second door in the same process is refused with the folder, and the first works on', async () => {
  const folder = copyOf(template);
  const office = new Office(folder);
  expect(refusalOf(() => new Office(folder))).toEqual({ code: 'DATA_FOLDER_IN_USE', details: { folder } });
  expect(await office.faults()).toEqual([]);
  office.close();
  new Office(folder).close();
});

test('so is one in another process', async () => {
  const folder = copyOf(template);
  const office = new Office(folder);
  const second = startDoomed('open', folder);
  await second.ended();
  expect(second.told).toEqual([{ opened: 'DATA_FOLDER_IN_USE' }]);
  office.close();
  const third = startDoomed('open', folder);
  await third.ended();
  expect(third.told).toEqual([{ opened: true }]);
});

test('a folder held by a process that was killed is free at once', async () => {
  const folder = copyOf(template);
  const first = startDoomed('hold', folder);
  await first.until(({ ready }) => ready === true);
  expect(refusalOf(() => new Office(folder))).toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
  await first.kill();
  const office = new Office(folder);
  expect(await office.faults()).toEqual([]);
  office.close();
});

test('an empty folder is held as well', () => {
  const folder = freshFolder();
  const office = new Office(folder);
  expect(refusalOf(() => new Office(folder))).toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
  office.close();
});

test.each([
  ['another key', { dataKey: Buffer.alloc(32, 0xcd) }, 'KEY_WRONG'],
  ['the key of another office', { officeId: '00000000-0000-4000-8000-000000000009' }, 'KEY_WRONG'],
])('%s opens nothing, and the folder is free again', async (_, change, code) => {
  const folder = copyOf(template);
  const options = {
    folder,
    keysFolder: keysBeside(folder),
    officeId: OFFICE_ID,
    dataKey: DATA_KEY,
    clock: () => 0 as never,
    report: () => undefined,
  };
  expect(refusalOf(() => new Dispatcher({ ...options, ...change }))).toMatchObject({ code });
  const office = new Office(folder);
  expect(await office.faults()).toEqual([]);
  office.close();
});
