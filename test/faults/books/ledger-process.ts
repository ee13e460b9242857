/** Starts `doomed-ledger.ts`, listens to it, and kills it; in a mount namespace of its own where a disk is needed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export type Told = Readonly<Record<string, unknown>>;

export interface DoomedLedger {
  readonly process: ChildProcess;
  readonly told: readonly Told[];
  /** The first message that passes; fails when the process ends before. */
  until(passes: (message: Told) => boolean): Promise<Told>;
  /** SIGKILL, and gone. */
  kill(): Promise<void>;
  /** When it has ended by itself. */
  ended(): Promise<void>;
}

const script = join(import.meta.dirname, 'doomed-ledger.ts');

export function startDoomed(job: string, folder: string): DoomedLedger {
  return listening(spawn(process.execPath, [script, job, folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
}

/** As `startDoomed`, after `mounting` (a shell command that sees the folder as $1) in a mount namespace of its own. */
export function startMounted(job: string, folder: string, mounting: string): DoomedLedger {
  const command = `${mounting} && exec "$2" "$3" "$4" "$1"`;
  const shell = ['sh', '-c', command, 'sh', folder, process.execPath, script, job];
  const options = { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] } as const;
  return listening(spawn('unshare', ['--map-root-user', '--mount', ...shell], { stdio: [...options.stdio] }));
}

function listening(child: ChildProcess): DoomedLedger {
  const told: Told[] = [];
  const waiting = new Set<(message: Told | null) => void>();
  child.on('message', (message) => {
    told.push(message as Told);
    for (const wake of waiting) wake(message as Told);
  });
  const gone = new Promise<void>((resolve) => {
    child.on('exit', () => {
      for (const wake of waiting) wake(null);
      resolve();
    });
  });
  return {
    process: child,
    told,
    until: (passes) =>
      new Promise((resolve, reject) => {
        const already = told.find(passes);
        if (already !== undefined) {
          resolve(already);
          return;
        }
        const wake = (message: Told | null): void => {
          if (message === null) reject(new Error(`it ended after ${JSON.stringify(told.slice(-3))}`));
          else if (passes(message)) resolve(message);
          else return;
          waiting.delete(wake);
        };
        waiting.add(wake);
      }),
    kill: () => {
      child.kill('SIGKILL');
      return gone;
    },
    ended: () => gone,
  };
}
