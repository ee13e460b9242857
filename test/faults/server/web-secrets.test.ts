/**
 * Codes and login passwords are sent to a real server, wrongly and rightly, and then looked for wherever they must not be: its folder,
 * its log, its pages and the heap of its process. A control that goes where a secret never goes is found by the same search.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { FORM_PROOF, HOLDER_PLACES } from '../../../electron/contract/online/holder-pages.ts';
import { writeKeyFile, writePinKeyFile } from '../../../electron/ledger/books/sealing/key-file.ts';
import { SecretSearch } from '../../e2e/support/secret-search.ts';
import { person } from '../../offices/made-up-people.ts';
import { copyOf, DATA_KEY, makeTemplate, OFFICE_ID, PIN_KEY } from '../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';
import { heapOnSignal, heapStrings, written } from './heap-of-server.ts';

const typed = { wrongCode: '730582', password: 'quiet river 884173', wrongPassword: 'loud river 552096' };
/** Put into the folder. */
const control = 'control-918264';
const { idNumber, name, phone, card } = person(0);
let server: ChildProcess | null = null;

afterEach(() => {
  server?.kill('SIGKILL');
});

class Browser {
  readonly #port: number;
  readonly #cookies = new Map<string, string>();
  /** All that was answered. */
  seen = '';
  #proof = '';

  constructor(port: number) {
    this.#port = port;
  }

  get(path: string): Promise<string> {
    return this.#asked('GET', path);
  }

  /** From the page that was seen last. Answers where it leads. */
  send(path: string, form: Readonly<Record<string, string>>): Promise<string> {
    return this.#asked('POST', path, new URLSearchParams({ ...form, [FORM_PROOF]: this.#proof }).toString());
  }

  async #asked(method: string, path: string, body = ''): Promise<string> {
    const cookie = [...this.#cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const sends =
      method === 'POST'
        ? { 'content-type': 'application/x-www-form-urlencoded', origin: `https://localhost:${this.#port}` }
        : {};
    const headers = { host: `localhost:${this.#port}`, cookie, ...sends };
    const asked = request({
      host: '127.0.0.1',
      port: this.#port,
      method,
      path,
      headers,
      rejectUnauthorized: false,
      agent: false,
    });
    asked.end(body);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    for (const each of answer.headers['set-cookie'] ?? []) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      this.#cookies.set(key, value);
    }
    const page = await text(answer);
    this.seen += `${JSON.stringify(answer.headers)}\n${page}`;
    this.#proof = new RegExp(`name="${FORM_PROOF}" value="([^"]+)"`).exec(page)?.[1] ?? this.#proof;
    return answer.headers.location ?? String(answer.statusCode);
  }
}

test('no code and no login password stands in folder, log, page or heap', async () => {
  const folder = copyOf(await makeTemplate());
  const [outbox, heaps] = [freshFolder(), freshFolder()];
  const messages = join(outbox, 'messages');
  writeFileSync(messages, '');
  writeKeyFile(OFFICE_ID, DATA_KEY, keysBeside(folder));
  writePinKeyFile(OFFICE_ID, PIN_KEY, keysBeside(folder));
  const node = [...heapOnSignal(heaps), 'electron/server/serve.ts'];
  const doors = ['--listen', '127.0.0.1:0', '--web', '127.0.0.1:0', '--messages', messages];
  const child = spawn(process.execPath, [...node, 'serve', '--json', '--data', folder, ...doors], {
    env: { ...process.env, MEDICARD_KEYS: keysBeside(folder) },
  });
  server = child;
  let log = '';
  child.stderr.on('data', (part: Buffer) => (log += part.toString()));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const browser = new Browser(Number(/"web":"[^"]+:(\d+)"/.exec(said.toString())?.[1]));

  await browser.get(HOLDER_PLACES.register);
  const codePlace = await browser.send(HOLDER_PLACES.register, { idNumber, name, phone, cardEnd: card.slice(-4) });
  expect(codePlace).toContain(HOLDER_PLACES.registerCode);
  const code = await written(
    outbox,
    () => /\d{6}/.exec(readFileSync(messages, 'utf8').split('"text":')[1] ?? '')?.[0] ?? null,
  );
  await browser.get(codePlace);
  const login = { newPassword: typed.password, repeated: typed.password };
  expect(await browser.send(codePlace, { code: typed.wrongCode, ...login })).toBe('422');
  expect(await browser.send(codePlace, { code, ...login })).toBe(HOLDER_PLACES.home);
  await browser.get(HOLDER_PLACES.home);
  await browser.send(HOLDER_PLACES.signOut, {});
  await browser.get(HOLDER_PLACES.signIn);
  expect(await browser.send(HOLDER_PLACES.signIn, { idNumber, password: typed.wrongPassword })).toBe('422');
  expect(await browser.send(HOLDER_PLACES.signIn, { idNumber, password: typed.password })).toBe(HOLDER_PLACES.home);
  await browser.get(HOLDER_PLACES.home);

  const heap = await heapStrings(child, heaps, () => browser.get(HOLDER_PLACES.home));
  const search = new SecretSearch([...Object.values(typed), code, control, OFFICE_ID]);
  search.text('log', log);
  search.text('pages', browser.seen);
  search.bytes('heap', heap);
  mkdirSync(join(folder, 'control'));
  writeFileSync(join(folder, 'control', 'file'), control);
  search.folder('folder', folder);
  expect(search.found(control)).toEqual([expect.stringContaining('folder')]);
  // The server knows its office all the while: what stands in the heap is found in it.
  expect(search.found(OFFICE_ID)).toContain('heap: UTF-8');
  for (const [secret, value] of [...Object.entries(typed), ['code', code]] as const)
    expect(search.found(value), secret).toEqual([]);
}, 60_000);
