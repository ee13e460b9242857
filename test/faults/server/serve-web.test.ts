/** `medicard -- serve --web` as a program: it says where holders come in, shows them its pages, and which certificate it takes. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync, utimesSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { RefusalError } from '../../../electron/contract/kernel/errors.ts';
import { writeKeyFile, writePinKeyFile } from '../../../electron/ledger/books/sealing/key-file.ts';
import { keptAuthority } from '../../../electron/server/identity/authority-keeping.ts';
import { makeAuthority, OfficeAuthority } from '../../../electron/server/identity/office-authority.ts';
import { givenCertificate } from '../../../electron/server/web/web-certificate.ts';
import { webOptions, webWords } from '../../../electron/server/web/web-options.ts';
import { copyOf, DATA_KEY, makeTemplate, OFFICE_ID, PIN_KEY, type Template } from '../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';

const running: ChildProcessWithoutNullStreams[] = [];
let template: Template;

beforeAll(async () => {
  template = await makeTemplate();
});

afterEach(() => {
  for (const one of running.splice(0)) one.kill('SIGKILL');
});

function serve(folder: string, ...words: readonly string[]): ChildProcessWithoutNullStreams {
  const args = ['build/medicard.mjs', 'serve', '--json', '--data', folder, '--listen', '127.0.0.1:0', ...words];
  const child = spawn(process.execPath, args, { env: { ...process.env, MEDICARD_KEYS: keysBeside(folder) } });
  running.push(child);
  return child;
}

function officeFolder(): string {
  const folder = copyOf(template);
  writeKeyFile(OFFICE_ID, DATA_KEY, keysBeside(folder));
  writePinKeyFile(OFFICE_ID, PIN_KEY, keysBeside(folder));
  return folder;
}

async function firstLine(child: ChildProcessWithoutNullStreams): Promise<Record<string, unknown>> {
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return JSON.parse(said.toString()) as Record<string, unknown>;
}

test('it shows the first page under a certificate of the office, and ends when it is told to', async () => {
  const folder = officeFolder();
  const server = serve(folder, '--web', '127.0.0.1:0');
  const { web } = await firstLine(server);
  const port = Number(/^127\.0\.0\.1:(\d+)$/.exec(String(web))?.[1]);
  const { certificate: ca } = await keptAuthority({ keysFolder: keysBeside(folder), officeId: OFFICE_ID }, Date.now());
  const page = await new Promise<string>((resolve, reject) => {
    get(
      { host: '127.0.0.1', port, path: '/', ca, agent: false },
      (answer) => void text(answer).then(resolve, reject),
    ).on('error', reject);
  });
  expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN"[\s\S]*我的卡丢了/);
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
});

test('the phone of the demo office is on no screen of an office at work', async () => {
  const phone = ['--messages', 'demo-phone'];
  for (const words of [phone, [...phone, '--web', '127.0.0.1:0']]) {
    const server = serve(officeFolder(), ...words);
    expect(await firstLine(server)).toMatchObject({ error: { code: 'USAGE' } });
    expect(await once(server, 'exit')).toEqual([2, null]);
  }
});

test('a key that is not that of its certificate opens no door', async () => {
  const [one, other] = await Promise.all([pairIn(freshFolder()), pairIn(freshFolder())]);
  const words = ['--web', '127.0.0.1:0', '--web-certificate', one.certificate, '--web-key', other.key];
  const server = serve(officeFolder(), ...words);
  expect(await firstLine(server)).toMatchObject({ error: { code: 'KEY_WRONG' } });
  expect(await once(server, 'exit')).toEqual([1, null]);
});

test('a renewed pair is taken without a restart, and one that is written half is not', async () => {
  const files = await pairIn(freshFolder());
  const certificate = givenCertificate(files);
  expect(await certificate.look()).toBeNull();
  writeFileSync(files.certificate, 'half of it');
  utimesSync(files.certificate, 1, 1);
  expect(await certificate.look()).toBeNull();
  const renewed = await makeAuthority('renewed', Date.now());
  writeFileSync(files.certificate, renewed.certificate);
  writeFileSync(files.key, renewed.key);
  expect(await certificate.look()).toEqual(renewed);
  expect(await certificate.look()).toBeNull();
});

test('files that are not there are told', () => {
  const nowhere = join(freshFolder(), 'none.pem');
  expect(() => givenCertificate({ certificate: nowhere, key: nowhere })).toThrow(RefusalError);
});

test.each([
  [{ 'web-key': 'k' }, '--web-certificate and --web-key go with --web'],
  [{ web: '0.0.0.0:443', 'web-key': 'k' }, '--web-certificate and --web-key go together'],
  [{ web: 'everywhere' }, '--web takes HOST:PORT, not everywhere'],
])('%o makes no sense', (options, sentence) => {
  expect(() => webOptions(options)).toThrow(sentence);
});

test('a service is started with the same words', () => {
  const typed = { web: '[::]:443', 'web-certificate': '/etc/cards/full.pem', 'web-key': '/etc/cards/key.pem' };
  expect(webWords(webOptions(typed), '[::]:443')).toEqual([
    ...['--web', '[::]:443'],
    ...['--web-certificate', '/etc/cards/full.pem', '--web-key', '/etc/cards/key.pem'],
  ]);
  expect(webWords(webOptions({}), '')).toEqual([]);
});

async function pairIn(folder: string): Promise<{ readonly certificate: string; readonly key: string }> {
  const made = await OfficeAuthority.of(await makeAuthority('office-1', Date.now()));
  const { certificate, key } = await made.issueServer('office-1', ['localhost'], Date.now());
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') };
  writeFileSync(files.certificate, certificate);
  writeFileSync(files.key, key);
  return files;
}
