/** Papers on their way to a printer: wiped afterwards, and at the next start where the program was killed. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  writePrintFile,
  wipeAbandonedPrintFiles,
  wipePrintFolder,
} from '../../../../electron/main/output/print-files.ts';

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'medicard-left-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

function left(name: string): string {
  const folder = join(place, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'document.pdf'), 'a whole loss form');
  return folder;
}

/** Of a process that has ended. */
const gonePid = spawnSync(process.execPath, ['--version']).pid;

test('what a dead program left is wiped, what a living one prints stays, and so does everything else', () => {
  const dead = left(`medicard-print-${gonePid}-abcdef`);
  const old = left('medicard-print-abcdef');
  const living = left(`medicard-print-${process.pid}-abcdef`);
  const strange = left('something-else');
  expect(wipeAbandonedPrintFiles(Date.now(), place)).toEqual({ wiped: 2, kept: [] });
  expect([dead, old, living, strange].map((folder) => existsSync(folder))).toEqual([false, false, true, true]);
});

test('after an hour nothing is being printed, whatever has the number of its program', () => {
  left(`medicard-print-${process.pid}-abcdef`);
  expect(wipeAbandonedPrintFiles(Date.now() + 2 * 3_600_000, place).wiped).toBe(1);
  expect(readdirSync(place)).toEqual([]);
});

test('what cannot be wiped is told and keeps nothing from being wiped', () => {
  const strange = join(place, `medicard-print-${gonePid}-zzzzzz`);
  writeFileSync(strange, 'a file where a folder would be');
  left(`medicard-print-${gonePid}-abcdef`);
  expect(wipeAbandonedPrintFiles(Date.now(), place)).toEqual({ wiped: 1, kept: ['ENOTDIR'] });
});

test('a paper lies for its owner alone, and is gone after the print', async () => {
  const { folder, path } = await writePrintFile(Buffer.from('paper'));
  expect([statSync(folder).mode & 0o077, statSync(path).mode & 0o077]).toEqual([0, 0]);
  wipePrintFolder(folder);
  expect(existsSync(folder)).toBe(false);
});
