/**
 * No core dump of a process that keys and passwords pass through. Linux lets a process forbid it for itself and for its
 * children, with util-linux's prlimit, as Node has no call for it; macOS and Windows keep it with the administrator.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Forbids it for these processes and for all they start from now on, for good: root alone can raise the limit again.
 * Answers whether that was done; false where the system offers no way.
 */
export function forbidCoreDumps(processIds: readonly number[]): boolean {
  if (process.platform !== 'linux') return false;
  return processIds.map(forbidCoreDump).every(Boolean);
}

/** This process and those below it: Chromium forks its pages from helpers that run before any script of ours. */
export function ownProcessTree(): readonly number[] {
  return withChildren(process.pid);
}

function withChildren(processId: number): number[] {
  return [processId, ...childrenOf(processId).flatMap(withChildren)];
}

function forbidCoreDump(processId: number): boolean {
  leaveOutMemory(processId);
  const { status } = spawnSync('prlimit', ['--core=0:0', '--pid', String(processId)], { stdio: 'ignore' });
  return status === 0;
}

/** What a dump made by other means would hold: nothing. A page in its sandbox has no such file to write to. */
function leaveOutMemory(processId: number): void {
  try {
    writeFileSync(`/proc/${processId}/coredump_filter`, '0');
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Linux alone lists them; a process that has ended meanwhile has none. */
function childrenOf(processId: number): number[] {
  const list = `/proc/${processId}/task/${processId}/children`;
  if (!existsSync(list)) return [];
  return readFileSync(list, 'latin1').split(' ').filter(Boolean).map(Number);
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
