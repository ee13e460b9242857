/** The packed program itself: its fuses read back, and what starts it. */
import { getCurrentFuseWire, FuseState, FuseV1Options } from '@electron/fuses';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../build/bundle.ts';
import { packProgram } from '../../build/packing.ts';
import { runtimeArguments } from '../../build/runtime-arguments.ts';
import { startVirtualDisplay, type VirtualDisplay } from '../../build/virtual-display.ts';

const output = mkdtempSync(join(tmpdir(), 'medicard-packed-'));
const program = join(output, 'linux-unpacked', 'medicard-counter');
let display: VirtualDisplay;

beforeAll(async () => {
  const silent = (): void => undefined;
  display = await startVirtualDisplay();
  await bundle(silent);
  await packProgram(output, silent);
}, 240_000);

afterAll(async () => {
  await display.stop();
  rmSync(output, { recursive: true, force: true });
});

interface Circumstances {
  readonly executable?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Resolves when the program has ended, or as soon as it says that it listens to somebody; then it is ended. */
async function started(words: readonly string[], { executable = program, env = {} }: Circumstances = {}) {
  const home = mkdtempSync(join(output, 'home-'));
  const child = spawn(executable, [...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: home, DISPLAY: display.name, ...env },
  });
  let said = '';
  let listened = false;
  const hear = (text: Buffer): void => {
    said += text.toString();
    if (!/listening on/i.test(said)) return;
    listened = true;
    child.kill('SIGKILL');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { code, said, listened, made: readdirSync(home).filter((name) => !name.startsWith('.')) };
}

function answersAt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('the fuses of the packed program are as they must be', async () => {
  const wire = await getCurrentFuseWire(program);
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: FuseState.DISABLE,
    [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
  });
  // The development runtime is older than this fuse.
  expect([FuseState.DISABLE, undefined]).toContain(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]);
});

test('its code lies in the archive, and no other application beside it', () => {
  expect(existsSync(join(output, 'linux-unpacked', 'resources', 'app.asar'))).toBe(true);
  expect(existsSync(join(output, 'linux-unpacked', 'resources', 'app'))).toBe(false);
  expect(existsSync(join(output, 'linux-unpacked', 'resources', 'default_app.asar'))).toBe(false);
});

/** What Chromium needs as root, or where the kernel denies it a sandbox; refused as well, behind the one that is named. */
const last = runtimeArguments();

describe('a switch that is not the program’s own', () => {
  test.each([
    '--remote-debugging-port=PORT',
    '--inspect=PORT',
    '--inspect-brk=PORT',
    '--js-flags=--expose-gc',
    '--disable-web-security',
    '--user-data-dir=/nowhere',
    '--data --remote-debugging-port=PORT',
  ])('%s ends it before anything listens or is made', async (line) => {
    const port = await freePort();
    const given = line.replace('PORT', String(port)).split(' ');
    const { code, said, listened, made } = await started([...given, ...last]);
    expect(listened).toBe(false);
    expect(code).toBe(2);
    expect(said).toContain(`'${given.at(-1)?.replace(/=.*/, '')}' is not accepted`);
    expect(said).toContain('医保卡柜台未启动');
    expect(made).toEqual([]);
    expect(await answersAt(port)).toBe(false);
  });

  test('a copy under the name of the bare runtime refuses them too', async () => {
    const executable = join(output, 'linux-unpacked', 'electron');
    copyFileSync(program, executable);
    const { code, said } = await started(['--remote-debugging-port=0', ...last], { executable });
    expect(said).toContain("'--remote-debugging-port' is not accepted");
    expect(code).toBe(2);
  });
});

describe('a variable that tells the runtime what to do', () => {
  test('does not make a Node of it', async () => {
    const { code, said } = await started(['-e', 'console.log("ran " + 6 * 7)', ...last], {
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    expect(said).not.toContain('ran 42');
    expect(said).toContain("'-e' is not accepted");
    expect(code).toBe(2);
  });
});
