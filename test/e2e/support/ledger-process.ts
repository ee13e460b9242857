/** The ledger process of a running program, for the tests that stop, freeze and kill it. */
import { readdirSync, readFileSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';

/** The process id of the ledger, whichever way it was started. */
export async function ledgerPid(app: ElectronApplication): Promise<number> {
  const utility = await app.evaluate(
    ({ app: program }) =>
      program
        .getAppMetrics()
        .find(({ name, serviceName }) => name === 'Medicard ledger' || serviceName?.includes('ledger'))?.pid,
  );
  const pid = utility ?? forkedLedger(await app.evaluate(() => process.pid));
  if (pid === undefined) throw new Error('the program has no ledger process');
  return pid;
}

/** A child of main that runs the ledger's script. */
function forkedLedger(main: number): number | undefined {
  const pids = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  return pids.find((pid) => parentOf(pid) === main && isLedger(pid));
}

/** Main, the ledger and every page; without what main starts for a moment, as to ask the system for its printers. */
export function lastingProcesses(app: ElectronApplication): number[] {
  return processesOf(app).filter(
    (pid) => pid === app.process().pid || isLedger(pid) || commandOf(pid).includes('--type='),
  );
}

/** Main and everything it has started, at any depth. */
export function processesOf(app: ElectronApplication): number[] {
  const pids = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  const below = (parent: number): number[] =>
    pids.filter((pid) => parentOf(pid) === parent).flatMap((pid) => [pid, ...below(pid)]);
  const main = app.process().pid;
  if (main === undefined) throw new Error('the program does not run');
  return [main, ...below(main)];
}

/** Processes may end while the list is read; those have neither parent nor command. */
function parentOf(pid: number): number | undefined {
  const parent = /^PPid:\s+(\d+)$/m.exec(read(`/proc/${pid}/status`));
  return parent ? Number(parent[1]) : undefined;
}

function isLedger(pid: number): boolean {
  return commandOf(pid).includes('ledger/process.js');
}

/** Empty once it has ended. */
export function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

export function freeze(pid: number): void {
  process.kill(pid, 'SIGSTOP');
}

export function killHard(pid: number): void {
  process.kill(pid, 'SIGKILL');
}
