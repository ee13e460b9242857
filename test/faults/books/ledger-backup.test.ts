/**
 * A backup is proven when it is made and again when it is restored, and only into an empty folder (docs/ledger.md 7).
 */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Dispatcher } from '../../../electron/ledger/dispatch/dispatcher.ts';
import { backupFacts, backupOpensWith } from '../../../electron/ledger/books/backup.ts';
import { copyOf, DATA_KEY, makeTemplate, Office, OFFICE_ID, type Template } from '../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';

let template: Template;
let backup = '';
beforeAll(async () => {
  template = await makeTemplate();
  backup = join(freshFolder(), 'backup.db');
  const office = new Office(copyOf(template));
  await office.door.ledger.books.backUp(backup);
  office.close();
});

const restoring = (office: Office, path = backup) =>
  office.codeOf('office.restoreFrom', { path, recoveryKeyTyped: true }, null);

test('a restored office is the office, sessions and all, and proves itself', async () => {
  const folder = freshFolder();
  const office = new Office(folder);
  expect(await restoring(office)).toBeNull();
  expect(await office.must('ledger.verify', {}, null)).toMatchObject({ ok: true, accounts: 6, entries: 13 });
  expect(await office.must('batch.list', {}, template.clerk)).toMatchObject({ total: 3 });
  office.reopen();
  expect(office.door.officePresent).toBe(true);
  expect(await office.faults()).toEqual([]);
  office.close();
});

test('the restore is on record', async () => {
  const office = new Office(freshFolder());
  await restoring(office);
  const last = await office.door.ledger.books.read(async ({ sql }) =>
    sql.rows('SELECT verb, outcome FROM audit ORDER BY seq DESC LIMIT 1').get(),
  );
  expect(last).toEqual({ verb: 'office.restore', outcome: 'done' });
  office.close();
});

test('a backup is one encrypted file of the stated size and hash, and leaves nothing beside it', async () => {
  const { bytes, sha256 } = await backupFacts(backup);
  expect(bytes).toBe(readFileSync(backup).length);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(backupOpensWith(backup, DATA_KEY)).toBe(true);
  expect(backupOpensWith(backup, Buffer.alloc(32, 0xcd))).toBe(false);
  expect(readdirSync(join(backup, '..'))).toEqual(['backup.db']);
});

test.each([
  ['that is not there', () => join(freshFolder(), 'none.db'), 'FILE_UNREADABLE'],
  ['that is no database', () => written(Buffer.alloc(8192, 'x')), 'KEY_WRONG'],
  ['with a damaged page', () => written(damaged(readFileSync(backup))), 'BACKUP_DAMAGED'],
  ['of which only the first page is there', () => written(readFileSync(backup).subarray(0, 4096)), 'BACKUP_DAMAGED'],
  ['of one byte', () => written(Buffer.alloc(1)), 'BACKUP_DAMAGED'],
  ['of no bytes', () => written(Buffer.alloc(0)), 'BACKUP_DAMAGED'],
])('a backup %s restores nothing, and the folder is as empty as before', async (_, path, code) => {
  const folder = freshFolder();
  const office = new Office(folder);
  expect(await restoring(office, path())).toBe(code);
  expect(readdirSync(folder).filter((name) => !name.startsWith('in-use'))).toEqual([]);
  expect(await restoring(office)).toBeNull();
  office.close();
});

test.each([0, 1, 4096])('whether a key opens a backup cut to %i bytes is answered with its damage', (bytes) => {
  const path = written(readFileSync(backup).subarray(0, bytes));
  expect(() => backupOpensWith(path, DATA_KEY)).toThrow(
    expect.objectContaining({ refusal: expect.objectContaining({ code: 'BACKUP_DAMAGED' }) }),
  );
  expect(readdirSync(join(path, '..'))).toEqual(['other.db']);
});

function written(bytes: Buffer): string {
  const path = join(freshFolder(), 'other.db');
  writeFileSync(path, bytes);
  return path;
}

/** One bit in the middle of every page but the first. */
function damaged(bytes: Buffer): Buffer {
  for (let at = 4096 + 2000; at < bytes.length; at += 4096) bytes[at]! ^= 1;
  return bytes;
}

test('another key restores nothing', async () => {
  const folder = freshFolder();
  const door = new Dispatcher({
    ...{
      folder,
      keysFolder: keysBeside(folder),
      officeId: OFFICE_ID,
      dataKey: Buffer.alloc(32, 0xcd),
      clock: () => 0 as never,
      report: () => undefined,
    },
  });
  const request = {
    verb: 'office.restoreFrom',
    input: { path: backup, recoveryKeyTyped: true },
    sessionToken: null,
  } as const;
  const { reply } = await door.answer({ ...request, door: 'own-program', counter: 'T1', operator: 'window' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'KEY_WRONG' } });
  expect(existsSync(join(folder, 'ledger.db'))).toBe(false);
  door.close();
});

test('an office is never restored over: not over an open one, not over a stranger’s files', async () => {
  const folder = copyOf(template);
  const office = new Office(folder);
  expect(await restoring(office)).toBe('OFFICE_EXISTS');
  expect(await office.faults()).toEqual([]);
  office.close();
  const strange = freshFolder();
  copyFileSync(backup, join(strange, 'something.txt'));
  const other = new Office(strange);
  expect(await restoring(other)).toBe('FOLDER_NOT_EMPTY');
  expect(existsSync(join(strange, 'something.txt'))).toBe(true);
  other.close();
});

test('books whose note was lost are not thrown away by restoring over them', () => {
  const folder = copyOf(template);
  rmSync(join(folder, 'office.json'));
  const before = readFileSync(join(folder, 'ledger.db'));
  expect(() => new Office(folder)).toThrow('OFFICE_NOTE_MISSING');
  const kept = readdirSync(folder).some((name) => readFileSync(join(folder, name)).equals(before));
  expect(kept).toBe(true);
});
