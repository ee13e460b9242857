/** The checks of transport-conformance.ts inside Electron: prints what came of each as one line of JSON. */
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { networkLedger, type StartLine } from '../../../electron/main/ledger-link/network-transport.ts';
import { utilityLedger } from '../../../electron/main/ledger-link/utility-transport.ts';
import type { EchoServer } from './started-echo-server.ts';
import { linkChecks, processChecks, type Lines } from './transport-conformance.ts';

/** The program's version, which the servers have too. */
const PROGRAM = '1.2.3';

void app.whenReady().then(async () => {
  const transports = {
    echo: utilityLedger(join(app.getAppPath(), 'echo-ledger.cjs')),
    broken: utilityLedger(join(app.getAppPath(), 'absent.cjs')),
    largestBytes: 16 * 1024 * 1024,
  };
  const outcomes: Record<string, string> = {};
  const outcomeOf = (check: Promise<void>): Promise<string> =>
    check.then(
      () => 'passed',
      (error: unknown) => String(error),
    );
  for (const [name, check] of Object.entries(processChecks)) outcomes[name] = await outcomeOf(check(transports));
  outcomes['line: to another office'] = await refusalOf(lineTo(servers().lasting.identity, servers().doomed.port));
  for (const [name, check] of Object.entries(linkChecks)) {
    const server = name.startsWith('a death') ? 'doomed' : 'lasting';
    outcomes[`line: ${name}`] = await outcomeOf(check(linesTo(server)));
  }
  process.stdout.write(`\n${JSON.stringify(outcomes)}\n`);
  app.exit(0);
});

/** They run on a Node of their own; the test has written down where. */
function servers(): Record<'doomed' | 'lasting', EchoServer> {
  const text = readFileSync(join(app.getAppPath(), 'servers.json'), 'utf8');
  return JSON.parse(text) as ReturnType<typeof servers>;
}

function lineTo(identity: EchoServer['identity'], port: number): StartLine {
  return networkLedger({ host: '127.0.0.1', port, identity, program: PROGRAM });
}

function linesTo(server: 'doomed' | 'lasting'): Lines {
  const { port, identity } = servers()[server];
  return { echo: lineTo(identity, port), broken: lineTo(identity, 1), largestBytes: 2_000_000 };
}

function refusalOf(start: StartLine): Promise<string> {
  return new Promise((resolve) => {
    start({ message: (message) => resolve(JSON.stringify(message)), exit: resolve });
  });
}
