/** The folders of test offices, removed when the test file ends, also where files share a process. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where there is a disk in memory, thousands of commits need not wait for the real one: nothing here pulls a plug. */
const QUICK_DISK = '/dev/shm';

let made: string[] = [];
const shared: string[] = [];
process.once('exit', () => removeAll(shared));

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

/** What several test files of one process copy from is removed with the process. */
export function keepForProcess(folder: string): void {
  made = made.filter((other) => other !== folder && other !== keysBeside(folder));
  shared.push(folder, keysBeside(folder));
}

export function removeFolders(): void {
  removeAll(made);
  made = [];
}

function removeAll(folders: readonly string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
