/** A folder of which nothing is left is not an empty one: its anchor beside the keys names the loss. */
import { mkdirSync, readdirSync, renameSync, rmSync, rmdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { sentence } from '../../../../../electron/contract/messages/messages.ts';
import { booksGone } from '../../../../../electron/ledger/books/anchor/gone-books.ts';
import { anchorOf, onePlace, work } from '../../../../offices/anchored-office.ts';
import { authorised, NEW_OFFICE, Office } from '../../../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../../../offices/test-folders.ts';

let folder = '';
/** Of the anchor, which is named by a folder that has to be there. */
let anchor = '';
beforeAll(() => {
  folder = onePlace();
  anchor = anchorOf(folder);
});

const making = { ...NEW_OFFICE, demoFolder: null };
const emptied = (at: string): void => {
  for (const name of readdirSync(at)) rmSync(join(at, name), { recursive: true });
};

test('an emptied folder is named as a loss, and no new office is made in it', async () => {
  const office = new Office(folder);
  await work(office);
  const backup = join(freshFolder(), 'backup.mcb');
  await office.door.ledger.books.backUp(backup);
  office.close();
  emptied(folder);
  const gone = new Office(folder);
  expect(gone.door.shut).toEqual({ code: 'BOOKS_GONE', details: { folder, path: anchor } });
  expect(gone.door.officePresent).toBe(false);
  const persons = { first: authorised('1001'), second: authorised('2001') };
  for (const ask of [
    gone.ask('office.create', making, null),
    gone.ask('office.status', {}, null),
    gone.ask('session.current', {}, null),
    gone.ask('ledger.verify', {}, null),
    gone.ask('office.acceptBooks', persons, null),
  ])
    expect(await ask).toMatchObject({ ok: false, error: { code: 'BOOKS_GONE' } });
  gone.close();
  expect(sentence('en', 'BOOKS_GONE', { folder, path: anchor })).toContain(anchor);
  expect(sentence('zh-CN', 'BOOKS_GONE', { folder, path: anchor })).toContain(anchor);

  // The folder itself may be gone too; a backup restored there is held against the anchor as ever.
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  rmdirSync(folder);
  expect(booksGone(folder, keysBeside(folder))?.code).toBe('BOOKS_GONE');
  const restored = new Office(folder);
  await restored.must('office.restoreFrom', { path: backup, recoveryKeyTyped: true }, null);
  expect(restored.door.shut).toBeNull();
  expect(await restored.must('office.status', {}, null)).toMatchObject({ office: { code: '0101' } });
  restored.close();
  expect(booksGone(folder, keysBeside(folder))).toBeNull();
});

test('a folder that was moved and opened elsewhere, or whose anchor was taken away, is an empty one', async () => {
  const left = onePlace();
  const old = anchorOf(left);
  utimesSync(old, 1, 1);
  const moved = freshFolder();
  rmdirSync(moved);
  renameSync(left, moved);
  expect(booksGone(left, keysBeside(left))?.code).toBe('BOOKS_GONE');
  const office = new Office(moved, undefined, keysBeside(left));
  await work(office);
  office.close();
  expect(booksGone(left, keysBeside(left))).toBeNull();
  emptied(moved);
  expect(booksGone(moved, keysBeside(left))?.code).toBe('BOOKS_GONE');
  for (const name of readdirSync(keysBeside(left))) rmSync(join(keysBeside(left), name));
  expect(booksGone(moved, keysBeside(left))).toBeNull();
});

test('an office that could not be made leaves no anchor, and the next try is a first one', async () => {
  const empty = freshFolder();
  const inTheWay = join(empty, 'office.json.new');
  mkdirSync(inTheWay);
  const office = new Office(empty);
  expect(await office.codeOf('office.create', making, null)).toBe('FOLDER_UNUSABLE');
  office.close();
  expect(readdirSync(keysBeside(empty))).toEqual([]);
  rmdirSync(inTheWay);
  const again = new Office(empty);
  expect(again.door.shut).toBeNull();
  await again.must('office.create', making, null);
  again.close();
});

test('an office whose making was cut short by a kill is made anew', () => {
  const killed = onePlace();
  emptied(killed);
  writeFileSync(join(killed, 'office.making'), '');
  expect(booksGone(killed, keysBeside(killed))).toBeNull();
});
