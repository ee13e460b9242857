/** The counters' door attacked: each attack is refused by name, in few bytes, and the counter beside it is served meanwhile. */
import { connect as connectPlain, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { frame } from '../../../electron/line/frames.ts';
import { PROTOCOL } from '../../../electron/line/line-messages.ts';
import { bytesOf, messageOf } from '../../../electron/line/message-bytes.ts';
import { CounterOffice, PROGRAM } from './counter-office.ts';
import { Neighbour } from './neighbour.ts';
import type { Echo } from '../link/echo-ledger.ts';

const HELLO = { type: 'hello', protocol: PROTOCOL, program: PROGRAM };
const LIMITS = { fromOneAddress: 16, altogether: 32, underWay: 4, queueBytes: 300_000 };

let office: CounterOffice;
/** A well-behaved counter, whose line stands all the while. */
let beside: Neighbour;

beforeEach(async () => {
  office = await CounterOffice.open({ limits: LIMITS });
  beside = await Neighbour.join(office, '01');
});

afterEach(async () => {
  expect(await beside.isServed()).toBe(true);
  expect(beside.ended).toBe(false);
  office.echo.release();
  await office.close();
});

const closed = (socket: Socket): Promise<void> =>
  socket.destroyed ? Promise.resolve() : new Promise((resolve) => socket.once('close', () => resolve()));

/** A counter that has joined and now says what it likes. */
async function counterSaying(...bytes: readonly Uint8Array[]): Promise<TLSSocket> {
  const socket = await office.bareLine(await office.join('02'));
  socket.resume();
  for (const one of bytes) socket.write(one);
  return socket;
}

const request = (id: number, input: unknown, other: object = {}): Uint8Array =>
  frame(
    bytesOf({
      type: 'request',
      id,
      verb: 'ledger.verify',
      input,
      door: 'program',
      sessionToken: null,
      ...other,
    }),
  );
const said = (message: object): Uint8Array => frame(bytesOf(message));

/** The door's own word on the counter's end, once it has come. */
async function endOf(socket: Socket): Promise<string | undefined> {
  await closed(socket);
  await beside.isServed();
  return office.notes.findLast((note) => note.startsWith('line ended'));
}

describe('who is no counter of this office reaches nothing', () => {
  test('without a certificate', async () => {
    const socket = await office.bareLine({});
    await closed(socket.resume());
    expect(office.looked).toHaveLength(1);
  });

  test('with one of another office', async () => {
    const other = await CounterOffice.open();
    const socket = await office.bareLine(await other.join('02'));
    await closed(socket.resume());
    expect(office.looked).toHaveLength(1);
    await other.close();
  });

  test('with a server’s certificate of this office', async () => {
    const socket = await office.bareLine(await office.authority.issueServer('office-1', ['127.0.0.1'], Date.now()));
    await closed(socket.resume());
    expect(office.looked).toHaveLength(1);
  });

  test.each(['revoked', 'unknown'] as const)('as one that is %s, whatever it says at once', async (state) => {
    const identity = await office.join('02', state);
    const socket = await office.bareLine(identity);
    socket.resume().write(Buffer.concat([said(HELLO), request(1, { do: 'echo', value: 1 })]));
    expect(await endOf(socket)).toBe('line ended closed');
    expect(office.door.count).toEqual({ handshakes: 0, counters: 1 });
    expect(office.echo.asked.map(({ counter }) => counter)).toEqual(['01']);
  });

  test('in plain bytes', async () => {
    const socket = connectPlain(office.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume().write(Buffer.concat([said(HELLO), request(1, {})]));
    await closed(socket);
    expect(office.looked).toHaveLength(1);
  });
});

describe('what breaks the protocol is cut off', () => {
  test.each([
    ['a request before the hello', [request(1, {})], 'message'],
    ['a second hello', [said(HELLO), said(HELLO)], 'message'],
    ['a message that carries keys', [said(HELLO), said({ type: 'open', dataKey: new Uint8Array(32) })], 'message'],
    ['a number of a counter in a request', [said(HELLO), request(1, {}, { counter: '01' })], 'message'],
    ['a verb that there is not', [said(HELLO), request(1, {}, { verb: 'books.open' })], 'message'],
    ['a verb of main’s', [said(HELLO), request(1, {}, { verb: 'program.info' })], 'message'],
    ['the command line’s door', [said(HELLO), request(1, {}, { door: 'command-line' })], 'message'],
    ['an oversized frame', [said(HELLO), Uint8Array.of(0, 0x20, 0, 1)], 'frame-size'],
    ['garbage', [said(HELLO), frame(Uint8Array.of(0xff, 0xff))], 'garbage'],
    ['more parts than a message has', [said(HELLO), frame(bytesOf(Array(200_000).fill(0)))], 'garbage'],
    ['frames of nothing', [said(HELLO), new Uint8Array(8)], 'frame-size'],
  ])('%s', async (_, bytes, reason) => {
    const socket = await counterSaying(...bytes);
    expect(await endOf(socket)).toBe(`line ended ${reason}`);
    expect(office.door.count.counters).toBe(1);
    expect(new Set(office.echo.asked.map(({ counter }) => counter))).toEqual(new Set(['01']));
  });

  test('a frame that ends in its middle leaves nothing', async () => {
    const socket = await counterSaying(said(HELLO), request(1, { do: 'echo', value: 1 }).subarray(0, 30));
    socket.end();
    expect(await endOf(socket)).toBe('line ended closed');
    expect(office.door.count).toEqual({ handshakes: 0, counters: 1 });
  });

  test('an old protocol is told that it is old', async () => {
    const socket = await office.bareLine(await office.join('02'));
    const heard: Buffer[] = [];
    socket.on('data', (bytes: Buffer) => heard.push(bytes));
    socket.write(said({ ...HELLO, protocol: 999, program: '9.0', of: 'a later form' }));
    await closed(socket);
    const all = Buffer.concat(heard);
    const first = 4 + all.readUInt32BE(0);
    expect(messageOf(all.subarray(first + 4), 100)).toEqual({
      type: 'goodbye',
      refusal: { code: 'PROGRAM_NEWER', details: { own: '9.0', server: PROGRAM } },
    });
  });
});

describe('there is room for little', () => {
  test('ten thousand connections that are opened and left: as many as the limit wait, and counters still come in', async () => {
    const open: Socket[] = [];
    for (let at = 0; at < 10_000; at += 500) {
      const some = Array.from({ length: 500 }, () => connectPlain(office.port, '127.0.0.1'));
      for (const socket of some) socket.on('error', () => undefined);
      await Promise.all(
        some.map((socket) => new Promise<void>((done) => socket.once('connect', done).once('close', done))),
      );
      expect(await beside.isServed()).toBe(true);
      expect(office.door.count.handshakes).toBeLessThanOrEqual(LIMITS.fromOneAddress);
      open.push(...some);
    }
    expect(await (await Neighbour.join(office, '03')).isServed()).toBe(true);
    for (const socket of open) socket.destroy();
  });

  test('a counter that never says its hello counts among those', async () => {
    const identity = await office.join('02');
    for (let at = 0; at < 40; at += 1) await office.bareLine(identity);
    expect(office.door.count.handshakes).toBeLessThanOrEqual(LIMITS.fromOneAddress);
    expect(office.door.count.counters).toBe(1);
  });

  test('requests without end: no more are under way than the limit, and all are answered in the end', async () => {
    const socket = await counterSaying(said(HELLO));
    const asked = (): number => office.echo.asked.filter(({ counter }) => counter === '02').length;
    for (let id = 1; id <= 100; id += 1) socket.write(request(id, { do: 'hold' }));
    for (let turn = 0; turn < 20; turn += 1) await beside.isServed();
    expect(asked()).toBe(LIMITS.underWay);
    while (asked() < 100) {
      office.echo.release();
      await beside.isServed();
    }
    expect(asked()).toBe(100);
    socket.destroy();
  });

  test('a counter that does not read is cut off, with little waiting for it', async () => {
    const socket = await office.bareLine(await office.join('02'));
    socket.pause().write(said(HELLO));
    const ended = closed(socket);
    const value = 'x'.repeat(100_000);
    for (let id = 1; id <= 400 && !socket.destroyed; id += 1) {
      socket.write(request(id, { do: 'echo', value }));
      await beside.isServed();
      if (office.notes.includes('line ended slow-reader')) break;
    }
    expect(office.notes).toContain('line ended slow-reader');
    socket.resume();
    await ended;
  });

  test('a certificate on two computers: the later line stands, the earlier one ends', async () => {
    const identity = await office.join('02');
    const first = await office.bareLine(identity);
    first.resume().write(said(HELLO));
    const second = await office.bareLine(identity);
    second.resume().write(said(HELLO));
    await Promise.race([closed(first), closed(second)]);
    expect([first.destroyed, second.destroyed].filter(Boolean)).toHaveLength(1);
    expect(office.door.count.counters).toBe(2);
    second.destroy();
    first.destroy();
  });
});

test('a counter asks under the number of its certificate, cancels its own work alone, and hears of its own alone', async () => {
  const heard: unknown[] = [];
  const line = office.lineOf(await office.join('02'))({
    message: (message) => heard.push(message),
    exit: () => undefined,
  });
  const ask = (id: number, input: Echo): void =>
    line.send({ type: 'request', id, verb: 'ledger.verify', input, door: 'program', sessionToken: 't', counter: '01' });
  const other = await office.bareLine(await office.join('03'));
  other.resume().write(said(HELLO));
  ask(1, { do: 'work', operationId: 'mine' });
  while (office.echo.asked.length < 2) await beside.isServed();
  other.write(said({ type: 'cancel', operationId: 'mine', sessionToken: 't' }));
  line.send({ type: 'cancel', operationId: 'unknown', sessionToken: 't', counter: '01' });
  await beside.isServed();
  expect(office.echo.cancelled).toEqual([]);
  line.send({ type: 'cancel', operationId: 'mine', sessionToken: 't', counter: '01' });
  while (heard.length < 2) await beside.isServed();
  expect(office.echo.asked.find(({ sessionToken }) => sessionToken === 't')).toMatchObject({ counter: '02' });
  expect(heard.at(-1)).toMatchObject({ id: 1, reply: { ok: false, error: { code: 'OPERATION_CANCELLED' } } });
  other.destroy();
  line.kill('force');
});

test('it is known of each counter since when its line stands, and how often it came again', async () => {
  const identity = await office.join('02');
  expect(office.lines.of('02')).toBeNull();
  const [first, again] = [await office.bareLine(identity), await office.bareLine(identity)];
  for (const [nth, socket] of [first, again].entries()) {
    socket.resume();
    socket.write(said(HELLO));
    await expect.poll(() => office.lines.of('02')).toEqual({ since: expect.any(Number) as number, returns: nth });
  }
  await closed(first);
  expect(office.lines.of('02')?.since, 'the later line stands').not.toBeNull();
  again.destroy();
  await expect.poll(() => office.lines.of('02')).toEqual({ since: null, returns: 1 });
  expect(office.lines.of('01')).toEqual({ since: expect.any(Number) as number, returns: 0 });
});
