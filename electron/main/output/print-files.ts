/**
 * The papers that lie on the disk while the printing system takes them over: in a folder for their owner alone, wiped
 * afterwards, and by the next start of the program where this one was killed in between.
 */
import { closeSync, fdatasyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = /^medicard-print-(?:(\d+)-)?[A-Za-z0-9]{6}$/;
/** No print system is waited for that long; what is older belongs to a program that is gone, whatever has its number now. */
const LONGEST_MS = 3_600_000;

export interface PrintFile {
  readonly folder: string;
  readonly path: string;
}

export async function writePrintFile(pdf: Uint8Array): Promise<PrintFile> {
  const folder = await mkdtemp(join(tmpdir(), `medicard-print-${process.pid}-`));
  const path = join(folder, 'document.pdf');
  await writeFile(path, pdf, { mode: 0o600, flag: 'wx' });
  return { folder, path };
}

/** Overwrites what lies in the folder and removes it. */
export function wipePrintFolder(folder: string): void {
  for (const name of readdirSync(folder)) overwrite(join(folder, name));
  rmSync(folder, { recursive: true, force: true });
}

function overwrite(path: string): void {
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  try {
    writeSync(file, Buffer.alloc(size), 0, size, 0);
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Wipes what programs of this user left that are gone; answers how many papers that were. What cannot be wiped, another
 * user's say, stays and is answered by its code.
 */
export function wipeAbandonedPrintFiles(
  now: number,
  parent = tmpdir(),
): { readonly wiped: number; readonly kept: readonly string[] } {
  const kept: string[] = [];
  let wiped = 0;
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    const [matched, pid] = NAME.exec(name) ?? [];
    if (matched === undefined || isInUse(folder, pid, now)) continue;
    try {
      wipePrintFolder(folder);
      wiped += 1;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      kept.push(String(error.code));
    }
  }
  return { wiped, kept };
}

function isInUse(folder: string, pid: string | undefined, now: number): boolean {
  const age = now - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return age < LONGEST_MS && pid !== undefined && isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
