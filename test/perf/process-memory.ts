/** Memory of a process and everything it started, as Linux counts it: shared pages in proportion (PSS). */
import { readdirSync, readFileSync } from 'node:fs';

/** MB of 1,048,576 bytes. Processes that end while they are looked at count nothing. */
export function treeMemoryMb(root: number): number {
  const children = childrenOf();
  let kib = 0;
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    kib += proportionalKib(pid);
    waiting.push(...(children.get(pid) ?? []));
  }
  return kib / 1024;
}

function childrenOf(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(/^PPid:\s+(\d+)/m.exec(procFile(name, 'status'))?.[1] ?? '0');
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

function proportionalKib(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(procFile(String(pid), 'smaps_rollup'))?.[1] ?? '0');
}

function procFile(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return '';
    throw error;
  }
}
