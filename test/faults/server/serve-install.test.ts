/** `serve --install`: the unit of systemd and the task of Windows as texts, and the command as a program. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import {
  scheduledTask,
  systemdUnit,
  type ServicePlan,
} from '../../../electron/server/service/service-definition-rules.ts';
import { projectRoot } from '../../model/command-line.ts';
import { madeOffice, type MadeOffice } from './command-socket.ts';

const PLAN: ServicePlan = {
  program: ['/opt/node', '/opt/medicard/serve.ts'],
  place: '/opt/medicard',
  folder: '/srv/office one',
  keysFolder: '/srv/keys',
  listen: '0.0.0.0:7443',
  more: [],
  doors: [],
  written: [],
  user: 'medicard',
};
let office: MadeOffice;

beforeAll(async () => {
  office = await madeOffice();
});

/** The values of a key of the unit, in order. */
function valuesOf(unit: string, key: string): string[] {
  return unit.split('\n').flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : []));
}

test('the unit runs the server as the owner of the books, and lets it write nowhere but beside them', () => {
  const unit = systemdUnit(PLAN);
  expect(valuesOf(unit, 'User')).toEqual(['medicard']);
  expect(valuesOf(unit, 'ExecStart')).toEqual([
    '"/opt/node" "/opt/medicard/serve.ts" "serve" "--listen" "0.0.0.0:7443" "--data" "/srv/office one"',
  ]);
  expect(valuesOf(unit, 'ReadWritePaths')).toEqual(['"/srv/office one" "/srv/keys"']);
  expect(valuesOf(unit, 'Environment')).toEqual(['"MEDICARD_KEYS=/srv/keys"']);
  const narrowed = { NoNewPrivileges: 'yes', ProtectSystem: 'strict', LimitCORE: '0', UMask: '0077' };
  for (const [key, value] of Object.entries(narrowed)) expect(valuesOf(unit, key)).toEqual([value]);
  expect(valuesOf(unit, 'Restart')).toEqual(['on-failure']);
  expect(valuesOf(unit, 'CapabilityBoundingSet')).toEqual(['']);
  // A just-in-time compiler writes what it runs.
  expect(unit).not.toContain('MemoryDenyWriteExecute');
});

test('a port below 1024 takes the one capability for it', () => {
  const unit = systemdUnit({ ...PLAN, listen: '[::]:443' });
  expect(valuesOf(unit, 'AmbientCapabilities')).toEqual(['CAP_NET_BIND_SERVICE']);
  expect(valuesOf(unit, 'CapabilityBoundingSet')).toEqual(['CAP_NET_BIND_SERVICE']);
});

test('the doors besides and where messages are written go into it', () => {
  const unit = systemdUnit({
    ...PLAN,
    more: ['--web', '0.0.0.0:443', '--messages', '/srv/phones/messages.jsonl'],
    doors: ['0.0.0.0:443'],
    written: ['/srv/phones'],
  });
  expect(valuesOf(unit, 'ExecStart')[0]).toContain('"--messages" "/srv/phones/messages.jsonl" "--data"');
  expect(valuesOf(unit, 'ReadWritePaths')).toEqual(['"/srv/office one" "/srv/keys" "/srv/phones"']);
  expect(valuesOf(unit, 'CapabilityBoundingSet')).toEqual(['CAP_NET_BIND_SERVICE']);
});

test('nothing in a path is taken for a word of the unit', () => {
  const unit = systemdUnit({ ...PLAN, folder: '/srv/100%h "$HOME" \\x' });
  expect(valuesOf(unit, 'ReadWritePaths')).toEqual([String.raw`"/srv/100%%h \"$HOME\" \\x" "/srv/keys"`]);
  expect(valuesOf(unit, 'ExecStart')[0]).toContain(String.raw`"/srv/100%%h \"$$HOME\" \\x"`);
  for (const make of [systemdUnit, scheduledTask])
    expect(() => make({ ...PLAN, folder: '/srv/a\nUser=root' })).toThrow(RangeError);
});

test('the task of Windows starts with the system, as the owner of the books, and is well-formed', () => {
  const task = scheduledTask({ ...PLAN, folder: String.raw`C:\医保 & <社>` });
  expect(task).toContain('<BootTrigger>');
  expect(task).toContain('<UserId>medicard</UserId>');
  expect(task).toContain(String.raw`&quot;C:\医保 &amp; &lt;社&gt;&quot;`);
  const tags = [...task.matchAll(/<(\/?)(\w+)[^>]*>/g)].map(([, slash = '', name = '']) => slash + name);
  const open: string[] = [];
  for (const tag of tags) {
    if (tag.startsWith('/')) expect(open.pop()).toBe(tag.slice(1));
    else open.push(tag);
  }
  expect(open).toEqual([]);
});

test('nothing in a path is taken for a word of the task', () => {
  const task = scheduledTask({ ...PLAN, more: ['--backups', 'E:\\'] });
  expect(task).toContain(String.raw`&quot;--backups&quot; &quot;E:\\&quot; &quot;--data&quot;`);
  expect(() => scheduledTask({ ...PLAN, folder: String.raw`C:\100%PATH%` })).toThrow(RangeError);
  expect(() => scheduledTask({ ...PLAN, keysFolder: String.raw`C:\100%PATH%` })).toThrow(RangeError);
});

function serve(...words: readonly string[]) {
  const args = ['electron/server/serve.ts', 'serve', '--install', '--data', office.folder, ...words];
  const { status, stdout } = spawnSync(process.execPath, args, {
    ...{ cwd: projectRoot, env: office.environment, encoding: 'utf8', input: '' },
  });
  return { status, stdout };
}

test('the command shows the definition, and writes it with --yes alone', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'medicard-unit-')), 'medicard.service');
  const shown = serve('--out', out, '--json');
  const said = JSON.parse(shown.stdout) as { path: string; text: string; written: boolean; next: string[] };
  expect([shown.status, said.written, said.path, existsSync(out)]).toEqual([0, false, out, false]);
  expect(said.text).toContain(userInfo().username);
  expect(serve('--out', out).stdout).toContain(said.text);
  expect(serve('--out', out, '--yes').status).toBe(0);
  const encoding = process.platform === 'win32' ? 'utf16le' : 'utf8';
  expect(readFileSync(out, encoding).replace('\uFEFF', '')).toBe(said.text);
  const verified = spawnSync('systemd-analyze', ['verify', out], { encoding: 'utf8' });
  if (verified.error === undefined) expect([verified.status, verified.stderr]).toEqual([0, '']);
  rmSync(out);
});

test('it takes the options of every door, with whole paths, and no secret', () => {
  const shown = serve(
    ...['--web', '127.0.0.1:8443', '--telephone', 'agi:127.0.0.1:4573', '--telephone-prompts', 'out/prompts'],
    ...['--telephone-person', '8001', '--messages', 'messages.jsonl', '--json'],
  );
  const { text } = JSON.parse(shown.stdout) as { text: string };
  expect(text).toContain('"--web" "127.0.0.1:8443" "--telephone" "agi:127.0.0.1:4573" "--telephone-prompts"');
  expect(text).toContain(`"${join(projectRoot, 'out/prompts')}" "--telephone-person" "8001" "--messages"`);
  expect(text).toContain(`"${join(projectRoot, 'messages.jsonl')}"`);

  const gateway = ['--messages', 'https://gateway.example/send', '--json'];
  const secret = 'a secret that both of the sides know';
  office.environment['MEDICARD_GATEWAY_SECRET'] = secret;
  expect(JSON.parse(serve(...gateway).stdout), 'a service has the file alone').toHaveProperty('error.code', 'USAGE');
  writeFileSync(join(office.keys, 'gateway.secret'), `${secret}\n`, { mode: 0o600 });
  const { stdout } = serve(...gateway);
  expect(stdout).toContain('https://gateway.example/send');
  expect(stdout).not.toContain(secret);
  delete office.environment['MEDICARD_GATEWAY_SECRET'];
});

test('what would not start is not installed', () => {
  const error = (...words: string[]): unknown =>
    (JSON.parse(serve(...words, '--json').stdout) as { error: unknown }).error;
  expect(error('--listen', '0.0.0.0:0')).toMatchObject({ code: 'USAGE' });
  expect(error('--telephone', 'sip:127.0.0.1:0', '--telephone-prompts', 'p')).toMatchObject({ code: 'USAGE' });
  expect(error('--telephone', 'sip:127.0.0.1:5060')).toMatchObject({ code: 'USAGE' });
  expect(error('--messages', 'http://gateway.example/')).toMatchObject({ code: 'USAGE' });
  expect(error('--messages', 'demo-phone', '--web', '127.0.0.1:8443')).toMatchObject({ code: 'USAGE' });
  expect(error('--data', join(office.folder, 'nowhere'))).toMatchObject({ code: 'OFFICE_ABSENT' });
  office.environment['MEDICARD_KEYS'] = join(office.folder, 'no-keys');
  expect(error()).toMatchObject({ code: 'KEY_MISSING' });
  office.environment['MEDICARD_KEYS'] = office.keys;
});
