/** A server whose heap can be looked into while it runs: started with what `heapOnSignal` says. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Words of node, which writes its heap into the folder when it is told to. */
export const heapOnSignal = (folder: string): readonly string[] => [
  '--heapsnapshot-signal=SIGUSR2',
  `--diagnostic-dir=${folder}`,
];

/** Resolves once a file of this folder holds what is looked for. */
export async function written(folder: string, find: () => string | null): Promise<string> {
  const changes = watch(folder);
  try {
    for (let found = find(); ; found = find()) {
      if (found !== null) return found;
      await once(changes, 'change');
    }
  } finally {
    changes.close();
  }
}

/**
 * The strings of the heap; its nodes are numbers of six digits as well.
 * @param answers asks the server anything: it answers once its heap is written.
 */
export async function heapStrings(
  child: ChildProcess,
  folder: string,
  answers: () => Promise<unknown>,
): Promise<Buffer> {
  child.kill('SIGUSR2');
  const file = await written(folder, () => readdirSync(folder).find((each) => each.endsWith('.heapsnapshot')) ?? null);
  await answers();
  const bytes = readFileSync(join(folder, file));
  return bytes.subarray(bytes.indexOf('"strings":'));
}
