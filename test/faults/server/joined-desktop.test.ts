/** A desktop as a counter of a running office: joined, worked at, moved and left, and each of it with something in the way. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeTemplate, PASSWORDS } from '../../offices/small-office.ts';
import { freshFolder } from '../../offices/test-folders.ts';
import { CounterOffice } from './counter-office.ts';
import { LineProxy } from '../link/line-proxy.ts';
import { answers, filesOf, keysOf, ServedBooks } from './served-books.ts';

const DAY = 24 * 3_600_000;
const template = await makeTemplate();
let office: ServedBooks;

beforeEach(async () => {
  office = await ServedBooks.open(template);
});

afterEach(() => office.close());

const refusedBy = (errorCode: string) =>
  expect.objectContaining({ ok: false, error: expect.objectContaining({ code: errorCode }) });
test('it joins by its code, speaks to the server from then on, and again after the next start', async () => {
  const counter = await office.joined();
  expect(await counter.office.show()).toMatchObject({
    value: {
      address: office.address(),
      number: '01',
      kind: 'counter',
      line: { state: 'ready', refusal: null, breaks: 0 },
    },
  });
  expect(counter.own.stopped).toBe(1);
  await counter.signIn('1001', PASSWORDS['1001']!);
  expect(filesOf(counter)).toEqual(['joining.json']);
  const kept = join(counter.folder, 'joining.json');
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  const [keyFile = ''] = keysOf(counter);
  expect(keyFile).toMatch(/\.counter-key$/);
  const key = readFileSync(join(counter.keysFolder, keyFile), 'utf8').trim();
  expect(readFileSync(kept, 'utf8')).not.toContain(key);
  expect(readFileSync(kept, 'utf8')).not.toContain('PRIVATE');
  const again = await office.startedAgain(counter);
  expect([await answers(again), again.own.opened]).toEqual([true, 0]);
  expect(again.office.refusesOwnBooks?.code).toBe('COUNTER_JOINED');
});

test('how far its clock is from that of the server is told with the joining', async () => {
  const [counter, code, asked] = [office.desktop(), await office.code(), Date.now()];
  const reply = await counter.office.join({ address: office.address(), code });
  const { clockAheadMs = Number.NaN } = reply.ok ? reply.value : {};
  expect(clockAheadMs).toBeGreaterThanOrEqual(asked - office.books.at);
  expect(clockAheadMs).toBeLessThanOrEqual(Date.now() - office.books.at);
});

test('it joins once, and not where there is an office already', async () => {
  const counter = await office.joined();
  expect(await counter.office.join({ address: office.address(), code: await office.code('三号柜台') })).toEqual(
    refusedBy('COUNTER_JOINED'),
  );
  const withOffice = office.desktop();
  Object.assign(withOffice.ownOffice, { isAbsent: false });
  expect(await withOffice.office.join({ address: office.address(), code: await office.code('四号柜台') })).toEqual(
    refusedBy('OFFICE_EXISTS'),
  );
  expect((await office.counters()).map(({ state }) => state)).toEqual(['joined', 'expected', 'expected']);
});

describe('what goes wrong leaves the computer as it was, and the right code joins it after all', () => {
  test.each([
    [
      'a wrong code',
      async (given: string) => ({ code: given.replace(/.$/, given.endsWith('7') ? '8' : '7') }),
      'ENROLMENT_CODE_WRONG',
    ],
    ['nobody there', async () => ({ address: '127.0.0.1:1' }), 'SERVER_UNREACHABLE'],
    [
      'a server that is not named so',
      async () => ({ address: office.address().replace('127.0.0.1', 'localhost') }),
      'SERVER_OTHER',
    ],
  ] as const)('%s', async (_what, wrong, refusal) => {
    const [counter, right] = [office.desktop(), await office.code()];
    const input = { address: office.address(), code: right };
    expect(await counter.office.join({ ...input, ...(await wrong(right)) })).toEqual(refusedBy(refusal));
    expect([counter.link.isUsed(counter.own), counter.office.server, filesOf(counter)]).toEqual([
      true,
      null,
      ['joining.asked'],
    ]);
    expect((await counter.office.join(input)).ok).toBe(true);
    expect([filesOf(counter), keysOf(counter).length]).toEqual([['joining.json'], 1]);
  });

  test('another program that speaks TLS on that port', async () => {
    const other = await CounterOffice.open();
    office.afterwards(() => other.close());
    const counter = office.desktop();
    expect(await counter.office.join({ address: office.address(other.port), code: await office.code() })).toMatchObject(
      {
        ok: false,
      },
    );
    expect(counter.office.server).toBeNull();
  });

  test.each([
    ['days behind', -3 * DAY],
    ['years ahead', 500 * DAY],
  ])('a clock that is %s costs no code', async (_what, apart) => {
    const [counter, right] = [office.desktop(), await office.code()];
    const now = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(now + apart);
    expect(await counter.office.join({ address: office.address(), code: right })).toEqual(
      refusedBy('CERTIFICATE_EXPIRED'),
    );
    vi.mocked(Date.now).mockRestore();
    expect((await counter.office.join({ address: office.address(), code: right })).ok).toBe(true);
  });

  test('the answer lost, the computer switched off: the same code serves again, for the same request', async () => {
    const right = await office.code();
    // To the server and back again go less than this, and the answer more.
    const proxy = await LineProxy.open(
      () => office.server.port,
      (nth) => (nth === 0 ? { cutAfter: 2_200 } : {}),
    );
    office.afterwards(() => proxy.close());
    const counter = office.desktop();
    expect(await counter.office.join({ address: office.address(proxy.port), code: right })).toEqual(
      refusedBy('SERVER_UNREACHABLE'),
    );
    const again = office.desktop(counter.folder);
    expect((await again.office.join({ address: office.address(proxy.port), code: right })).ok).toBe(true);
    expect((await office.counters()).map(({ state }) => state)).toEqual(['joined']);
  });

  test('a disk that takes nothing when the answer has come: asked again, it is the same counter', async () => {
    const [counter, right] = [office.desktop(), await office.code()];
    const inTheWay = join(counter.folder, 'joining.json.new');
    mkdirSync(inTheWay);
    expect(await counter.office.join({ address: office.address(), code: right })).toEqual(refusedBy('FOLDER_UNUSABLE'));
    expect(counter.office.server).toBeNull();
    rmSync(inTheWay, { recursive: true });
    expect((await counter.office.join({ address: office.address(), code: right })).ok).toBe(true);
    expect((await office.counters()).map(({ state }) => state)).toEqual(['joined']);
  });
});

test('without its key it says so, and leaves all the same', async () => {
  const counter = await office.joined();
  for (const file of keysOf(counter)) rmSync(join(counter.keysFolder, file));
  const again = await office.startedAgain(counter);
  expect(again.link.status).toMatchObject({ state: 'failed', refusal: { code: 'JOINING_DAMAGED' } });
  expect(await again.office.leave(again.asker())).toEqual({ ok: true, value: {} });
  expect([filesOf(again), again.own.opened, again.office.server]).toEqual([[], 1, null]);
});

test('a joining that is no joining any more is said, and can be left', async () => {
  const counter = await office.joined();
  await counter.end();
  const path = join(counter.folder, 'joining.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('BEGIN CERTIFICATE', 'BEGIN CERTAINLY'));
  const again = await office.startedAgain(counter);
  expect(again.own.status).toMatchObject({ state: 'failed', refusal: { code: 'JOINING_DAMAGED' } });
  expect(again.office.refusesOwnBooks?.code).toBe('COUNTER_JOINED');
  expect((await again.office.leave(again.asker())).ok).toBe(true);
  expect([filesOf(again), keysOf(again)]).toEqual([[], []]);
});

test('beside books of its own neither is opened, and leaving keeps the books', async () => {
  const counter = await office.joined();
  writeFileSync(join(counter.folder, 'office.json'), '{}');
  const again = await office.startedAgain(counter);
  expect(again.own.status).toMatchObject({
    state: 'failed',
    refusal: { code: 'JOINING_AND_BOOKS', details: { folder: counter.folder, address: office.address() } },
  });
  expect([filesOf(again), again.own.opened]).toEqual([['joining.json', 'office.json'], 0]);
  expect((await again.office.leave(again.asker())).ok).toBe(true);
  expect([filesOf(again), again.own.opened]).toEqual([['office.json'], 1]);
});

test('the address is changed to where the same server answers, and to nowhere else', async () => {
  const counter = await office.joined();
  const other = await CounterOffice.open();
  const proxy = await LineProxy.open(
    () => office.server.port,
    () => ({}),
  );
  office.afterwards(
    () => other.close(),
    () => proxy.close(),
  );
  for (const [where, refusal] of [
    [other.port, 'SERVER_OTHER'],
    [1, 'SERVER_UNREACHABLE'],
  ] as const) {
    expect(await counter.office.changeAddress({ address: office.address(where) })).toEqual(refusedBy(refusal));
    expect(counter.office.server?.address).toBe(office.address());
  }
  await counter.until(({ state }) => state === 'ready');
  expect(await counter.office.changeAddress({ address: office.address(proxy.port) })).toMatchObject({
    ok: true,
    value: { address: office.address(proxy.port), line: { state: 'ready' } },
  });
  const again = await office.startedAgain(counter);
  expect([again.office.server?.address, await answers(again), proxy.connections]).toEqual([
    office.address(proxy.port),
    true,
    3,
  ]);
});

test('while the server answers an administrator leaves, and nobody else', async () => {
  const counter = await office.joined();
  const clerk = await counter.signIn('1001', PASSWORDS['1001']!);
  expect(await counter.office.leave(counter.asker())).toEqual(refusedBy('SIGN_IN_REQUIRED'));
  expect(await counter.office.leave(clerk)).toEqual(refusedBy('ROLE_REQUIRED'));
  expect(await answers(counter)).toBe(true);
  const chief = await counter.signIn('9001', PASSWORDS['9001']!);
  expect(await counter.office.leave(chief)).toEqual({ ok: true, value: {} });
  expect([filesOf(counter), keysOf(counter), chief.session, counter.own.opened]).toEqual([[], [], null, 1]);
  // Left, it may join again, or another office.
  expect((await counter.office.join({ address: office.address(), code: await office.code('三号柜台') })).ok).toBe(true);
});

test('a server that has gone is left by whoever sits there', async () => {
  const counter = await office.joined();
  const { port } = office.server;
  await office.server.close();
  await counter.until(({ state }) => state === 'restarting');
  expect((await counter.office.leave(counter.asker())).ok).toBe(true);
  expect(filesOf(counter)).toEqual([]);
  await office.server.openDoor({ port });
});

test('an attempt that was given up leaves no key once the computer has an office of its own', async () => {
  const counter = office.desktop(freshFolder());
  await counter.office.join({ address: '127.0.0.1:1', code: await office.code() });
  expect([filesOf(counter), keysOf(counter).length]).toEqual([['joining.asked'], 1]);
  counter.office.giveUpAsking();
  expect([filesOf(counter), keysOf(counter)]).toEqual([[], []]);
});
