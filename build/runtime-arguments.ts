/** The switches Electron needs on this machine before the program's own arguments. */
import { spawnSync } from 'node:child_process';

/**
 * Chromium refuses to run its sandbox as root, and cannot build one where the kernel denies user namespaces and the
 * helper beside Electron is not set-uid, as in most containers. Development only: a packaged program is never
 * started through here.
 */
export function runtimeArguments(): string[] {
  if (process.platform !== 'linux') return [];
  return process.getuid?.() === 0 || !userNamespacesAllowed() ? ['--no-sandbox'] : [];
}

function userNamespacesAllowed(): boolean {
  return spawnSync('unshare', ['--user', 'true'], { stdio: 'ignore' }).status === 0;
}
