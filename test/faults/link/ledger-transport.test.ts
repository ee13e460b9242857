/** Both ways of running the ledger process, and the line to an office server (network-line.test.ts), pass the same checks, so that the one which ships is never untested. */
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runtimeArguments } from '../../../build/runtime-arguments.ts';
import { findRuntime, thisMachine } from '../../../build/runtime-finder.ts';
import { startVirtualDisplay } from '../../../build/virtual-display.ts';
import { forkedLedger } from '../../../electron/main/ledger-link/fork-transport.ts';
import { chooseTransport } from '../../../electron/main/ledger-link/transport-choice.ts';
import { bundleForElectron } from './fault-bundles.ts';
import { startEchoServer, type EchoServer } from './started-echo-server.ts';
import { linkChecks, processChecks } from './transport-conformance.ts';

let folder = '';

beforeAll(async () => {
  folder = await bundleForElectron(['conformance-in-electron', 'echo-ledger']);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a Node of its own', () => {
  test.each(Object.entries(processChecks))('%s', async (_name, check) => {
    await check({
      echo: forkedLedger(process.execPath, join(folder, 'echo-ledger.cjs')),
      broken: forkedLedger(process.execPath, join(folder, 'absent.cjs')),
      largestBytes: 16 * 1024 * 1024,
    });
  });

  test('without a Node at that place the process counts as ended', async () => {
    const reason = await new Promise<string>((exit) => {
      const start = forkedLedger(join(folder, 'no-node-here'), join(folder, 'echo-ledger.cjs'));
      start({ message: () => undefined, complaint: () => undefined, exit });
    });
    expect(reason).toContain('ENOENT');
  });
});

describe("Electron's utility process", () => {
  let outcomes: Record<string, unknown> = {};

  beforeAll(async () => {
    const [lasting, doomed] = [await startEchoServer(), await startEchoServer()];
    const reached = ({ port, identity }: EchoServer): EchoServer => ({ port, identity });
    const servers = { lasting: reached(lasting), doomed: reached(doomed) };
    writeFileSync(join(folder, 'servers.json'), JSON.stringify(servers));
    outcomes = await runInElectron();
    for (const { child } of [lasting, doomed]) child.kill('SIGKILL');
  });

  test.each(Object.keys(processChecks))('%s', (name) => {
    expect(outcomes[name]).toBe('passed');
  });

  test.each(Object.keys(linkChecks))('a line to an office server out of Electron: %s', (name) => {
    expect(outcomes[`line: ${name}`]).toBe('passed');
  });

  test('a line to the server of another office is refused out of Electron too', () => {
    expect(outcomes['line: to another office']).toContain('"code":"SERVER_OTHER"');
  });
});

describe('the choice between them', () => {
  test.each([
    ['8', false, 'forked-node'],
    [undefined, false, 'forked-node'],
    ['10', false, 'utility-process'],
    ['11', false, 'utility-process'],
    ['8', true, 'utility-process'],
  ] as const)('Node-API %s, packaged %s: %s', (nodeApi, packaged, choice) => {
    expect(chooseTransport({ nodeApi, packaged })).toBe(choice);
  });
});

async function runInElectron(): Promise<Record<string, unknown>> {
  const { executable } = await findRuntime({ ...thisMachine(), say: () => undefined });
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
  try {
    const environment = { ...process.env, ...(display === null ? {} : { DISPLAY: display.name }) };
    const child = spawn(executable, [...runtimeArguments(), folder], { env: environment });
    let said = '';
    let complaints = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
    await new Promise((resolve) => child.once('close', resolve));
    const line = said.split('\n').find((text) => text.startsWith('{'));
    if (line === undefined) throw new Error(`Electron said no outcome: ${said}${complaints}`);
    return JSON.parse(line) as Record<string, unknown>;
  } finally {
    await display?.stop();
  }
}
