/** `medicard -- serve` as a program: what it says, whom it lets in, what it takes of memory, and how it ends. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { writeKeyFile, writePinKeyFile } from '../../../electron/ledger/books/sealing/key-file.ts';
import { networkLedger } from '../../../electron/main/ledger-link/network-transport.ts';
import { keptAuthority } from '../../../electron/server/identity/authority-keeping.ts';
import { OfficeAuthority } from '../../../electron/server/identity/office-authority.ts';
import { listenAddress } from '../../../electron/server/listen-address.ts';
import { joinedCounter } from '../../offices/certificates.ts';
import {
  copyOf,
  DATA_KEY,
  makeTemplate,
  Office,
  OFFICE_ID,
  PIN_KEY,
  type Template,
} from '../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';

const VERSION = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
const MEGABYTE = 1024 * 1024;
const running: ChildProcessWithoutNullStreams[] = [];
let template: Template;

beforeAll(async () => {
  template = await makeTemplate();
});

afterEach(() => {
  for (const one of running.splice(0)) one.kill('SIGKILL');
});

interface Serving {
  readonly child: ChildProcessWithoutNullStreams;
  /** Its first line on standard output, null where it ended without one. */
  readonly said: Promise<string | null>;
  readonly exit: Promise<{ readonly code: number | null; readonly complaints: string }>;
}

function medicard(folder: string, ...words: readonly string[]): Serving {
  const environment = { ...process.env, MEDICARD_KEYS: keysBeside(folder) };
  const child = spawn(process.execPath, ['build/medicard.mjs', ...words, '--data', folder], { env: environment });
  running.push(child);
  let [out, complaints] = ['', ''];
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const said = new Promise<string | null>((resolve) => {
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
      if (out.includes('\n')) resolve(out.slice(0, out.indexOf('\n')));
    });
    child.once('close', () => resolve(out === '' ? null : out));
  });
  const exit = new Promise<Awaited<Serving['exit']>>((resolve) =>
    child.once('close', (code) => resolve({ code, complaints })),
  );
  return { child, said, exit };
}

function serve(folder: string): Serving {
  return medicard(folder, 'serve', '--json', '--listen', '127.0.0.1:0');
}

function officeFolder(): string {
  const folder = copyOf(template);
  writeKeyFile(OFFICE_ID, DATA_KEY, keysBeside(folder));
  writePinKeyFile(OFFICE_ID, PIN_KEY, keysBeside(folder));
  return folder;
}

test('it says where it listens and whom to trust, refuses a counter that has not joined, and ends when it is told to', async () => {
  const folder = officeFolder();
  const server = serve(folder);
  const { listening, fingerprint } = JSON.parse((await server.said) ?? '{}') as Record<string, string>;
  const kept = await keptAuthority({ keysFolder: keysBeside(folder), officeId: OFFICE_ID }, Date.now());
  expect(fingerprint?.replaceAll(' ', '')).toBe(
    new X509Certificate(kept.certificate).fingerprint256.replaceAll(':', ''),
  );
  const port = Number(/^127\.0\.0\.1:(\d+)$/.exec(listening ?? '')?.[1]);
  const place = { office: OFFICE_ID, number: '02', kind: 'counter' } as const;
  const identity = await joinedCounter(await OfficeAuthority.of(kept), place);
  const story: unknown[] = [];
  await new Promise<string>((exit) => {
    const listeners = { message: (message: unknown) => story.push(message), exit };
    networkLedger({ host: '127.0.0.1', port, identity, program: VERSION })(listeners);
  });
  expect(story).toEqual([{ type: 'opened', reply: { ok: false, error: { code: 'COUNTER_UNKNOWN', details: {} } } }]);
  server.child.kill('SIGTERM');
  const { code, complaints } = await server.exit;
  expect([code, complaints.includes(identity.serial)]).toEqual([0, true]);
  const office = new Office(folder, undefined, keysBeside(folder));
  expect(await office.faults()).toEqual([]);
  office.close();
});

/** A stranger's connection, which is noted, and its end. */
async function knock(port: number): Promise<void> {
  const stranger = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
  stranger.on('error', () => undefined);
  await new Promise<void>((closed) => stranger.once('close', () => closed()));
}

test('it serves on when whoever read its log has gone, and ends in order when its terminal is closed', async () => {
  const folder = officeFolder();
  const server = serve(folder);
  const { listening = '' } = JSON.parse((await server.said) ?? '{}') as Record<string, string>;
  server.child.stderr.destroy();
  server.child.stdout.destroy();
  const port = Number(/:(\d+)$/.exec(listening)?.[1]);
  await knock(port);
  await knock(port);
  expect(server.child.exitCode).toBeNull();
  server.child.kill('SIGHUP');
  expect((await server.exit).code).toBe(0);
  expect(existsSync(join(folder, 'command-line.sock'))).toBe(false);
});

test('a second server and the desktop are refused its folder by the lock', async () => {
  const folder = officeFolder();
  const first = serve(folder);
  await first.said;
  const second = serve(folder);
  const refusal = JSON.parse((await second.said) ?? '{}') as { error: { code: string; message: string } };
  expect(refusal.error.code).toBe('DATA_FOLDER_IN_USE');
  expect(refusal.error.message).toContain('Another program is using this data folder');
  expect((await second.exit).code).toBe(1);
  expect(() => new Office(folder, undefined, keysBeside(folder))).toThrow('DATA_FOLDER_IN_USE');
  expect(first.child.exitCode).toBeNull();
});

test('at rest it takes at most 200 megabytes of memory', async () => {
  const server = serve(officeFolder());
  await server.said;
  const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8');
  expect(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024).toBeLessThanOrEqual(200 * MEGABYTE);
});

test.each([
  ['no office', () => freshFolder(), 'OFFICE_ABSENT'],
  ['another key', () => copyWithKey(Buffer.alloc(32, 1)), 'KEY_WRONG'],
])('a folder with %s is refused with exit 1', async (_, folder, code) => {
  const server = serve(folder());
  expect(JSON.parse((await server.said) ?? '{}')).toMatchObject({ error: { code } });
  expect((await server.exit).code).toBe(1);
});

function copyWithKey(key: Uint8Array): string {
  const folder = copyOf(template);
  writeKeyFile(OFFICE_ID, key, keysBeside(folder));
  return folder;
}

test('a port that is taken, and a command line that makes no sense, are told', async () => {
  const folder = officeFolder();
  const first = serve(folder);
  const { listening } = JSON.parse((await first.said) ?? '{}') as { listening: string };
  const other = medicard(officeFolder(), 'serve', '--json', '--listen', listening);
  expect(JSON.parse((await other.said) ?? '{}')).toMatchObject({
    error: { code: 'ADDRESS_UNUSABLE', message: expect.stringContaining(listening) as unknown },
  });
  expect((await other.exit).code).toBe(1);
  expect((await medicard(folder, 'serve', 'everything').exit).code).toBe(2);
});

test.each([
  ['counter.lan:7443', { host: 'counter.lan', port: 7443 }],
  ['[::1]:0', { host: '::1', port: 0 }],
  [undefined, { host: '0.0.0.0', port: 7443 }],
])('--listen %s', (typed, address) => {
  expect(listenAddress(typed)).toEqual(address);
});

test.each(['counter.lan', ':7443', 'a:b:1', '10.0.0.1:70000', '::1:5', '[::1]'])(
  '--listen %s makes no sense',
  (typed) => {
    expect(() => listenAddress(typed)).toThrow('HOST:PORT');
  },
);

test('asked for help it shows the help, and serves nothing', async () => {
  const asked = medicard(officeFolder(), 'serve', '--help');
  expect(await asked.said).toBe('npm run -s medicard -- COMMAND [options]');
  expect((await asked.exit).code).toBe(0);
});
