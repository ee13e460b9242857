/** FastAGI, spoken with a peer that answers as the protocol's description says an exchange does. */
import { connect, type Socket } from 'node:net';
import { createInterface, type Interface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { AgiExchange } from '../../../../../../electron/server/telephone/lines/agi/agi-exchange.ts';
import {
  callerOf,
  isPrivateAddress,
  keyOf,
  resultOf,
  streamFile,
} from '../../../../../../electron/server/telephone/lines/agi/agi-message-rules.ts';
import type { Line } from '../../../../../../electron/server/telephone/lines/line.ts';
import type { Key } from '../../../../../../electron/server/telephone/menu/menu-state-rules.ts';

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

/** An exchange with one call on it, and what its menu has heard. */
class Peer {
  readonly heard: string[] = [];
  line: Line | null = null;
  readonly socket: Socket;
  readonly #lines: Interface;
  readonly #commands: AsyncIterator<string>;

  constructor(socket: Socket) {
    this.socket = socket;
    this.#lines = createInterface({ input: socket });
    this.#commands = this.#lines[Symbol.asyncIterator]();
  }

  static async calls(onKey: (key: Key, line: Line) => void = () => undefined): Promise<Peer> {
    const holder: { peer: Peer | null } = { peer: null };
    const exchange = await AgiExchange.open({
      ...{ host: '127.0.0.1', port: 0, promptsFolder: '/var/prompts of the bank', note: () => undefined },
      take: (line) => {
        const peer = holder.peer!;
        peer.line = line;
        line.play(['welcome', 'gap', 'menu'], 'en');
        return {
          key: (key) => {
            peer.heard.push(key);
            onKey(key, line);
          },
          played: () => peer.heard.push('played'),
          gone: () => peer.heard.push('gone'),
        };
      },
    });
    const socket = connect(exchange.port, '127.0.0.1');
    const peer = new Peer(socket);
    holder.peer = peer;
    close = async () => {
      socket.destroy();
      await exchange.close();
    };
    socket.write(
      'agi_network: yes\nagi_request: agi://127.0.0.1/\nagi_callerid: 13812345678\nagi_extension: 95001\n\n',
    );
    return peer;
  }

  /** The next command; null when the gateway has ended. */
  async command(): Promise<string | null> {
    const next = await this.#commands.next();
    return next.done === true ? null : next.value;
  }

  /** Answers the command and gives the next one. */
  async answers(line: string): Promise<string | null> {
    this.socket.write(`${line}\n`);
    return this.command();
  }
}

const stream = (name: string): string => `STREAM FILE "/var/prompts of the bank/en/${name}" "0123456789*#"`;

test('a call is answered, its prompts are played one by one, and then a key is waited for', async () => {
  const peer = await Peer.calls();
  expect(await peer.command()).toBe('ANSWER');
  expect(await peer.answers('200 result=0')).toBe(stream('welcome'));
  expect(peer.line?.callerNumber).toBe('13812345678');
  expect(await peer.answers('200 result=0 endpos=8000')).toBe(stream('menu'));
  expect(peer.heard).toEqual([]);
  expect(await peer.answers('200 result=0 endpos=8000')).toBe('WAIT FOR DIGIT 500');
  expect(peer.heard).toEqual(['played']);
  expect(await peer.answers('200 result=0'), 'nothing was struck').toBe('WAIT FOR DIGIT 500');
  expect(await peer.answers(`200 result=${'*'.charCodeAt(0)}`)).toBe('WAIT FOR DIGIT 500');
  expect(peer.heard).toEqual(['played', '*']);
});

test('a key in the middle of a prompt ends it, and what it leads to is played', async () => {
  const peer = await Peer.calls((_, line) => line.play(['keyIdNumber'], 'en'));
  await peer.command();
  await peer.answers('200 result=0');
  expect(await peer.answers(`200 result=${'1'.charCodeAt(0)} endpos=99`)).toBe(stream('keyIdNumber'));
  expect(peer.heard).toEqual(['1']);
});

test('the call is hung up, or left to the exchange for a person', async () => {
  const peer = await Peer.calls((key, line) => (key === '0' ? line.handOver() : line.hangUp()));
  await peer.command();
  await peer.answers('200 result=0');
  expect(await peer.answers(`200 result=${'0'.charCodeAt(0)} endpos=1`)).toBe('SET VARIABLE CALL_NEXT "person"');
  expect(await peer.answers('200 result=1')).toBeNull();
  await close();
  const other = await Peer.calls((_, line) => line.hangUp());
  await other.command();
  await other.answers('200 result=0');
  expect(await other.answers(`200 result=${'9'.charCodeAt(0)} endpos=1`)).toBe('HANGUP');
  expect(await other.answers('200 result=1')).toBeNull();
});

test.each([
  ['says so', 'HANGUP'],
  ['answers so', '200 result=-1'],
  ['takes no command on a dead channel', '511 Command Not Permitted on a dead channel'],
])('a caller who has gone is gone, when the exchange %s', async (_, said) => {
  const peer = await Peer.calls();
  await peer.command();
  await peer.answers('200 result=0');
  expect(await peer.answers(said)).toBeNull();
  expect(peer.heard).toEqual(['gone']);
});

test('a line that dies in the middle of a command is a caller who has gone', async () => {
  const peer = await Peer.calls();
  await peer.command();
  await peer.answers('200 result=0');
  const { heard, socket } = peer;
  socket.destroy();
  await expect.poll(() => heard).toEqual(['gone']);
});

test('a head or line without end is cut', async () => {
  const peer = await Peer.calls();
  await peer.command();
  peer.socket.write('x'.repeat(10_000));
  expect(await peer.command()).toBeNull();
});

test('results, keys, callers and paths are read as they are written', () => {
  expect([resultOf('200 result=49 endpos=1'), resultOf('200 result=-1'), resultOf('510 Invalid command')]).toEqual([
    49,
    -1,
    null,
  ]);
  expect([keyOf(49), keyOf(0), keyOf(65), keyOf(35)]).toEqual(['1', null, null, '#']);
  expect(callerOf(['agi_callerid: unknown'])).toBeNull();
  expect(streamFile('/a "b"')).toBe(String.raw`STREAM FILE "/a \"b\"" "0123456789*#"`);
});

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['::ffff:192.168.1.1', true],
  ['::1', true],
  ['fd00::1', true],
  ['172.32.0.1', false],
  ['8.8.8.8', false],
  ['0.0.0.0', false],
  ['2001:db8::1', false],
])('%s is private: %s', (address, isPrivate) => {
  expect(isPrivateAddress(address)).toBe(isPrivate);
});
