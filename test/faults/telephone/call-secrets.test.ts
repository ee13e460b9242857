/**
 * Passwords are keyed at a real server, wrongly and rightly, and then looked for wherever they must not be: its folder, its log, what it
 * tells the exchange, its recordings and the heap of its process. A control that goes where a secret never goes is found by the same search.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { writeKeyFile, writePinKeyFile } from '../../../electron/ledger/books/sealing/key-file.ts';
import { SecretSearch } from '../../e2e/support/secret-search.ts';
import { setTelephonePassword, TELEPHONE_PASSWORD } from '../../offices/caller.ts';
import { person } from '../../offices/made-up-people.ts';
import { copyOf, DATA_KEY, makeTemplate, Office, OFFICE_ID, PIN, PIN_KEY } from '../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';
import { heapOnSignal, heapStrings } from '../server/heap-of-server.ts';
import { AgiCaller } from './agi-caller.ts';
import { shortPrompts } from './short-prompts.ts';

// The server proves passwords as it does for a bank, so they are set so too.
vi.unmock('../../../electron/ledger/books/sealing/argon2id.ts');

const secrets = {
  password: TELEPHONE_PASSWORD,
  wrongPassword: '318694',
  pin: PIN,
  wrongPin: '529173',
  newPin: '846203',
  /** Struck in the middle of an entry that nobody ends. */
  unfinished: '91736',
};
/** Put into the folder. */
const control = 'control-918264';
const { idNumber, phone } = person(4);
const id = idNumber.replace('X', '*');
let server: ChildProcess | null = null;

afterEach(() => {
  server?.kill('SIGKILL');
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

test('no digit of a password stands in folder, log, prompts or heap', async () => {
  const template = await makeTemplate();
  const folder = copyOf(template);
  const office = new Office(folder);
  await setTelephonePassword(office, template.clerk);
  office.close();
  const [prompts, heaps] = [freshFolder(), freshFolder()];
  shortPrompts(prompts);
  writeKeyFile(OFFICE_ID, DATA_KEY, keysBeside(folder));
  writePinKeyFile(OFFICE_ID, PIN_KEY, keysBeside(folder));
  const port = await freePort();
  const doors = ['--telephone', `agi:127.0.0.1:${port}`, '--telephone-prompts', prompts, '--telephone-person', 'yes'];
  const words = ['electron/server/serve.ts', 'serve', '--json', '--data', folder, '--listen', '127.0.0.1:0', ...doors];
  const child = spawn(process.execPath, [...heapOnSignal(heaps), ...words], {
    env: { ...process.env, MEDICARD_KEYS: keysBeside(folder) },
  });
  server = child;
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (log += part.toString()));
  await once(child.stdout, 'data');

  const caller = await AgiCaller.calls(port, phone);
  const { password, wrongPassword, pin, wrongPin, newPin, unfinished } = secrets;
  for (const [keys, last] of [
    [`5${id}#${wrongPassword}#`, 'notProven'],
    [`${id}#${password}#${wrongPin}#${newPin}#${newPin}#`, 'pinWrong'],
    [`${pin}#${newPin}#${newPin}#`, 'pinChanged'],
    [`5${unfinished}`, 'keyOldPin'],
  ] as const) {
    const before = caller.heard.length;
    caller.keys(keys);
    await expect.poll(() => caller.heard.slice(before), { timeout: 20_000 }).toContain(last);
  }
  await expect.poll(() => caller.keysLeft).toBe(0);
  const heap = await heapStrings(child, heaps, async () => {
    const other = await AgiCaller.calls(port, '13900000000');
    await expect.poll(() => other.heard, { timeout: 20_000 }).toContain('menu');
  });

  const search = new SecretSearch([...Object.values(secrets), control, OFFICE_ID]);
  search.text('log', log);
  search.text('told to the exchange', caller.said);
  search.folder('prompts', prompts);
  search.bytes('heap', heap);
  mkdirSync(join(folder, 'control'));
  writeFileSync(join(folder, 'control', 'file'), control);
  search.folder('folder', folder);
  expect(search.found(control)).toEqual([expect.stringContaining('folder')]);
  // The server knows its office all the while: what stands in the heap is found in it.
  expect(search.found(OFFICE_ID)).toContain('heap: UTF-8');
  for (const [secret, value] of Object.entries(secrets)) expect(search.found(value), secret).toEqual([]);
  for (const personal of [idNumber, phone]) expect(log).not.toContain(personal);
}, 90_000);
