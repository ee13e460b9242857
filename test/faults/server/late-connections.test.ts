/**
 * Connections that come to the server in another order than they were opened, in pieces, or a second time: a counter is served on
 * the last one that it opened, and what was under way on another reaches nobody.
 */
import { connect as connectPlain, createServer, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RefusalError } from '../../../electron/contract/kernel/errors.ts';
import { frame } from '../../../electron/line/frames.ts';
import { JOIN_PROTOCOL } from '../../../electron/line/join-messages.ts';
import { PROTOCOL } from '../../../electron/line/line-messages.ts';
import { bytesOf, messageOf } from '../../../electron/line/message-bytes.ts';
import type { RegisteredCounter } from '../../../electron/server/doors/counter-register.ts';
import { CounterOffice, PROGRAM } from './counter-office.ts';
import type { Echo } from '../link/echo-ledger.ts';
import { LineProxy } from '../link/line-proxy.ts';

let office: CounterOffice;
const afterwards: (() => unknown)[] = [];

beforeEach(async () => {
  office = await CounterOffice.open();
});
afterEach(async () => {
  for (const end of afterwards.splice(0).reverse()) await end();
  await office.close();
});

const said = (message: object): Uint8Array => frame(bytesOf(message));
const HELLO = said({ type: 'hello', protocol: PROTOCOL, program: PROGRAM });
const asked = (id: number, input: Echo): Uint8Array =>
  said({ type: 'request', id, verb: 'ledger.verify', input, door: 'program', sessionToken: null });
const askedBy = (number: string): unknown[] =>
  office.echo.asked.filter(({ counter }) => counter === number).map(({ input }) => (input as { value: unknown }).value);

const closed = (socket: Socket): Promise<void> =>
  socket.destroyed ? Promise.resolve() : new Promise((resolve) => socket.once('close', () => resolve()));

/** Resolves with the first message that passes. */
function heard(socket: TLSSocket, passes: (message: { readonly type: string }) => boolean): Promise<unknown> {
  return new Promise((resolve) => {
    let all = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      all = Buffer.concat([all, bytes]);
      while (all.length >= 4 && all.length >= 4 + all.readUInt32BE(0)) {
        const message = messageOf(all.subarray(4, 4 + all.readUInt32BE(0)), 100) as { readonly type: string };
        all = all.subarray(4 + all.readUInt32BE(0));
        if (passes(message)) resolve(message);
      }
    });
  });
}

async function openLine(identity: Awaited<ReturnType<CounterOffice['join']>>): Promise<TLSSocket> {
  const socket = await office.bareLine(identity);
  afterwards.push(() => socket.destroy());
  return socket;
}

test.each([
  ['stands', () => Promise.resolve()],
  ['has ended', (later: TLSSocket) => closed(later.destroy())],
])('a connection whose hello comes after a later one’s is cut, when that one %s', async (_, meanwhile) => {
  const identity = await office.join('02');
  const [earlier, later] = [await openLine(identity), await openLine(identity)];
  const answered = heard(later, ({ type }) => type === 'reply');
  later.write(Buffer.concat([HELLO, asked(1, { do: 'echo', value: 'later' })]));
  await answered;
  await meanwhile(later);
  earlier.resume().write(Buffer.concat([HELLO, asked(1, { do: 'echo', value: 'earlier' })]));
  await closed(earlier);
  expect(askedBy('02')).toEqual(['later']);
  expect(later.destroyed).toBe(_ !== 'stands');
});

test('what a counter sent before it went is lost with its connection once it is back on another', async () => {
  const identity = await office.join('02');
  const proxy = await LineProxy.open(() => office.port);
  afterwards.push(() => proxy.close());
  const values: unknown[] = [];
  const open = async (): Promise<ReturnType<ReturnType<CounterOffice['lineOf']>>> => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const line = office.lineOf(identity, { port: proxy.port })({
      message: (message) => {
        if ((message as { readonly type: string }).type === 'opened') resolve(undefined);
        else values.push(message);
      },
      exit: () => undefined,
    });
    await promise;
    return line;
  };
  const ask = (line: Awaited<ReturnType<typeof open>>, id: number, value: string): void =>
    line.send({
      ...{ type: 'request', id, verb: 'ledger.verify', input: { do: 'echo', value } satisfies Echo },
      ...{ door: 'program', sessionToken: null, counter: 'x' },
    });
  const first = await open();
  const [held] = proxy.passages;
  held?.hold();
  ask(first, 1, 'under way');
  first.kill('force');
  held?.leave();
  const second = await open();
  ask(second, 2, 'back');
  while (values.length === 0) await new Promise(setImmediate);
  held?.release();
  ask(second, 3, 'and still here');
  while (values.length < 2) await new Promise(setImmediate);
  expect(askedBy('02')).toEqual(['back', 'and still here']);
  second.kill('force');
});

test('a recorded connection that is played again is nothing: it ends in its handshake', async () => {
  const identity = await office.join('02');
  const recorded: Buffer[] = [];
  const proxy = await LineProxy.open(() => office.port);
  afterwards.push(() => proxy.close());
  const tap = await tapTo(proxy.port, recorded);
  const { promise: reply, resolve } = Promise.withResolvers<unknown>();
  const line = office.lineOf(identity, { port: tap })({
    message: (message) => (message as { readonly type: string }).type === 'reply' && resolve(message),
    exit: () => undefined,
  });
  line.send({
    ...{ type: 'request', id: 1, verb: 'ledger.verify', input: { do: 'echo', value: 1 } satisfies Echo },
    ...{ door: 'program', sessionToken: null, counter: 'x' },
  });
  await reply;
  line.kill('force');
  const again = connectPlain(office.port, '127.0.0.1');
  again.on('error', () => undefined);
  again.resume().write(Buffer.concat(recorded));
  await closed(again);
  expect(askedBy('02')).toEqual([1]);
  expect(office.looked).toHaveLength(1);
  expect(office.notes.filter((note) => note === 'handshake refused')).toHaveLength(1);
});

/** A listener that passes on to `port` and keeps what the counter says. */
async function tapTo(port: number, recorded: Buffer[]): Promise<number> {
  const server = createServer((near) => {
    const far = connectPlain(port, '127.0.0.1');
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.on('data', (bytes: Buffer) => recorded.push(bytes));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterwards.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('nobody listens');
  return address.port;
}

test('a counter that is revoked between its handshake and its hello does not come in with it', async () => {
  const identity = await office.join('02');
  const socket = await openLine(identity);
  const goodbye = heard(socket, ({ type }) => type === 'goodbye');
  await new Promise<void>((resolve) => {
    // Let in so far: the server has said its own hello.
    void heard(socket, ({ type }) => type === 'hello').then(() => resolve());
  });
  office.register.set(identity.serial, { number: '02', kind: 'counter', state: 'revoked' });
  await office.door.lookAgain();
  socket.write(Buffer.concat([HELLO, asked(1, { do: 'echo', value: 1 })]));
  expect(await goodbye).toMatchObject({ refusal: { code: 'COUNTER_REVOKED', details: { number: '02' } } });
  await closed(socket);
  expect(askedBy('02')).toEqual([]);
});

test('while the register cannot say who is a counter, who comes is told why, and who is there stays', async () => {
  await office.close();
  let fault: RefusalError | null = null;
  const known = new Map<string, RegisteredCounter>();
  const find = (serial: string): Promise<RegisteredCounter | null> =>
    fault === null ? Promise.resolve(known.get(serial) ?? null) : Promise.reject(fault);
  await office.openDoor({ register: { find } });
  const [there, comes] = [await office.join('02'), await office.join('03')];
  known.set(there.serial, { number: '02', kind: 'counter', state: 'active' });
  const line = await openLine(there);
  const answered = heard(line, ({ type }) => type === 'reply');
  line.write(HELLO);
  await heard(line, ({ type }) => type === 'hello');
  fault = new RefusalError('DISK_FULL');
  await office.door.lookAgain();
  const other = await openLine(comes);
  expect(await heard(other, ({ type }) => type === 'goodbye')).toMatchObject({ refusal: { code: 'DISK_FULL' } });
  line.write(asked(1, { do: 'echo', value: 'still here' }));
  await answered;
  expect(askedBy('02')).toEqual(['still here']);
});

describe('what never ends is given up in time, and takes up no room meanwhile', () => {
  beforeEach(async () => {
    await office.close();
    await office.openDoor({ limits: { handshakeMs: 50 } });
  });

  /** The door has given its place back. */
  async function noneLeft(): Promise<void> {
    while (office.door.count.handshakes > 0) await new Promise(setImmediate);
    expect(office.door.count.counters).toBe(0);
  }

  test.each([
    ['nothing at all', Buffer.alloc(0)],
    ['a hello of which a byte is missing', Buffer.concat([Buffer.of(22, 3, 1, 0xff, 0xff), Buffer.alloc(0xfffe)])],
    ['a hello whose length does not come', Buffer.of(22, 3, 1)],
  ])('%s', async (_, bytes) => {
    const socket = connectPlain(office.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume().write(bytes);
    await closed(socket);
    await noneLeft();
  });

  test('a computer that asks to join, and then for nothing', async () => {
    const socket = connectTls({
      ...{ host: '127.0.0.1', port: office.port },
      ...{ ALPNProtocols: [JOIN_PROTOCOL], rejectUnauthorized: false },
    });
    socket.on('error', () => undefined);
    await closed(socket.resume());
    await noneLeft();
  });

  test('a counter that says no hello', async () => {
    const socket = await office.bareLine(await office.join('02'));
    await closed(socket.resume());
    await noneLeft();
  });
});
