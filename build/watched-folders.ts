/**
 * Tells of every save beneath some folders. Each folder is watched by itself: Node's recursive watch loses a file on Linux once
 * an editor has put a new one in its place, as most do when they save.
 */
import { existsSync, globSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Returns the function that stops it. */
export function watchFolders(roots: readonly string[], saved: () => void): () => void {
  let watchers: FSWatcher[] = [];

  function stop(): void {
    for (const watcher of watchers) watcher.close();
  }

  /** All are watched again: one that was made again looks like the one before, which tells of nothing more. */
  function look(): void {
    stop();
    watchers = roots.flatMap(foldersBeneath).map(watchOne);
  }

  function watchOne(folder: string): FSWatcher {
    const watcher = watch(folder, (event) => {
      if (event === 'rename') look();
      saved();
    });
    // A folder that goes away is told by the one above it.
    return watcher.on('error', (error) => {
      if (existsSync(folder)) throw error;
    });
  }

  look();
  return stop;
}

/** Itself among them. */
function foldersBeneath(root: string): string[] {
  const beneath = globSync('**/*', { cwd: root, withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [root, ...beneath.map(({ parentPath, name }) => join(parentPath, name))];
}
