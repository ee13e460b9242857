/** Waits for what a program outside the tests writes into a folder, told by the system and not by the clock. */
import { watch } from 'node:fs';

const patienceMs = 30_000;

/** Resolves as soon as `holds` is true; it is asked at once and after every change in the folder. */
export function folderSays(folder: string, holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const watcher = watch(folder, () => look());
    const limit = setTimeout(() => {
      watcher.close();
      reject(new Error(`what was expected did not come about in ${folder} within ${patienceMs / 1000} s`));
    }, patienceMs);
    const look = (): void => {
      if (!holds()) return;
      clearTimeout(limit);
      watcher.close();
      resolve();
    };
    look();
  });
}
