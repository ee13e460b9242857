/** The program in Electron is built anew at every save, however an editor saves (`npm run dev -- --electron`). */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchFolders } from '../../../build/watched-folders.ts';

let root: string;
let stop: () => void;
const saved = vi.fn();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'medicard-watched-'));
  mkdirSync(join(root, 'loss'));
  writeFileSync(join(root, 'loss', 'report.ts'), '1');
  stop = watchFolders([root], saved);
});
afterEach(() => {
  stop();
  rmSync(root, { recursive: true, force: true });
});

async function isTold(save: () => void): Promise<void> {
  saved.mockClear();
  save();
  await vi.waitFor(() => expect(saved).toHaveBeenCalled());
}

function saveInPlace(...at: readonly string[]): void {
  writeFileSync(join(root, ...at), String(Math.random()));
}

/** As an editor does that writes a new file first. */
function saveByRenaming(...at: readonly string[]): void {
  const file = join(root, ...at);
  writeFileSync(`${file}.new`, String(Math.random()));
  renameSync(`${file}.new`, file);
}

test('a file is heard again and again, written in place or put in the place of the old one', async () => {
  for (const save of [saveInPlace, saveByRenaming, saveInPlace, saveByRenaming, saveInPlace])
    await isTold(() => save('loss', 'report.ts'));
});

test('what is in a new folder is heard, and in one that was made again', async () => {
  for (const folder of ['notes', 'loss']) {
    await isTold(() => {
      rmSync(join(root, folder), { recursive: true, force: true });
      mkdirSync(join(root, folder));
    });
    await isTold(() => saveInPlace(folder, 'add.ts'));
    await isTold(() => saveByRenaming(folder, 'add.ts'));
  }
});
