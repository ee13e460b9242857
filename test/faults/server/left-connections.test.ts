/**
 * Connections that are opened and left, thousands of them: the oldest give way, the server holds no more memory than before, and the
 * counter beside them is served on the line it has. `LEFT_CONNECTIONS=10000` opens so many.
 */
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { CounterPlace } from '../../model/six-counters/counter-place.ts';
import { makeOffice } from '../../model/six-counters/office-template.ts';
import { OfficeProcess } from '../../model/six-counters/office-process.ts';

const MANY = Number(process.env['LEFT_CONNECTIONS'] ?? 2_000);
const AT_ONCE = 250;
/** So many connections of no counter the server keeps at most. */
const KEPT = 256;
/** What the program still holds afterwards, to before: of ten thousand that it kept, each some kilobytes, it would be twice as much. */
const MOST_HELD = 1.2;
/** What it has of the computer, to before: the system gets back what was needed for a moment later, or never. */
const MOST_RESIDENT = 2.5;
/** What those say who then fall silent: nothing, the head of a TLS record, the beginning of a hello, another protocol. */
const SAID = [
  '',
  '\x16\x03\x01',
  `\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03${'x'.repeat(90)}`,
  'GET / HTTP/1.1\r\n',
];

/** Each of an address of its own, as one address alone is soon refused. */
function leave(port: number, nth: number): Promise<Socket> {
  const localAddress = `127.${1 + (nth % 100)}.${(nth >> 8) % 256}.${1 + (nth % 250)}`;
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, localAddress }, () => {
      const said = SAID[nth % SAID.length] ?? '';
      if (said !== '') socket.write(Buffer.from(said, 'latin1'));
      resolve(socket);
    });
    socket.on('error', () => resolve(socket));
    socket.resume();
  });
}

test(
  `${MANY} connections are opened and left beside a counter at work`,
  async () => {
    const template = await makeOffice();
    const server = await OfficeProcess.open(template.folder, template.at);
    onTestFinished(() => server.close());
    const [joined] = template.places;
    if (joined === undefined) throw new Error('no counter has joined');
    const beside = await CounterPlace.open(joined, () => server.port);
    onTestFinished(() => beside.close());
    const line = beside.passage;
    const left: Socket[] = [];
    onTestFinished(() => left.forEach((socket) => socket.destroy()));
    const open = async (many: number): Promise<void> => {
      for (let opened = 0; opened < many; opened += AT_ONCE) {
        const batch = Array.from({ length: AT_ONCE }, (_, at) => leave(server.port, left.length + at));
        expect(await beside.ask('office.status', {})).toMatchObject({ ok: true });
        left.push(...(await Promise.all(batch)));
      }
    };
    await open(2 * AT_ONCE);
    const before = await server.memory();
    await open(MANY);
    await expect
      .poll(() => left.filter((socket) => !socket.destroyed).length, { timeout: 30_000 })
      .toBeLessThanOrEqual(KEPT);
    expect(await beside.ask('office.status', {})).toMatchObject({ ok: true });
    const after = await server.memory();
    const [resident, held] = (['residentMb', 'heldMb'] as const).map((what) => after[what] / before[what]);
    console.info(
      `memory after ${MANY} connections: resident ${resident?.toFixed(2)} times, held ${held?.toFixed(2)} times`,
    );
    expect(held).toBeLessThan(MOST_HELD);
    expect(resident).toBeLessThan(MOST_RESIDENT);
    expect(beside.passage, 'its line has never been another').toBe(line);
  },
  60_000 + MANY * 30,
);
