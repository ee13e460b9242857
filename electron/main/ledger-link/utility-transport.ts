/** The ledger as Electron's utility process: the way that ships. Usable once the app is ready. */
import { utilityProcess } from 'electron';
import { forbidCoreDumps } from '../start/core-dumps.ts';
import type { StartLedger } from './ledger-transport.ts';

/** @param script the built ledger. */
export function utilityLedger(script: string): StartLedger {
  return ({ message, exit, complaint }) => {
    const child = utilityProcess.fork(script, [], {
      serviceName: 'Medicard ledger',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // It may be forked from a helper and not from main, whose limit it would have.
    child.once('spawn', () => forbidCoreDumps(child.pid === undefined ? [] : [child.pid]));
    child.on('message', message);
    child.stderr?.on('data', (text: Buffer) => complaint(text.toString()));
    let ended = false;
    child.once('exit', (code) => {
      ended = true;
      exit(`code ${code}`);
    });
    return {
      send: (outgoing) => child.postMessage(outgoing),
      kill: (force) => {
        if (ended) return;
        // Electron's own kill asks; only the system can insist.
        if (force && child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
        else child.kill();
      },
    };
  };
}
