/** The folders of test offices, removed when the test file ends. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where there is a disk in memory, thousands of commits need not wait for the real one: nothing here pulls a plug. */
const QUICK_DISK = '/dev/shm';

const made: string[] = [];

/** A folder that is removed when the test file ends, with that of its keys. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(existsSync(QUICK_DISK) ? QUICK_DISK : tmpdir(), 'medicard-office-'));
  made.push(folder, keysBeside(folder));
  return folder;
}

/** Where the keys of a test's office would lie, and its anchor lies. */
export function keysBeside(folder: string): string {
  return `${folder}.keys`;
}

/** At the end of a test file (test/after-each-file.ts). */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
