/** The PIN key in a plain file, as the office server finds it (docs/ledger.md 4). */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPinKeyFile, writePinKeyFile } from '../../../../../electron/ledger/books/sealing/key-file.ts';
import { makeFolder } from '../../../../../electron/disk/own-files.ts';
import { freshFolder, keysBeside } from '../../../../offices/test-folders.ts';

const KEY = Buffer.alloc(32, 7);

test('the key that the desktop wrote is read; an office without one gets one, and keeps it', () => {
  const folder = keysBeside(freshFolder());
  writePinKeyFile('with', KEY, folder);
  expect(Buffer.from(readPinKeyFile('with', folder))).toEqual(KEY);
  const made = readPinKeyFile('without', folder);
  expect(readPinKeyFile('without', folder)).toEqual(made);
  expect(readFileSync(join(folder, 'without.pin-key'), 'utf8').trim()).toBe(Buffer.from(made).toString('hex'));
});

test('a key that lies in the keychain’s file is told, and no other one is made beside it', () => {
  const folder = keysBeside(freshFolder());
  makeFolder(folder);
  writeFileSync(join(folder, 'sealed.pin-sealed'), 'sealed');
  expect(() => readPinKeyFile('sealed', folder)).toThrow('KEY_MISSING');
  expect(() => readFileSync(join(folder, 'sealed.pin-key'))).toThrow('ENOENT');
});

test('one that others may read is refused', () => {
  const folder = keysBeside(freshFolder());
  writePinKeyFile('open', KEY, folder);
  chmodSync(join(folder, 'open.pin-key'), 0o644);
  expect(() => readPinKeyFile('open', folder)).toThrow('KEY_EXPOSED');
});
