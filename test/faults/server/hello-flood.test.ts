/**
 * A computer that speaks TLS hellos without end: the server answers as many as that address may have and no more, and the counters,
 * at other addresses and behind the same one, keep their lines.
 */
import { connect as connectPlain, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { frame } from '../../../electron/line/frames.ts';
import { JOIN_PROTOCOL } from '../../../electron/line/join-messages.ts';
import { PROTOCOL } from '../../../electron/line/line-messages.ts';
import { bytesOf } from '../../../electron/line/message-bytes.ts';
import { LineSupervision } from '../../../electron/main/ledger-link/line-supervision.ts';
import { CounterOffice, PROGRAM } from './counter-office.ts';
import { Neighbour } from './neighbour.ts';

/** Also the address at which the server listens; the other is another one of the same loopback network. */
const FLOODED = '127.0.0.1';
const ELSEWHERE = '127.0.0.2';
const LIMITS = { hellosAtOnce: 5, hellosASecond: 1 };
const HELLOS = 2_000;

let office: CounterOffice;
let now: number;
const open: TLSSocket[] = [];

beforeEach(async () => {
  now = 0;
  office = await CounterOffice.open({ limits: LIMITS, now: () => now });
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await office.close();
});

const closed = (socket: Socket): Promise<void> =>
  socket.destroyed ? Promise.resolve() : new Promise((resolve) => socket.once('close', () => resolve()));

/** On the line as a counter; null where the server ended the connection first. */
async function comeIn(number: string, from: string): Promise<TLSSocket | null> {
  const socket = await office.bareLine(await office.join(number), from);
  if (socket.destroyed) return null;
  open.push(socket);
  const answered = new Promise<TLSSocket | null>((resolve) => {
    socket.once('data', () => resolve(socket.pause()));
    socket.once('close', () => resolve(null));
  });
  socket.write(frame(bytesOf({ type: 'hello', protocol: PROTOCOL, program: PROGRAM })));
  return answered;
}

/** Whole records of a hello that is none; the server's answers to it, of which it refuses some before it looks at them. */
async function flood(hello: Buffer): Promise<{ readonly answered: number }> {
  let answered = 0;
  for (let at = 0; at < HELLOS; at += 100) {
    const some = Array.from({ length: 100 }, () =>
      connectPlain({ host: FLOODED, port: office.port, localAddress: FLOODED }),
    );
    for (const socket of some) {
      socket.on('error', () => undefined).on('data', () => (answered += 1));
      socket.write(hello);
    }
    await Promise.all(some.map((socket) => closed(socket)));
  }
  return { answered };
}

/** A record that says it is a hello, which TLS answers with an alert. */
function helloSaying(text: string): Buffer {
  const body = Buffer.from(text.padEnd(64, '.'));
  return Buffer.concat([Buffer.from([22, 3, 1, 0, body.length]), body]);
}

test.each([
  ['the counters', helloSaying('')],
  ['those who join', helloSaying(JOIN_PROTOCOL)],
])('at the door of %s as many are answered as the address may have, and it is told once', async (_, hello) => {
  const { answered } = await flood(hello);
  expect(answered).toBe(LIMITS.hellosAtOnce);
  expect(office.notes.filter((note) => note === 'too many hellos')).toHaveLength(1);
  expect(office.notes.length).toBeLessThanOrEqual(1 + LIMITS.hellosAtOnce);
  expect(office.door.count.handshakes).toBe(0);
});

test('counters elsewhere keep their lines and come in, and one behind the flooded address keeps its own', async () => {
  const [near, far] = [await comeIn('01', FLOODED), await comeIn('02', ELSEWHERE)];
  await flood(helloSaying(''));
  expect([near?.destroyed, far?.destroyed]).toEqual([false, false]);
  expect(await comeIn('03', ELSEWHERE)).not.toBeNull();
  expect(office.door.count.counters).toBe(3);
});

test('a counter that stands behind the flooded address is served all the while', async () => {
  const counter = await Neighbour.join(office, '01');
  const over = new AbortController();
  const flooding = flood(helloSaying('')).finally(() => over.abort());
  let served = 0;
  while (!over.signal.aborted) if (await counter.isServed()) served += 1;
  expect(served).toBeGreaterThan(HELLOS / 100);
  expect((await flooding).answered).toBe(LIMITS.hellosAtOnce);
  expect(counter.ended).toBe(false);
  expect(office.door.count).toEqual({ handshakes: 0, counters: 1 });
});

test('a counter behind the flooded address comes in again with the next hello that the address may have', async () => {
  await flood(helloSaying(''));
  expect(await comeIn('01', FLOODED)).toBeNull();
  now += 1_000;
  expect(await comeIn('01', FLOODED)).not.toBeNull();
});

test('a line that is begun anew behind the flooded address is left for one that stands alone', async () => {
  const states: string[] = [];
  const notes: string[] = [];
  const line = new LineSupervision({
    start: office.lineOf(await office.join('01')),
    address: FLOODED,
    onStatus: ({ state }) => states.push(state),
    onProgress: () => undefined,
    onCustomerTask: () => undefined,
    onChange: () => undefined,
    note: (event) => notes.push(event),
  });
  const asker = { counter: 'x', session: null };
  const isServed = async (): Promise<boolean> =>
    (await line.request('ledger.verify', { do: 'echo', value: 1 }, asker, 'own-program')).ok;
  expect((await line.open()).ok).toBe(true);
  await flood(helloSaying(''));
  expect(line.beginAgain()).toBe(true);
  await vi.waitUntil(() => notes.includes('another line did not come in'));
  expect([await isServed(), states, office.door.count.counters]).toEqual([true, ['ready'], 1]);
  now += 1_000;
  expect(line.beginAgain()).toBe(true);
  await vi.waitUntil(() => states.length === 3);
  expect([await isServed(), states, office.door.count.counters]).toEqual([true, ['ready', 'restarting', 'ready'], 1]);
  await line.stop();
});

test('a whole office behind one address comes in at once', async () => {
  for (let counter = 1; counter <= 3 * LIMITS.hellosAtOnce; counter += 1)
    expect(await comeIn(String(counter).padStart(2, '0'), FLOODED)).not.toBeNull();
});
