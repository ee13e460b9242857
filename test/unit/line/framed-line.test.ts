/** One end of a line against another end that misbehaves: it is cut by name, with little in memory. */
import { Socket } from 'node:net';
import { duplexPair, type Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { FramedLine, type LineOptions } from '../../../electron/line/framed-line.ts';
import { frame } from '../../../electron/line/frames.ts';
import { LineBreach } from '../../../electron/line/line-breach.ts';
import { bytesOf, messageOf } from '../../../electron/line/message-bytes.ts';

const LIMITS = { maxBytes: 1_000, maxParts: 100 };
/** No beat comes within a test that does not ask for it. */
const NEVER = 2 ** 30;

interface End {
  readonly line: FramedLine;
  readonly other: Duplex;
  readonly messages: unknown[];
  readonly ended: Promise<string | null>;
}

function lineTo(options: Partial<LineOptions> = {}): End {
  const [socket, other] = duplexPair();
  const messages: unknown[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<string | null>();
  const usual = { incoming: LIMITS, outgoing: LIMITS, beatMs: NEVER };
  const line = new FramedLine(socket, {
    ...usual,
    message: (message) => messages.push(message),
    ended: resolve,
    ...options,
  });
  return { line, other, messages, ended };
}

/** What an end reads of its peer, message by message. */
function listening(other: Duplex): unknown[] {
  const heard: unknown[] = [];
  other.on('data', (bytes: Uint8Array) => heard.push(messageOf(bytes.subarray(4), 1_000)));
  return heard;
}

test('messages go both ways, and the end of one is the end of the other', async () => {
  const { line, other, messages, ended } = lineTo();
  const heard = listening(other);
  line.send({ ask: 1 });
  other.write(frame(bytesOf({ answer: 2 })));
  other.end();
  expect(await ended).toBeNull();
  expect([heard, messages]).toEqual([[{ ask: 1 }], [{ answer: 2 }]]);
});

test.each([
  ['an oversized frame', 'frame-size', Buffer.from([0, 0, 4, 0])],
  ['garbage', 'garbage', frame(Uint8Array.of(0xff))],
])('%s cuts the line, and what follows is not read', async (_, reason, bytes) => {
  const { other, messages, ended } = lineTo();
  other.write(Buffer.concat([bytes, frame(bytesOf({ late: true }))]));
  expect(await ended).toBe(reason);
  expect(messages).toEqual([]);
});

test('a message that the protocol does not have cuts the line', async () => {
  const refuse = (): void => {
    throw new LineBreach('message');
  };
  const { other, ended } = lineTo({ message: refuse });
  other.write(frame(bytesOf({ type: 'open' })));
  expect(await ended).toBe('message');
});

test('a line that ends in the middle of a frame says nothing of it', async () => {
  const { other, messages, ended } = lineTo();
  other.resume().end(frame(bytesOf({ whole: false })).subarray(0, 7));
  expect(await ended).toBeNull();
  expect(messages).toEqual([]);
});

test('a reader that takes nothing is cut off once more waits for it than the queue may hold', async () => {
  const { line, ended } = lineTo({ queueBytes: 50_000 });
  let sent = 0;
  const { promise: cut, resolve } = Promise.withResolvers<true>();
  void ended.then(() => resolve(true));
  while (sent < 1_000) {
    line.send({ bytes: new Uint8Array(900) });
    sent += 1;
  }
  expect(await cut).toBe(true);
  expect(await ended).toBe('slow-reader');
});

test('what is longer than the other end takes is not sent', () => {
  const { line, other } = lineTo();
  expect(line.send({ bytes: new Uint8Array(1_001) })).toBe(false);
  expect(line.send({ bytes: new Uint8Array(10) })).toBe(true);
  expect(other.readableLength).toBeLessThan(100);
});

test('a line that is held delivers nothing, not even of what has come, and then everything in order', async () => {
  const { line, other, messages, ended } = lineTo({
    message: (message) => {
      messages.push(message);
      if (messages.length === 2) line.hold();
    },
  });
  other.write(Buffer.concat([1, 2, 3, 4].map((n) => frame(bytesOf({ n })))));
  await new Promise(setImmediate);
  expect(messages).toEqual([{ n: 1 }, { n: 2 }]);
  line.goOn();
  other.resume().end();
  await ended;
  expect(messages).toEqual([1, 2, 3, 4].map((n) => ({ n })));
});

test('an end that falls silent is cut off; one that only beats is not, and it is told that this one lives', async () => {
  const { other, ended } = lineTo({ beatMs: 5 });
  const heard = listening(other);
  const beats = Promise.withResolvers<undefined>();
  const beating = setInterval(() => {
    other.write(frame(bytesOf({ type: 'beat' })));
    if (heard.length > 10) beats.resolve(undefined);
  }, 2);
  await beats.promise;
  expect(new Set(heard.map((one) => JSON.stringify(one)))).toEqual(new Set(['{"type":"beat"}']));
  clearInterval(beating);
  expect(await ended).toBe('silent');
});

/** A socket that notes what is asked of it, and goes nowhere. */
class NotedSocket extends Socket {
  isWithoutDelay = false;

  override setNoDelay(without = true): this {
    this.isWithoutDelay = without;
    return this;
  }
}

test('a short message does not wait for the acknowledgement of the one before it', () => {
  const socket = new NotedSocket();
  const line = new FramedLine(socket, {
    ...{ incoming: LIMITS, outgoing: LIMITS, beatMs: NEVER },
    message: () => undefined,
    ended: () => undefined,
  });
  expect(socket.isWithoutDelay).toBe(true);
  line.cut();
});
