/** `medicard -- serve --telephone` as a program: calls walk the menu on real books, and end as callers and lines do (docs/rules.md 8). */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { writeKeyFile, writePinKeyFile } from '../../../electron/ledger/books/sealing/key-file.ts';
import { setTelephonePassword, TELEPHONE_PASSWORD } from '../../offices/caller.ts';
import { person } from '../../offices/made-up-people.ts';
import {
  behindTheBack,
  copyOf,
  DATA_KEY,
  makeTemplate,
  Office,
  OFFICE_ID,
  PIN,
  PIN_KEY,
  type Template,
} from '../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';
import { AgiCaller } from './agi-caller.ts';
import { shortPrompts } from './short-prompts.ts';

// The server proves passwords as it does for a bank, so they are set so too.
vi.unmock('../../../electron/ledger/books/sealing/argon2id.ts');

const { idNumber, phone } = person(4);
const NEW_PIN = '846203';
const PROOF = `${idNumber.replace('X', '*')}#${TELEPHONE_PASSWORD}#`;

let template: Template;
let prompts: string;
let folder: string;
let port: number;
let server: Served;

interface Served {
  readonly child: ChildProcessWithoutNullStreams;
  readonly said: () => string;
  readonly exit: Promise<number | null>;
}

beforeAll(async () => {
  template = await makeTemplate();
  const office = new Office(template.folder);
  await setTelephonePassword(office, template.clerk);
  office.close();
  prompts = shortPrompts(freshFolder()).folder;
});

function serve(...telephone: readonly string[]): Served {
  const words = ['serve', '--json', '--listen', '127.0.0.1:0', '--data', folder, ...telephone];
  const environment = { ...process.env, MEDICARD_KEYS: keysBeside(folder) };
  const child = spawn(process.execPath, ['build/medicard.mjs', ...words], { env: environment });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => said, exit };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}

beforeEach(async () => {
  folder = copyOf(template);
  writeKeyFile(OFFICE_ID, DATA_KEY, keysBeside(folder));
  writePinKeyFile(OFFICE_ID, PIN_KEY, keysBeside(folder));
  port = await freePort();
});

afterEach(() => {
  server.child.kill('SIGKILL');
});

async function served(): Promise<void> {
  server = serve('--telephone', `agi:127.0.0.1:${port}`, '--telephone-prompts', prompts, '--telephone-person', 'yes');
  await expect.poll(() => server.said(), { timeout: 20_000 }).toContain('"telephone"');
}

interface Recorded {
  readonly verb: string;
  readonly actor: string;
}

/** What the server has put on record of calls, once it has ended. */
async function recorded(): Promise<Recorded[]> {
  server.child.kill('SIGTERM');
  expect(await server.exit, server.said()).toBe(0);
  return behindTheBack(folder, (connection) =>
    connection
      .prepare<[], Recorded>(
        "SELECT verb, actor FROM audit WHERE actor = 'telephone' OR actor LIKE 'holder:%' ORDER BY seq",
      )
      .all(),
  );
}

const verbs = (records: readonly Recorded[]): string[] => records.map(({ verb }) => verb);

test('one call walks the whole menu: told, reported, followed up, a new password, handed over', async () => {
  await served();
  const caller = await AgiCaller.calls(port, phone);
  for (const [keys, last] of [
    [`1${PROOF}`, 'afterTold'],
    ['*2', 'afterTold'],
    ['*31', 'afterNumber'],
    ['*4', 'afterNumber'],
    [`*5${PIN}#${NEW_PIN}#${NEW_PIN}#`, 'pinChanged'],
    ['90', 'toPerson'],
  ] as const) {
    const before = caller.heard.length;
    caller.keys(keys);
    await expect.poll(() => caller.heard.slice(before), { timeout: 10_000 }).toContain(last);
  }
  await expect.poll(() => caller.ending).toBe('SET VARIABLE CALL_NEXT "person"');
  expect(caller.heard.join(' ')).toContain('balanceIs num-3 hundred yuan');
  for (const piece of ['lastEntries', 'allocation', 'reported', 'onceMore', 'statusReported', 'pinChanged', 'toPerson'])
    expect(caller.heard).toContain(piece);
  const records = await recorded();
  expect(verbs(records)).toEqual([
    ...['pin.telephoneTry', 'pin.telephoneRight', 'telephone.prove', 'telephone.balance', 'telephone.entries'],
    ...['loss.report', 'telephone.caller', 'telephone.progress', 'pin.try', 'pin.change', 'telephone.hangUp'],
  ]);
  expect(records.at(-1)?.actor).toMatch(/^holder:/);
  for (const secret of [TELEPHONE_PASSWORD, PIN, NEW_PIN, idNumber]) expect(server.said()).not.toContain(secret);
  const office = new Office(folder, Date.now());
  expect(await office.faults()).toEqual([]);
  office.close();
});

test('the new password of the card is the one that counts from then on', async () => {
  await served();
  for (const [old, fresh] of [
    [PIN, NEW_PIN],
    [NEW_PIN, '739201'],
  ]) {
    const caller = await AgiCaller.calls(port, phone);
    caller.keys(`5${PROOF}${old}#${fresh}#${fresh}#`);
    await expect.poll(() => caller.heard, { timeout: 10_000 }).toContain('pinChanged');
    caller.hangUp();
  }
});

test('callers who go anywhere, and a line that dies, leave the books whole and no session', async () => {
  await served();
  const ways = ['', '1', `1${PROOF}`, `3${PROOF}`, `31${PROOF}1`, `5${PROOF}${PIN}#${NEW_PIN}#`];
  for (const [at, way] of ways.entries()) {
    const caller = await AgiCaller.calls(port, phone);
    caller.keys(way);
    await expect.poll(() => caller.heard, { timeout: 10_000 }).not.toEqual([]);
    if (at % 2 === 0) caller.hangUp();
    else caller.cut();
  }
  const records = await recorded();
  expect(verbs(records).filter((verb) => verb === 'telephone.hangUp').length).toBeGreaterThanOrEqual(ways.length);
  expect(verbs(records)).not.toContain('pin.change');
  const open = behindTheBack(folder, (connection) =>
    connection.prepare<[], number>('SELECT count(*) FROM holder_session WHERE ended_at IS NULL').pluck().get(),
  );
  expect(open).toBe(0);
  const office = new Office(folder, Date.now());
  expect(await office.faults()).toEqual([]);
  office.close();
});

test('a loss without a telephone password is reported, and its caller hears no more than its number', async () => {
  await served();
  const caller = await AgiCaller.calls(port, '13900000000');
  caller.keys(`32${idNumber.replace('X', '*')}#${phone}#1`);
  await expect.poll(() => caller.heard, { timeout: 15_000 }).toContain('afterNumber');
  caller.hangUp();
  expect(caller.heard).not.toContain('balanceIs');
  expect(verbs(await recorded())).toEqual(['loss.report', 'telephone.caller', 'telephone.hangUp']);
});

test.each([
  [
    'recordings that are not there',
    ['--telephone', 'agi:127.0.0.1:1', '--telephone-prompts', '/nowhere'],
    'recordings',
  ],
  ['an address of no private network', ['--telephone', 'agi:8.8.8.8:4573'], 'private network'],
  ['neither of the two', ['--telephone', 'h323:localhost:1'], 'sip:HOST:PORT'],
])('%s: it says so and does not start', async (_, words, why) => {
  const prompted = words.includes('--telephone-prompts') ? words : [...words, '--telephone-prompts', prompts];
  server = serve(...prompted);
  expect(await server.exit).toBe(2);
  expect(server.said()).toContain(why);
});
