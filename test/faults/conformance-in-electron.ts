/** The checks of transport-conformance.ts inside Electron: prints what came of each as one line of JSON. */
import { app } from 'electron';
import { join } from 'node:path';
import { utilityLedger } from '../../electron/main/ledger-link/utility-transport.ts';
import { processChecks } from './transport-conformance.ts';

void app.whenReady().then(async () => {
  const transports = {
    echo: utilityLedger(join(app.getAppPath(), 'echo-ledger.cjs')),
    broken: utilityLedger(join(app.getAppPath(), 'absent.cjs')),
    largestBytes: 16 * 1024 * 1024,
  };
  const outcomes: Record<string, string> = {};
  for (const [name, check] of Object.entries(processChecks)) {
    outcomes[name] = await check(transports).then(
      () => 'passed',
      (error: unknown) => String(error),
    );
  }
  process.stdout.write(`\n${JSON.stringify(outcomes)}\n`);
  app.exit(0);
});
