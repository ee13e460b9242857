/**
 * The ledger as a child of a Node of its own. Only for development on an Electron whose Node-API is too old for the
 * ledger's database (docs/runtime.md 2).
 */
import { fork } from 'node:child_process';
import type { StartLedger } from './ledger-transport.ts';

/** @param node path of the Node executable; @param script the built ledger. */
export function forkedLedger(node: string, script: string): StartLedger {
  return ({ message, exit, complaint }) => {
    const child = fork(script, [], {
      execPath: node,
      // Electron's own switches mean nothing to Node.
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let ended = false;
    const endOnce = (reason: string): void => {
      if (ended) return;
      ended = true;
      exit(reason);
    };
    child.on('message', message);
    child.stderr?.on('data', (text: Buffer) => complaint(text.toString()));
    child.on('error', (error) => endOnce(error.message));
    child.on('exit', (code, signal) => endOnce(signal ?? `code ${code}`));
    return {
      send: (outgoing) => {
        // The callback takes the error of a dead channel, which `exit` reports anyway.
        if (child.connected) child.send(outgoing, () => undefined);
      },
      kill: (force) => child.kill(force ? 'SIGKILL' : 'SIGTERM'),
    };
  };
}
