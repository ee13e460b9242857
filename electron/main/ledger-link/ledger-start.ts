/** Which ledger process this runtime gets, ready to be started. */
import { app } from 'electron';
import { join } from 'node:path';
import { forkedLedger } from './fork-transport.ts';
import type { StartLedger } from './ledger-transport.ts';
import { chooseTransport, runtimeIsTooOld, type RuntimeFacts } from './transport-choice.ts';
import { utilityLedger } from './utility-transport.ts';

export function ledgerOfThisRuntime(programFolder: string): StartLedger {
  const script = join(programFolder, 'out', 'ledger', 'process.js');
  if (chooseTransport(facts()) === 'utility-process') return utilityLedger(script);
  return forkedLedger(join(programFolder, 'node_modules', 'node', 'bin', 'node'), script);
}

export function runtimeDescription(): { readonly runtime: string; readonly unsupportedRuntime: boolean } {
  const { electron, chrome } = process.versions;
  return { runtime: `Electron ${electron}, Chromium ${chrome}`, unsupportedRuntime: runtimeIsTooOld(facts()) };
}

function facts(): RuntimeFacts {
  return { nodeApi: process.versions['napi'], packaged: app.isPackaged };
}
